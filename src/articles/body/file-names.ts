/** What cannot be told from the end of a file's name: it may be part of it, or stand before it. Not zero: by its code. */
const delimiters = new Uint8Array(128);
for (const character of " \t\n\"'()<>[]{}|,;=/\\") delimiters[character.charCodeAt(0)] = 1;
/** Longer ones are no endings of files that anybody publishes. */
const longestEnding = 8;

/**
 * The ends of what may be names of files in a text, each once: whatever stands before a dot and a few letters or digits,
 * back to a blank, a bracket, a quotation mark or a slash.
 */
export function findFileNames(text: string): string[] {
	const names = new Set<string>();
	for (let dot = text.indexOf("."); dot >= 0; dot = text.indexOf(".", dot + 1)) {
		let end = dot + 1;
		while (isLetterOrDigit(text.charCodeAt(end))) end += 1;
		const length = end - dot - 1;
		if (length === 0 || length > longestEnding) continue;
		let start = dot;
		while (start > 0 && !delimiters[text.charCodeAt(start - 1)]) start -= 1;
		names.add(text.slice(start, end));
	}
	return [...names];
}

/** Whether a text in which these were found may name a file; a name without a usual ending it may always. */
export function mayNameFile(found: readonly string[], fileName: string): boolean {
	if (!/\.[a-z0-9]{1,8}$/i.test(fileName)) return true;
	const spellings = [
		fileName,
		encodeURI(fileName),
		encodeURIComponent(fileName),
		fileName.replaceAll("&", "&amp;"),
	];
	return found.some((name) =>
		spellings.some((spelling) => spelling.endsWith(name) || name.endsWith(spelling)),
	);
}

function isLetterOrDigit(code: number): boolean {
	return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}
