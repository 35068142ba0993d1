/** Attributes by name, in the order of writing; an undefined one is left out. */
export type XmlAttributes = Readonly<Record<string, string | undefined>>;

/**
 * One element. Names are ours and never come from an author; values are clean text (`cleanText`),
 * not yet escaped.
 */
export interface XmlElement {
	readonly name: string;
	readonly attributes?: XmlAttributes;
	/** Text, or elements; without either the element is empty. */
	readonly content?: string | readonly XmlElement[];
}

/**
 * The whole of a document round its root element: XML 1.0 declaration in UTF-8, two-space
 * indentation, a last newline.
 */
export function renderDocument(root: XmlElement): string {
	return `<?xml version="1.0" encoding="utf-8"?>${renderElement(root, 0)}\n`;
}

/**
 * One element on lines of its own, beginning with the newline; `depth` counts the elements round
 * it.
 */
export function renderElement(element: XmlElement, depth: number): string {
	const { name, attributes = {}, content = "" } = element;
	const indent = `\n${"  ".repeat(depth)}`;
	const start = `${indent}<${name}${renderAttributes(attributes)}`;
	if (content.length === 0) {
		return `${start}/>`;
	}
	if (typeof content === "string") {
		return `${start}>${escapeText(content)}</${name}>`;
	}
	const children = content.map((child) => renderElement(child, depth + 1)).join("");
	return `${start}>${children}${indent}</${name}>`;
}

const special = /[&<>\r]/;
const specialInAttribute = /["\t\n]/;

/** The last long text that was escaped: an article's body stands in RSS and then in Atom. */
let last = { text: "", escaped: "" };
const longText = 500;

/**
 * Clean text as the content of an element (XML 1.0 §2.4). `>` is escaped too, so that `]]>` never
 * stands there, and a carriage return is, because a parser would read it as a line feed (§2.11).
 */
export function escapeText(text: string): string {
	if (text.length < longText) return replaceSpecial(text);
	if (text !== last.text) last = { text, escaped: replaceSpecial(text) };
	return last.escaped;
}

/** One look tells of most texts that nothing is to be escaped; expressions of one character take the least time. */
function replaceSpecial(text: string): string {
	if (!special.test(text)) return text;
	const escaped = text.replaceAll(/&/g, "&amp;").replaceAll(/</g, "&lt;").replaceAll(/>/g, "&gt;");
	return escaped.includes("\r") ? escaped.replaceAll("\r", "&#xD;") : escaped;
}

/**
 * Clean text as the value of a double-quoted attribute; tabs and newlines survive normalisation
 * (XML 1.0 §3.3.3).
 */
export function escapeAttribute(text: string): string {
	const escaped = escapeText(text);
	if (!specialInAttribute.test(escaped)) return escaped;
	return escaped.replaceAll('"', "&quot;").replaceAll("\t", "&#x9;").replaceAll("\n", "&#xA;");
}

function renderAttributes(attributes: XmlAttributes): string {
	let written = "";
	for (const name in attributes) {
		const value = attributes[name];
		if (value !== undefined) written += ` ${name}="${escapeAttribute(value)}"`;
	}
	return written;
}
