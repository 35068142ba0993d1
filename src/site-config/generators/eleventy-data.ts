import { findDialect } from "../../articles/dialects/dialects.ts";
import type { ConfigFolder } from "../config-folder.ts";
import type { ConfigText, Found } from "../config-text.ts";
import { toText, toTexts } from "../convert.ts";
import { findEntries, findValue } from "../find-value.ts";
import { readFirstConfig } from "../parse-config.ts";
import type { Report } from "../report.ts";
import { Unreadable } from "../unreadable.ts";
import { joinPaths } from "./generator.ts";
import { blogNames } from "./routes.ts";

/** Folders below the articles' one that are looked at, so deep and so many. */
const deepest = 5;
const mostFolders = 400;

/** Keys that say how a page looks or is found, not what it holds. */
const forThemes = ["layout", "templateEngineOverride", "eleventyNavigation", "pagination", "tags"];

/**
 * Reports the directory data files (`posts/posts.json`, `posts/posts.11tydata.js`) of a folder and those below it, as
 * values for articles by glob; a `permalink` becomes a section's pattern. Where some of them say `tags: posts`, only
 * these folders hold articles. Gives whether the folder itself has a pattern.
 */
export async function describeDirectoryData(
	report: Report,
	root: ConfigFolder,
	top: string,
): Promise<boolean> {
	let looked = 0;
	let hasPattern = false;
	const postFolders: { readonly folder: string; readonly found: Found }[] = [];

	async function walk(folder: string, depth: number): Promise<void> {
		looked += 1;
		const path = joinPaths(top, folder);
		const name = path.split("/").at(-1) || root.name;
		const text = await readFirstConfig(root, dataFiles(path, name));
		if (text) describeFolder(text, folder);
		if (depth === 0) return;
		for (const child of await root.list(path)) {
			const isFolder = child.endsWith("/") && !/^[._]|^node_modules\//.test(child);
			if (isFolder && looked < mostFolders) await walk(joinPaths(folder, child), depth - 1);
		}
	}

	function describeFolder(text: ConfigText, folder: string): void {
		const holder = text.file.endsWith(".json") ? [] : ["default"];
		const find = (...path: string[]) => findValue([text], ...holder, ...path);
		const permalink = find("permalink") ?? find("eleventyComputed", "permalink");
		if (permalink && permalink.value !== false) {
			const section = findDialect("eleventy").sectionOf(folder === "" ? "" : `${folder}/`);
			const path = section.map(({ slug }) => slug).join("/");
			report.say(path === "" ? "permalink" : ["sections", path, "permalink"], permalink, toPattern);
			hasPattern ||= path === "";
		}
		const glob = folder === "" ? "**" : `${folder}/**`;
		for (const [key, found] of findEntries([text], ...holder)) {
			const isFalse = key === "permalink" && found.value === false;
			if (forThemes.includes(key) || (key === "permalink" && !isFalse)) continue;
			report.say(["defaults", glob, key], found, toPlainValue);
		}
		const tags = find("tags");
		if (tags && toTexts(tags.value).some((tag) => blogNames.includes(tag)))
			postFolders.push({ folder, found: tags });
	}

	await walk("", deepest);
	// A folder of posts inside of the folder that was named: the rest of it are pages.
	if (postFolders.every(({ folder }) => folder !== ""))
		for (const { folder, found } of postFolders)
			report.add("include", found, () => [`${folder}/**`]);
	return hasPattern;
}

function dataFiles(path: string, name: string): string[] {
	const endings = ["11tydata.js", "11tydata.mjs", "11tydata.cjs", "11tydata.json", "json"];
	return endings.map((ending) => joinPaths(path, `${name}.${ending}`));
}

/** A value that an article's front matter could have had; programs, templates and tables are none. */
function toPlainValue(value: unknown): unknown {
	if (Array.isArray(value)) return toTexts(value);
	if (typeof value === "boolean") return value;
	const text = toText(value);
	// A `date` may be an order: `git Last Modified`.
	return text && /\{\{|\{%|^git |^(?:last modified|created)$/i.test(text) ? undefined : text;
}

/** The dialect knows the expressions of Liquid and Nunjucks that say no more than a pattern can. */
function toPattern(value: unknown): string | Unreadable | undefined {
	return toText(value) ?? new Unreadable("it is known only when the site is built");
}
