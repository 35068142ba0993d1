import { dateFromFileName } from "../date.ts";
import { parsePath } from "../file-path.ts";
import { buildNameSlug, buildSlug } from "../slug.ts";
import { buildFolderCrumb } from "./crumb.ts";
import type { Dialect } from "./dialect.ts";
import { noFeedAddresses } from "./feed-addresses.ts";

/**
 * Broadsheet's own folders. Every Markdown, HTML and plain-text file is an article, unless its name or a folder's
 * begins with `.` or `_`; folders are sections. `NAME/index.md` is the article NAME of the section above, so that it
 * may have its pictures beside it; at the top it is an article called `index`.
 */
export const broadsheet: Dialect = {
	name: "broadsheet",
	omissionOf(path) {
		const { ending } = parsePath(path);
		if (!ownEndings.includes(ending)) return "not written in Markdown, HTML or plain text";
		return /(?:^|\/)[._]/.test(path)
			? "kept apart by a `.` or `_` at the beginning of a name"
			: undefined;
	},
	sectionOf(path) {
		const { folders, name } = parsePath(path);
		const sections = name === "index" ? folders.slice(0, -1) : folders;
		return sections.map(buildFolderCrumb);
	},
	dateOf: (path) => dateFromFileName(fullNameOf(path))?.date,
	categoriesOf: () => [],
	nameOf,
	titleOf: () => undefined,
	fieldNames: {},
	frontMatterForm: "fenced",
	brokenFrontMatter: "refuse",
	dateHabits: { overflow: "refuse", order: "unclear" },
	listSeparator: /,/,
	hiddenBy: () => undefined,
	undated: "error",
	permalink: "/:sections/:slug/",
	expandPattern: (pattern) => pattern,
	permalinkWord(word, { path, title, slug, section, categories }) {
		switch (word) {
			case "slug":
				return buildSlug(slug ?? "") || buildNameSlug(nameOf(path));
			case "title":
				return buildSlug(title) || buildNameSlug(nameOf(path));
			case "filename":
				return buildNameSlug(fullNameOf(path));
			case "section":
				return section[0]?.slug ?? "";
			case "sections":
				return section.map((crumb) => crumb.slug).join("/");
			case "categories":
				return categories.map(buildSlug).filter(Boolean).join("/");
			default:
				return undefined;
		}
	},
	languageAddresses: {
		homeOf: (siteUrl, language) => `${siteUrl}/${buildNameSlug(language)}`,
		isBelowHome: () => false,
	},
	permalinkZone: "settings",
	readOwnPermalink: (address) => ({ address }),
	finishAddress: (address) => address,
	idOf: ({ url }) => url,
	feedAddresses: noFeedAddresses,
};

const ownEndings = [".md", ".markdown", ".mkd", ".mkdn", ".mkdown", ".html", ".htm", ".txt"];

function nameOf(path: string): string {
	const name = fullNameOf(path);
	return dateFromFileName(name)?.rest || name;
}

/** With its date; of `NAME/index.md`, the folder's. */
function fullNameOf(path: string): string {
	const { folders, name } = parsePath(path);
	return name === "index" ? (folders.at(-1) ?? name) : name;
}
