import { DomUtils } from "htmlparser2";
import type { Body } from "../article.ts";
import { cleanText } from "../clean-text.ts";
import { isMdx } from "../templates/dialect-syntaxes.ts";
import { fillLine } from "../templates/fill-templates.ts";
import { type MaskedText, maskTemplates } from "../templates/mask-templates.ts";
import { placeholdersOfLine, splitPlaceholders } from "../templates/placeholders.ts";
import type { TemplateContext } from "../templates/template-context.ts";
import { type Outline, outlineHtml } from "./html-heading.ts";
import { parseHtml } from "./html-tree.ts";
import { parseMarkdown, renderInlineTokens } from "./markdown.ts";
import { plainCharacters } from "./plain-characters.ts";

/** A title found in a text, and the text without it. */
export interface FoundTitle {
	/** Plain characters, one line. */
	readonly title: string;
	/** With the same number of lines as before, so that places in it stay true. */
	readonly body: Body;
}

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
	const index = outline.findIndex((part) => part !== "other");
	const heading = outline[index];
	if (heading !== undefined && heading !== "other") {
		const title = fillLine(heading.title, masked).trim();
		const range = index === 0 ? findRange(text, masked, heading.range) : undefined;
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

function outlineMarkdown({ text, tags }: MaskedText, flavor: "markdown" | "mdx"): Outline {
	const tokens = parseMarkdown({ text, tags, flavor });
	const offsets = lineOffsets(text);
	const offsetOf = (line: number): number => offsets[line] ?? text.length;
	return tokens.flatMap((token, index): Outline => {
		if (token.level !== 0 || token.nesting === -1 || !token.map) return [];
		const start = offsetOf(token.map[0]);
		const invisible = placeholdersOfLine(token.content.trim())?.every((index) =>
			["hidden", "lost"].includes(tags[index]?.meaning.type ?? ""),
		);
		if (invisible) return [];
		if (token.type === "html_block") {
			return outlineHtml(token.content).map((part) => movePart(part, start));
		}
		if (token.type !== "heading_open") return ["other"];
		const html = renderInlineTokens(tokens[index + 1]?.children ?? []);
		const title = plainCharacters(parseHtml(html).children);
		return title === "" ? ["other"] : [{ title, range: [start, offsetOf(token.map[1])] }];
	});
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
