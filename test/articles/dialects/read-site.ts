import type { Article } from "../../../src/articles/article.ts";
import { findDialect } from "../../../src/articles/dialects/dialects.ts";
import { renderFault } from "../../../src/faults/fault.ts";
import type { DialectName, SiteSettings } from "../../../src/settings/settings.ts";
import { parseFile } from "../sample-context.ts";

/** What a dialect makes of a folder: the articles in its feed by address, and of every other file why it is not there. */
export interface ReadSite {
	readonly articles: Readonly<Record<string, Article>>;
	/** Of these articles. */
	readonly texts: Readonly<Record<string, string>>;
	readonly omitted: Readonly<Record<string, string>>;
}

/** Reads a folder of these files (by path) as a site of this dialect at https://example.org, in the zone UTC. */
export function readSite(
	dialect: DialectName,
	files: Readonly<Record<string, string>>,
	settings: Partial<SiteSettings> = {},
): ReadSite {
	const articles: Record<string, Article> = {};
	const texts: Record<string, string> = {};
	const omitted: Record<string, string> = {};
	const paths = Object.keys(files);
	for (const [path, text] of Object.entries(files)) {
		const reason = findDialect(dialect).omissionOf(path, new Set(paths));
		const site = { dialect, timezone: "UTC", ...settings };
		const { article, body, faults } = parseFile(path, text, site, paths);
		const fault = faults.find(({ severity }) => severity === "error") ?? faults[0];
		if (reason !== undefined) omitted[path] = reason;
		else if (!article) omitted[path] = fault ? renderFault(fault) : "";
		else if (article.hiddenBy !== undefined) omitted[path] = article.hiddenBy;
		else {
			const address = decodeURI(article.url).replace("https://example.org", "");
			articles[address] = article;
			texts[address] = body?.text ?? "";
		}
	}
	return { articles, texts, omitted };
}

/** The one address that a file of this dialect gets. */
export function addressOf(
	dialect: DialectName,
	path: string,
	front = "date: 2026-03-14",
	settings: Partial<SiteSettings> = {},
	neighbours: Readonly<Record<string, string>> = {},
): string | undefined {
	const fence = dialect === "zola" ? "+++" : "---";
	const text = `${fence}\n${front}\n${fence}\nText.\n`;
	const { articles } = readSite(dialect, { [path]: text, ...neighbours }, settings);
	return Object.keys(articles)[0];
}

/** A post with these lines of front matter, in YAML. */
export function post(...lines: readonly string[]): string {
	return ["---", ...lines, "---", "", "Text.", ""].join("\n");
}
