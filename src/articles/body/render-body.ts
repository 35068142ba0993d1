import type { Body } from "../article.ts";
import { cleanText } from "../clean-text.ts";
import { fillTemplates } from "../templates/fill-templates.ts";
import { maskTemplates } from "../templates/mask-templates.ts";
import type { TemplateContext } from "../templates/template-context.ts";
import { parseHtml } from "./html-tree.ts";
import { renderInlineMarkdown } from "./markdown.ts";
import { plainCharacters } from "./plain-characters.ts";
import { renderPlainText } from "./plain-text.ts";
import type { ResolveReference } from "./references.ts";
import { parseMarkdownSource, renderDirectly, renderThroughHtml } from "./render-markdown.ts";
import { type BodySource, type RenderedBody, renderNodes } from "./render-nodes.ts";

export { findTitle } from "./find-title.ts";
export type { RenderedBody, ResolveReference, TemplateContext };

/**
 * Renders an author's text. `resolve` decides what becomes of each link and picture (requirements 58 to 61); `templates`
 * says what template code it may hold: none without it.
 */
export function renderBody(
	body: Body,
	resolve: ResolveReference,
	templates?: TemplateContext,
): RenderedBody {
	const source = readBody(body, templates);
	switch (body.format) {
		case "markdown": {
			const markdown = parseMarkdownSource(source);
			return renderDirectly(markdown, resolve) ?? renderThroughHtml(markdown, resolve);
		}
		case "html":
			return renderNodes(parseHtml(source.text).children, source, resolve);
		case "text":
			return renderNodes(parseHtml(renderPlainText(source.text)).children, source, resolve);
		case "unsupported":
			return renderNodes([], source, resolve);
	}
}

/** Takes the template code out of a text. */
export function readBody(
	{ format, text }: Body,
	templates: TemplateContext | undefined,
): BodySource {
	const clean = cleanText(text);
	const masked = templates ? maskTemplates(clean, format, templates) : { text: clean, tags: [] };
	return { ...masked, mayHoldAlerts: text.includes("[!"), templates };
}

/** Gives an author's own summary, inline Markdown, HTML or plain text, as plain characters in one line. */
export function renderSummary(text: string, templates?: TemplateContext): string {
	const clean = cleanText(text);
	if (!templates) return plainCharacters(parseHtml(renderInlineMarkdown(clean)).children);
	const masked = maskTemplates(clean, "markdown", templates);
	const { children } = parseHtml(renderInlineMarkdown(masked.text));
	return plainCharacters(fillTemplates(children, masked, templates, () => undefined).nodes);
}
