import { escapeAttribute, escapeText, type XmlAttributes } from "./xml.ts";

/** An element in the words of xml-js, in which the `feed` package takes its extensions. */
export interface RssElement {
	readonly _text?: string;
	readonly _attributes?: XmlAttributes;
}

/**
 * Stands for the `&` of a character reference while the `feed` package has the text: the package
 * takes `&amp;` for its own escaping and undoes it, and leaves attributes as they are. Clean text
 * never holds this noncharacter.
 */
const ampersand = "\uFFFE";

/**
 * Plain characters, escaped as the RSS profile recommends for elements that hold no HTML
 * (`&#x26;`, `&#x3C;`, requirement 71), to be handed to the `feed` package and restored by
 * `restoreReferences`.
 */
export function escapePlain(text: string): string {
	return protect(escapeText(text).replaceAll("&amp;", "&#x26;").replaceAll("&lt;", "&#x3C;"));
}

/** An element of plain characters (`escapePlain`). */
export function buildPlain(text: string): RssElement {
	return { _text: escapePlain(text) };
}

/**
 * An element of HTML, or of a URL or an id, with the references that every parser knows in every
 * place (some decode `&#x26;` in texts only). HTML is escaped, not CDATA: there is one rule for
 * all text, and no `]]>` on which it could fail.
 */
export function buildText(text: string): RssElement {
	return { _text: protectText(text) };
}

/**
 * HTML, a URL or an id, escaped, to be handed to the `feed` package and restored by
 * `restoreReferences`.
 */
export function protectText(text: string): string {
	return protect(escapeText(text));
}

/** Attributes, escaped, to be handed to the `feed` package and restored by `restoreReferences`. */
export function protectAttributes(attributes: XmlAttributes): XmlAttributes {
	return Object.fromEntries(
		Object.entries(attributes).map(([name, value]) => [
			name,
			value === undefined ? undefined : protect(escapeAttribute(value)),
		]),
	);
}

/** What the `feed` package wrote, with the character references that were hidden from it. */
export function restoreReferences(xml: string): string {
	return xml.replaceAll(ampersand, "&");
}

function protect(escaped: string): string {
	return escaped.replaceAll("&", ampersand);
}
