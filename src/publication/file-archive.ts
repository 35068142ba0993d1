import type { Article } from "../articles/article.ts";
import { findArticleChanges } from "../sections/article-groups.ts";
import { compareArticles } from "../sections/list-articles.ts";
import { createOnce } from "../text/once.ts";
import type { List } from "./build-list.ts";
import type { Shown } from "./choose-articles.ts";
import type { Departed } from "./departed.ts";
import type { ArchiveRecord, Memory } from "./memory.ts";
import type { RememberedArticles } from "./remember-articles.ts";

/** A list's older entries in pages, the first being the oldest. */
export interface Archive {
	/** Pages are counted from 1; 0: every article is in the feed itself. */
	readonly pageCount: number;
	page(number: number): Shown;
	/** The page on which an article was filed, be it in the feed too. */
	pageOf(article: Article): number | undefined;
}

/** Articles on a page where the feed itself has no limit. */
const usualPageSize = 50;

/**
 * Files what a list's feed does not show into pages (RFC 5005 §4; requirement 98). An article stays on the page on which
 * it was first filed, whatever is published before or after it; a page that is full is followed by another, be it
 * empty, so that nothing about it changes when that one fills. Without a memory, articles are filed by date.
 */
export function fileArchive(
	list: List,
	shown: Shown,
	memory: Memory,
	{ idOf, ids }: Pick<RememberedArticles, "idOf" | "ids">,
): Archive {
	const key = list.path.join("/");
	const known = memory.archives.get(key) ?? nothingFiled;
	const before = filingsOf(memory).get(key);
	const isKnown = before?.filed === known && before.ids === ids;
	const candidates = isKnown ? findMovable(before, list) : list.articles.visible;
	const filed = fileOlder(list, candidates, shown, known, idOf);
	if (filed !== known) memory.archives.set(key, filed);
	filingsOf(memory).set(key, { filed, ids, shown, visible: list.articles.visible });

	const pageSize = pageSizeOf(list);
	const { last, count } = findLast(filed);
	const pageOf = (article: Article) => filed[idOf(article)];
	let pages: ReadonlyMap<number | undefined, readonly Article[]> | undefined;
	return {
		pageCount: last === 0 ? 0 : last + (count >= pageSize ? 1 : 0),
		page(number) {
			pages ??= Map.groupBy(list.articles.visible, pageOf);
			return {
				articles: pages.get(number) ?? [],
				departed: list.departed.filter(({ id }: Departed) => filed[id] === number),
			};
		},
		pageOf,
	};
}

const nothingFiled: ArchiveRecord = {};

/** How a list was filed last, and under which ids. */
interface Filing {
	readonly filed: ArchiveRecord;
	readonly ids: object;
	readonly shown: Shown;
	readonly visible: readonly Article[];
}

/** By the path of the list. */
const filingsOf = createOnce((_: Memory) => new Map<string, Filing>());

/** The articles of a list that may be filed now and were not before: what is new in it, and what its feed showed. */
function findMovable({ visible, shown }: Filing, list: List): readonly Article[] {
	const { added, removed } = findArticleChanges(visible, list.articles.visible);
	const movable = new Set([...added, ...shown.articles]);
	for (const article of removed) movable.delete(article);
	return [...movable].sort(compareArticles);
}

/** Files those of the candidates, newest first, that the feed does not show. */
function fileOlder(
	list: List,
	candidates: readonly Article[],
	shown: Shown,
	known: ArchiveRecord,
	idOf: (article: Article) => string,
): ArchiveRecord {
	const inFeed = new Set(shown.articles);
	const unfiled = candidates
		.filter((article) => !inFeed.has(article) && known[idOf(article)] === undefined)
		.reverse();
	return unfiled.length === 0 ? known : fileArticles(known, unfiled, list, idOf);
}

function fileArticles(
	known: ArchiveRecord,
	unfiled: readonly Article[],
	list: List,
	idOf: (article: Article) => string,
): ArchiveRecord {
	const filed = { ...known };
	const pageSize = pageSizeOf(list);
	const last = findLast(known);
	let page = Math.max(1, last.last);
	let count = last.count;
	let size = list.articles.visible
		.filter((article) => filed[idOf(article)] === page)
		.reduce((sum, article) => sum + sizeOf(article), 0);
	for (const article of unfiled) {
		if (count >= pageSize || (count > 0 && size + sizeOf(article) > list.settings.maxBytes)) {
			page += 1;
			count = 0;
			size = 0;
		}
		filed[idOf(article)] = page;
		count += 1;
		size += sizeOf(article);
	}
	return filed;
}

/** The last page of an archive, and how many articles were filed on it. */
function findLast(filed: ArchiveRecord): { readonly last: number; readonly count: number } {
	const known = lastPages.get(filed);
	if (known) return known;
	let last = 0;
	let count = 0;
	for (const page of Object.values(filed)) {
		if (page > last) {
			last = page;
			count = 0;
		}
		if (page === last) count += 1;
	}
	lastPages.set(filed, { last, count });
	return { last, count };
}

const lastPages = new WeakMap<ArchiveRecord, { readonly last: number; readonly count: number }>();

function pageSizeOf({ settings }: List): number {
	return settings.limit === "all" ? usualPageSize : settings.limit;
}

/** About as large as the article's entry: known without rendering it. */
function sizeOf(article: Article): number {
	return article.body.length;
}
