import type { Article } from "../articles/article.ts";
import type { List } from "./build-list.ts";
import type { Shown } from "./choose-articles.ts";
import { archiveAddresses, feedAddresses } from "./feed-addresses.ts";
import type { Archive } from "./file-archive.ts";
import type { HoldingDocument } from "./list-catalog.ts";

/** Where an article's entry stands. */
export interface Place {
	readonly document: HoldingDocument;
	/** Its number among the pieces of the document, from 0. */
	readonly piece: number;
}

/** Where each article of a list stands that its feed or its archive holds: in the feed, if it is there. */
export function placeArticles(
	list: List,
	shown: Shown,
	archive: Archive | undefined,
): ReadonlyMap<Article, Place> {
	const pages = new Map<number, Article[]>();
	for (const article of list.articles.visible) {
		const number = archive?.pageOf(article);
		if (number === undefined) continue;
		const page = pages.get(number) ?? [];
		page.push(article);
		pages.set(number, page);
	}
	const places = new Map<Article, Place>();
	for (const [number, articles] of pages)
		fill(places, archiveAddresses(list.path, number), articles);
	fill(places, feedAddresses(list.path), shown.articles);
	return places;
}

function fill(
	places: Map<Article, Place>,
	addresses: HoldingDocument["addresses"],
	articles: readonly Article[],
): void {
	const weight = articles.reduce((sum, article) => sum + article.body.length, 0);
	const document = { addresses, weight };
	for (const [piece, article] of articles.entries()) places.set(article, { document, piece });
}
