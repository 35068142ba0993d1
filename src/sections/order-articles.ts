import type { Article } from "../articles/article.ts";
import { compareArticles } from "./list-articles.ts";

/**
 * Orders one set of articles after the other (`compareArticles`): what was there the time before is in order already, so
 * that only what is new is sorted.
 */
export function createArticleOrder(): (articles: readonly Article[]) => readonly Article[] {
	let last: readonly Article[] = [];
	return (articles) => {
		const fresh = new Set(articles);
		const kept = last.filter((article) => fresh.delete(article));
		last = fresh.size === 0 ? kept : merge(kept, [...fresh].sort(compareArticles));
		return last;
	};
}

function merge(first: readonly Article[], second: readonly Article[]): Article[] {
	const merged: Article[] = [];
	let next = 0;
	for (const article of first) {
		for (;;) {
			const other = second[next];
			if (!other || compareArticles(other, article) > 0) break;
			merged.push(other);
			next += 1;
		}
		merged.push(article);
	}
	for (; next < second.length; next++) merged.push(...second.slice(next, next + 1));
	return merged;
}
