import type { Scan } from "./scan.ts";

/** The longest tag that is looked for: an author's is a few lines. */
const longestTag = 20_000;

/**
 * Gives the offset of the delimiter that ends the tag whose content begins at `from`, or -1. A delimiter in quotes does
 * not count, if the quotes are closed on their line; a blank line, a code span's backtick (unless it is a quote here) or
 * another tag's beginning says that no tag stands here.
 */
export function findTagEnd(
	scan: Scan,
	from: number,
	closer: string,
	quotes: readonly string[],
): number {
	const first = scan.indexOf(closer, from);
	if (first < 0 || first - from > longestTag) return -1;
	const { text } = scan;
	const limit = Math.min(text.length, from + longestTag);
	for (let at = from; at < limit; at += 1) {
		const character = text[at] ?? "";
		if (text.startsWith(closer, at)) return at;
		if (quotes.includes(character) && !/[\p{L}\p{N}]/u.test(text[at - 1] ?? "")) {
			const end = endOfQuote(text, at, limit);
			if (end > 0) at = end;
			else if (character === "`") return -1;
		} else if (character === "`") return -1;
		else if (character === "\n" && /^\n[ \t>]*\n/.test(text.slice(at, at + 200))) return -1;
		else if (character === "{" && /^\{[{%]/.test(text.slice(at, at + 2))) return -1;
	}
	return -1;
}

function endOfQuote(text: string, start: number, limit: number): number {
	const quote = text[start];
	for (let at = start + 1; at < limit; at += 1) {
		if (text[at] === "\\" && quote !== "`") at += 1;
		else if (text[at] === quote) return at;
		else if (text[at] === "\n" && quote !== "`" && /^\n[ \t>]*\n/.test(text.slice(at, at + 200)))
			return -1;
	}
	return -1;
}

/**
 * Gives the lines between two tags without the indentation or the `>` that the opening tag's own line has, and without
 * the line ends next to the tags.
 */
export function innerLines(text: string, tagStart: number, from: number, to: number): string {
	const lineStart = text.lastIndexOf("\n", tagStart - 1) + 1;
	const prefix = text.slice(lineStart, tagStart);
	const inner = text.slice(from, to).replace(/^[ \t]*\n/, "");
	const body = inner.replace(/\n[ \t>]*$/, "\n");
	if (!/^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?$/.test(prefix)) return body;
	const columns = prefix.includes(">") ? /^[ \t>]*/ : /^[ \t]*/;
	return body.replaceAll(/^.+$/gm, (line) =>
		line.slice(Math.min(prefix.length, columns.exec(line)?.[0].length ?? 0)),
	);
}
