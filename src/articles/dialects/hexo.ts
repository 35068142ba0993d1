import type { Crumb } from "../article.ts";
import { readFlag } from "../fields/flag.ts";
import { parsePath } from "../file-path.ts";
import {
	findBelow,
	hasEnding,
	hasFolder,
	ignoredName,
	isMarkdown,
	notContent,
} from "./content-file.ts";
import type { Dialect, PermalinkSource } from "./dialect.ts";
import { atomAt, rssAt } from "./feed-addresses.ts";
import { foreign } from "./foreign.ts";
import { buildHexoSlug } from "./hexo-slug.ts";

/**
 * Hexo 7 and 8: posts are what lies in `_posts` (the folder may be `_posts` itself); a post's `:title` is its path there.
 * A list of categories is a path, and stands for the section here: `[Foo, Bar]` is Bar in Foo.
 * Sources: "Permalinks", "Front-matter" and "Asset folders" in Hexo's documentation; `processor/post.ts`,
 * `processor/common.ts`, `post_permalink.ts` and `models/post.ts` in its source; hexo-util's `slugize`;
 * hexo-generator-feed.
 */
export const hexo: Dialect = {
	...foreign,
	name: "hexo",
	// JavaScript's `Date`.
	dateHabits: { overflow: "roll", order: "month first" },
	omissionOf(path, paths) {
		const place = findBelow(path, "_posts");
		if (/(?:^|\/)_drafts\//.test(path)) return "a draft";
		if (hasFolder(paths, "_posts") && place === undefined) return "a page: posts lie in `_posts`";
		const below = place?.below ?? path;
		if (!isMarkdown(path) && !hasEnding(path, [".html", ".htm"])) return notContent;
		if (/(?:^|\/)[_.]/.test(below) || /[%~]$/.test(path)) return ignoredName;
		return isAsset(path, paths) ? "in the asset folder of a post" : undefined;
	},
	sectionOf: (_path, data) => (data === undefined ? [] : readCategoryPath(data).map(buildCrumb)),
	dateOf: (path) => /^\d{4}-\d{2}-\d{2}/.exec(parsePath(path).name)?.[0],
	nameOf: (path) => parsePath(path).name,
	fieldNames: {
		...foreign.fieldNames,
		date: ["date"],
		updated: ["updated"],
		slug: [],
		tags: ["tags", "tag"],
		categories: ["categories", "category"],
	},
	frontMatterForm: "unopened",
	listSeparator: /(?!)/,
	hiddenBy: (find) => (readFlag(find("published")) === false ? "`published` is off" : undefined),
	// It takes the file's time.
	undated: "keep",
	permalink: "/:year/:month/:day/:title/",
	permalinkWord,
	permalinkZone: "settings",
	readOwnPermalink: (address) => ({ address }),
	finishAddress: (address) => address,
	feedAddresses: {
		site: [...atomAt("/atom.xml"), ...rssAt("/rss2.xml", "/rss.xml", "/feed.xml")],
		section: [...atomAt("/categories/:path/atom.xml"), ...rssAt("/categories/:path/rss2.xml")],
		tag: [...atomAt("/tags/:slug/atom.xml"), ...rssAt("/tags/:slug/rss2.xml")],
		author: [],
	},
};

function permalinkWord(word: string, source: PermalinkSource): string | undefined {
	const { path, title, data } = source;
	const below = findBelow(path, "_posts")?.below ?? path;
	const name = below.slice(0, below.length - parsePath(path).ending.length);
	switch (word) {
		case "title":
			return name;
		case "name":
		case "filename":
			return parsePath(path).name;
		case "post_title":
			return buildHexoSlug(title).toLowerCase();
		case "category":
		case "categories":
			return readCategoryPath(data).map(buildHexoSlug).join("/") || "uncategorized";
		case "section":
			return hexo.sectionOf(path, data)[0]?.slug ?? "";
		case "sections":
			return readCategoryPath(data).map(buildHexoSlug).join("/");
		default:
			// Any key of the front matter is a word.
			return typeof data[word] === "string" ? data[word] : undefined;
	}
}

/** The first path of categories: a list is one, a list of lists holds several (`setCategories`). */
function readCategoryPath(data: Readonly<Record<string, unknown>>): string[] {
	const value = data.categories ?? data.category;
	const list: readonly unknown[] = Array.isArray(value) ? value : [value];
	const path: readonly unknown[] = Array.isArray(list[0]) ? list[0] : list;
	const isPath = !list.slice(1).some(Array.isArray) || Array.isArray(list[0]);
	return (isPath ? path : path.slice(0, 1)).flatMap((name) =>
		(typeof name === "string" || typeof name === "number") && String(name).trim() !== ""
			? String(name).trim()
			: [],
	);
}

function buildCrumb(name: string): Crumb {
	return { slug: buildHexoSlug(name) || name, name };
}

/** "Asset folders": the folder with a post's name holds its files, pages of HTML among them. */
function isAsset(path: string, paths: ReadonlySet<string>): boolean {
	const { folders, ending } = parsePath(path);
	return ending !== ".md" && folders.length > 0 && paths.has(`${folders.join("/")}.md`);
}
