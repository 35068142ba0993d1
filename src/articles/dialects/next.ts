import { parsePath } from "../file-path.ts";
import { buildSlug } from "../slug.ts";
import { hasEnding, ignoredName, isMarkdown, notContent } from "./content-file.ts";
import { buildFolderCrumb } from "./crumb.ts";
import type { Dialect } from "./dialect.ts";
import { atomAt, jsonAt, rssAt } from "./feed-addresses.ts";
import { javascriptSite } from "./javascript-site.ts";

/**
 * Next.js has no rule of its own for articles: sites keep Markdown or MDX in a folder of posts, or as pages. An address
 * is the path without `app`, `pages` or `content`, without groups `(name)` and `page` or `index` at its end, and
 * without a slash there (`trailingSlash` is off).
 * Sources: "Markdown and MDX", "Project structure" and "trailingSlash" in Next.js' documentation; its blog starter,
 * which serves `_posts/name.md` at `/posts/name`.
 */
export const next: Dialect = {
	...javascriptSite(baseName),
	name: "next",
	omissionOf(path) {
		if (!isMarkdown(path) && !hasEnding(path, [".mdx"])) return notContent;
		return /(?:^|\/)(?:\.|_(?!posts\/))/.test(path) ? ignoredName : undefined;
	},
	sectionOf: (path) => pathParts(path).slice(0, -1).map(buildFolderCrumb),
	permalink: "/:path",
	permalinkWord(word, { path, title, slug }) {
		const parents = pathParts(path).slice(0, -1);
		switch (word) {
			case "path":
				return [...parents, slug ?? baseName(path)].join("/");
			case "slug":
				return slug ?? baseName(path);
			case "title":
				return buildSlug(title);
			case "filename":
				return baseName(path);
			case "section":
				return parents[0] ?? "";
			case "sections":
				return parents.join("/");
			default:
				return undefined;
		}
	},
	feedAddresses: {
		site: [
			...rssAt("/rss.xml", "/feed.xml", "/feed", "/rss", "/feed/rss.xml", "/index.xml"),
			...atomAt("/atom.xml", "/feed/atom.xml"),
			...jsonAt("/feed.json", "/feed/feed.json"),
		],
		section: [],
		tag: [],
		author: [],
	},
};

function pathParts(path: string): readonly string[] {
	const { folders, name } = parsePath(path);
	const routes = folders
		.join("/")
		.replace(/^(?:src\/)?(?:app|pages|content)(?:\/|$)/, "")
		.split("/")
		.filter((part) => part !== "" && !/^\(.*\)$/.test(part))
		.map((part) => (part === "_posts" ? "posts" : part));
	const isIndex = (name === "index" || name === "page") && routes.length > 0;
	return isIndex ? routes : [...routes, name];
}

function baseName(path: string): string {
	return pathParts(path).at(-1) ?? "";
}
