import type { Article } from "../articles/article.ts";
import { feedFormats } from "../feeds/formats.ts";
import { renderArticlePage } from "../pages/article-page.ts";
import { pageAssets } from "../pages/assets.ts";
import { renderListPage } from "../pages/list-page.ts";
import { epoch, listArticles } from "../sections/list-articles.ts";
import { addressOf, opmlAddress, pageAddress, wellKnownAddress } from "./addresses.ts";
import type { List } from "./build-list.ts";
import { buildLists, type Lists } from "./build-lists.ts";
import { renderFeedList } from "./build-opml.ts";
import { buildArticlePage, buildListPage, type PageSource, pageLinkHeader } from "./build-pages.ts";
import { chooseArticles } from "./choose-articles.ts";
import type { Contents } from "./contents.ts";
import type { Renderings } from "./create-renderings.ts";
import type { DocumentParts, Publication, TextPlan } from "./document-plan.ts";
import { feedAddresses } from "./feed-addresses.ts";
import { fileArchive } from "./file-archive.ts";
import { findCatalogs } from "./find-catalogs.ts";
import { findFiles } from "./find-files.ts";
import type { Memory } from "./memory.ts";
import { movedFeeds, movedGeneratorFeeds, movedPages } from "./moved-addresses.ts";
import { createOnce } from "./once.ts";
import { type FeedSource, findArchives, planFeeds } from "./plan-feeds.ts";
import type { RememberedArticles } from "./remember-articles.ts";

const htmlType = "text/html; charset=utf-8";
/** OPML has no registered media type; readers know this one (requirement 138). */
const opmlType = "text/x-opml; charset=utf-8";
/** A stylesheet changes with Broadsheet itself, a few times a year. */
const assetMaxAge = 24 * 60 * 60;

/** What a publication is made of. */
export interface PublicationSource {
	readonly contents: Contents;
	readonly remembered: RememberedArticles;
	readonly renderings: Renderings;
	readonly memory: Memory;
	/** A hash of what an article's author wrote. */
	fingerprintOf(article: Article): string;
}

/** Plans everything that is served at one instant; nothing is rendered before it is asked for. */
export function buildPublication(source: PublicationSource, now: Date): Publication {
	const { contents, remembered, renderings, memory } = source;
	const { site } = contents;
	const lists = buildLists(contents, remembered, now);
	const { root, tags, authors } = lists;
	const shownIn = createOnce((list: List) => chooseArticles(list, contents, renderings));
	const archiveOf = createOnce((list: List) =>
		fileArchive(list, shownIn(list), memory, remembered.idOf),
	);
	const feedSource: FeedSource = {
		contents,
		renderings,
		root,
		tags,
		authors,
		site: lists.site,
		shownIn,
		idOf: remembered.idOf,
		archiveOf: (list) => (site.archives && list.section ? archiveOf(list) : undefined),
	};
	const live = lists.all.filter((list) => !list.settings.retired);
	const ended = lists.all.filter((list) => list.settings.retired);
	const feeds = live.flatMap((list) => planFeeds(list, feedSource));
	const plans = [
		...(site.pages ? planArticles(lists, feedSource, now) : []),
		...pageAssetPlans.filter(({ address }) => !contents.media.has(address.slice(1))),
		...planFeedList(lists, contents),
		...live.map((list) => planListPage(list, feedSource)),
		...feeds,
	];
	// Of two plans for one address the later counts: a list's own address is never an article's.
	const documents = new Map(plans.map((plan) => [plan.address, plan]));
	const liveSections = [...lists.bySection].filter(([, list]) => !list.settings.retired);
	const archives = findArchives(new Map(liveSections), feedSource);
	const catalogs = findCatalogs(live, lists, feedSource, source);
	const files = findFiles(contents, lists, renderings);
	const { nextChange, visible } = lists.site.articles;
	return {
		instant: now,
		find: (address) => documents.get(address) ?? archives.find(address) ?? files.find(address),
		all: () => [...documents.values(), ...archives.all(), ...files.all()],
		// There may be thousands of tags and authors, most of them never asked for.
		sectionFeeds: live
			.filter((list) => list.section)
			.flatMap((list) => Object.values(feedAddresses(list.path))),
		// Of two for one address the later counts: what somebody wrote down, over what is usual.
		moved: new Map(
			[
				...movedGeneratorFeeds(live, site),
				...movedPages(lists, site),
				...movedArticles(contents, remembered),
				...live.flatMap(movedFeeds),
			].filter(([from]) => !documents.has(from)),
		),
		findCatalog: catalogs.find,
		catalogs: catalogs.all,
		gone: new Set([...ended.flatMap(listAddresses), ...goneArticles(lists, contents, remembered)]),
		...(nextChange && { nextChange }),
		articleCount: visible.length,
		feedCount: live.length * feedFormats.length,
	};
}

