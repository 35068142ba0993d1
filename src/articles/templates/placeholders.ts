/**
 * A tag's placeholder: its index between two noncharacters, which no clean text holds (Unicode, section 23.7: for
 * internal use). Markdown takes it for a word, wherever it stands: in a link's address, a table, an attribute.
 */
export function placeholderOf(index: number): string {
	return `\uFDD0${index}\uFDD1`;
}

/** Takes out of a text what could be mistaken for a placeholder. */
export function removePlaceholders(text: string): string {
	return text.replaceAll(/[\uFDD0\uFDD1]/g, "\uFFFD");
}

/** Gives the parts of a text in order: plain characters, and the indices of tags. */
export function splitPlaceholders(text: string): readonly (string | number)[] {
	if (!text.includes("\uFDD0") && !text.includes("%EF%B7%90")) return [text];
	const parts: (string | number)[] = [];
	let end = 0;
	// In addresses Markdown percent-encodes them.
	for (const match of text.matchAll(/(?:\uFDD0|%EF%B7%90)(\d+)(?:\uFDD1|%EF%B7%91)/g)) {
		if (match.index > end) parts.push(text.slice(end, match.index));
		parts.push(Number(match[1]));
		end = match.index + match[0].length;
	}
	if (end < text.length) parts.push(text.slice(end));
	return parts;
}

/** Gives the indices of a line that holds placeholders and blanks only; undefined for any other. */
export function placeholdersOfLine(line: string): readonly number[] | undefined {
	if (!/^(?:\uFDD0\d+\uFDD1[ \t]*)+$/.test(line)) return undefined;
	return Array.from(line.matchAll(/\d+/g), ([digits]) => Number(digits));
}
