import { parseHtml } from "../body/html-tree.ts";
import { plainCharacters } from "../body/plain-characters.ts";
import { parsePath } from "../file-path.ts";
import { buildDateWord } from "../permalink/date-words.ts";
import { toAscii } from "./ascii-slug.ts";
import { hasEnding, ignoredName, isMarkdown, notContent } from "./content-file.ts";
import type { Dialect, PermalinkSource } from "./dialect.ts";
import { atomAt, rssAt } from "./feed-addresses.ts";
import { foreign } from "./foreign.ts";

/**
 * Pelican 4: articles are the Markdown, reStructuredText and HTML files outside of `pages/`; the category is the
 * metadata's, else the folder's, and stands for the section; the slug is made of the title.
 * Sources: "Writing content", "Settings" (ARTICLE_URL, FILENAME_METADATA, USE_FOLDER_AS_CATEGORY, WITH_FUTURE_DATES,
 * SLUG_REGEX_SUBSTITUTIONS, FEED_ALL_ATOM) in Pelican's documentation; `contents.py`, `readers.py`, `utils.py` and
 * `writers.py` in its source; feedgenerator's `get_tag_uri`.
 */
export const pelican: Dialect = {
	...foreign,
	name: "pelican",
	// python-dateutil.
	dateHabits: { overflow: "refuse", order: "month first" },
	omissionOf(path) {
		const { folders, name } = parsePath(path);
		if (!isMarkdown(path) && !hasEnding(path, [".rst", ".html", ".htm"])) return notContent;
		if (folders[0] === "pages") return "a page: they lie in `pages`";
		return [...folders, name].some((part) => part.startsWith(".")) ? ignoredName : undefined;
	},
	sectionOf(path, data) {
		const name = data === undefined ? undefined : readCategory(path, data);
		return name === undefined ? [] : [{ slug: buildPelicanSlug(name) || name, name }];
	},
	dateOf: (path) => /^\d{4}-\d{2}-\d{2}/.exec(parsePath(path).name)?.[0],
	categoriesOf: () => [],
	nameOf: (path) => parsePath(path).name.replace(/^\d{4}-\d{2}-\d{2}[-_ ]+/, ""),
	fieldNames: {
		...foreign.fieldNames,
		date: ["date"],
		updated: ["modified"],
		permalink: ["url"],
		summary: ["summary", "description"],
	},
	frontMatterForm: "pelican",
	listSeparator: /[,;]/,
	hiddenBy(find) {
		const status = String(find("status") ?? "published")
			.trim()
			.toLowerCase();
		if (status !== "published") return `\`status\` is \`${status}\``;
		// `mandatory_properties`: title and date.
		return find("title") === undefined ? "it has no title" : undefined;
	},
	permalink: "{slug}.html",
	expandPattern: (pattern) =>
		pattern.replaceAll(/\{([a-z_]+)(?::([^}]*))?\}/g, (_, field: string, format?: string) =>
			format === undefined ? `:${field}` : format.replaceAll(/%-?[a-z]/gi, expandDirective),
		),
	permalinkWord,
	// "Translations": articles of one slug in several languages.
	translationKeyOf: ({ slug, title }) => slug ?? buildPelicanSlug(title),
	permalinkZone: "own",
	idOf({ url, published, zone }) {
		const { hostname, pathname } = new URL(url);
		const day = ["year", "month", "day"].map((word) => buildDateWord(word, published, zone));
		return `tag:${hostname},${day.join("-")}:${pathname}/`;
	},
	feedAddresses: {
		site: [
			...atomAt("/feeds/all.atom.xml", "/feeds/atom.xml", "/feeds/all-:language.atom.xml"),
			...rssAt("/feeds/all.rss.xml", "/feeds/rss.xml", "/feeds/all-:language.rss.xml"),
		],
		section: [...atomAt("/feeds/:path.atom.xml"), ...rssAt("/feeds/:path.rss.xml")],
		tag: [
			...atomAt("/feeds/tag/:slug.atom.xml", "/feeds/:slug.tag.atom.xml"),
			...rssAt("/feeds/tag/:slug.rss.xml", "/feeds/:slug.tag.rss.xml"),
		],
		author: [...atomAt("/feeds/:slug.atom.xml"), ...rssAt("/feeds/:slug.rss.xml")],
	},
};

/**
 * A slug as Pelican makes it by default: tags and entities resolved, letters in ASCII, what is neither letter, digit,
 * `_`, blank nor hyphen left out, runs of blanks and hyphens as one hyphen (SLUG_REGEX_SUBSTITUTIONS).
 */
export function buildPelicanSlug(text: string): string {
	return toAscii(/[<&]/.test(text) ? plainCharacters(parseHtml(text).children) : text)
		.replaceAll(/[^\w\s-]/g, "")
		.trim()
		.replaceAll(/[-\s]+/g, "-")
		.toLowerCase();
}

function permalinkWord(word: string, source: PermalinkSource): string | undefined {
	const { path, title, slug, language, siteLanguage, data } = source;
	switch (word) {
		case "slug": {
			const isTranslation = (language ?? siteLanguage).toLowerCase() !== siteLanguage.toLowerCase();
			const ownSlug = slug ?? buildPelicanSlug(title);
			// ARTICLE_LANG_URL
			return isTranslation ? `${ownSlug}-${language}` : ownSlug;
		}
		case "title":
			return buildPelicanSlug(title);
		case "category":
		case "categories":
		case "section":
		case "sections":
			return buildPelicanSlug(readCategory(path, data) ?? "misc");
		case "author":
			return buildPelicanSlug(
				readText(data, "author") ?? readText(data, "authors")?.split(/[,;]/)[0] ?? "",
			);
		case "lang":
			return language ?? siteLanguage;
		case "filename":
			return parsePath(path).name;
		case "path":
			return path.slice(0, path.length - parsePath(path).ending.length);
		default:
			return undefined;
	}
}

/** The metadata's category, else the name of the folder that the file lies in. */
function readCategory(path: string, data: Readonly<Record<string, unknown>>): string | undefined {
	return readText(data, "category") ?? parsePath(path).folders.at(-1);
}

function readText(data: Readonly<Record<string, unknown>>, name: string): string | undefined {
	const key = Object.keys(data).find((candidate) => candidate.toLowerCase() === name);
	const value = key === undefined ? undefined : data[key];
	const first: unknown = Array.isArray(value) ? value[0] : value;
	return typeof first === "string" && first.trim() !== "" ? first.trim() : undefined;
}

/** The directives of `strftime` that addresses are made with, as words of a pattern. */
const directives: ReadonlyMap<string, string> = new Map([
	["%Y", ":year"],
	["%y", ":short_year"],
	["%m", ":month"],
	["%-m", ":i_month"],
	["%b", ":short_month"],
	["%B", ":long_month"],
	["%d", ":day"],
	["%-d", ":i_day"],
	["%j", ":y_day"],
	["%H", ":hour"],
	["%M", ":minute"],
	["%S", ":second"],
]);

function expandDirective(directive: string): string {
	return directives.get(directive) ?? directive;
}
