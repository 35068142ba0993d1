import { type ParsedArticle, parseArticle } from "../../src/articles/parse-article.ts";
import { renderFault } from "../../src/faults/fault.ts";
import { digestBytes } from "../../src/node/node-runtime.ts";
import type { SiteSettings } from "../../src/settings/settings.ts";

/** A site in Berlin, with nothing but what every site has. */
export const sampleSite: SiteSettings = {
	title: "Sample",
	language: "en",
	timezone: "Europe/Berlin",
	authors: [],
	limit: 50,
	maxBytes: 1_000_000,
	maxAge: 30,
	content: "full",
	future: "hide",
	aliases: [],
	retired: false,
	url: "https://example.org",
	feedsUrl: "https://example.org",
	authority: "example.org",
	dialect: "broadsheet",
	ids: "tag",
	pages: true,
	archives: true,
	languages: [],
	include: [],
	ignore: [],
	fields: {},
	defaults: [],
	authorsById: {},
};

/** Parses one file under the sample site's settings, with some of them changed, beside other files. */
export function parseFile(
	path: string,
	content: string | Uint8Array,
	changes: Partial<SiteSettings> = {},
	neighbours: readonly string[] = [],
): ParsedArticle {
	const site = { ...sampleSite, ...changes };
	const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
	return parseArticle(
		{ path, bytes },
		{
			site,
			settingsFor: () => site,
			hasFile: (other) => neighbours.includes(other),
			digest: digestBytes,
		},
	);
}

/** Parses a Markdown article that has a date and these lines of front matter besides. */
export function parseWith(lines: string, changes: Partial<SiteSettings> = {}): ParsedArticle {
	return parseFile("news/2026-03-14-name.md", `---\n${lines}\n---\nText.\n`, changes);
}

/** Places and codes of faults: `1:1 DATE_MISSING`. */
export function faultsOf({ faults }: Pick<ParsedArticle, "faults">): string[] {
	return faults.map(({ place, code }) => `${place.line}:${place.column} ${code}`);
}

/** Faults as `check` prints them. */
export function linesOf({ faults }: Pick<ParsedArticle, "faults">): string[] {
	return faults.map(renderFault);
}
