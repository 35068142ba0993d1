import type { Scan } from "../scan.ts";
import { endOfBraces, literalValue } from "./braces.ts";

/** A JSX tag's attributes: those whose values nobody has to compute. */
export interface JsxAttributes {
	readonly values: ReadonlyMap<string, string>;
	/** Offset behind the tag's `>`. */
	readonly end: number;
	readonly isSelfClosing: boolean;
}

/** Reads the attributes of the tag whose name ends at `from`, up to its `>`; undefined where no tag is. */
export function readAttributes(scan: Scan, from: number): JsxAttributes | undefined {
	const { text } = scan;
	const values = new Map<string, string>();
	let at = from;
	for (;;) {
		while (/\s/.test(text[at] ?? "")) at += 1;
		if (text.startsWith("/>", at)) return { values, end: at + 2, isSelfClosing: true };
		if (text[at] === ">") return { values, end: at + 1, isSelfClosing: false };
		if (text[at] === "{") {
			const end = endOfBraces(scan, at);
			if (end === undefined) return undefined;
			at = end;
			continue;
		}
		const name = readName(text, at);
		if (name === "" || at - from > 20_000) return undefined;
		const value = readValue(scan, at + name.length);
		if (value === undefined) return undefined;
		at = value.end;
		if (value.text !== undefined) values.set(name, value.text);
	}
}

function readName(text: string, at: number): string {
	const pattern = /[A-Za-z_@:$][\w:$.-]*/y;
	pattern.lastIndex = at;
	return pattern.exec(text)?.[0] ?? "";
}

/** The value behind an attribute's name; an attribute without one has an empty text. */
function readValue(
	scan: Scan,
	from: number,
): { readonly end: number; readonly text?: string } | undefined {
	const { text } = scan;
	const [equals] = /^\s{0,100}=\s{0,100}/.exec(text.slice(from, from + 201)) ?? [];
	if (equals === undefined) return { end: from, text: "" };
	const at = from + equals.length;
	const first = text[at] ?? "";
	if (first === "{") {
		const end = endOfBraces(scan, at);
		if (end === undefined) return undefined;
		const value = computedValue(text.slice(at + 1, end - 1), scan);
		return value === undefined ? { end } : { end, text: value };
	}
	if (first === '"' || first === "'") {
		const end = scan.indexOf(first, at + 1);
		return end < 0 || end - at > 20_000
			? undefined
			: { end: end + 1, text: text.slice(at + 1, end) };
	}
	const [bare] = /^[^\s"'=<>`{}]+/.exec(text.slice(at, at + 1000)) ?? [];
	return bare === undefined ? undefined : { end: at + bare.length, text: bare };
}

/** A literal, an imported file, `require("./a.png").default`, `useBaseUrl("/a")`. Source: Docusaurus, "Assets". */
function computedValue(expression: string, { imports }: Scan): string | undefined {
	const called =
		/^\s*(?:require|useBaseUrl|withBase)\(\s*(["'])([^"'\n]*)\1\s*\)(?:\.default|\.src)?\s*$/;
	const name = /^\s*([\w$]+)(?:\.src)?\s*$/.exec(expression)?.[1];
	return (
		literalValue(expression) ??
		called.exec(expression)?.[2] ??
		(name === undefined ? undefined : imports.get(name))
	);
}
