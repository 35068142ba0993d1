import { dateFromFileName } from "../date.ts";
import { formatOfEnding, parsePath } from "../file-path.ts";
import { buildNameSlug, buildSlug } from "../slug.ts";
import { buildFolderCrumb } from "./crumb.ts";
import type { Dialect } from "./dialect.ts";

/**
 * Broadsheet's own folders. Every Markdown, HTML and plain-text file is an article, unless its name or a folder's
 * begins with `.` or `_`; folders are sections. `NAME/index.md` is the article NAME of the section above, so that it
 * may have its pictures beside it; at the top it is an article called `index`.
 */
export const broadsheet: Dialect = {
	name: "broadsheet",
	isArticle(path) {
		const { ending } = parsePath(path);
		return formatOfEnding(ending) !== undefined && !/(?:^|\/)[._]/.test(path);
	},
	sectionOf(path) {
		const { folders, name } = parsePath(path);
		const sections = name === "index" ? folders.slice(0, -1) : folders;
		return sections.map(buildFolderCrumb);
	},
	dateOf: (path) => dateFromFileName(fullNameOf(path))?.date,
	categoriesOf: () => [],
	nameOf,
	fieldNames: {},
	listSeparator: /,/,
	isHidden: () => false,
	permalink: "/:sections/:slug/",
	expandPattern: (pattern) => pattern,
	permalinkWords({ path, title, slug, section, categories }) {
		const sections = section.map((crumb) => crumb.slug);
		const fileSlug = buildNameSlug(nameOf(path));
		return {
			slug: buildSlug(slug ?? "") || fileSlug,
			title: buildSlug(title) || fileSlug,
			filename: buildNameSlug(fullNameOf(path)),
			section: sections[0] ?? "",
			sections: sections.join("/"),
			categories: categories.map(buildSlug).filter(Boolean).join("/"),
		};
	},
	permalinkZone: "settings",
	ownPermalink: "address",
	finishAddress: (address) => address,
};

function nameOf(path: string): string {
	const name = fullNameOf(path);
	return dateFromFileName(name)?.rest || name;
}

/** With its date; of `NAME/index.md`, the folder's. */
function fullNameOf(path: string): string {
	const { folders, name } = parsePath(path);
	return name === "index" ? (folders.at(-1) ?? name) : name;
}
