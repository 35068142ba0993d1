import type { Env, MarkdownIt, StateBlock, StateInline, Token } from "markdown-it";
import { type Nesting, QuickToken } from "./quick-token.ts";

type BlockState = new (src: string, md: MarkdownIt, env: Env, tokens: Token[]) => StateBlock;
type Marks = Pick<StateBlock, "bMarks" | "eMarks" | "tShift" | "sCount" | "bsCount">;

/** The state of parsing blocks; markdown-it's own looks at every character to find the lines. */
export function quickBlockState(State: BlockState): BlockState {
	return class extends State {
		override Token = QuickToken;

		constructor(src: string, md: MarkdownIt, env: Env, tokens: Token[]) {
			super("", md, env, tokens);
			this.src = src;
			markLines(src, this);
			this.lineMax = this.bMarks.length - 1;
		}

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
}

/** Where each line begins and ends, and what blanks it begins with; then a line behind the last one. */
function markLines(src: string, { bMarks, eMarks, tShift, sCount, bsCount }: Marks): void {
	// The line that stands for the end of an empty text is there already.
	bMarks.length = eMarks.length = tShift.length = sCount.length = bsCount.length = 0;
	const mark = (start: number, end: number, shift: number, columns: number): void => {
		bMarks.push(start);
		eMarks.push(end);
		tShift.push(shift);
		sCount.push(columns);
		bsCount.push(0);
	};
	for (let start = 0; start < src.length; ) {
		let text = start;
		let columns = 0;
		for (let code = src.charCodeAt(text); code === 32 || code === 9; code = src.charCodeAt(text)) {
			columns += code === 9 ? 4 - (columns % 4) : 1;
			text += 1;
		}
		// Blanks at a text's end are no line.
		if (text === src.length) break;
		const lineEnd = src.indexOf("\n", text);
		const end = lineEnd < 0 ? src.length : lineEnd;
		mark(start, end, text - start, columns);
		start = end + 1;
	}
	mark(src.length, src.length, 0, 0);
}

type InlineState = new (src: string, md: MarkdownIt, env: Env, tokens: Token[]) => StateInline;

/** The state of parsing phrases; markdown-it's own sets each field by a function for old engines, in every paragraph. */
export function quickInlineState({ prototype }: { prototype: StateInline }): InlineState {
	const { scanDelims } = prototype;
	return class implements StateInline {
		src: string;
		env: Env;
		md: MarkdownIt;
		tokens: Token[];
		tokens_meta: StateInline["tokens_meta"];
		pos = 0;
		posMax: number;
		level = 0;
		pending = "";
		pendingLevel = 0;
		cache: StateInline["cache"] = {};
		backticks: StateInline["backticks"] = {};
		backticksScanned = false;
		skipHtmlSpecial = false;
		linkLevel = 0;
		delimiters: StateInline["delimiters"] = [];
		_prev_delimiters: StateInline["_prev_delimiters"] = [];
		Token = QuickToken;

		constructor(src: string, md: MarkdownIt, env: Env, tokens: Token[]) {
			this.src = src;
			this.env = env;
			this.md = md;
			this.tokens = tokens;
			this.tokens_meta = new Array(tokens.length);
			this.posMax = src.length;
		}

		pushPending(): Token {
			const token = new QuickToken("text", "", 0);
			token.content = this.pending;
			token.level = this.pendingLevel;
			this.tokens.push(token);
			this.pending = "";
			return token;
		}

		push(type: string, tag: string, nesting: Nesting): Token {
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

		scanDelims(start: number, canSplitWord: boolean): ReturnType<typeof scanDelims> {
			return scanDelims.call(this, start, canSplitWord);
		}
	};
}
