import { findDialect } from "../../articles/dialects/dialects.ts";
import { readFlag } from "../../articles/fields/flag.ts";
import type { ConfigFolder } from "../config-folder.ts";
import type { ConfigText, Found } from "../config-text.ts";
import { joinUrl, toAuthors, toFuture, toLanguage, toLimit, toText, toTexts } from "../convert.ts";
import { describeLanguages } from "../describe-languages.ts";
import { translateFilePattern } from "../file-pattern.ts";
import { findEntries, findValue } from "../find-value.ts";
import { readConfig } from "../parse-config.ts";
import type { Report } from "../report.ts";
import { isTable, Unreadable } from "../unreadable.ts";
import { type ArticlesPlace, type Generator, trimPath } from "./generator.ts";

const endings = ["toml", "yaml", "yml", "json"];

/**
 * Hugo: `hugo.*`, `config.*`, and `config/production/` over `config/_default/`.
 * Sources: "Configure Hugo", "All settings", "Permalinks", "Languages", "Front matter" in Hugo's documentation.
 */
export const hugo: Generator = {
	dialect: "hugo",
	label: "Hugo",
	async read(root) {
		const texts = await readTexts(root);
		if (texts.length === 0) return undefined;
		const language = toText(findValue(texts, "defaultContentLanguage")?.value) ?? "en";
		return {
			texts,
			content: [contentFolder(texts, language)],
			describe(report, place) {
				describeSite(report, texts, language);
				describeAddresses(report, texts, language, place);
				describeFiles(report, texts, language, place);
			},
		};
	},
};

async function readTexts(root: ConfigFolder): Promise<ConfigText[]> {
	const names = await root.list("");
	const inFolders = [
		...(await readConfigFolder(root, "config/production")),
		...(await readConfigFolder(root, "config/_default")),
	];
	for (const name of ["hugo", "config"]) {
		for (const ending of endings) {
			if (!names.includes(`${name}.${ending}`)) continue;
			const text = await readConfig(root, `${name}.${ending}`);
			if (text && (name === "hugo" || isHugo(text))) return [...inFolders, text];
		}
	}
	return inFolders;
}

/** `config.toml` is Zola's name too, and `config.json` anybody's. */
function isHugo(text: ConfigText): boolean {
	const has = (key: string) => findValue([text], key) !== undefined;
	if (has("base_url")) return false;
	return has("baseURL") || has("languageCode") || (has("title") && (has("theme") || has("params")));
}

/** In a configuration folder each file holds what its name says: `params.toml`, `languages.en.toml`. */
async function readConfigFolder(root: ConfigFolder, folder: string): Promise<ConfigText[]> {
	const texts: ConfigText[] = [];
	for (const name of await root.list(folder)) {
		const [, key = "", language, ending = ""] = /^(\w+)(?:\.([\w-]+))?\.(\w+)$/.exec(name) ?? [];
		if (!endings.includes(ending)) continue;
		const text = await readConfig(root, `${folder}/${name}`);
		if (!text) continue;
		const isWhole = key === "hugo" || key === "config";
		texts.push(isWhole ? text : nest(text, language ? ["languages", language, key] : [key]));
	}
	return texts;
}

function nest(text: ConfigText, path: readonly string[]): ConfigText {
	return {
		...text,
		data: path.reduceRight<Readonly<Record<string, unknown>>>(
			(data, key) => ({ [key]: data }),
			text.data,
		),
		locate: (inner) => text.locate(inner.slice(path.length)),
	};
}

function contentFolder(texts: readonly ConfigText[], language: string): string {
	const own =
		findValue(texts, "languages", language, "contentDir") ?? findValue(texts, "contentDir");
	const mounts = findValue(texts, "module", "mounts")?.value;
	const mounted = (Array.isArray(mounts) ? mounts : []).filter(isTable).find((mount) => {
		const lang = toText(mount.lang);
		return toText(mount.target) === "content" && (lang === undefined || lang === language);
	});
	return trimPath(toText(own?.value) ?? toText(mounted?.source) ?? "content");
}

