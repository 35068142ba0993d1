import { DomUtils } from "htmlparser2";
import type { Body } from "../article.ts";
import { cleanText } from "../clean-text.ts";
import { isMdx } from "../templates/dialect-syntaxes.ts";
import { fillLine } from "../templates/fill-templates.ts";
import { type MaskedText, maskTemplates } from "../templates/mask-templates.ts";
import { placeholdersOfLine, splitPlaceholders } from "../templates/placeholders.ts";
import type { TemplateContext } from "../templates/template-context.ts";
import { type Heading, type Outline, outlineHtml } from "./html-heading.ts";
import { parseHtml } from "./html-tree.ts";
import { parseBlocks, type TemplateMarkdown } from "./markdown.ts";
import { plainCharacters } from "./plain-characters.ts";

/** A title found in a text, and the text without it. */
export interface FoundTitle {
	/** Plain characters, one line. */
	readonly title: string;
	/** With the same number of lines as before, so that places in it stay true. */
	readonly body: Body;
}

/** A heading that begins a text and needs nothing of the rest: no reference that may be defined there, no template code. */
const leadingHeading = /^\n*#{1,6}[ \t][^\n[\uFDD0]*\n/;

/**
 * Gives the first heading of a Markdown or HTML text as its title; without one, the `<title>` of an HTML
 * document. A heading that begins the text is taken out of it, so that it is not shown twice; one further down
 * stays. Plain text has no headings. Template code, as `templates` has it, is no part of a title.
 */
export function findTitle(body: Body, templates?: TemplateContext): FoundTitle | undefined {
	if (body.format === "text" || body.format === "unsupported") return undefined;
	const text = cleanText(body.text);
	const masked = templates ? maskTemplates(text, body.format, templates) : { text, tags: [] };
	const flavor = templates && isMdx(templates) ? "mdx" : "markdown";
	const outline =
		body.format === "markdown" ? outlineMarkdown(masked, flavor) : outlineHtml(masked.text);
	const { heading, isFirst } = firstHeading(outline);
	if (heading) {
		const title = fillLine(heading.title, masked).trim();
		const range = isFirst ? findRange(text, masked, heading.range) : undefined;
		if (title !== "")
			return { title, body: range ? { ...body, text: takeOut(text, range) } : body };
	}
	const title = body.format === "html" ? documentTitle(text) : "";
	return title === "" ? undefined : { title, body };
}

/** Where a range of the masked text lies in the text. */
function findRange(
	text: string,
	masked: MaskedText,
	range: readonly [number, number] | undefined,
): readonly [number, number] | undefined {
	if (range === undefined || masked.tags.length === 0) return range;
	const part = splitPlaceholders(masked.text.slice(...range))
		.map((piece) => (typeof piece === "string" ? piece : (masked.tags[piece]?.source ?? "")))
		.join("");
	const start = text.indexOf(part);
	return part === "" || start < 0 ? undefined : [start, start + part.length];
}

function firstHeading(outline: Iterable<Outline[number]>): {
	readonly heading?: Heading;
	readonly isFirst: boolean;
} {
	let isFirst = true;
	for (const part of outline) {
		if (part !== "other") return { heading: part, isFirst };
		isFirst = false;
	}
	return { isFirst };
}

function* outlineMarkdown(
	{ text, tags }: MaskedText,
	flavor: "markdown" | "mdx",
): Generator<Outline[number]> {
	const heading = flavor === "markdown" ? leadingHeading.exec(text)?.[0] : undefined;
	if (heading !== undefined) {
		const [first] = outlineBlocks({ text: heading, tags, flavor });
		if (first !== undefined && first !== "other") return yield first;
	}
	yield* outlineBlocks({ text, tags, flavor });
}

function* outlineBlocks(markdown: TemplateMarkdown): Generator<Outline[number]> {
	const { text, tags } = markdown;
	const { blocks, renderInline } = parseBlocks(markdown);
	const offsets = lineOffsets(text);
	const offsetOf = (line: number): number => offsets[line] ?? text.length;
	for (const [index, block] of blocks.entries()) {
		if (block.level !== 0 || block.nesting === -1 || !block.map) continue;
		const start = offsetOf(block.map[0]);
		const isInvisible = placeholdersOfLine(block.content.trim())?.every((index) =>
			["hidden", "lost"].includes(tags[index]?.meaning.type ?? ""),
		);
		if (isInvisible) continue;
		if (block.type === "html_block") {
			for (const part of outlineHtml(block.content)) yield movePart(part, start);
		} else if (block.type === "heading_open") {
			const html = renderInline(blocks[index + 1]?.content ?? "");
			const title = plainCharacters(parseHtml(html).children);
			yield title === "" ? "other" : { title, range: [start, offsetOf(block.map[1])] };
		} else {
			yield "other";
		}
	}
}

function movePart(part: Outline[number], by: number): Outline[number] {
	if (part === "other" || !part.range) return part;
	const [start, end] = part.range;
	return { ...part, range: [start + by, end + by] };
}

/** The text without what stands in the range, but with all its line ends. */
function takeOut(text: string, [start, end]: readonly [number, number]): string {
	const lineEnds = text.slice(start, end).replaceAll(/[^\n]/g, "");
	return text.slice(0, start) + lineEnds + text.slice(end);
}

function documentTitle(text: string): string {
	const [element] = DomUtils.getElementsByTagName("title", parseHtml(text).children, true, 1);
	return element ? plainCharacters(element.children) : "";
}

/** The offset of each line's first character, and of the text's end. */
function lineOffsets(text: string): readonly number[] {
	return [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1), text.length];
}
