/** What XML 1.0 §2.2 (production 2, Char) forbids, surrogates aside, even as a character reference. */
const forbiddenInXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** The line and page breaks that Unicode knows, tabs and spaces; no-break spaces are the author's wish. */
const breakableSpace = /[\t\n\u0020\u0085\u2028\u2029]+/g;

/**
 * Gives the text as any XML 1.0 document can carry it: characters that XML forbids removed, lone surrogates
 * as U+FFFD, no byte order mark at the start, every line end a single LF (requirements 58 and 59).
 * Cleaning twice changes nothing more.
 */
export function cleanText(text: string): string {
	return text
		.toWellFormed()
		.replaceAll(forbiddenInXml, "")
		.replace(/^\uFEFF+/, "")
		.replaceAll(/\r\n?/g, "\n");
}

/** Gives clean text as one line for titles and names: white space collapsed, none at either end. */
export function cleanLine(text: string): string {
	return cleanText(text).replaceAll(breakableSpace, " ").trim();
}
