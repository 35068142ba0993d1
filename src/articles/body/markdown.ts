import MarkdownIt, { type Token } from "markdown-it";
import footnotes from "markdown-it-footnote";
import taskLists from "markdown-it-task-lists";

/**
 * CommonMark with tables, strikethrough, footnotes and task lists, as authors know it from where they write.
 * Bare addresses stay text and quotes stay as typed: what stands in an article is its author's.
 */
const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false })
	.use(footnotes)
	.use(taskLists);

// A link that markdown-it refuses would stand in the text with its brackets; safe HTML takes the address away.
markdown.validateLink = () => true;

/** Gives Markdown as HTML, with whatever HTML its author wrote: not safe yet. */
export function renderMarkdown(text: string): string {
	return markdown.render(text);
}

/** As `renderMarkdown`, for a line without blocks: `1. May` begins no list. */
export function renderInlineMarkdown(text: string): string {
	return markdown.renderInline(text);
}

/** Gives the blocks and inline content of Markdown; a block's `map` holds its lines, counted from 0. */
export function parseMarkdown(text: string): readonly Token[] {
	return markdown.parse(text, {});
}

/** Gives the HTML of one block's inline content. */
export function renderInlineTokens(tokens: readonly Token[]): string {
	return markdown.renderer.renderInline([...tokens], markdown.options, {});
}
