import MarkdownIt, { type MarkdownIt as Parser, type Token } from "markdown-it";
import footnotes from "markdown-it-footnote";
import taskLists from "markdown-it-task-lists";
import { templateBlocks } from "../templates/template-blocks.ts";
import type { TemplateTag } from "../templates/template-tag.ts";

import { quickParsing } from "./quick-parsing.ts";

/**
 * CommonMark with tables, strikethrough, footnotes and task lists, as authors know it from where they write.
 * Bare addresses stay text and quotes stay as typed: what stands in an article is its author's.
 */
const markdown = createMarkdown();

/** MDX has no code by indentation: what stands within a component is indented ("What is MDX? › Markdown"). */
const mdx = createMarkdown().disable("code");

/** Markdown whose template code is masked, and of what kind it is. */
export interface TemplateMarkdown {
	readonly text: string;
	readonly tags: readonly TemplateTag[];
	readonly flavor: "markdown" | "mdx";
}

function createMarkdown(): Parser {
	const parser = new MarkdownIt({ html: true, linkify: false, typographer: false })
		.use(footnotes)
		.use(taskLists)
		.use(templateBlocks)
		.use(quickParsing);
	// Texts are clean: their line ends are `\n`, and none holds U+0000.
	parser.core.ruler.disable("normalize");
	// A link that markdown-it refuses would stand in the text with its brackets; safe HTML takes the address away.
	parser.validateLink = () => true;
	return parser;
}

/** Gives a clean line of Markdown without blocks (`1. May` begins no list) as HTML, with whatever HTML it holds: not safe yet. */
export function renderInlineMarkdown(text: string): string {
	return markdown.renderInline(text);
}

/** Gives the blocks of clean Markdown with their inline content. The placeholders stay. */
export function parseMarkdown({ text, tags, flavor }: TemplateMarkdown): Token[] {
	return (flavor === "mdx" ? mdx : markdown).parse(text, { templateTags: tags });
}

/** Gives the HTML of blocks, with whatever HTML their author wrote: not safe yet. The placeholders stay. */
export function renderTokens(tokens: Token[]): string {
	return markdown.renderer.render(tokens, markdown.options, {});
}

/** The blocks of Markdown, of whose inline content only what is asked for is parsed. */
export interface MarkdownBlocks {
	/** Each block's `map` holds its lines, counted from 0. */
	readonly blocks: readonly Token[];
	/** Gives the HTML of a block's inline content, with whatever HTML it holds: not safe yet. */
	renderInline(content: string): string;
}

/** Gives the blocks of clean Markdown, without definitions of references. The placeholders stay. */
export function parseBlocks({ text, tags, flavor }: TemplateMarkdown): MarkdownBlocks {
	const parser = flavor === "mdx" ? mdx : markdown;
	const env = { templateTags: tags };
	const tokens: Token[] = [];
	parser.block.parse(text, parser, env, tokens);
	return {
		blocks: tokens.filter(({ type }) => type !== "reference_definition"),
		renderInline: (content) => parser.renderInline(content, env),
	};
}

/** CommonMark §6.4: "the plain string content of the image description"; raw HTML stands in it as typed. */
export function renderAlternative(image: Token): string {
	return markdown.renderer.renderInlineAsText(image.children ?? [], markdown.options, {});
}

/** The language of a fenced code block, from its info string (CommonMark §4.5): its first word, or nothing. */
export function languageOf(fence: Token): string {
	return markdown.utils.unescapeAll(fence.info).trim().split(/\s/, 1)[0] ?? "";
}
