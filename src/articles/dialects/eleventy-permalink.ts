/** Expressions of Liquid and Nunjucks in permalinks that say no more than a pattern can, without blanks. */
const expressions: readonly (readonly [RegExp, string])[] = [
	[/^page\.fileSlug(?:\|slug(?:ify)?)?$/, ":slug"],
	[/^page\.filePathStem$/, ":stem"],
	[/^title\|slug(?:ify)?$/, ":title_slug"],
	[/^slug(?:\|slug(?:ify)?)?$/, ":slug_key"],
];

/** What a date is formatted with: Liquid's `date` (strftime), and Luxon's or Day.js' tokens in filters of sites. */
const dateTokens: readonly (readonly [RegExp, string])[] = [
	[/%Y|yyyy|YYYY/g, ":year"],
	[/%m|MM/g, ":month"],
	[/%d|dd|DD/g, ":day"],
	[/%-m/g, ":i_month"],
	[/%-d/g, ":i_day"],
];

/**
 * A permalink of Eleventy as a pattern: the expressions that name the file's slug, its path, the title's slug or a part
 * of the date become words; others stay as they are, and are refused later. Nothing is run.
 */
export function expandEleventyPermalink(written: string): string {
	return written.replaceAll(/\{\{-?\s*(.*?)\s*-?\}\}/g, (whole, expression: string) => {
		const bare = expression.replaceAll(/\s*([|:(),])\s*/g, "$1");
		return expressions.find(([form]) => form.test(bare))?.[1] ?? expandDate(bare) ?? whole;
	});
}

function expandDate(expression: string): string | undefined {
	const format = /^(?:page\.)?date\|[a-zA-Z]*[dD]ate[a-zA-Z]*[:(]["']([^"']+)["']\)?$/.exec(
		expression,
	)?.[1];
	if (format === undefined) {
		// `toDatePath` and the like: year, month and day as folders.
		return /^(?:page\.)?date\|\w*datepath$/i.test(expression) ? ":year/:month/:day" : undefined;
	}
	const words = dateTokens.reduce((text, [token, word]) => text.replaceAll(token, word), format);
	return /%|[A-Z]/.test(words) ? undefined : words;
}
