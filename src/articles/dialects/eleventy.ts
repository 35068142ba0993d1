import { readFlag } from "../fields/flag.ts";
import { parsePath } from "../file-path.ts";
import { buildSlug } from "../slug.ts";
import { buildAsciiSlug } from "./ascii-slug.ts";
import { hasEnding, ignoredName, isMarkdown, notContent } from "./content-file.ts";
import { buildFolderCrumb } from "./crumb.ts";
import type { Dialect, PermalinkSource } from "./dialect.ts";
import { expandEleventyPermalink } from "./eleventy-permalink.ts";
import { atomAt, jsonAt } from "./feed-addresses.ts";
import { foreign } from "./foreign.ts";

/**
 * Eleventy 3. A template's address is its path (`posts/2026-03-14-name.md` → `/posts/2026-03-14-name/`); the slug that
 * patterns use is the file's name without its date, letters as they are, and neither a title nor a `slug` changes it.
 * Every template is a page; those with a date are taken for posts, which the others (home page, about, feed) are not.
 * Sources: "Permalinks", "Content dates", "Collections" and "Eleventy supplied data" in Eleventy's documentation;
 * `TemplateFileSlug.js` and `TemplateContent.js` in its source.
 */
export const eleventy: Dialect = {
	...foreign,
	name: "eleventy",
	// JavaScript's `Date`.
	dateHabits: { overflow: "roll", order: "month first" },
	omissionOf(path) {
		if (!isMarkdown(path) && !hasEnding(path, otherEndings)) return notContent;
		const isIgnored = /(?:^|\/)(?:\.|(?:_includes|_layouts|_data|_site|node_modules)\/)/.test(path);
		return isIgnored ? ignoredName : undefined;
	},
	sectionOf(path) {
		const { folders, name } = parsePath(path);
		return (name === "index" ? folders.slice(0, -1) : folders).map(buildFolderCrumb);
	},
	dateOf: (path) => /\d{4}-\d{2}-\d{2}/.exec(path)?.[0],
	nameOf: fileSlug,
	fieldNames: { ...foreign.fieldNames, date: ["date"] },
	hiddenBy(find) {
		if (find("permalink") === false || find("permalink") === "false")
			return "`permalink` is `false`";
		const isExcluded = readFlag(find("eleventyExcludeFromCollections")) === true;
		return isExcluded ? "`eleventyExcludeFromCollections` is set" : undefined;
	},
	permalink: "/:path/",
	expandPattern: expandEleventyPermalink,
	permalinkWord,
	readOwnPermalink: (written) =>
		/\{\{/.test(written) ? { pattern: written } : { address: written },
	finishAddress: (address) => address.replace(/(?<=\/)index\.html$/, ""),
	feedAddresses: {
		site: [
			...atomAt("/feed.xml", "/feed/feed.xml", "/feed/atom.xml", "/index.xml"),
			...jsonAt("/feed/feed.json", "/feed/json.json"),
		],
		section: atomAt("/:path/feed.xml"),
		tag: atomAt("/tags/:slug/feed.xml"),
		author: [],
	},
};

/** "Template languages", as far as they hold text of articles. */
const otherEndings = [".html", ".htm", ".njk", ".liquid", ".hbs", ".mustache", ".webc"];

function permalinkWord(word: string, source: PermalinkSource): string | undefined {
	const { path, title, section, categories, data } = source;
	const { folders, name } = parsePath(path);
	const isFolder = name === "index" || name === folders.at(-1);
	switch (word) {
		case "slug":
			return fileSlug(path);
		case "title":
			return buildSlug(title);
		case "title_slug":
			return buildAsciiSlug(title.replaceAll(/['’]/g, ""));
		case "slug_key":
			return typeof data.slug === "string" ? data.slug : undefined;
		case "stem":
			return [...folders, withoutDate(name)].join("/");
		case "filename":
			return name;
		case "section":
			return folders[0] ?? "";
		case "sections":
			return section.map((crumb) => crumb.slug).join("/");
		case "categories":
			return categories.map(buildSlug).filter(Boolean).join("/");
		case "path":
			return [...folders, ...(isFolder ? [] : [name])].join("/");
		default:
			return undefined;
	}
}

/** `page.fileSlug`: a day of one digit is no date to Eleventy; `index` takes its folder's name. */
function fileSlug(path: string): string {
	const { folders, name } = parsePath(path);
	const slug = withoutDate(name);
	return slug === "index" ? withoutDate(folders.at(-1) ?? "") : slug;
}

function withoutDate(name: string): string {
	return /\d{4}-\d{2}-\d{2}-(.*)/.exec(name)?.[1] ?? name;
}
