import { readFlag } from "../fields/flag.ts";
import { formatOfEnding, parsePath } from "../file-path.ts";
import { buildSlug } from "../slug.ts";
import { buildFolderCrumb } from "./crumb.ts";
import type { Dialect } from "./dialect.ts";

/**
 * Eleventy 3. A template's address is its path (`posts/2026-03-14-name.md` → `/posts/2026-03-14-name/`); the slug that
 * patterns use is the file's name without its date, letters as they are, and neither a title nor a `slug` changes it.
 * Sources: "Permalinks", "Content dates" and "Eleventy supplied data" in Eleventy's documentation.
 */
export const eleventy: Dialect = {
	name: "eleventy",
	isArticle(path) {
		const { ending } = parsePath(path);
		const isIgnored = /(?:^|\/)(?:[._]|node_modules\/)/.test(path);
		return (ending === ".md" || formatOfEnding(ending) === "html") && !isIgnored;
	},
	sectionOf(path) {
		const { folders, name } = parsePath(path);
		return (name === "index" ? folders.slice(0, -1) : folders).map(buildFolderCrumb);
	},
	dateOf: (path) => /\d{4}-\d{2}-\d{2}/.exec(path)?.[0],
	categoriesOf: () => [],
	nameOf: fileSlug,
	fieldNames: {},
	listSeparator: /,/,
	isHidden: (data) =>
		data.permalink === false || readFlag(data.eleventyExcludeFromCollections) === true,
	permalink: "/:path/",
	expandPattern: (pattern) => pattern,
	permalinkWords({ path, title, section, categories }) {
		const { folders, name } = parsePath(path);
		return {
			slug: fileSlug(path),
			title: buildSlug(title),
			filename: name,
			section: folders[0] ?? "",
			sections: section.map((crumb) => crumb.slug).join("/"),
			categories: categories.map(buildSlug).filter(Boolean).join("/"),
			path: [...folders, ...(name === "index" || name === folders.at(-1) ? [] : [name])].join("/"),
		};
	},
	permalinkZone: "UTC",
	ownPermalink: "address",
	finishAddress: (address) => address.replace(/(?<=\/)index\.html$/, ""),
};

/** `page.fileSlug`: a day of one digit is no date to Eleventy; `index` takes its folder's name. */
function fileSlug(path: string): string {
	const { folders, name } = parsePath(path);
	const raw = name === "index" ? (folders.at(-1) ?? "") : name;
	return /\d{4}-\d{2}-\d{2}-(.*)/.exec(raw)?.[1] ?? raw;
}
