/** What XML 1.0 §2.2 (production 2, Char) forbids, surrogates aside, even as a character reference. */
const forbiddenInXml = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** Whatever cleaning may change, surrogates and a byte order mark aside. */
const unclean = /[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/;

/** The line and page breaks that Unicode knows, tabs and spaces; no-break spaces are the author's wish. */
const breakableSpace = /[\t\n\u0020\u0085\u2028\u2029]+/g;

/**
 * Gives the text as any XML 1.0 document can carry it: characters that XML forbids removed, lone surrogates
 * as U+FFFD, no byte order mark at the start, every line end a single LF (requirements 58 and 59).
 * Cleaning twice changes nothing more.
 */
export function cleanText(text: string): string {
	// Most texts are clean: one look costs half of what the replacements do.
	if (text.isWellFormed() && !unclean.test(text) && !text.startsWith("\uFEFF")) return text;
	const clean = text
		.toWellFormed()
		.replaceAll(forbiddenInXml, "")
		.replace(/^\uFEFF+/, "");
	return clean.includes("\r") ? clean.replaceAll(/\r\n?/g, "\n") : clean;
}

/** Whatever cleaning a line may change, blanks at its ends aside. */
const uncleanInLine = /[\u0000-\u001F\u0085\u2028\u2029\uD800-\uDFFF\uFEFF\uFFFE\uFFFF]| {2}/;

/** Gives clean text as one line for titles and names: white space collapsed, none at either end. */
export function cleanLine(text: string): string {
	// Most lines are clean: one look costs less than five replacements.
	if (!uncleanInLine.test(text)) return text.trim();
	return cleanText(text).replaceAll(breakableSpace, " ").trim();
}
