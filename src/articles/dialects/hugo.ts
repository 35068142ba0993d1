import { parseInstant } from "../date.ts";
import { readFlag } from "../fields/flag.ts";
import { parsePath } from "../file-path.ts";
import { isTranslation, withoutLanguage } from "../find-language.ts";
import { hasEnding, ignoredName, isBesideIndex, isMarkdown, notContent } from "./content-file.ts";
import { buildFolderCrumb } from "./crumb.ts";
import type { Dialect, PermalinkSource } from "./dialect.ts";
import { rssAt } from "./feed-addresses.ts";
import { foreign } from "./foreign.ts";
import { sanitizeHugoPath } from "./hugo-path.ts";

/**
 * Hugo: every page of the content folder is in the site's feed, `about.md` too; a folder with an `index.md` is one page
 * (a leaf bundle), and everything else in it belongs to that page; `_index.md` is its folder's own page.
 * Sources: "Page bundles", "URL management", "Multilingual", "Front matter", "Configure permalinks", "Configure front matter" and
 * "Build options" in Hugo's documentation; `resources/page/permalinks.go`, `resources/page/pagemeta`,
 * `common/paths/path.go` and the embedded `rss.xml` in its source.
 */
export const hugo: Dialect = {
	...foreign,
	name: "hugo",
	omissionOf(path, paths) {
		const { folders, name, ending } = parsePath(path);
		if (!isMarkdown(path) && !hasEnding(path, otherEndings)) return notContent;
		// Hugo's filter of source files, `source.SourceSpec.IgnoreFile`.
		if ([...folders, name].some((part) => /^[.#]/.test(part)) || ending.endsWith("~"))
			return ignoredName;
		if (/^_index(?:\.|$)/.test(name)) return "the page of its section";
		if (isTranslation(path, paths)) return "a translation of the file beside it";
		return isBesideIndex(path, paths, indexNames)
			? "a part of the page bundle that it lies in"
			: undefined;
	},
	sectionOf(path) {
		const { folders } = parsePath(path);
		return (isIndex(path) ? folders.slice(0, -1) : folders).map(buildFolderCrumb);
	},
	dateOf: (path) => dateOfName(baseName(path))?.date,
	nameOf: (path) => dateOfName(baseName(path))?.rest || baseName(path),
	fieldNames: {
		...foreign.fieldNames,
		// `publishDate` stands for a missing `date` in any dialect.
		date: ["date", "pubdate", "published", "lastmod", "modified"],
		updated: ["lastmod", "modified"],
		publish: ["publishDate", "pubdate"],
		expires: ["expiryDate", "unpublishDate"],
		permalink: ["url"],
	},
	hiddenBy(find) {
		if (readFlag(find("headless")) === true) return "`headless` is set";
		const build = find("build") ?? find("_build");
		const list = typeof build === "object" && build !== null && "list" in build && build.list;
		const isListed = list !== "never" && list !== "local" && list !== "false";
		return isListed ? undefined : "`build.list` keeps it out of lists";
	},
	// `.RegularPages` has it, with the date 0001-01-01.
	undated: "keep",
	permalink: "/:path/",
	permalinkWord(word, source) {
		const value = findWord(word, source);
		return value === undefined ? undefined : sanitizeHugoPath(value);
	},
	languageAddresses: {
		homeOf: homeOfLanguage,
		// "URL management": with a slash in front, `url` counts from the site's address.
		isBelowHome: (written) => !written.startsWith("/"),
	},
	permalinkZone: "own",
	readOwnPermalink(written) {
		if (/:[a-z]/.test(written)) return { pattern: written };
		// A page, unless the last part has an ending (`CreateTargetPaths`).
		return { address: /\/$|\.[^/]*$/.test(written) ? written : `${written}/` };
	},
	finishAddress: (address) => address.replace(/(?<=\/)index\.html$/, ""),
	feedAddresses: {
		site: rssAt("/index.xml", "/feed.xml"),
		section: rssAt("/:path/index.xml"),
		tag: rssAt("/tags/:slug/index.xml", "/categories/:slug/index.xml"),
		author: rssAt("/authors/:slug/index.xml", "/author/:slug/index.xml"),
	},
};

/** "Content formats": HTML, and what other programs render. */
const otherEndings = [
	".html",
	".htm",
	".org",
	".adoc",
	".asciidoc",
	".ad",
	".rst",
	".pdc",
	".pandoc",
	".mmark",
];

/** Files that make a leaf bundle of their folder. */
const indexNames = ["index.md", "index.markdown", "index.html", "index.org", "index.adoc"];

function isIndex(path: string): boolean {
	return (
		parsePath(path).folders.length > 0 &&
		/^index(?:\.[a-z]{2,3}(?:-[a-z]+)?)?$/i.test(parsePath(path).name)
	);
}

/** Hugo's ContentBaseName: of a leaf bundle, the folder's name. */
function baseName(path: string): string {
	const { folders, name } = parsePath(path);
	return isIndex(path) ? (folders.at(-1) ?? name) : name;
}

/** `dateAndSlugFromBaseFilename`: a real day, and what follows it. */
function dateOfName(name: string): { readonly date: string; readonly rest: string } | undefined {
	const date = /^\d{4}-\d{2}-\d{2}/.exec(name)?.[0];
	if (date === undefined || "reason" in parseInstant(date, "UTC")) return undefined;
	return { date, rest: name.slice(date.length).replaceAll(/^[ _-]+|[ _-]+$/g, "") };
}

/**
 * "Multilingual": a language stands below the site's address, in lower case; where the first one does too
 * (`defaultContentLanguageInSubdir`) the site's address here ends with it, and the others stand beside it.
 */
function homeOfLanguage(siteUrl: string, language: string, first: string): string {
	const suffix = `/${first.toLowerCase()}`;
	const isInSubfolder = siteUrl.endsWith(suffix) && new URL(siteUrl).pathname.endsWith(suffix);
	const home = isInSubfolder ? siteUrl.slice(0, -suffix.length) : siteUrl;
	return `${home}/${language.toLowerCase()}`;
}

function findWord(word: string, source: PermalinkSource): string | undefined {
	const { path, title, isDatedByPath, published } = source;
	const name = withoutLanguage(baseName(path), source.siteLanguage);
	const { folders } = parsePath(path);
	const parents = isIndex(path) ? folders.slice(0, -1) : folders;
	const slug = source.slug || (isDatedByPath ? dateOfName(name)?.rest : "");
	const slice = /^sections\[(.+)\]$/.exec(word)?.[1];
	if (slice !== undefined) return sliceSections(findSections(parents, source), slice).join("/");
	switch (word) {
		case "title":
			return title;
		case "slug":
			return slug || title;
		case "slugorfilename":
		case "slugorcontentbasename":
			return slug || name;
		case "filename":
		case "contentbasename":
			return name;
		case "section":
			return parents[0] ?? "";
		case "sections":
			return findSections(parents, source).join("/");
		case "path":
			return [...parents, slug || name].join("/");
		case "year":
			// Go writes a year as it is; other years have four digits anyway.
			return published.getUTCFullYear() === 1 ? "1" : undefined;
		default:
			return undefined;
	}
}

/** The folders that are sections to Hugo: the first one, and those down to the last with an `_index.md`. */
function findSections(folders: readonly string[], { hasFile }: PermalinkSource): readonly string[] {
	for (let depth = folders.length; depth > 1; depth -= 1) {
		const section = folders.slice(0, depth);
		if (hasFile(`${section.join("/")}/_index.md`)) return section;
	}
	return folders.slice(0, 1);
}

/** `[1]`, `[last]`, `[1:]`, `[:last]`, `[0:2]` (`toSliceFunc`). */
function sliceSections(sections: readonly string[], slice: string): readonly string[] {
	const [from = "", to] = slice.split(":");
	const position = (text: string) => (text === "last" ? sections.length - 1 : Number(text));
	if (to === undefined) return sections.slice(position(from), position(from) + 1);
	return sections.slice(from ? position(from) : 0, to ? position(to) : sections.length);
}
