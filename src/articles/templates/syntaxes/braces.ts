import type { Scan } from "../scan.ts";

/** Characters that an author's expression does not exceed, and texts without an end that are followed at all. */
const longest = 20_000;
const mostOpenBraces = 200;

/**
 * Gives the offset behind the JavaScript expression in braces that begins at `start`: strings, template literals and
 * comments may hold any brace. Undefined where the braces have no end.
 */
export function endOfBraces(scan: Scan, start: number): number | undefined {
	if (scan.openBraces > mostOpenBraces) return undefined;
	const { text } = scan;
	const limit = Math.min(text.length, start + longest);
	/** What each open brace or backtick waits for. */
	const open: string[] = [];
	let at = start;
	while (at < limit) {
		const character = text[at] ?? "";
		if (open.at(-1) === "`") {
			if (character === "\\") at += 1;
			else if (character === "`") open.pop();
			else if (character === "$" && text[at + 1] === "{") {
				open.push("}");
				at += 1;
			}
		} else if (character === "{") open.push("}");
		else if (character === "`") open.push("`");
		else if (character === "}") {
			open.pop();
			if (open.length === 0) return at + 1;
		} else if (character === '"' || character === "'") at = endOfString(text, at, limit);
		else if (character === "/" && text[at + 1] === "*") {
			const end = scan.indexOf("*/", at + 2);
			if (end < 0) break;
			at = end + 1;
		}
		at += 1;
	}
	scan.openBraces += 1;
	return undefined;
}

/** The offset of a string's end on its line; an apostrophe in a text has none, and stands for itself. */
function endOfString(text: string, start: number, limit: number): number {
	for (let at = start + 1; at < limit && text[at] !== "\n"; at += 1) {
		if (text[at] === "\\") at += 1;
		else if (text[at] === text[start]) return at;
	}
	return start;
}

/** Gives the characters that an expression stands for if it is a single literal: a string, a number, a template without `${`. */
export function literalValue(expression: string): string | undefined {
	const [, double, single, template, number] =
		/^\s*(?:"((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\$]|\\.|\$(?!\{))*)`|(-?\d+(?:\.\d+)?))\s*$/.exec(
			expression,
		) ?? [];
	const quoted = double ?? single ?? template;
	return number ?? quoted?.replaceAll(/\\(.)/g, (_, escaped) => (escaped === "n" ? "\n" : escaped));
}
