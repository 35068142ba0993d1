import type { MarkdownIt, StateInline, Token } from "markdown-it";

type Nesting = Token["nesting"];
type Attribute = NonNullable<Token["attrs"]>[number];

/** A token of markdown-it; its own class sets each field by a function for old engines, a third of all parsing. */
class QuickToken implements Token {
	type: string;
	tag: string;
	attrs: Token["attrs"] = null;
	map: Token["map"] = null;
	nesting: Nesting;
	level = 0;
	children: Token["children"] = null;
	content = "";
	markup = "";
	info = "";
	meta: Token["meta"] = null;
	block = false;
	hidden = false;

	constructor(type: string, tag: string, nesting: Nesting) {
		this.type = type;
		this.tag = tag;
		this.nesting = nesting;
	}

	attrIndex(name: string): number {
		return this.attrs?.findIndex(([known]) => known === name) ?? -1;
	}

	attrPush(attribute: Attribute): void {
		if (this.attrs) this.attrs.push(attribute);
		else this.attrs = [attribute];
	}

	attrSet(name: string, value: string | number): void {
		const known = this.attrs?.find((attribute) => attribute[0] === name);
		if (known) known[1] = value;
		else this.attrPush([name, value]);
	}

	attrGet(name: string): string | number | null {
		return this.attrs?.find(([known]) => known === name)?.[1] ?? null;
	}

	attrJoin(name: string, value: string | number): void {
		const known = this.attrGet(name);
		this.attrSet(name, known === null ? value : `${known} ${value}`);
	}
}

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
	markdown.block.State = class extends markdown.block.State {
		override Token = QuickToken;

		override push(type: string, tag: string, nesting: Nesting): Token {
			const token = new QuickToken(type, tag, nesting);
			token.block = true;
			if (nesting < 0) this.level -= 1;
			token.level = this.level;
			if (nesting > 0) this.level += 1;
			this.tokens.push(token);
			return token;
		}
	};

	markdown.inline.State = class extends markdown.inline.State {
		override Token = QuickToken;

		override pushPending(): Token {
			const token = new QuickToken("text", "", 0);
			token.content = this.pending;
			token.level = this.pendingLevel;
			this.tokens.push(token);
			this.pending = "";
			return token;
		}

		override push(type: string, tag: string, nesting: Nesting): Token {
			if (this.pending) this.pushPending();
			const token = new QuickToken(type, tag, nesting);
			if (nesting < 0) {
				this.level -= 1;
				this.delimiters = this._prev_delimiters.pop() ?? [];
			}
			token.level = this.level;
			if (nesting > 0) {
				this.level += 1;
				this._prev_delimiters.push(this.delimiters);
				this.delimiters = [];
			}
			this.pendingLevel = this.level;
			this.tokens.push(token);
			this.tokens_meta.push(nesting > 0 ? { delimiters: this.delimiters } : undefined);
			return token;
		}
	};

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
