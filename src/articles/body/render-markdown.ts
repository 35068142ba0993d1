import type { Token } from "markdown-it";
import { isMdx } from "../templates/dialect-syntaxes.ts";
import { beginTextFilling, noFilling } from "../templates/fill-text.ts";
import { readExcerpt } from "./excerpt.ts";
import { parseHtml } from "./html-tree.ts";
import { summaryEnd } from "./known-html.ts";
import { parseMarkdown, renderTokens } from "./markdown.ts";
import type { ResolveReference } from "./references.ts";
import { type BodySource, type RenderedBody, renderNodes } from "./render-nodes.ts";
import { writeMarkdown } from "./write-markdown.ts";

/** Markdown after its parsing. */
export interface ParsedMarkdown extends BodySource {
	readonly tokens: Token[];
}

/** What `cleanText` would take out of a text, or change in it. */
const unclean = /[\u0000-\u0008\u000B-\u001F\uFEFF\uFFFE\uFFFF]/;
const blankParagraph = /<p>[\s\uFDD2]*<\/p>/;

/** Parses a text that is Markdown. */
export function parseMarkdownSource(source: BodySource): ParsedMarkdown {
	const { text, tags, templates } = source;
	const flavor = templates && isMdx(templates) ? "mdx" : "markdown";
	return { ...source, tokens: parseMarkdown({ text, tags, flavor }) };
}

/** Renders any Markdown: parses the HTML that it stands for, and makes that safe. */
export function renderThroughHtml(
	markdown: ParsedMarkdown,
	resolve: ResolveReference,
): RenderedBody {
	return renderNodes(parseHtml(renderTokens(markdown.tokens)).children, markdown, resolve);
}

/**
 * Renders the Markdown that most articles are made of without parsing HTML: byte for byte as `renderThroughHtml`, in a
 * small part of its time. Undefined for a text with alerts, footnotes, HTML other than comments and line breaks, or
 * template code that becomes more than plain characters.
 */
export function renderDirectly(
	source: ParsedMarkdown,
	resolve: ResolveReference,
): RenderedBody | undefined {
	const { text, tags, tokens, mayHoldAlerts, templates } = source;
	if (mayHoldAlerts && tokens.some(({ type }) => type === "blockquote_open")) return undefined;
	const filling = templates ? beginTextFilling(source, templates, resolve) : noFilling;
	if (filling === undefined || text.includes(summaryEnd)) return undefined;
	const html = writeMarkdown(tokens, { resolve, filling });
	if (html === undefined) return undefined;
	// Texts are clean; but character references and tags bring other characters in, and a byte order mark may stand inside.
	const mayBeUnclean = tags.length > 0 || text.includes("&#") || text.includes("\uFEFF");
	if (mayBeUnclean && unclean.test(html)) return undefined;
	const dropped = filling.countDropped();
	const end = html.indexOf(summaryEnd);
	if (end < 0) return { html, excerpt: readExcerpt(html, undefined), dropped };
	if (blankParagraph.test(html)) return undefined;
	const shown = html.replaceAll(summaryEnd, "");
	return { html: shown, excerpt: readExcerpt(shown, end), dropped };
}
