import { slug as githubSlug } from "github-slugger";
import { parsePath } from "../file-path.ts";
import { buildSlug } from "../slug.ts";
import { hasEnding, ignoredName, isMarkdown, notContent } from "./content-file.ts";
import { buildFolderCrumb } from "./crumb.ts";
import type { Dialect } from "./dialect.ts";
import { atomAt, rssAt } from "./feed-addresses.ts";
import { javascriptSite } from "./javascript-site.ts";

/**
 * Astro's content collections: the folder is `src/content` or a collection in it; an entry's id is its path with each
 * part slugged as GitHub does, and a `slug` stands for the whole id. Pages in `src/pages` keep their path. Every site
 * makes its own feed; the official templates link `/COLLECTION/ID/`, and want a date.
 * Sources: "Content collections", "Markdown in Astro" and "Add an RSS feed" in Astro's documentation;
 * `packages/astro/src/content/utils.ts` in its source; github-slugger.
 */
export const astro: Dialect = {
	...javascriptSite(baseName),
	name: "astro",
	omissionOf(path) {
		if (!isMarkdown(path) && !hasEnding(path, [".mdx", ".mdoc", ".html"])) return notContent;
		return /(?:^|\/)[._]/.test(path) ? ignoredName : undefined;
	},
	sectionOf(path) {
		const { folders, name } = parsePath(withoutRoot(path));
		return (name === "index" ? folders.slice(0, -1) : folders).map(buildFolderCrumb);
	},
	permalink: "/:path/",
	permalinkWord(word, { path, title, slug }) {
		const parts = idParts(path);
		switch (word) {
			case "path":
				return slug === undefined || parts.length === 1
					? [...parts.slice(0, -1), slug ?? parts.at(-1)].join("/")
					: [parts[0], slug].join("/");
			case "slug":
				return slug ?? parts.at(-1) ?? "";
			case "id":
				return slug ?? parts.slice(1).join("/");
			case "title":
				return buildSlug(title);
			case "filename":
				return baseName(path);
			case "section":
				return parts.length > 1 ? (parts[0] ?? "") : "";
			case "sections":
				return parts.slice(0, -1).join("/");
			default:
				return undefined;
		}
	},
	feedAddresses: {
		site: [...rssAt("/rss.xml", "/feed.xml", "/index.xml"), ...atomAt("/atom.xml")],
		section: [],
		tag: [],
		author: [],
	},
};

/** The path from `src/content` or `src/pages`, where the folder is one above these. */
function withoutRoot(path: string): string {
	return path.replace(/^(?:src\/)?(?:content|pages)\//, "");
}

function idParts(path: string): readonly string[] {
	const { folders, name } = parsePath(withoutRoot(path));
	const parts = name === "index" && folders.length > 0 ? folders : [...folders, name];
	return /^(?:src\/)?pages\//.test(path) ? parts : parts.map((part) => githubSlug(part));
}

function baseName(path: string): string {
	const { folders, name } = parsePath(path);
	return name === "index" ? (folders.at(-1) ?? name) : name;
}
