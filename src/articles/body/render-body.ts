import type { ChildNode } from "domhandler";
import type { Body } from "../article.ts";
import { cleanText } from "../clean-text.ts";
import { isMdx } from "../templates/dialect-syntaxes.ts";
import { fillTemplates } from "../templates/fill-templates.ts";
import { maskTemplates } from "../templates/mask-templates.ts";
import type { TemplateContext } from "../templates/template-context.ts";
import { buildExcerpt } from "./excerpt.ts";
import { parseHtml } from "./html-tree.ts";
import { renderInlineMarkdown, renderMarkdown, renderTemplateMarkdown } from "./markdown.ts";
import { plainCharacters } from "./plain-characters.ts";
import { renderPlainText } from "./plain-text.ts";
import { titleAlerts } from "./quote-alerts.ts";
import type { ResolveReference } from "./references.ts";
import { readTree, renderSafeHtml } from "./safe-html.ts";

export { findTitle } from "./find-title.ts";
export type { ResolveReference, TemplateContext };

/** An article's text, ready for every feed and page that shows it. */
export interface RenderedBody {
	/** Reader-safe HTML (see `renderSafeHtml`). */
	readonly html: string;
	/** Plain characters in one line: the text before `<!--more-->`, else the first paragraph; see `buildExcerpt`. */
	readonly excerpt: string;
	/** How often template code of a kind (`{% image %}`) was lost. */
	readonly dropped: ReadonlyMap<string, number>;
}

/**
 * Renders an author's text. `resolve` decides what becomes of each link and picture (requirements 58 to 61); `templates`
 * says what template code it may hold: none without it.
 */
export function renderBody(
	body: Body,
	resolve: ResolveReference,
	templates?: TemplateContext,
): RenderedBody {
	const { nodes, dropped } = templates
		? renderTemplates(body, resolve, templates)
		: { nodes: parseHtml(renderAuthorHtml(body)).children, dropped: new Map<string, number>() };
	if (body.text.includes("[!")) titleAlerts(nodes);
	const readerTree = readTree(nodes, resolve);
	return { html: renderSafeHtml(readerTree), excerpt: buildExcerpt(readerTree), dropped };
}

function renderTemplates(
	{ format, text, firstLine }: Body,
	resolve: ResolveReference,
	templates: TemplateContext,
): { readonly nodes: readonly ChildNode[]; readonly dropped: ReadonlyMap<string, number> } {
	const masked = maskTemplates(cleanText(text), format, templates);
	const html =
		format === "markdown"
			? renderTemplateMarkdown({ ...masked, flavor: isMdx(templates) ? "mdx" : "markdown" })
			: renderAuthorHtml({ format, text: masked.text, firstLine });
	const { children } = parseHtml(html);
	return fillTemplates(children, masked, templates, resolve);
}

/** Gives an author's own summary, inline Markdown, HTML or plain text, as plain characters in one line. */
export function renderSummary(text: string, templates?: TemplateContext): string {
	const clean = cleanText(text);
	if (!templates) return plainCharacters(parseHtml(renderInlineMarkdown(clean)).children);
	const masked = maskTemplates(clean, "markdown", templates);
	const { children } = parseHtml(renderInlineMarkdown(masked.text));
	return plainCharacters(fillTemplates(children, masked, templates, () => undefined).nodes);
}

function renderAuthorHtml({ format, text }: Body): string {
	const clean = cleanText(text);
	if (format === "unsupported") return "";
	if (format === "markdown") return renderMarkdown(clean);
	return format === "text" ? renderPlainText(clean) : clean;
}
