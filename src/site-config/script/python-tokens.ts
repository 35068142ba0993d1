/** A piece of Python source. `end` is the end of a statement. */
export interface PythonToken {
	readonly kind: "name" | "number" | "text" | "sign" | "end";
	/** As written. */
	readonly text: string;
	/** What a text stands for; empty for other kinds. */
	readonly value: string;
	readonly offset: number;
	/** Counted from 1. */
	readonly column: number;
}

const blank = /[ \t\f]+|\\\r?\n|#[^\n]*/y;
const name = /[\p{L}_][\p{L}\p{N}_]*/uy;
const number = /\d[\d_]*(?:\.\d*)?(?:[eE][+-]?\d+)?/y;
const text =
	/([rRuUbBfF]{0,2})("""(?:[^\\]|\\[\s\S])*?"""|'''(?:[^\\]|\\[\s\S])*?'''|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*')/y;

/**
 * Cuts Python source into tokens (Python's reference, chapter 2). Inside brackets a line end ends no statement. What
 * cannot be a token becomes a sign. Never throws.
 */
export function tokenizePython(source: string): PythonToken[] {
	const tokens: PythonToken[] = [];
	let offset = 0;
	let lineStart = 0;
	let depth = 0;

	function take(pattern: RegExp): RegExpExecArray | null {
		pattern.lastIndex = offset;
		return pattern.exec(source);
	}

	function push(kind: PythonToken["kind"], written: string, value = ""): void {
		tokens.push({ kind, text: written, value, offset, column: offset - lineStart + 1 });
		offset += written.length;
	}

	while (offset < source.length) {
		const skipped = take(blank)?.[0];
		if (skipped) {
			offset += skipped.length;
			continue;
		}
		const letter = source[offset] ?? "";
		const string = take(text);
		const word = take(name)?.[0];
		const digits = take(number)?.[0];
		if (letter === "\n") {
			if (depth === 0) push("end", letter);
			else offset += 1;
			lineStart = offset;
		} else if (string) push(isFormatted(string[1]) ? "sign" : "text", string[0], textOf(string));
		else if (word) push("name", word);
		else if (digits) push("number", digits);
		else {
			if ("([{".includes(letter)) depth += 1;
			if (")]}".includes(letter)) depth = Math.max(0, depth - 1);
			push("sign", letter);
		}
	}
	return tokens;
}

/** An f-string holds expressions, bytes are no text. */
function isFormatted(prefix: string | undefined): boolean {
	return /[fb]/i.test(prefix ?? "");
}

function textOf([, prefix = "", quoted = ""]: RegExpExecArray): string {
	const width = /^(?:"""|''')/.test(quoted) ? 3 : 1;
	const inside = quoted.slice(width, -width);
	return /r/i.test(prefix) ? inside : inside.replaceAll(escapeSequence, readEscape);
}

const escapeSequence = /\\(?:\r?\n|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([\s\S]))/g;
const plainEscapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r" };

function readEscape(whole: string, ...groups: (string | undefined)[]): string {
	const [hex2, hex4, hex8, letter] = groups;
	const code = hex2 ?? hex4 ?? hex8;
	if (code !== undefined) {
		const point = Number.parseInt(code, 16);
		return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
	}
	if (letter === undefined) return "";
	if (letter in plainEscapes) return plainEscapes[letter] ?? letter;
	return "\\'\"".includes(letter) ? letter : whole;
}
