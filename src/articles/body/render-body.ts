import type { Body } from "../article.ts";
import { cleanText } from "../clean-text.ts";
import { buildExcerpt } from "./excerpt.ts";
import { parseHtml } from "./html-tree.ts";
import { renderInlineMarkdown, renderMarkdown } from "./markdown.ts";
import { plainCharacters } from "./plain-characters.ts";
import { renderPlainText } from "./plain-text.ts";
import type { ResolveReference } from "./references.ts";
import { parseReaderTree, renderSafeHtml } from "./safe-html.ts";

export { findTitle } from "./find-title.ts";
export type { ResolveReference };

/** An article's text, ready for every feed and page that shows it. */
export interface RenderedBody {
	/** Reader-safe HTML (see `renderSafeHtml`). */
	readonly html: string;
	/** Plain characters in one line: the text before `<!--more-->`, else the first paragraph; see `buildExcerpt`. */
	readonly excerpt: string;
}

/** Renders an author's text. `resolve` decides what becomes of each link and picture (requirements 58 to 61). */
export function renderBody(body: Body, resolve: ResolveReference): RenderedBody {
	const readerTree = parseReaderTree(renderAuthorHtml(body), resolve);
	return { html: renderSafeHtml(readerTree), excerpt: buildExcerpt(readerTree) };
}

/** Gives an author's own summary, inline Markdown, HTML or plain text, as plain characters in one line. */
export function renderSummary(text: string): string {
	return plainCharacters(parseHtml(renderInlineMarkdown(cleanText(text))).children);
}

function renderAuthorHtml({ format, text }: Body): string {
	const clean = cleanText(text);
	if (format === "markdown") return renderMarkdown(clean);
	return format === "text" ? renderPlainText(clean) : clean;
}
