import type { Article } from "../articles/article.ts";
import { findArticleChanges, mergeArticles } from "./article-groups.ts";
import { compareArticles } from "./list-articles.ts";

/**
 * Orders one set of articles after the other (`compareArticles`): what was there the time before is in order already, so
 * that only what is new is sorted.
 */
export function createArticleOrder(): (articles: readonly Article[]) => readonly Article[] {
	let last: readonly Article[] = [];
	let ordered: readonly Article[] = [];
	return (articles) => {
		const { added, removed } = findArticleChanges(last, articles);
		last = articles;
		const gone = new Set(removed);
		const kept = gone.size === 0 ? ordered : ordered.filter((article) => !gone.has(article));
		ordered = mergeArticles(kept, added.toSorted(compareArticles));
		return ordered;
	};
}
