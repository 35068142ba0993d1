import { htmlAttributes } from "../html-attributes.ts";
import { type Finding, foundOne, type Scan, type TemplateSyntax } from "../scan.ts";
import type { TagArguments } from "../tag-arguments.ts";
import { type FoundTag, hidden, lost, type Meaning } from "../template-tag.ts";
import { element, escapeHtml, startTag } from "../write-html.ts";
import { literalValue } from "./braces.ts";
import { type JsxAttributes, readAttributes } from "./jsx-attributes.ts";
import { namedTag, plainTag } from "./known.ts";

const tagName = /<(\/?)([A-Za-z_$][\w$.:-]*)?(?=[\s/>{])/y;
/** Elements that stand within a paragraph. */
const inlineElements = [
	...[
		"a",
		"abbr",
		"b",
		"bdi",
		"bdo",
		"cite",
		"code",
		"data",
		"del",
		"dfn",
		"em",
		"font",
		"i",
		"ins",
	],
	...["kbd", "label", "mark", "q", "s", "samp", "small", "span", "strong", "sub", "sup", "time"],
	...["u", "var"],
];
const voids = ["area", "br", "col", "hr", "img", "input", "source", "track", "wbr"];
const codeElements = ["CodeBlock", "pre", "code"];

/**
 * JSX in MDX: components (`<Tabs>`, `<Foo bar={…} />`, `<>`), whose names are looked up like those of any tag, and HTML
 * elements, whose attributes may be expressions and between whose tags Markdown stays Markdown.
 * Sources: MDX, "What is MDX? › JSX"; the JSX specification, "PrimaryExpression".
 */
export const jsx: TemplateSyntax = {
	at: "anywhere",
	starts: "<",
	read(scan, start) {
		tagName.lastIndex = start;
		const [source, slash, name = ""] = tagName.exec(scan.text) ?? [];
		if (source === undefined) return undefined;
		const attributes = readAttributes(scan, start + source.length);
		if (attributes === undefined) return undefined;
		const { end } = attributes;
		if (name === "") {
			const role = slash === "/" ? "close" : "open";
			return foundOne({ ...plainTag(start, end, "<>", hidden), role, pairName: "<>" });
		}
		if (slash === "/") return foundOne(closingTag(start, end, name, scan));
		return (
			readCode(scan, start, name, attributes) ?? foundOne(openingTag(start, name, attributes, scan))
		);
	},
};

function isComponent(name: string): boolean {
	return /^[A-Z_$]|\./.test(name);
}

function closingTag(start: number, end: number, name: string, { context }: Scan): FoundTag {
	const kind = `<${name}>`;
	return namedTag({ start, end, kind, name, pairName: kind, role: "close", args: "" }, context);
}

function openingTag(
	start: number,
	name: string,
	{ values, end, isSelfClosing }: JsxAttributes,
	{ context }: Scan,
): FoundTag {
	const kind = `<${name}>`;
	const role = isSelfClosing || voids.includes(name) ? "single" : "open";
	if (!isComponent(name)) {
		const meaningAs = (): Meaning => htmlMeaning(name, values, role);
		return { start, end, kind, role, pairName: kind, meaningAs };
	}
	const last = name.split(".").at(-1) ?? name;
	const args = jsxArguments(values);
	return namedTag({ start, end, kind, name: last, pairName: kind, role, args }, context);
}

function jsxArguments(values: ReadonlyMap<string, string>): TagArguments {
	const named = new Map([...values].map(([key, value]) => [key.toLowerCase(), value]));
	return { positional: [], named, text: "" };
}

function htmlMeaning(
	name: string,
	values: ReadonlyMap<string, string>,
	role: "single" | "open",
): Meaning {
	const before = startTag(name, htmlAttributes(values));
	const after = voids.includes(name) ? "" : `</${name}>`;
	if (role === "single") return { type: "html", block: before + after, inline: before + after };
	const inline = { before, after };
	// What stands on lines of its own becomes paragraphs, which no paragraph can hold.
	const block = name === "p" ? { before: "", after: "" } : inline;
	const holds = inlineElements.includes(name) ? "inline" : "phrases";
	return { type: "frame", holds, block, inline };
}

/** `<CodeBlock>{`…`}</CodeBlock>`, `<code>{"…"}</code>`: code that only looks like an expression. */
function readCode(
	{ text }: Scan,
	start: number,
	name: string,
	{ values, end, isSelfClosing }: JsxAttributes,
): Finding | undefined {
	if (!codeElements.includes(name) || isSelfClosing) return undefined;
	const closer = `</${name}>`;
	const to = text.indexOf(closer, end);
	const inner = to < 0 ? "" : text.slice(end, to);
	const code = /^\s*\{/.test(inner) ? literalValue(inner.trim().slice(1, -1)) : undefined;
	if (code === undefined || !inner.trim().endsWith("}")) return undefined;
	const language = /[\w+#-]+/.exec(values.get("language") ?? "")?.[0];
	const content = element(
		"code",
		language === undefined ? {} : { class: `language-${language}` },
		escapeHtml(code),
	);
	const html = name === "code" ? content : element("pre", {}, content);
	const meaning: Meaning = to < 0 ? lost : { type: "html", block: html, inline: content };
	return foundOne(plainTag(start, to + closer.length, `<${name}>`, meaning));
}
