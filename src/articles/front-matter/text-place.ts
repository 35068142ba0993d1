import type { Place } from "../../faults/fault.ts";

/** A text without a byte order mark and with `\n` alone at its line ends; its line numbers stay what they were. */
export function normalizeLineEnds(text: string): string {
	const withoutMark = text.replace(/^\uFEFF/, "");
	return withoutMark.includes("\r") ? withoutMark.replaceAll(/\r\n?/g, "\n") : withoutMark;
}

/** The place of an offset in a text whose lines end in `\n`; an offset outside of it counts as its nearest end. */
export function placeAt(text: string, offset: number, file: string): Place {
	const inside = Math.max(0, Math.min(offset, text.length));
	const lineStart = text.lastIndexOf("\n", inside - 1) + 1;
	return {
		file,
		line: countLines(text.slice(0, lineStart)),
		column: inside - lineStart + 1,
	};
}

/** The number of the line, counted from 1, in which whatever follows `text` stands. */
export function countLines(text: string): number {
	let lines = 1;
	for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines += 1;
	return lines;
}

/** The offset of a line and column, both counted from 1; the text's end where it has no such line. */
export function offsetOf(text: string, line: number, column: number): number {
	let lineStart = 0;
	for (let number = 1; number < line; number += 1) {
		const lineEnd = text.indexOf("\n", lineStart);
		if (lineEnd < 0) return text.length;
		lineStart = lineEnd + 1;
	}
	return Math.min(lineStart + column - 1, text.length);
}
