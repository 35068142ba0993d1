import type { Token } from "markdown-it";
import { showCode } from "../templates/code-escapes.ts";
import { isMdx } from "../templates/dialect-syntaxes.ts";
import { encodedPlaceholder } from "../templates/placeholders.ts";
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
const blankParagraph = /<p>[\s\uFDD0]*<\/p>/;

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
 * small part of its time. Undefined for a text that holds template code, alerts, footnotes, or HTML other than comments and
 * line breaks.
 */
export function renderDirectly(
	{ text, tags, tokens, mayHoldAlerts, templates }: ParsedMarkdown,
	resolve: ResolveReference,
): RenderedBody | undefined {
	if (tags.length > 0 || text.includes(summaryEnd)) return undefined;
	if (mayHoldAlerts && tokens.some(({ type }) => type === "blockquote_open")) return undefined;
	const html = writeMarkdown(tokens, {
		resolve,
		showCode: (code) => (templates ? showCode(code, templates) : code),
	});
	if (html === undefined || html.includes(encodedPlaceholder)) return undefined;
	// Texts are clean; only a character reference brings such characters in, and a byte order mark may stand in the middle.
	if ((text.includes("&#") || text.includes("\uFEFF")) && unclean.test(html)) return undefined;
	const end = html.indexOf(summaryEnd);
	if (end < 0) return { html, excerpt: readExcerpt(html, undefined), dropped: new Map() };
	if (blankParagraph.test(html)) return undefined;
	const shown = html.replaceAll(summaryEnd, "");
	return { html: shown, excerpt: readExcerpt(shown, end), dropped: new Map() };
}
