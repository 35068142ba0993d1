import { htmlAttributes } from "../html-attributes.ts";
import { type Finding, foundOne, type Scan, type TemplateSyntax } from "../scan.ts";
import type { TagArguments } from "../tag-arguments.ts";
import { type FoundTag, hidden, type Meaning } from "../template-tag.ts";
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
/** Elements between whose tags no JSX is looked for. */
const rawElements = ["pre", "code", "script", "style", "textarea"];

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
		const code = codeElements.includes(name) ? readCode(scan, start, name, attributes) : undefined;
		if (code !== undefined || rawElements.includes(name)) return code;
		return foundOne(openingTag(start, name, attributes, scan));
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

/**
 * `<CodeBlock>{`…`}</CodeBlock>`, `<code>{"…"}</code>`: code that only looks like an expression. Other code is left to who
 * reads HTML, unless its tag has attributes that HTML does not know.
 */
function readCode(
	scan: Scan,
	start: number,
	name: string,
	{ values, end, isSelfClosing }: JsxAttributes,
): Finding | undefined {
	if (isSelfClosing) return undefined;
	const { text } = scan;
	const closer = `</${name}>`;
	const to = scan.indexOf(closer, end);
	if (to < 0) return undefined;
	const kind = `<${name}>`;
	const inner = text.slice(end, to).trim();
	const code = inner.startsWith("{") ? literalValue(inner.slice(1, -1)) : undefined;
	if (code === undefined || !inner.endsWith("}")) {
		if (isComponent(name) || !text.slice(start, end).includes("{")) return undefined;
		const html = element(name, htmlAttributes(values), text.slice(end, to));
		const meaning: Meaning = { type: "html", block: html, inline: html };
		return foundOne(plainTag(start, to + closer.length, kind, meaning));
	}
	const language = /[\w+#-]+/.exec(values.get("language") ?? "")?.[0];
	const attributes = language === undefined ? {} : { class: `language-${language}` };
	const inline = element("code", attributes, escapeHtml(code));
	const block = name === "code" ? inline : element("pre", {}, inline);
	return foundOne(plainTag(start, to + closer.length, kind, { type: "html", block, inline }));
}
