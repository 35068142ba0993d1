import { findDialect } from "../../articles/dialects/dialects.ts";
import type { ConfigFolder } from "../config-folder.ts";
import type { ConfigText } from "../config-text.ts";
import { joinUrl, toAuthors, toLanguage, toLimit, toText, toTexts } from "../convert.ts";
import { describeLanguages } from "../describe-languages.ts";
import { findValue } from "../find-value.ts";
import { readConfig } from "../parse-config.ts";
import type { Report } from "../report.ts";
import { isTable } from "../unreadable.ts";
import { type ArticlesPlace, type Generator, trimPath } from "./generator.ts";

/**
 * Zola: `zola.toml` or `config.toml`, which has `base_url` (Hugo's has `baseURL`). Content lies in `content`.
 * Source: "Configuration" in Zola's documentation.
 */
export const zola: Generator = {
	dialect: "zola",
	label: "Zola",
	async read(root) {
		const text = await readText(root);
		if (!text) return undefined;
		return {
			texts: [text],
			content: ["content"],
			describe: (report, place) => describeSite(report, [text], place),
		};
	},
};

async function readText(root: ConfigFolder): Promise<ConfigText | undefined> {
	for (const name of ["zola.toml", "config.toml"]) {
		const text = await readConfig(root, name);
		if (text && (text.data.base_url !== undefined || name === "zola.toml")) return text;
	}
	return undefined;
}

function describeSite(
	report: Report,
	texts: readonly ConfigText[],
	{ below }: ArticlesPlace,
): void {
	const language = toText(findValue(texts, "default_language")?.value) ?? "en";
	const own = (key: string) =>
		findValue(texts, "languages", language, key) ?? findValue(texts, key);
	const steps = trimPath(below) && findDialect("zola").sectionOf(`${trimPath(below)}/`);
	report.say("title", own("title"), toText);
	report.say("description", own("description"), toText);
	report.say(
		"url",
		joinUrl(findValue(texts, "base_url"), ...(steps || []).map(({ slug }) => slug)),
	);
	report.say("language", findValue(texts, "default_language"), toLanguage);
	report.say("authors", findValue(texts, "author"), toAuthors);
	report.say("limit", findValue(texts, "feed_limit"), toLimit);
	report.add("ignore", findValue(texts, "ignored_content"), (value) =>
		toTexts(value).map((glob) => (glob.includes("/") ? glob : `**/${glob}`)),
	);
	const tables = { texts, first: language, isShared: () => true, isWhole: !steps };
	describeLanguages(report, tables, (name) => `**/*.${name}.md`);
	for (const key of ["feed_filenames", "feed_filename"])
		report.add("aliases", findValue(texts, key), (value) => toTexts(value).filter(isOldAddress));
	report.say(["fields", "tags"], findValue(texts, "taxonomies"), (value) => {
		const list = Array.isArray(value) ? value.filter(isTable) : [];
		const names = list.flatMap(({ name }) => toText(name) ?? []);
		const known = ["categories", "series", "authors", "author"];
		return names.includes("tags") ? undefined : names.filter((name) => !known.includes(name));
	});
	const slugify = findValue(texts, "slugify", "paths");
	if (slugify && toText(slugify.value) !== "on")
		report.cannot(slugify, "no setting can say how names become addresses");
}

function isOldAddress(name: string): boolean {
	return !["rss.xml", "atom.xml", "feed.json"].includes(name);
}
