import type { Article } from "../articles/article.ts";
import { mergeArticles } from "./article-groups.ts";
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
		last = mergeArticles(kept, [...fresh].sort(compareArticles));
		return last;
	};
}
