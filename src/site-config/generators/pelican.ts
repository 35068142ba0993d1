import { readFlag } from "../../articles/fields/flag.ts";
import type { ConfigText } from "../config-text.ts";
import { joinUrl, toAuthors, toLanguage, toLimit, toText, toTexts } from "../convert.ts";
import { findEntries, findValue } from "../find-value.ts";
import { globsBelow } from "../globs.ts";
import { readConfig } from "../parse-config.ts";
import type { Report } from "../report.ts";
import { type Generator, trimPath } from "./generator.ts";

/**
 * Pelican: `publishconf.py` over `pelicanconf.py`, of which only literals are read. Content lies in `PATH`.
 * Source: "Settings" in Pelican's documentation.
 */
export const pelican: Generator = {
	dialect: "pelican",
	label: "Pelican",
	async read(root) {
		const texts = [
			await readConfig(root, "publishconf.py"),
			await readConfig(root, "pelicanconf.py"),
		].filter((text) => text !== undefined);
		if (texts.length === 0) return undefined;
		const content = trimPath(toText(findValue(texts, "PATH")?.value) ?? "content");
		return {
			texts,
			content: [content],
			describe(report, { below }) {
				describeSite(report, texts);
				describeFiles(report, texts, below);
			},
		};
	},
};

function describeSite(report: Report, texts: readonly ConfigText[]): void {
	const find = (key: string) => findValue(texts, key);
	report.say("title", find("SITENAME"), toText);
	report.say("description", find("SITESUBTITLE"), toText);
	for (const text of texts) report.say("url", joinUrl(findValue([text], "SITEURL")));
	report.say("language", find("DEFAULT_LANG"), toLanguage);
	report.say("timezone", find("TIMEZONE"), toText);
	report.say("authors", find("AUTHOR"), toAuthors);
	report.say("permalink", find("ARTICLE_URL"), toPattern);
	report.say("permalink", find("ARTICLE_SAVE_AS"), toPattern);
	report.say("limit", find("FEED_MAX_ITEMS"), (value) => (value === null ? "all" : toLimit(value)));
	report.say("future", find("WITH_FUTURE_DATES"), (value) =>
		readFlag(value) === false ? "hide" : "show",
	);
	for (const [key, found] of findEntries(texts, "DEFAULT_METADATA"))
		report.say(["defaults", "**", key], found, (value) =>
			Array.isArray(value) ? toTexts(value) : toText(value),
		);
	for (const key of ["FEED_ALL_ATOM", "FEED_ALL_RSS", "FEED_ATOM", "FEED_RSS"])
		report.add("aliases", find(key), (value) =>
			toTexts(value).filter((path) => !/[{%]|^\/?(?:feeds\/all\.)?(?:atom|rss)\.xml$/.test(path)),
		);
	for (const key of ["FILENAME_METADATA", "PATH_METADATA", "SLUG_REGEX_SUBSTITUTIONS"])
		report.cannot(find(key), "no setting can say it; Pelican's default is taken");
}

/** `ARTICLE_PATHS` and `ARTICLE_EXCLUDES` are folders, `IGNORE_FILES` patterns of names. */
function describeFiles(report: Report, texts: readonly ConfigText[], below: string): void {
	const folders = (value: unknown) =>
		toTexts(value).flatMap((folder) =>
			trimPath(folder) === "" ? [] : globsBelow(below, [`${trimPath(folder)}/**`]),
		);
	report.add("include", findValue(texts, "ARTICLE_PATHS"), folders);
	report.add("ignore", findValue(texts, "ARTICLE_EXCLUDES"), folders);
	report.add("ignore", findValue(texts, "IGNORE_FILES"), (value) =>
		toTexts(value).map((glob) => `**/${glob}`),
	);
}

/** The dialect knows `{slug}` and `{date:%Y}`; where a file is saved tells its address but for `index.html`. */
function toPattern(value: unknown): string | undefined {
	const pattern = toText(value)?.replace(/(?<=^|\/)index\.html$/, "");
	return pattern && `/${pattern.replace(/^\/+/, "")}`;
}
