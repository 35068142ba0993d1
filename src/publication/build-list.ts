import { max } from "date-fns/max";
import mime from "mime";
import { findDialect } from "../articles/dialects/dialects.ts";
import { treeOfLanguage } from "../articles/find-language.ts";
import type { FeedHead, Image } from "../feeds/feed.ts";
import { buildFeedId } from "../feeds/ids.ts";
import { epoch } from "../sections/list-articles.ts";
import type { ArticleList, Section, Term } from "../sections/section.ts";
import type { SectionSettings, SiteSettings } from "../settings/settings.ts";
import { createOnce } from "../text/once.ts";
import { absoluteUrl, pageAddress } from "./addresses.ts";
import type { Shown } from "./choose-articles.ts";
import type { Tree } from "./contents.ts";
import { type Departed, listDeparted } from "./departed.ts";
import { feedAddresses } from "./feed-addresses.ts";
import type { RememberedArticles, Withdrawn } from "./remember-articles.ts";

export type ListKind = "site" | "section" | "tag" | "author";

/** Whatever has a page and a feed in each format: the site, a section, a tag, an author. */
export interface List {
	readonly kind: ListKind;
	/** Decoded segments of its address: `["tags", "atom"]`. */
	readonly path: readonly string[];
	/** Its own name. */
	readonly name: string;
	/** Names it among all of a reader's subscriptions: its own name, those above it, the site's. */
	readonly title: string;
	readonly settings: SectionSettings;
	readonly articles: ArticleList;
	/** What readers may still hold of it. */
	readonly departed: readonly Departed[];
	readonly section?: Section;
}

/** The list of a section; `above` are the sections between it and the site, from the top. */
export function listOfSection(
	section: Section,
	above: readonly Section[],
	tree: Tree,
	remembered: RememberedArticles,
): List {
	const { site, feedTitle } = tree;
	const isSite = section.path.length === tree.path.length;
	const names = [...above.map(({ title }) => title), section.title].reverse();
	return {
		kind: isSite ? "site" : "section",
		path: section.path,
		name: isSite ? site.title : section.title,
		title: isSite ? feedTitle : [...names, feedTitle].join(" – "),
		settings: section.settings,
		articles: section.articles,
		departed: listDeparted(
			section.articles,
			remembered,
			(record) => isInTree(record, tree) && isBelow(record, section.path),
		),
		section,
	};
}

/** Whether a record's article stood in a tree: the root holds what no other language does. */
function isInTree(record: Withdrawn, { path, site: { languages } }: Tree): boolean {
	if (path.length > 0) return isBelow(record, path);
	return !languages.some((language) => {
		const other = treeOfLanguage(language, languages);
		return other !== undefined && isBelow(record, [other]);
	});
}

function isBelow(record: Withdrawn, path: readonly string[]): boolean {
	return path.length === 0 || `${record.section}/`.startsWith(`${path.join("/")}/`);
}

/** The list of a tag or an author, under the site's settings. */
export function listOfTerm(
	term: Term,
	kind: "tag" | "author",
	tree: Tree,
	remembered: RememberedArticles,
): List {
	const { site, feedTitle } = tree;
	const name = kind === "tag" ? `#${term.name}` : term.name;
	return {
		kind,
		path: [...tree.path, `${kind}s`, term.slug],
		name: term.name,
		title: `${name} – ${feedTitle}`,
		settings: termSettings(site),
		articles: term.articles,
		departed: listDeparted(
			term.articles,
			remembered,
			(record) =>
				isInTree(record, tree) &&
				(kind === "tag" ? record.tags : record.authors).includes(term.slug),
		),
	};
}

const termSettings = createOnce((site: SiteSettings): SectionSettings => {
	const { title: _, description: __, ...settings } = site;
	return { ...settings, aliases: [], retired: false };
});

/** What a list's feeds say of themselves above the articles that they show. */
export function buildHead(list: List, shown: Shown, tree: Tree): FeedHead {
	const { site } = tree;
	const { settings } = list;
	const addresses = feedAddresses(list.path);
	const image = buildImage(settings.image, tree);
	return {
		id: buildFeedId(site.authority, pageAddress(list.path)),
		title: list.title,
		...(settings.description !== undefined && { description: settings.description }),
		language: settings.language,
		homePageUrl: homePageUrl(list, tree),
		selfUrls: {
			rss: absoluteUrl(site.feedsUrl, addresses.rss),
			atom: absoluteUrl(site.feedsUrl, addresses.atom),
			json: absoluteUrl(site.feedsUrl, addresses.json),
		},
		updated: max([epoch, ...[...shown.articles, ...shown.departed].map(({ updated }) => updated)]),
		authors: settings.authors.length > 0 ? settings.authors : [{ name: site.title }],
		...(image && { image }),
		ttlInMinutes: settings.maxAge,
	};
}

/** The page of what a list shows: the site's own home, else the page that Broadsheet serves. */
export function homePageUrl(list: List, { path, site }: Tree): string {
	if (list.kind === "site" && !site.pages) return new URL(homeOfTree(path, site)).href;
	return absoluteUrl(site.pages ? site.url : site.feedsUrl, pageAddress(list.path));
}

/** The home that the site's generator gives to a tree's language, where that is told apart by address. */
export function homeOfTree(
	[name]: readonly string[],
	{ url, dialect, languages }: SiteSettings,
): string {
	const language = languages.find((one) => treeOfLanguage(one, languages) === name);
	const { languageAddresses } = findDialect(dialect);
	if (name === undefined || language === undefined || !languageAddresses) return url;
	return `${languageAddresses.homeOf(url, language, languages[0] ?? "")}/`;
}

function buildImage(reference: string | undefined, { site, media }: Tree): Image | undefined {
	if (reference === undefined) return undefined;
	const path = reference.replace(/^\.?\//, "").normalize("NFC");
	const url = media.has(path)
		? absoluteUrl(site.url, `/${path}`)
		: new URL(reference, `${site.url}/`).href;
	const mediaType = mime.getType(new URL(url).pathname);
	return { url, ...(mediaType && { mediaType }) };
}
