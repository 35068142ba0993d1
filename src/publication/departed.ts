import type { Article } from "../articles/article.ts";
import type { ArticleList } from "../sections/section.ts";
import { compareText } from "../text/compare-text.ts";
import type { RememberedArticles, Withdrawn } from "./remember-articles.ts";

/** An entry that readers may hold although its article is no longer shown. */
export interface Departed {
	readonly id: string;
	readonly published: Date;
	readonly updated: Date;
	readonly when: Date;
}

/** What has left a list, newest first: articles taken away (`belongs` tells which stood in it), and those whose time is over. */
export function listDeparted(
	articles: ArticleList,
	remembered: RememberedArticles,
	belongs: (record: Withdrawn) => boolean,
): Departed[] {
	const departed = [
		...remembered.withdrawn.filter(belongs).map(({ id, published, updated, withdrawn }) => ({
			id,
			published: new Date(published),
			updated: new Date(updated),
			when: new Date(withdrawn),
		})),
		...articles.expired.map((article) => buildExpired(article, remembered)),
	];
	return departed.sort(compareDeparted);
}

/** Newest first; of one instant by their ids, so that the order is the same whatever the memory's is. */
function compareDeparted(a: Departed, b: Departed): number {
	return b.published.getTime() - a.published.getTime() || compareText(a.id, b.id);
}

function buildExpired(article: Article, remembered: RememberedArticles): Departed {
	const { published, updated, visibleUntil } = article;
	return { id: remembered.idOf(article), published, updated, when: visibleUntil ?? updated };
}
