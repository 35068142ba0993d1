import { max } from "date-fns/max";
import type { Article } from "../articles/article.ts";
import type { FeedFormat, FeedHead, FeedHistory, UrlsByFormat } from "../feeds/feed.ts";
import { feedFormats } from "../feeds/formats.ts";
import { absoluteUrl } from "./addresses.ts";
import { buildHead, type List } from "./build-list.ts";
import type { PageSource } from "./build-pages.ts";
import { nothingShown, type Shown } from "./choose-articles.ts";
import { buildPiece, type DocumentParts, type PlanFinder, type TextPlan } from "./document-plan.ts";
import { archiveAddresses, feedAddresses, parseArchiveAddress } from "./feed-addresses.ts";
import type { Archive } from "./file-archive.ts";
import { renderFrame } from "./render-frame.ts";

/** What feeds are planned from, besides what pages are. */
export interface FeedSource extends PageSource {
	idOf(article: Article): string;
	/** A hash of a text. */
	digest(text: string): string;
	/** A list's older entries; undefined where the site keeps no archive. */
	archiveOf(list: List): Archive | undefined;
}

/** A list's feed in each format. */
export function planFeeds(list: List, source: FeedSource): TextPlan[] {
	const addresses = feedAddresses(list.path);
	return feedFormats.map((format) => ({
		...common(list, format),
		address: addresses[format.name],
		hasSelections: true,
		basis() {
			const { articles } = source.shownIn(list);
			return [
				list,
				source.tree.site,
				source.archiveOf(list)?.pageCount,
				imageOf(list, source),
				...articles.map(source.renderings.factsOf),
			];
		},
		render() {
			const shown = source.shownIn(list);
			const archive = source.archiveOf(list);
			const head = buildHead(list, shown, source.tree);
			const history = archive && currentHistory(list, archive, source);
			return renderParts(list, format, { ...head, ...(history && { history }) }, shown, source);
		},
	}));
}

/** Where the picture of a list lies, which its files decide. */
function imageOf(list: List, { tree }: FeedSource): string | undefined {
	return list.settings.image && buildHead(list, nothingShown, tree).image?.url;
}

/** The archive documents of all lists that have some: planned when first asked for. */
export function findArchives(
	lists: ReadonlyMap<string, List>,
	source: FeedSource,
): PlanFinder<TextPlan> {
	function planPage(list: List, archive: Archive, page: number, format: FeedFormat): TextPlan {
		return {
			...common(list, format),
			address: archiveAddresses(list.path, page)[format.name],
			render() {
				const shown = archive.page(page);
				const head = buildHead(list, shown, source.tree);
				const selfUrls = archiveUrls(list, page, source);
				const history: FeedHistory = {
					kind: "archive",
					current: head.selfUrls,
					...(page > 1 && { previous: archiveUrls(list, page - 1, source) }),
					...(page < archive.pageCount && { next: archiveUrls(list, page + 1, source) }),
				};
				return renderParts(list, format, { ...head, selfUrls, history }, shown, source);
			},
		};
	}

	return {
		find(address) {
			const parsed = parseArchiveAddress(address);
			const list = parsed && lists.get(parsed.path);
			const archive = list && source.archiveOf(list);
			if (!parsed || !archive || parsed.page < 1 || parsed.page > archive.pageCount)
				return undefined;
			return planPage(list, archive, parsed.page, parsed.format);
		},
		all: () =>
			[...lists.values()].flatMap((list) => {
				const archive = source.archiveOf(list);
				if (!archive) return [];
				const pages = Array.from({ length: archive.pageCount }, (_, index) => index + 1);
				return pages.flatMap((page) =>
					feedFormats.map((format) => planPage(list, archive, page, format)),
				);
			}),
	};
}

function common(list: List, format: FeedFormat) {
	const { nextChange } = list.articles;
	return {
		kind: "feed",
		contentType: format.contentType,
		changed: changeOf(list),
		maxAgeInSeconds: list.settings.maxAge * 60,
		...(nextChange && { nextChange }),
	} as const;
}

/** The newest change of a list, as far as its articles and what has left it tell. */
export function changeOf(list: List): Date {
	return max([list.articles.changed, ...list.departed.map(({ when }) => when)]);
}

function renderParts(
	list: List,
	format: FeedFormat,
	head: FeedHead,
	{ articles, departed }: Shown,
	{ renderings, digest }: FeedSource,
): DocumentParts {
	const entries = articles.map((article) => renderings.entryPiece(article, format));
	const tombstones = departed
		.map(({ id, when }) => ({ id, text: format.renderTombstone({ id, when }) }))
		.filter(({ text }) => text !== "")
		.map(({ id, text }) => buildPiece(id, text, digest));
	const { history: _, ...partial } = head;
	return {
		...renderFrame(list, format, head),
		...(head.history?.kind === "complete" && {
			partialHead: renderFrame(list, format, partial).head,
		}),
		separator: format.separator,
		pieces: [...entries, ...tombstones],
	};
}

function currentHistory(list: List, archive: Archive, source: FeedSource): FeedHistory {
	if (archive.pageCount === 0) return { kind: "complete" };
	return { kind: "current", previous: archiveUrls(list, archive.pageCount, source) };
}

function archiveUrls(list: List, page: number, { tree: { site } }: FeedSource): UrlsByFormat {
	const { rss, atom, json } = archiveAddresses(list.path, page);
	return {
		rss: absoluteUrl(site.feedsUrl, rss),
		atom: absoluteUrl(site.feedsUrl, atom),
		json: absoluteUrl(site.feedsUrl, json),
	};
}
