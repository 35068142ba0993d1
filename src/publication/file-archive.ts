import type { Article } from "../articles/article.ts";
import type { List } from "./build-list.ts";
import type { Shown } from "./choose-articles.ts";
import type { Departed } from "./departed.ts";
import type { ArchiveRecord, Memory } from "./memory.ts";

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
	idOf: (article: Article) => string,
): Archive {
	const key = list.path.join("/");
	const known = memory.archives.get(key) ?? {};
	const inFeed = new Set(shown.articles);
	const older = list.articles.visible.filter((article) => !inFeed.has(article));
	const unfiled = older.filter((article) => known[idOf(article)] === undefined).reverse();
	const filed = unfiled.length === 0 ? known : fileArticles(known, unfiled, list, idOf);
	if (filed !== known) memory.archives.set(key, filed);

	const pageSize = pageSizeOf(list);
	const last = Math.max(0, ...Object.values(filed));
	const isLastFull = countOn(filed, last) >= pageSize;
	return {
		pageCount: last === 0 ? 0 : last + (isLastFull ? 1 : 0),
		page: (number) => ({
			articles: list.articles.visible.filter((article) => filed[idOf(article)] === number),
			departed: list.departed.filter(({ id }: Departed) => filed[id] === number),
		}),
		pageOf: (article) => filed[idOf(article)],
	};
}

function fileArticles(
	known: ArchiveRecord,
	unfiled: readonly Article[],
	list: List,
	idOf: (article: Article) => string,
): ArchiveRecord {
	const filed = { ...known };
	const pageSize = pageSizeOf(list);
	let page = Math.max(1, ...Object.values(filed));
	let count = countOn(filed, page);
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

function pageSizeOf({ settings }: List): number {
	return settings.limit === "all" ? usualPageSize : settings.limit;
}

function countOn(filed: ArchiveRecord, page: number): number {
	return Object.values(filed).filter((number) => number === page).length;
}

/** About as large as the article's entry: known without rendering it. */
function sizeOf(article: Article): number {
	return article.body.length;
}
