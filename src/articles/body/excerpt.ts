import { type ChildNode, isTag } from "domhandler";
import { isMoreMarker } from "./more-marker.ts";
import { plainCharacters, plainCharactersBefore } from "./plain-characters.ts";
import { readPlainCharacters } from "./written-html.ts";

/** A paragraph makes a summary of about this many characters. */
const excerptLength = 300;

/** An author who marks where the summary ends means all of it; the limit is for a marker at a long text's end. */
const markedExcerptLength = 2000;

/**
 * Gives the plain text before the author's `<!--more-->`; without one, that of the first paragraph that has
 * text, else of everything. One line, cut at a word's end with `…`; empty where there is no text.
 */
export function buildExcerpt(nodes: readonly ChildNode[]): string {
	const marked = plainCharactersBefore(nodes, isMoreMarker);
	if (marked) return cutAtWord(marked, markedExcerptLength);
	return cutAtWord(firstParagraph(nodes) ?? plainCharacters(nodes), excerptLength);
}

/** As `buildExcerpt`, of HTML that `writeMarkdown` wrote; `markedEnd` is the offset of the author's marker in it. */
export function readExcerpt(html: string, markedEnd: number | undefined): string {
	const marked = markedEnd === undefined ? "" : readPlainCharacters(html.slice(0, markedEnd));
	if (marked) return cutAtWord(marked, markedExcerptLength);
	return cutAtWord(readFirstParagraph(html) ?? readPlainCharacters(html), excerptLength);
}

/** Gives the text itself, or its beginning of at most `length` UTF-16 units that ends with a whole word and `…`. */
export function cutAtWord(text: string, length: number): string {
	if (text.length <= length) return text;
	const space = text.lastIndexOf(" ", length - 1);
	// Where words are not parted by spaces (Japanese, Thai, long addresses) whole characters must do.
	const end = space > length / 2 ? space : lastWholeCharacter(text, length - 1);
	return `${text.slice(0, end).replace(/[\s,;:.–—-]{1,9}$/, "")}…`;
}

function lastWholeCharacter(text: string, end: number): number {
	let cut = end;
	// 16 units are more than any character of a living script has after its base.
	while (cut > end - 16 && belongsToPrevious(text, cut)) cut -= 1;
	return cut;
}

function belongsToPrevious(text: string, index: number): boolean {
	const unit = text.charCodeAt(index);
	const isLowSurrogate = unit >= 0xdc00 && unit <= 0xdfff;
	const isJoined = text[index] === "\u200D" || text[index - 1] === "\u200D";
	return isLowSurrogate || isJoined || /^\p{M}/u.test(text.slice(index, index + 2));
}

function firstParagraph(nodes: readonly ChildNode[]): string | undefined {
	for (const node of nodes) {
		if (!isTag(node)) continue;
		const text = node.name === "p" ? plainCharacters([node]) : firstParagraph(node.children);
		if (text) return text;
	}
	return undefined;
}

function readFirstParagraph(html: string): string | undefined {
	for (let start = html.indexOf("<p>"); start >= 0; start = html.indexOf("<p>", start + 1)) {
		const text = readPlainCharacters(html.slice(start, html.indexOf("</p>", start)));
		if (text) return text;
	}
	return undefined;
}
