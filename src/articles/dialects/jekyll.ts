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
import { buildFolderCrumb } from "./crumb.ts";
import type { Dialect, IdSource, PermalinkSource } from "./dialect.ts";
import { atomAt, rssAt } from "./feed-addresses.ts";
import { foreign } from "./foreign.ts";

/**
 * Jekyll 4's posts: files named `2026-03-14-name.md` in `_posts`, wherever it lies; the folder of articles may be
 * `_posts` itself. Folders above `_posts` are categories (and sections), folders in it are nothing.
 * Sources: "Posts", "Front matter" and "Permalinks" in Jekyll's documentation; `document.rb`, `entry_filter.rb`,
 * `drops/url_drop.rb`, `utils.rb` and `readers/post_reader.rb` in its source; `feed.xml` of jekyll-feed.
 */
export const jekyll: Dialect = {
	...foreign,
	name: "jekyll",
	// Ruby's `Time.parse`.
	dateHabits: { overflow: "refuse", order: "day first" },
	omissionOf(path, paths) {
		if (/(?:^|\/)_drafts\//.test(path)) return "a draft";
		if (!isMarkdown(path) && !hasEnding(path, otherEndings)) return notContent;
		const place = findBelow(path, "_posts");
		const isPageBesidePosts = place === undefined && hasFolder(paths, "_posts");
		if (isPageBesidePosts || parsePostName(path) === undefined)
			return "no post: posts lie in `_posts`, with a date at the beginning of the name";
		const folders = [...(place?.above ?? []), ...(place?.below ?? path).split("/").slice(0, -1)];
		return folders.some((folder) => /^[._#~]/.test(folder)) ? ignoredName : undefined;
	},
	sectionOf: (path) => foldersAbovePosts(path).map(buildFolderCrumb),
	dateOf: (path) => parsePostName(path)?.date,
	categoriesOf: foldersAbovePosts,
	nameOf: postSlug,
	// `titleize_slug`: the heading of the text plays no part.
	titleOf: (path) =>
		postSlug(path)
			.split("-")
			.map((word) => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase())
			.join(" "),
	fieldNames: {
		...foreign.fieldNames,
		date: ["date"],
		updated: ["last_modified_at", "lastmod", "updated"],
	},
	// Without `strict_front_matter`, its title and date are then the file name's.
	brokenFrontMatter: "pass over",
	listSeparator: /[\s,]+/,
	hiddenBy: (find) => (readFlag(find("published")) === false ? "`published` is off" : undefined),
	permalink: "/:categories/:year/:month/:day/:title:output_ext",
	expandPattern: (pattern) => namedPatterns.get(pattern) ?? pattern,
	permalinkWord,
	permalinkZone: "settings",
	readOwnPermalink: (pattern) => ({ pattern }),
	idOf,
	feedAddresses: {
		site: [...atomAt("/feed.xml", "/atom.xml", "/feed/index.xml"), ...rssAt("/rss.xml")],
		section: atomAt("/feed/:path.xml"),
		tag: atomAt("/feed/by_tag/:slug.xml", "/feed/:slug.xml"),
		author: [],
	},
};

/** HTML, and what converters of plugins read. */
const otherEndings = [".html", ".htm", ".textile", ".adoc", ".asciidoc", ".org"];

const namedPatterns: ReadonlyMap<string, string> = new Map([
	["date", "/:categories/:year/:month/:day/:title:output_ext"],
	["pretty", "/:categories/:year/:month/:day/:title/"],
	["ordinal", "/:categories/:year/:y_day/:title:output_ext"],
	["weekdate", "/:categories/:year/W:week/:short_day/:title:output_ext"],
	["none", "/:categories/:title:output_ext"],
]);

function permalinkWord(word: string, source: PermalinkSource): string | undefined {
	const { path, slug, section, categories } = source;
	const { folders, name } = parsePath(path);
	const text = slug ?? postSlug(path);
	const lower = [...new Set(categories.map((category) => category.toLowerCase()))];
	switch (word) {
		case "title":
			return slugifyPretty(text) || slugifyPretty(name);
		case "slug":
			return slugify(text) || slugify(name);
		case "name":
			return slugify(name);
		case "filename":
			return name;
		case "path":
			return [...folders, name].join("/");
		case "categories":
			return lower.join("/");
		case "slugified_categories":
			return lower.map(slugify).join("/");
		case "section":
			return section[0]?.slug ?? "";
		case "sections":
			return section.map((crumb) => crumb.slug).join("/");
		case "collection":
			return "posts";
		case "output_ext":
			return ".html";
		default:
			return undefined;
	}
}

/** `Document#id`, which jekyll-feed makes absolute: the address' folder and the slug, whatever the address ends with. */
function idOf({ url, path, slug }: IdSource): string {
	const folder = url.replace(/\/[^/]+\/?$/, "");
	return `${folder}/${encodeURIComponent(slug ?? postSlug(path))}`;
}

/** Jekyll's DATE_FILENAME_MATCHER: the month and the day may have one digit. */
function parsePostName(path: string): { readonly date: string; readonly slug: string } | undefined {
	const match = /^(\d{4}-\d{1,2}-\d{1,2})-(.*)$/s.exec(parsePath(path).name);
	return match?.[1] === undefined ? undefined : { date: match[1], slug: match[2] ?? "" };
}

function postSlug(path: string): string {
	return parsePostName(path)?.slug ?? parsePath(path).name;
}

function foldersAbovePosts(path: string): readonly string[] {
	return findBelow(path, "_posts")?.above ?? [];
}

/** Jekyll's `slugify` in its mode `pretty`, letters as they are. */
function slugifyPretty(text: string): string {
	return text
		.normalize("NFC")
		.replaceAll(/[^\p{M}\p{L}\p{Nd}._~!$&'()+,;=@]+/gu, "-")
		.replaceAll(/^-|-$/g, "");
}

/** Jekyll's `slugify` in its mode `default`. */
function slugify(text: string): string {
	return text
		.normalize("NFC")
		.replaceAll(/[^\p{M}\p{L}\p{Nd}]+/gu, "-")
		.replaceAll(/^-|-$/g, "")
		.toLowerCase();
}
