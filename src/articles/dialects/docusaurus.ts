import { parsePath } from "../file-path.ts";
import { buildSlug } from "../slug.ts";
import { hasEnding, ignoredName, notContent } from "./content-file.ts";
import { buildFolderCrumb } from "./crumb.ts";
import type { Dialect } from "./dialect.ts";
import { atomAt, jsonAt, rssAt } from "./feed-addresses.ts";
import { foreign } from "./foreign.ts";

/**
 * Docusaurus 3's blog. The folder is the blog's, and the site's `url` the address at which it is served. The date in an
 * address is the path's, whatever `date` says.
 * Sources: "Blog" and "Blog plugin" in Docusaurus' documentation; `blogUtils.ts`, `feed.ts` and `options.ts` of its blog
 * plugin, and its `GlobExcludeDefault`.
 */
export const docusaurus: Dialect = {
	...foreign,
	name: "docusaurus",
	// JavaScript's `Date`.
	dateHabits: { overflow: "roll", order: "month first" },
	omissionOf(path) {
		if (!hasEnding(path, [".md", ".mdx"])) return notContent;
		const isExcluded = /(?:^|\/)(?:[._]|__tests__\/)/.test(path);
		return isExcluded ? ignoredName : undefined;
	},
	sectionOf(path) {
		const { folders, name } = parsePath(path);
		const sections = name === "index" ? folders.slice(0, -1) : folders;
		return sections.filter((folder) => !/^\d+$/.test(folder)).map(buildFolderCrumb);
	},
	dateOf: (path) => parseBlogPath(path).date?.replaceAll("/", "-"),
	nameOf: (path) => parseBlogPath(path).text.split("/").at(-1) || parsePath(path).name,
	fieldNames: {
		...foreign.fieldNames,
		date: ["date"],
		updated: ["last_update.date"],
		permalink: [],
	},
	// It takes the time of the file's first commit, or of the file.
	undated: "keep",
	permalink: "/:path",
	permalinkWord(word, { path, title, slug }) {
		const { date, folder, text } = parseBlogPath(path);
		switch (word) {
			case "path":
				if (slug !== undefined) return slug;
				return date === undefined ? text : `${date.replaceAll("-", "/")}/${folder}${text}`;
			case "slug":
				return slug ?? text;
			case "title":
				return buildSlug(title);
			case "filename":
				return parsePath(path).name;
			case "section":
				return parsePath(path).folders[0] ?? "";
			case "sections":
				return parsePath(path).folders.join("/");
			default:
				return undefined;
		}
	},
	feedAddresses: {
		site: [
			...rssAt("/rss.xml", "/blog/rss.xml"),
			...atomAt("/atom.xml", "/blog/atom.xml"),
			...jsonAt("/feed.json", "/blog/feed.json"),
		],
		section: [],
		tag: [],
		author: [],
	},
};

interface BlogPath {
	/** As written: `2026-03-14`, `2026/3/14`. */
	readonly date?: string;
	/** What stands before the date, with its `/`. */
	readonly folder: string;
	/** What stands behind it, without ending and `/index`; all of the path where there is no date. */
	readonly text: string;
}

/** `parseBlogFileName`: the last date in the path counts. */
function parseBlogPath(path: string): BlogPath {
	const bare = path.replace(/\.mdx?$/i, "");
	const match = /^(.*)(\d{4}[-/]\d{1,2}[-/]\d{1,2})[-/]?(.*)$/s.exec(bare);
	const withoutIndex = (text: string) => text.replace(/\/index$/, "");
	if (match?.[2] === undefined) return { folder: "", text: withoutIndex(bare) };
	return { date: match[2], folder: match[1] ?? "", text: withoutIndex(match[3] ?? "") };
}
