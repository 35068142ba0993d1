import { readFlag } from "../../articles/fields/flag.ts";
import type { ConfigText, Found } from "../config-text.ts";
import { joinUrl, toLanguage, toLimit, toText, toTexts } from "../convert.ts";
import { findValue } from "../find-value.ts";
import { globsBelow } from "../globs.ts";
import { readFirstConfig } from "../parse-config.ts";
import type { Report } from "../report.ts";
import { isTable } from "../unreadable.ts";
import { type ArticlesPlace, type Generator, trimPath } from "./generator.ts";

const files = ["ts", "mts", "cts", "js", "mjs", "cjs"].map(
	(ending) => `docusaurus.config.${ending}`,
);

/**
 * Docusaurus: `docusaurus.config.*`, of which only literals are read. Each blog (of the preset, or a plugin of its
 * own) has a folder of articles.
 * Sources: "docusaurus.config.js" and "plugin-content-blog" in Docusaurus' documentation; its blog feed's source.
 */
export const docusaurus: Generator = {
	dialect: "docusaurus",
	label: "Docusaurus",
	async read(root) {
		const text = await readFirstConfig(root, files);
		if (!text) return undefined;
		const blogs = findBlogs(text);
		return {
			texts: [text],
			content: blogs.map(({ folder }) => folder),
			describe(report, place) {
				const blog = blogs.find(({ folder }) => folder === place.content);
				describeSite(report, text, blog?.options ?? [], place);
			},
		};
	},
};

interface Blog {
	readonly folder: string;
	/** Where its options stand. */
	readonly options: readonly (string | number)[];
}

function findBlogs(text: ConfigText): Blog[] {
	const presets = listOf(text, "presets").flatMap((preset, index) =>
		optionsOf(preset, /^(?:classic|@docusaurus\/preset-classic)$/)
			? [["default", "presets", index, 1, "blog"]]
			: [],
	);
	const plugins = listOf(text, "plugins").flatMap((plugin, index) =>
		optionsOf(plugin, /^(?:content-blog|@docusaurus\/plugin-content-blog)$/)
			? [["default", "plugins", index, 1]]
			: [],
	);
	const blogs = [...presets, ...plugins]
		.filter((options) => findValue([text], ...options)?.value !== false)
		.map((options) => {
			const path = toText(findValue([text], ...options, "path")?.value);
			return { folder: trimPath(path ?? "blog"), options };
		});
	return blogs.length > 0 ? blogs : [{ folder: "blog", options: [] }];
}

function listOf(text: ConfigText, key: string): readonly unknown[] {
	const value = findValue([text], "default", key)?.value;
	return Array.isArray(value) ? value : [];
}

/** A preset or plugin stands as `[name, options]`; without options it is only a name. */
function optionsOf(entry: unknown, name: RegExp): boolean {
	return Array.isArray(entry) && name.test(String(entry[0])) && isTable(entry[1]);
}

function describeSite(
	report: Report,
	text: ConfigText,
	options: readonly (string | number)[],
	{ below }: ArticlesPlace,
): void {
	const find = (...path: string[]) => findValue([text], "default", ...path);
	const ofBlog = (...path: string[]): Found | undefined =>
		options.length > 0 ? findValue([text], ...options, ...path) : undefined;
	// The blog's feed calls itself so.
	report.say("title", ofBlog("feedOptions", "title"), toText);
	report.say("title", find("title"), (value) => {
		const title = toText(value);
		return title && `${title} Blog`;
	});
	report.say("description", ofBlog("feedOptions", "description"), toText);
	report.say("description", find("tagline"), toText);
	const route = ofBlog("routeBasePath") ?? "blog";
	report.say("url", joinUrl(find("url"), find("baseUrl"), route, below));
	report.say("language", ofBlog("feedOptions", "language"), toLanguage);
	report.say("language", find("i18n", "defaultLocale"), toLanguage);
	report.say("limit", ofBlog("feedOptions", "limit"), toLimit);
	report.add("include", ofBlog("include"), (value) => globsBelow(below, toTexts(value)));
	report.add("ignore", ofBlog("exclude"), (value) => globsBelow(below, toTexts(value)));
	report.say("permalink", find("trailingSlash"), (value) =>
		readFlag(value) === true ? "/:path/" : undefined,
	);
}
