import type { ConfigText, Found } from "../config-text.ts";
import { joinUrl, toAuthors, toLanguage, toText } from "../convert.ts";
import { findValue } from "../find-value.ts";
import { readFirstConfig } from "../parse-config.ts";
import type { Report } from "../report.ts";
import { isReadable } from "../unreadable.ts";
import { describeDirectoryData } from "./eleventy-data.ts";
import { articlesPath, type Generator, joinPaths, trimPath } from "./generator.ts";
import { findExported, findHomepage, readPackage } from "./packages.ts";

const files = [
	".eleventy.js",
	"eleventy.config.js",
	"eleventy.config.mjs",
	"eleventy.config.cjs",
	"eleventy.config.ts",
];
const dataNames = ["metadata", "site", "meta", "config"];
const dataEndings = ["js", "json", "mjs", "cjs", "ts"];

/**
 * Eleventy: `.eleventy.js` or `eleventy.config.*`, the site's data (`_data/metadata.*`, `_data/site.*`) and directory
 * data files, of which only literals are read. Content lies in the input folder.
 * Sources: "Configuration", "Directory Specific Data Files" and "Permalinks" in Eleventy's documentation.
 */
export const eleventy: Generator = {
	dialect: "eleventy",
	label: "Eleventy",
	async read(root) {
		const config = await readFirstConfig(root, files);
		const pack = await readPackage(root, "@11ty/eleventy");
		const texts = [config, pack].filter((text) => text !== undefined);
		if (texts.length === 0) return undefined;
		const input = trimPath(folderOf(config, "input", "setInputDirectory") ?? "");
		const dataFolder = folderOf(config, "data", "setDataDirectory") ?? "_data";
		const data = await readFirstConfig(root, [
			...dataNames.flatMap((name) =>
				dataEndings.map((ending) => joinPaths(input, dataFolder, `${name}.${ending}`)),
			),
		]);
		return {
			texts: data ? [...texts, data] : texts,
			content: [input],
			async describe(report, place) {
				describeSite(report, texts, config, data);
				const permalinked = await describeDirectoryData(report, root, articlesPath(place));
				const prefix = findConfigured(config, "pathPrefix");
				// Without a pattern an address is the path from the input folder.
				const path = permalinked ? "" : place.below;
				const homes = [
					findExported(data, "url", "baseurl", "base_url", "siteUrl", "origin"),
					findExported(config, "siteUrl"),
					findHomepage(texts),
				];
				for (const home of homes) report.say("url", joinUrl(home, prefix, path));
			},
		};
	},
};

/** A folder of the configuration: in what it returns, in its exported `config`, or given to a method. */
function folderOf(config: ConfigText | undefined, key: string, method: string): string | undefined {
	const found = findConfigured(config, "dir", key);
	return toText((found ?? (config && findValue([config], "calls", method, 0)))?.value);
}

function findConfigured(config: ConfigText | undefined, ...path: string[]): Found | undefined {
	if (!config) return undefined;
	const found = ["default", "config"].map((holder) => findValue([config], holder, ...path));
	return found.find((one) => isReadable(one?.value));
}

function describeSite(
	report: Report,
	texts: readonly ConfigText[],
	config: ConfigText | undefined,
	data: ConfigText | undefined,
): void {
	const say = (setting: string, keys: readonly string[], convert: (value: unknown) => unknown) =>
		report.say(setting, findExported(data, ...keys), convert);
	say("title", ["title", "name", "siteTitle"], toText);
	say("description", ["description", "subtitle", "tagline"], toText);
	say("language", ["language", "lang", "locale"], toLanguage);
	say("authors", ["author"], toAuthors);
	if (data) report.say("authors", findNestedAuthor(data), toAuthors);
	report.say("description", findValue(texts, "description"), toText);
	const functions = findConfigured(config, "templateFormats");
	if (functions && Array.isArray(functions.value) && !functions.value.includes("md"))
		report.cannot(functions, "Markdown is read nevertheless");
}

function findNestedAuthor(data: ConfigText): Found | undefined {
	return findValue([data], "author") ?? findValue([data], "default", "author");
}