function planListPage(list: List, source: PageSource): TextPlan {
	const { changed, nextChange } = list.articles;
	return {
		kind: "page",
		address: pageAddress(list.path),
		contentType: htmlType,
		changed,
		maxAgeInSeconds: list.settings.maxAge * 60,
		...(nextChange && { nextChange }),
		link: pageLinkHeader(list, source.contents),
		render: () => whole(renderListPage(buildListPage(list, source))),
	};
}

function planArticles(lists: Lists, source: PageSource, now: Date): TextPlan[] {
	const { site } = source.contents;
	return lists.site.articles.visible.flatMap((article) => {
		const address = addressOf(article.url, site.url);
		const section = article.section.map((crumb) => crumb.slug).join("/");
		const list = lists.bySection.get(section) ?? lists.site;
		if (address === undefined) return [];
		const { visibleUntil } = article;
		return {
			kind: "page",
			address,
			contentType: htmlType,
			maxAgeInSeconds: list.settings.maxAge * 60,
			changed: listArticles([article], now).changed,
			...(visibleUntil && { nextChange: visibleUntil }),
			link: pageLinkHeader(list, source.contents),
			render: () => whole(renderArticlePage(buildArticlePage(article, list, source))),
		};
	});
}

function planFeedList(lists: Lists, contents: Contents): TextPlan[] {
	return [opmlAddress, wellKnownAddress].map((address) => ({
		kind: "opml",
		address,
		contentType: opmlType,
		maxAgeInSeconds: contents.site.maxAge * 60,
		changed: lists.site.articles.changed,
		render: () => whole(renderFeedList(lists, contents)),
	}));
}

const pageAssetPlans: readonly TextPlan[] = Object.values(pageAssets).map(
	({ address, contentType, text }) => ({
		kind: "asset",
		address,
		contentType,
		maxAgeInSeconds: assetMaxAge,
		changed: epoch,
		render: () => whole(text),
	}),
);

/** A document that no other shares a part with. */
function whole(text: string): DocumentParts {
	return { head: text, pieces: [], separator: "", tail: "" };
}

function listAddresses(list: List): string[] {
	return [pageAddress(list.path), ...Object.values(feedAddresses(list.path))];
}

/** Pages of articles that were taken away, or whose time is over (requirement 97). */
function goneArticles(lists: Lists, contents: Contents, remembered: RememberedArticles): string[] {
	const { pages, url } = contents.site;
	if (!pages) return [];
	const expired: readonly Article[] = lists.site.articles.expired;
	return [
		...expired.flatMap((article) => addressOf(article.url, url) ?? []),
		...remembered.withdrawn.flatMap(({ address, formerAddresses }) => [
			address,
			...formerAddresses,
		]),
	];
}

/** Where articles stood before they were renamed. */
function movedArticles(contents: Contents, remembered: RememberedArticles): [string, string][] {
	return contents.site.pages ? [...remembered.movedAddresses] : [];
}
