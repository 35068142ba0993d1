import type { MarkdownIt, StateInline } from "markdown-it";
import { quickBlockState, quickInlineState } from "./quick-states.ts";

/** Where a phrase may begin or a line ends; at any other character no rule of ours begins. */
const textEnd = /[\n!&*<[\\\]^_`~]/g;

/** An address in which there is nothing to encode. */
const plainAddress =
	/^(?:https?:\/\/[a-z0-9-]{1,60}(?:\.[a-z0-9-]{1,60}){0,3}(?=[/?#]|$)|(?!\/\/))[\w./~-]*(?:\?[\w.=&-]*)?(?:#[\w.-]*)?$/;

/**
 * A markdown-it plugin: the same tokens in less time. Typographic replacements and bare links (`linkify`) need
 * what it leaves out.
 */
export function quickParsing(markdown: MarkdownIt): void {
	markdown.block.State = quickBlockState(markdown.block.State);
	markdown.inline.State = quickInlineState(markdown.inline.State);
	markdown.inline.ruler.at("text", readText);

	const normalizeLink = markdown.normalizeLink.bind(markdown);
	markdown.normalizeLink = (url) => (plainAddress.test(url) ? url : normalizeLink(url));
}

/** As markdown-it's own rule, which stops at every character that some plugin might want. */
function readText(state: StateInline, silent: boolean): boolean {
	textEnd.lastIndex = state.pos;
	const end = textEnd.test(state.src)
		? Math.min(textEnd.lastIndex - 1, state.posMax)
		: state.posMax;
	if (end === state.pos) return false;
	if (!silent) state.pending += state.src.slice(state.pos, end);
	state.pos = end;
	return true;
}
