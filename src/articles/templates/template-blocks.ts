import type { Env, MarkdownIt, StateBlock } from "markdown-it";
import { placeholdersOfLine } from "./placeholders.ts";
import type { TemplateTag } from "./template-tag.ts";

/** What the rule needs to know of a text. */
interface TemplateEnv extends Env {
	readonly templateTags?: readonly TemplateTag[];
	templateDepth?: number;
}

/** Deeper nesting is rendered flat. */
const deepest = 20;

/**
 * A markdown-it plugin: a line of nothing but tags is a block of its own, as it is to every generator, which leaves a
 * blank line or HTML in its place; and what is indented between two such lines (MDX, `!!!`) counts its columns from there.
 */
export function templateBlocks(markdown: MarkdownIt): void {
	markdown.block.ruler.before("table", "template", readTemplateLine, {
		alt: ["paragraph", "reference", "blockquote", "list", "table"],
	});
}

function readTemplateLine(
	state: StateBlock,
	startLine: number,
	endLine: number,
	silent: boolean,
): boolean {
	const env: TemplateEnv = state.env;
	if (env.templateTags === undefined) return false;
	if ((state.sCount[startLine] ?? 0) - state.blkIndent >= 4) return false;
	const indices = readLine(state, startLine);
	const tags = indices?.map((index) => env.templateTags?.[index]);
	if (indices === undefined || !tags?.every((tag) => tag !== undefined && isBlock(tag)))
		return false;
	if (silent) return true;
	const token = state.push("html_block", "", 0);
	token.content = `${state.getLines(startLine, startLine + 1, state.blkIndent, false).trim()}\n`;
	token.map = [startLine, startLine + 1];
	state.line = startLine + 1;
	const open = tags.find(
		(tag, at) => tag?.role === "open" && !indices.slice(at).includes(tag.partner ?? -1),
	);
	if (open?.partner !== undefined) readInside(state, env, open.partner, endLine);
	return true;
}

/** Reads the lines up to the closing tag's, if they all stand further in than their surroundings. */
function readInside(state: StateBlock, env: TemplateEnv, partner: number, endLine: number): void {
	const { templateDepth = 0 } = env;
	if (templateDepth >= deepest) return;
	const first = state.line;
	let indent = Number.POSITIVE_INFINITY;
	let last = first;
	for (; last < endLine; last += 1) {
		if (readLine(state, last)?.includes(partner)) break;
		if (state.isEmpty(last)) continue;
		indent = Math.min(indent, state.sCount[last] ?? 0);
		if (indent <= state.blkIndent) return;
	}
	if (last >= endLine || !Number.isFinite(indent)) return;
	const { blkIndent, lineMax } = state;
	state.blkIndent = indent;
	state.lineMax = last;
	env.templateDepth = templateDepth + 1;
	state.md.block.tokenize(state, first, last);
	env.templateDepth = templateDepth;
	state.blkIndent = blkIndent;
	state.lineMax = lineMax;
	state.line = last;
}

function readLine(state: StateBlock, line: number): readonly number[] | undefined {
	const start = (state.bMarks[line] ?? 0) + (state.tShift[line] ?? 0);
	if (state.src.charCodeAt(start) !== 0xfdd0) return undefined;
	return placeholdersOfLine(state.src.slice(start, state.eMarks[line]));
}

/** A value is a word of the text around it. */
function isBlock({ meaning }: TemplateTag): boolean {
	return meaning.type !== "text" && meaning.type !== "address";
}
