const containerPrefix = /[ \t]*(?:(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))[ \t]*)*/y;

/** Gives the offset at which the content of a line begins: behind blanks, `>` and list markers. */
export function contentStart(text: string, lineStart: number): number {
	containerPrefix.lastIndex = lineStart;
	return containerPrefix.exec(text) ? containerPrefix.lastIndex : lineStart;
}

/**
 * Gives the offset behind the fenced code block (CommonMark §4.5) whose line begins at `lineStart` and whose content
 * begins at `start`; undefined where none begins. One without an end goes to the end of its quote, else of the text; what
 * stands four columns in and has no end is indented code that shows a fence.
 */
export function endOfFence(text: string, lineStart: number, start: number): number | undefined {
	const [opening, fence = ""] = /^(`{3,}|~{3,})[^\n]*/.exec(text.slice(start, start + 1000)) ?? [];
	if (opening === undefined) return undefined;
	if (fence.startsWith("`") && opening.slice(fence.length).includes("`")) return undefined;
	const prefix = text.slice(lineStart, start);
	const isQuoted = prefix.includes(">");
	const closing = new RegExp(`^[ \\t>]*${fence[0]}{${fence.length},}[ \\t]*$`);
	let at = text.indexOf("\n", start) + 1;
	while (at > 0 && at < text.length) {
		const end = lineEnd(text, at);
		const line = text.slice(at, end);
		if (closing.test(line)) return end;
		if (isQuoted && !/^[ \t]*>/.test(line)) return at;
		at = end + 1;
	}
	return /^[ \t]*(?: {4}|\t)/.test(prefix) && prefix.trim() === "" ? undefined : text.length;
}

/** The runs of backticks of one paragraph, for finding the end of a code span without going back and forth. */
export interface SpanRuns {
	/** Offset behind the paragraph. */
	readonly end: number;
	/** Offsets of runs from the paragraph's start, by length. */
	readonly starts: ReadonlyMap<number, readonly number[]>;
}

/** Where a paragraph ends: blank lines, and lines that begin another block. */
const paragraphEnd =
	/\n(?=[ \t>]*(?:\n|$|[-*+][ \t]|\d{1,9}[.)][ \t]|#{1,6}[ \t]|`{3}|~{3}|\|))|$(?![\s\S])/g;

/** Finds the runs of backticks from an offset to the end of its paragraph (a heading ends with its line). */
export function findSpanRuns(text: string, from: number): SpanRuns {
	const lineStart = text.lastIndexOf("\n", from - 1) + 1;
	const isOneLine = /^[ \t>]*(?:#{1,6}[ \t]|\|)/.test(text.slice(lineStart, lineStart + 200));
	paragraphEnd.lastIndex = from;
	const end = isOneLine ? lineEnd(text, from) : (paragraphEnd.exec(text)?.index ?? text.length);
	const starts = new Map<number, number[]>();
	for (const match of text.slice(from, end).matchAll(/`+/g)) {
		const known = starts.get(match[0].length) ?? [];
		starts.set(match[0].length, known);
		known.push(from + match.index);
	}
	return { end, starts };
}

/** Gives the offset behind the code span (CommonMark §6.1) that a run of backticks begins; undefined where it begins none. */
export function endOfSpan(runs: SpanRuns, start: number, length: number): number | undefined {
	const starts = runs.starts.get(length) ?? [];
	let low = 0;
	let high = starts.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if ((starts[middle] ?? 0) > start) high = middle;
		else low = middle + 1;
	}
	const closing = starts[low];
	return closing === undefined ? undefined : closing + length;
}

function lineEnd(text: string, from: number): number {
	const end = text.indexOf("\n", from);
	return end < 0 ? text.length : end;
}
