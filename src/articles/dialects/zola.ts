import { readFlag } from "../fields/flag.ts";
import { parsePath } from "../file-path.ts";
import { isTranslation, withoutLanguage } from "../find-language.ts";
import { buildAsciiSlug } from "./ascii-slug.ts";
import { hasEnding, ignoredName, isBesideIndex, notContent } from "./content-file.ts";
import { buildFolderCrumb } from "./crumb.ts";
import type { Dialect } from "./dialect.ts";
import { atomAt, rssAt } from "./feed-addresses.ts";
import { foreign } from "./foreign.ts";

/**
 * Zola 0.20 and later: pages are the Markdown files of the content folder; the feed has those with a date, in the front
 * matter or at the beginning of the name. The folders stay as they are in addresses, the last part is a slug in ASCII.
 * Sources: "Overview", "Page" and "Feeds" in Zola's documentation; `components/content/src/page.rs`, `file_info.rs`,
 * `components/site/src/feeds.rs` and `components/utils/src/slugs.rs` in its source.
 */
export const zola: Dialect = {
	...foreign,
	name: "zola",
	omissionOf(path, paths) {
		const { folders, name } = parsePath(path);
		if (!hasEnding(path, [".md"])) return notContent;
		if (name.startsWith("_index")) return "the page of its section";
		if ([...folders, name].some((part) => part.startsWith("."))) return ignoredName;
		// `find_related_assets`: other Markdown files in the folder of an `index.md` are not read.
		if (isTranslation(path, paths)) return "a translation of the file beside it";
		return isBesideIndex(path, paths, ["index.md"])
			? "beside a page that has the folder to itself"
			: undefined;
	},
	sectionOf: (path) => parentsOf(path).map(buildFolderCrumb),
	dateOf: (path) => datedName.exec(baseName(path))?.groups?.date,
	nameOf: (path) => datedName.exec(baseName(path))?.groups?.slug ?? baseName(path),
	fieldNames: {
		...foreign.fieldNames,
		date: ["date"],
		updated: ["updated"],
		permalink: ["path"],
		summary: ["description", "summary"],
		tags: ["taxonomies.tags", "tags"],
		categories: ["taxonomies.categories", "taxonomies.category", "categories"],
		authors: ["authors", "taxonomies.authors", "extra.authors", "extra.author"],
		image: ["extra.image", "extra.cover", "extra.thumbnail", "extra.banner"],
	},
	hiddenBy: (find) => (readFlag(find("render")) === false ? "`render` is off" : undefined),
	permalink: "/:path/",
	permalinkWord(word, { path, title, slug, siteLanguage }) {
		const ownSlug = buildAsciiSlug(slug ?? withoutLanguage(zola.nameOf(path), siteLanguage));
		switch (word) {
			case "slug":
				return ownSlug;
			case "title":
				return buildAsciiSlug(title);
			case "filename":
				return baseName(path);
			case "section":
				return parentsOf(path)[0] ?? "";
			case "sections":
				return parentsOf(path).join("/");
			case "path":
				return [...parentsOf(path), ownSlug].join("/");
			default:
				return undefined;
		}
	},
	languageAddresses: {
		// The language as the configuration writes it; `path` stands by itself (page.rs).
		homeOf: (siteUrl, language) => `${siteUrl}/${language}`,
		isBelowHome: () => false,
	},
	readOwnPermalink: (written) => ({ address: `${written}/` }),
	feedAddresses: {
		site: [...atomAt("/atom.xml"), ...rssAt("/rss.xml", "/feed.xml")],
		section: atomAt("/:path/feed.xml"),
		tag: [
			...atomAt("/tags/:slug/atom.xml", "/categories/:slug/atom.xml"),
			...rssAt("/tags/:slug/rss.xml", "/categories/:slug/rss.xml"),
		],
		author: [],
	},
};

/** `RFC3339_DATE` in page.rs: a day or an instant, then `_` or `-` and the slug. */
const datedName =
	/^(?<date>\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d))?)(?:\s?[_-](?<slug>.+))?$/s;

function isIndex(path: string): boolean {
	const { folders, name } = parsePath(path);
	return folders.length > 0 && /^index(?:\.|$)/.test(name);
}

function parentsOf(path: string): readonly string[] {
	const { folders } = parsePath(path);
	return isIndex(path) ? folders.slice(0, -1) : folders;
}

function baseName(path: string): string {
	const { folders, name } = parsePath(path);
	return isIndex(path) ? (folders.at(-1) ?? name) : name;
}
