import { formatOfEnding, parsePath } from "../file-path.ts";
import { buildFolderCrumb } from "./crumb.ts";
import type { Dialect } from "./dialect.ts";

/**
 * Jekyll 4's posts: files named `2026-03-14-name.md` in `_posts`, wherever it lies; the folder of articles may be
 * `_posts` itself. Folders above `_posts` are categories (and sections), folders in it are nothing.
 * Sources: "Posts" and "Permalinks" in Jekyll's documentation; its document and URL drop.
 */
export const jekyll: Dialect = {
	name: "jekyll",
	isArticle(path) {
		const { folders, ending } = parsePath(path);
		const format = formatOfEnding(ending);
		const isIgnored = folders.some((folder) => /^[._#~]/.test(folder) && folder !== "_posts");
		return (
			!isIgnored &&
			(format === "markdown" || format === "html") &&
			parsePostName(path) !== undefined
		);
	},
	sectionOf: (path) => foldersAbovePosts(path).map(buildFolderCrumb),
	dateOf: (path) => parsePostName(path)?.date,
	categoriesOf: foldersAbovePosts,
	nameOf: postSlug,
	fieldNames: {},
	listSeparator: /[\s,]+/,
	isHidden: () => false,
	permalink: "/:categories/:year/:month/:day/:title:output_ext",
	expandPattern: (pattern) => namedPatterns.get(pattern) ?? pattern,
	permalinkWords({ path, slug, section, categories }) {
		const { folders, name } = parsePath(path);
		const text = slug ?? postSlug(path);
		const lower = [...new Set(categories.map((category) => category.toLowerCase()))];
		return {
			title: slugifyPretty(text) || slugifyPretty(name),
			slug: slugify(text) || slugify(name),
			name: slugify(name),
			filename: name,
			path: [...folders, name].join("/"),
			categories: lower.join("/"),
			slugified_categories: lower.map(slugify).join("/"),
			section: section[0]?.slug ?? "",
			sections: section.map((crumb) => crumb.slug).join("/"),
			collection: "posts",
			output_ext: ".html",
		};
	},
	permalinkZone: "settings",
	ownPermalink: "pattern",
	finishAddress: (address) => address,
};

const namedPatterns: ReadonlyMap<string, string> = new Map([
	["date", "/:categories/:year/:month/:day/:title:output_ext"],
	["pretty", "/:categories/:year/:month/:day/:title/"],
	["ordinal", "/:categories/:year/:y_day/:title:output_ext"],
	["none", "/:categories/:title:output_ext"],
]);

/** Jekyll's DATE_FILENAME_MATCHER: the month and the day may have one digit. */
function parsePostName(path: string): { readonly date: string; readonly slug: string } | undefined {
	const match = /^(\d{4}-\d{1,2}-\d{1,2})-(.*)$/s.exec(parsePath(path).name);
	return match?.[1] === undefined ? undefined : { date: match[1], slug: match[2] ?? "" };
}

function postSlug(path: string): string {
	return parsePostName(path)?.slug ?? parsePath(path).name;
}

function foldersAbovePosts(path: string): readonly string[] {
	const { folders } = parsePath(path);
	const posts = folders.indexOf("_posts");
	return posts < 0 ? [] : folders.slice(0, posts);
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
