import type { Token } from "markdown-it";
import { cleanLine } from "../clean-text.ts";
import type { TextFilling } from "../templates/fill-text.ts";
import { alignmentOf } from "./attributes.ts";
import { writeKnownHtml } from "./known-html.ts";
import { languageOf, renderAlternative } from "./markdown.ts";
import { type ResolveReference, resolveLink, resolvePicture } from "./references.ts";
import { escapeHtml, writeAttribute } from "./written-html.ts";

/** What decides about the links of a text, and about its template code. */
export interface MarkdownSurroundings {
	readonly resolve: ResolveReference;
	readonly filling: TextFilling;
}

/** The blocks and phrases that are written as markdown-it names them. */
const plainTokens: ReadonlySet<string> = new Set(
	"blockquote bullet_list em heading list_item ordered_list paragraph s strong table tbody td th thead tr"
		.split(" ")
		.flatMap((name) => [`${name}_open`, `${name}_close`]),
);

/**
 * Writes markdown-it's blocks as `renderSafeHtml` gives what they mean: no elements but those that stand here, and no
 * attributes but checked addresses, titles, a code's language, a list's start and a cell's alignment. Undefined where
 * there is something else among them: HTML that needs a parser, footnotes, what else a plugin adds.
 */
export function writeMarkdown(
	tokens: readonly Token[],
	around: MarkdownSurroundings,
): string | undefined {
	let html = "";
	let previous: Token | undefined;
	for (let index = 0; index < tokens.length; index += 1) {
		const token = tokens[index];
		if (token === undefined) break;
		const written =
			token.type === "inline"
				? writePhrases(token.children ?? [], around)
				: writeBlock(token, previous, tokens[index + 1], around);
		if (written === undefined) return undefined;
		html += written;
		previous = token;
	}
	return html;
}

function writePhrases(tokens: readonly Token[], around: MarkdownSurroundings): string | undefined {
	let html = "";
	let link: string | undefined;
	for (const token of tokens) {
		let written: string | undefined;
		if (token.type === "link_open") {
			// Only a plugin's phrase nests links.
			written = link === undefined ? writeLink(token, around) : undefined;
			link = written;
		} else if (token.type === "link_close") {
			written = link === "" ? "" : "</a>";
			link = undefined;
		} else {
			written = writePhrase(token, around);
		}
		if (written === undefined) return undefined;
		html += written;
	}
	return html;
}

function writePhrase(token: Token, around: MarkdownSurroundings): string | undefined {
	switch (token.type) {
		case "text":
			return escapeHtml(around.filling.fillText(token.content));
		case "softbreak":
			return "\n";
		case "hardbreak":
			return "<br />\n";
		case "code_inline":
			return writeCode(token.content, "", around);
		case "image":
			return writeImage(token, around);
		case "html_inline":
			return writeKnownHtml(token.content);
		default:
			return plainTokens.has(token.type) ? writeTag(token) : undefined;
	}
}

/** With the line ends that markdown-it's renderer puts between blocks. */
function writeBlock(
	token: Token,
	previous: Token | undefined,
	next: Token | undefined,
	around: MarkdownSurroundings,
): string | undefined {
	switch (token.type) {
		case "hr":
			return `${lineEndBehind(previous)}<hr />\n`;
		case "code_block":
			return `<pre>${writeCode(token.content, "", around)}</pre>\n`;
		case "fence":
			return `<pre>${writeCode(token.content, languageOf(token), around)}</pre>\n`;
		case "html_block":
			return writeKnownHtml(token.content);
	}
	if (!plainTokens.has(token.type)) return undefined;
	if (token.hidden) return "";
	if (token.nesting === -1) return `${writeTag(token)}\n`;
	const isBeforeText = next?.type === "inline" || next?.hidden === true;
	const isEmpty = next?.nesting === -1 && next.tag === token.tag;
	return lineEndBehind(previous) + writeTag(token) + (isBeforeText || isEmpty ? "" : "\n");
}

/** The paragraph of a tight list's item has no tags whose line could end. */
function lineEndBehind(block: Token | undefined): string {
	return block?.hidden && block.nesting === -1 ? "\n" : "";
}

function writeTag(token: Token): string {
	if (token.nesting === -1) return `</${token.tag}>`;
	return token.attrs === null ? `<${token.tag}>` : `<${token.tag}${writeAttributes(token)}>`;
}

function writeAttributes(token: Token): string {
	if (token.tag === "ol") return writeAttribute("start", attributeOf(token, "start"));
	if (token.tag !== "td" && token.tag !== "th") return "";
	return writeAttribute("align", alignmentOf(attributeOf(token, "style")));
}

/** The tag that opens a link; empty where the link has no address that may be shown. */
function writeLink(token: Token, { resolve, filling }: MarkdownSurroundings): string {
	const href = resolveLink(filling.fillAttribute(attributeOf(token, "href")), resolve);
	const title = filling.fillAttribute(attributeOf(token, "title"));
	return href ? `<a${writeAttribute("href", href)}${writeAttribute("title", title)}>` : "";
}

/** A picture; one without an address leaves its alternative text behind. */
function writeImage(token: Token, { resolve, filling }: MarkdownSurroundings): string {
	const src = resolvePicture(filling.fillAttribute(attributeOf(token, "src")), resolve);
	const alt = filling.fillAttribute(renderAlternative(token));
	const title = filling.fillAttribute(attributeOf(token, "title"));
	if (src === undefined) return escapeHtml(cleanLine(alt));
	const texts = (writeAttribute("alt", alt) || ' alt=""') + writeAttribute("title", title);
	return `<img${writeAttribute("src", src)}${texts} />`;
}

function writeCode(code: string, language: string, { filling }: MarkdownSurroundings): string {
	const name = language && languageClasses(filling.fillCodeAttribute(`language-${language}`));
	return `<code${writeAttribute("class", name)}>${escapeHtml(filling.fillCode(code))}</code>`;
}

/** Template code in the name of a language can have spaces. */
function languageClasses(written: string): string {
	const names = written.split(/\s+/).filter((name) => name.startsWith("language-"));
	return names.join(" ");
}

/** The start of a list is a number there. */
function attributeOf(token: Token, name: string): string {
	return String(token.attrGet(name) ?? "");
}
