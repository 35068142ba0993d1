import type { Hold } from "./stencils.ts";
import { escapeAttribute, escapeText, type XmlAttributes } from "./xml.ts";

/** An element in the words of xml-js, in which the `feed` package takes its extensions. */
export interface RssElement {
	readonly _text?: string;
	readonly _attributes?: XmlAttributes;
}

/**
 * Plain characters, escaped as the RSS profile recommends for elements that hold no HTML
 * (`&#x26;`, `&#x3C;`, requirement 71).
 */
export function escapePlain(text: string): string {
	const escaped = escapeText(text);
	if (!escaped.includes("&")) return escaped;
	return escaped.replaceAll("&amp;", "&#x26;").replaceAll("&lt;", "&#x3C;");
}

/** Builds the elements of a document whose texts are held. */
export interface RssWords {
	/** An element of plain characters (`escapePlain`). */
	plain(text: string): RssElement;
	/**
	 * An element of HTML, or of a URL, an id or a date, with the references that every parser knows in every
	 * place (some decode `&#x26;` in texts only). HTML is escaped, not CDATA: there is one rule for all text,
	 * and no `]]>` on which it could fail.
	 */
	text(text: string): RssElement;
	/** An element of attributes alone. */
	attributes(attributes: XmlAttributes): RssElement;
}

/** The words in which a document's elements are built. */
export function createRssWords(hold: Hold): RssWords {
	return {
		plain: (text) => ({ _text: hold(escapePlain(text)) }),
		text: (text) => ({ _text: hold(escapeText(text)) }),
		attributes: (attributes) => ({
			_attributes: Object.fromEntries(
				Object.entries(attributes).map(([name, value]) => [
					name,
					value === undefined ? undefined : hold(escapeAttribute(value)),
				]),
			),
		}),
	};
}
