import { max } from "date-fns";
import mime from "mime";
import type { Article } from "../articles/article.ts";
import type { FeedHead, Image } from "../feeds/feed.ts";
import { feedFormats } from "../feeds/formats.ts";
import { buildFeedId } from "../feeds/ids.ts";
import { epoch } from "../sections/list-articles.ts";
import type { ArticleList, Section, Term } from "../sections/section.ts";
import type { SectionSettings } from "../settings/settings.ts";
import { absoluteUrl, feedAddresses, pageAddress } from "./addresses.ts";
import type { Contents } from "./contents.ts";
import type { Renderings } from "./create-renderings.ts";

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
	readonly section?: Section;
}

/** The list of a section; `above` are the sections between it and the site, from the top. */
export function listOfSection(
	section: Section,
	above: readonly Section[],
	siteTitle: string,
): List {
	const isSite = section.path.length === 0;
	const names = [...above.map(({ title }) => title), section.title].reverse();
	return {
		kind: isSite ? "site" : "section",
		path: section.path,
		name: isSite ? siteTitle : section.title,
		title: isSite ? siteTitle : [...names, siteTitle].join(" – "),
		settings: section.settings,
		articles: section.articles,
		section,
	};
}

/** The list of a tag or an author, under the site's settings. */
export function listOfTerm(term: Term, kind: "tag" | "author", { site }: Contents): List {
	const { title: _, description: __, ...settings } = site;
	const name = kind === "tag" ? `#${term.name}` : term.name;
	return {
		kind,
		path: [`${kind}s`, term.slug],
		name: term.name,
		title: `${name} – ${site.title}`,
		settings: { ...settings, aliases: [], retired: false },
		articles: term.articles,
	};
}

/**
 * What a list's feeds show: the newest articles, as many as `limit` says and as fit into `maxBytes` in every format,
 * so that all formats list the same (requirements 51, 63).
 */
export function chooseArticles(list: List, contents: Contents, renderings: Renderings): Article[] {
	const { limit, maxBytes } = list.settings;
	const newest = limit === "all" ? list.articles.visible : list.articles.visible.slice(0, limit);
	const encoder = new TextEncoder();
	const head = buildHead(list, [], contents);
	let bytes = Math.max(
		...feedFormats.map(
			(format) => encoder.encode(Object.values(format.renderFrame(head)).join("")).length,
		),
	);
	const chosen: Article[] = [];
	for (const article of newest) {
		bytes += renderings.entryBytes(article) + separatorBytes;
		if (bytes > maxBytes) break;
		chosen.push(article);
	}
	return chosen;
}

const separatorBytes = Math.max(...feedFormats.map((format) => format.separator.length));

/** What a list's feeds say of themselves above the articles that they show. */
export function buildHead(list: List, shown: readonly Article[], contents: Contents): FeedHead {
	const { site } = contents;
	const { settings } = list;
	const addresses = feedAddresses(list.path);
	const image = buildImage(settings.image, contents);
	return {
		id: buildFeedId(site.authority, pageAddress(list.path)),
		title: list.title,
		...(settings.description !== undefined && { description: settings.description }),
		language: settings.language,
		homePageUrl: homePageUrl(list, contents),
		selfUrls: {
			rss: absoluteUrl(site.feedsUrl, addresses.rss),
			atom: absoluteUrl(site.feedsUrl, addresses.atom),
			json: absoluteUrl(site.feedsUrl, addresses.json),
		},
		updated: max([epoch, ...shown.map((article) => article.updated)]),
		authors: settings.authors.length > 0 ? settings.authors : [{ name: site.title }],
		...(image && { image }),
		ttlInMinutes: settings.maxAge,
	};
}

/** The page of what a list shows: the site's own home, else the page that Broadsheet serves. */
export function homePageUrl(list: List, { site }: Contents): string {
	if (list.kind === "site" && !site.pages) return new URL(site.url).href;
	return absoluteUrl(site.pages ? site.url : site.feedsUrl, pageAddress(list.path));
}

function buildImage(reference: string | undefined, { site, media }: Contents): Image | undefined {
	if (reference === undefined) return undefined;
	const path = reference.replace(/^\.?\//, "").normalize("NFC");
	const url = media.has(path)
		? absoluteUrl(site.url, `/${path}`)
		: new URL(reference, `${site.url}/`).href;
	const mediaType = mime.getType(new URL(url).pathname);
	return { url, ...(mediaType && { mediaType }) };
}
