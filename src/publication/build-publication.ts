import { feedFormats, renderFeed } from "../feeds/formats.ts";
import { renderArticlePage } from "../pages/article-page.ts";
import { pageAssets } from "../pages/assets.ts";
import { renderListPage } from "../pages/list-page.ts";
import { epoch, listArticles } from "../sections/list-articles.ts";
import {
	addressOf,
	feedAddresses,
	opmlAddress,
	pageAddress,
	wellKnownAddress,
} from "./addresses.ts";
import { buildHead, chooseArticles, type List } from "./build-list.ts";
import { buildLists, type Lists } from "./build-lists.ts";
import { renderFeedList } from "./build-opml.ts";
import { buildArticlePage, buildListPage, type PageSource, pageLinkHeader } from "./build-pages.ts";
import type { Contents } from "./contents.ts";
import type { Renderings } from "./create-renderings.ts";
import type { Publication, TextPlan } from "./document-plan.ts";
import { findFiles } from "./find-files.ts";

const htmlType = "text/html; charset=utf-8";
/** OPML has no registered media type; readers know this one (requirement 138). */
const opmlType = "text/x-opml; charset=utf-8";
/** A stylesheet changes with Broadsheet itself, a few times a year. */
const assetMaxAge = 24 * 60 * 60;

/** Plans everything that is served at one instant; nothing is rendered before it is asked for. */
export function buildPublication(
	contents: Contents,
	renderings: Renderings,
	now: Date,
): Publication {
	const lists = buildLists(contents, now);
	const { root, tags, authors } = lists;
	const shown = new WeakMap<List, ReturnType<typeof chooseArticles>>();
	const source: PageSource = {
		contents,
		renderings,
		root,
		tags,
		authors,
		shownIn(list) {
			const known = shown.get(list) ?? chooseArticles(list, contents, renderings);
			shown.set(list, known);
			return known;
		},
	};
	const live = lists.all.filter((list) => !list.settings.retired);
	const ended = lists.all.filter((list) => list.settings.retired);
	const plans = [
		...(contents.site.pages ? planArticles(lists, source, now) : []),
		...pageAssetPlans,
		...planFeedList(lists, contents),
		...live.flatMap((list) => planList(list, source)),
	];
	const { nextChange, visible } = lists.site.articles;
	return {
		instant: now,
		// Of two plans for one address the later counts: a list's own address is never an article's.
		documents: new Map(plans.map((plan) => [plan.address, plan])),
		files: findFiles(contents, lists, renderings),
		moved: new Map(live.flatMap(movedAddresses)),
		gone: new Set(ended.flatMap((list) => listAddresses(list))),
		...(nextChange && { nextChange }),
		articleCount: visible.length,
		feedCount: live.length * feedFormats.length,
	};
}

/** A list's page and its feed in each format. */
function planList(list: List, source: PageSource): TextPlan[] {
	const { contents, renderings } = source;
	const { changed, nextChange } = list.articles;
	const common = {
		changed,
		maxAgeInSeconds: list.settings.maxAge * 60,
		...(nextChange && { nextChange }),
	};
	const addresses = feedAddresses(list.path);
	const feeds = feedFormats.map(
		(format): TextPlan => ({
			...common,
			kind: "feed",
			address: addresses[format.name],
			contentType: format.contentType,
			render() {
				const articles = source.shownIn(list);
				const entries = articles.map((article) => renderings.entryText(article, format));
				return renderFeed(format, buildHead(list, articles, contents), entries);
			},
		}),
	);
	const page: TextPlan = {
		...common,
		kind: "page",
		address: pageAddress(list.path),
		contentType: htmlType,
		link: pageLinkHeader(list, contents),
		render: () => renderListPage(buildListPage(list, source)),
	};
	return [page, ...feeds];
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
			render: () => renderArticlePage(buildArticlePage(article, list, source)),
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
		render: () => renderFeedList(lists, contents),
	}));
}

const pageAssetPlans: readonly TextPlan[] = Object.values(pageAssets).map(
	({ address, contentType, text }) => ({
		kind: "asset",
		address,
		contentType,
		maxAgeInSeconds: assetMaxAge,
		changed: epoch,
		render: () => text,
	}),
);

function listAddresses(list: List): string[] {
	return [pageAddress(list.path), ...Object.values(feedAddresses(list.path))];
}

/** Old addresses of a list's feeds (setting `aliases`) and the feed of the format that each one's name speaks of. */
function movedAddresses(list: List): [string, string][] {
	const feeds = feedAddresses(list.path);
	return list.settings.aliases.map((alias) => {
		const address = `/${alias}`.replaceAll(/\/+/g, "/").normalize("NFC");
		if (/json/i.test(address)) return [address, feeds.json];
		return [address, /atom/i.test(address) ? feeds.atom : feeds.rss];
	});
}
