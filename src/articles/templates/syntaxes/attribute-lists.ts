import { foundOne, type TemplateSyntax } from "../scan.ts";
import { hidden } from "../template-tag.ts";
import { plainTag } from "./known.ts";

/** The inside of an attribute list: classes, ids, names with values. */
const list = /\{:?[ \t]*(?:(?:[.#][\w:-]+|[\w-]+=(?:"[^"\n]*"|'[^'\n]*'|[^\s"'}]+))[ \t]*)+\}/y;
const kramdown = /\{:(?:[^{}\n]|"[^"\n]*"){0,500}\}/y;

/**
 * kramdown's `{: .class #id key="value"}`, `{:toc}`, `{:name: …}`, and its extensions `{::comment}…{:/comment}`,
 * `{::options … /}`. Source: kramdown, "Syntax" (attribute list definitions, extensions, `toc`).
 */
export const kramdownLists: TemplateSyntax = {
	at: "anywhere",
	starts: "{",
	read(scan, start) {
		kramdown.lastIndex = start;
		const [source] = kramdown.exec(scan.text) ?? [];
		if (source === undefined) return undefined;
		const end = start + source.length;
		if (/^\{::comment\s*\}$/.test(source)) {
			const closing = scan.search("{:/comment}", /\{:\/(?:comment)?\s*\}/g, end);
			return foundOne(plainTag(start, closing?.[1] ?? end, "{::comment}", hidden));
		}
		const isContents = /^\{:\s*toc\b/.test(source);
		return foundOne(plainTag(start, end, "{:}", isContents ? { type: "contents" } : hidden));
	},
};

/**
 * An attribute list behind a heading, an image or a block: `## Title {#id}`, `{ .class }`. Sources: Hugo, "Markdown
 * attributes"; Zola, "Internal links & deep linking"; Python-Markdown, "Attribute Lists".
 */
export const attributeLists: TemplateSyntax = {
	at: "anywhere",
	starts: "{",
	read(scan, start) {
		const { text } = scan;
		list.lastIndex = start;
		const [source] = list.exec(text) ?? [];
		if (source === undefined) return undefined;
		const end = start + source.length;
		const lineStart = text.lastIndexOf("\n", start - 1) + 1;
		const before = text.slice(lineStart, Math.min(start, lineStart + 1000));
		const isLineEnd = /^[ \t]*(?:\n|$)/.test(text.slice(end, end + 100));
		const isHeading = /^[ \t>]*#{1,6}[ \t]/.test(before);
		const isOwnLine = before.trim() === "";
		const isSpan = source.startsWith("{:") || /[)\]]$/.test(before);
		if (!(isLineEnd && (isHeading || isOwnLine)) && !isSpan) return undefined;
		return foundOne(plainTag(start, end, "{.class}", hidden));
	},
};