function describeSite(report: Report, texts: readonly ConfigText[], language: string): void {
	const own = (...path: string[]) =>
		findValue(texts, "languages", language, ...path) ?? findValue(texts, ...path);
	report.say("title", own("title"), toText);
	report.say("description", own("params", "description"), toText);
	report.say("language", own("locale"), toLanguage);
	report.say("language", own("languageCode"), toLanguage);
	report.say("language", findValue(texts, "defaultContentLanguage"), toLanguage);
	report.say("timezone", own("timeZone"), toText);
	report.say("authors", own("params", "author"), toAuthors);
	report.say("authors", own("author"), toAuthors);
	report.say("limit", findValue(texts, "services", "rss", "limit"), toLimit);
	report.say("limit", findValue(texts, "rssLimit"), toLimit);
	report.say("future", findValue(texts, "buildFuture"), toFuture);
	for (const [setting, key] of [
		["date", "date"],
		["updated", "lastmod"],
		["publish", "publishDate"],
		["expires", "expiryDate"],
	] as const)
		report.say(["fields", setting], findValue(texts, "frontmatter", key), toFieldNames);
	for (const key of ["buildDrafts", "uglyURLs", "removePathAccents", "disablePathToLower"]) {
		const found = findValue(texts, key);
		if (found && readFlag(found.value) === true)
			report.cannot(
				found,
				"no setting can say it: drafts stay hidden, addresses Hugo's usual ones",
			);
	}
}

/** Names of fields; Hugo's special ones (`:filename`, `:default`) are the dialect's own business. */
function toFieldNames(value: unknown): string[] {
	return toTexts(value).filter((name) => !name.startsWith(":"));
}

function describeAddresses(
	report: Report,
	texts: readonly ConfigText[],
	language: string,
	{ below }: ArticlesPlace,
): void {
	const inSubfolder = readFlag(findValue(texts, "defaultContentLanguageInSubdir")?.value) === true;
	const home = findValue(texts, "languages", language, "baseURL") ?? findValue(texts, "baseURL");
	const base = inSubfolder ? [language] : [];
	const patterns = [
		...findPatterns(texts, "languages", language, "permalinks"),
		...findPatterns(texts, "permalinks"),
	];
	if (below === "") {
		report.say("url", joinUrl(home, ...base));
		for (const [folder, found] of patterns) {
			const section = slugsOf(folder);
			if (section.length === 0) report.cannot(found, "it is for pages at the top only");
			else report.say(["sections", section.join("/"), "permalink"], found, toText);
		}
		return;
	}
	// The folder of articles is a section: its pattern is everybody's, its name is written out.
	const steps = slugsOf(below);
	const pattern = patterns.find(([folder]) => slugsOf(folder)[0] === steps[0])?.[1];
	report.say("url", joinUrl(home, ...base, ...(pattern ? [] : steps)));
	report.say("permalink", pattern, (value) => {
		const text = toText(value);
		if (text?.includes(":sections[")) return new Unreadable("it counts sections");
		return text
			?.replaceAll(/:sections\b/g, `${steps.join("/")}/:sections`)
			.replaceAll(/:section\b/g, steps[0] ?? "");
	});
}

/** Patterns by section: the older form has them at once, the newer one below `page`. */
function findPatterns(
	texts: readonly ConfigText[],
	...path: readonly string[]
): readonly (readonly [string, Found])[] {
	return findEntries(texts, ...path).flatMap(([key, found]) => {
		if (!isTable(found.value)) return [[key, found] as const];
		return key === "page" ? findEntries(texts, ...path, "page") : [];
	});
}

function slugsOf(folder: string): string[] {
	const path = trimPath(folder);
	return path === ""
		? []
		: findDialect("hugo")
				.sectionOf(`${path}/`)
				.map(({ slug }) => slug);
}

function describeFiles(
	report: Report,
	texts: readonly ConfigText[],
	language: string,
	{ below }: ArticlesPlace,
): void {
	report.add("ignore", findValue(texts, "ignoreFiles"), (value) =>
		toTexts(value).map(translateFilePattern),
	);
	report.say(["fields", "tags"], findValue(texts, "taxonomies"), (value) => {
		const names = isTable(value) ? toTexts(Object.values(value)) : [];
		const known = ["categories", "series", "authors", "author"];
		return names.includes("tags") ? undefined : names.filter((name) => !known.includes(name));
	});
	const tables = { texts, first: language, isShared, isWhole: below === "" };
	for (const name of describeLanguages(report, tables, (other) => `**/*.${other}.*`))
		for (const [folder, found] of findPatterns(texts, "languages", name, "permalinks"))
			if (slugsOf(folder).length > 0)
				report.say(["sections", [name, ...slugsOf(folder)].join("/"), "permalink"], found, toText);
}

/** With a folder of its own a language lies elsewhere, with an address of its own it stands elsewhere. */
function isShared({ value }: Found): boolean {
	return (
		!isTable(value) ||
		(value.contentDir === undefined && value.baseURL === undefined && value.disabled !== true)
	);
}
