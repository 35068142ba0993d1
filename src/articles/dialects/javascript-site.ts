import type { Dialect } from "./dialect.ts";
import { foreign } from "./foreign.ts";

/**
 * What sites have in common whose own JavaScript reads their articles: dates as its `Date` takes them, and a field for
 * the date that each template calls otherwise. `baseName` gives the name of a file, or of the folder that it stands for.
 */
export function javascriptSite(baseName: (path: string) => string) {
	return {
		...foreign,
		dateHabits: { overflow: "roll", order: "month first" },
		dateOf: (path) => /^\d{4}-\d{2}-\d{2}(?=$|[-_ ])/.exec(baseName(path))?.[0],
		nameOf: (path) => /^\d{4}-\d{2}-\d{2}[-_ ]+(.+)$/s.exec(baseName(path))?.[1] ?? baseName(path),
		fieldNames: {
			...foreign.fieldNames,
			date: [
				"date",
				"pubDate",
				"publishDate",
				"published",
				"publishedAt",
				"publishedDate",
				"pubDatetime",
				"datePublished",
			],
		},
	} as const satisfies Partial<Dialect>;
}
