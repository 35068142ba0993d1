import type { Article } from "../articles/article.ts";
import type { ArticleList } from "../sections/section.ts";
import type { RememberedArticles, Withdrawn } from "./remember-articles.ts";

/** An entry that readers may hold although its article is no longer shown. */
export interface Departed {
	readonly id: string;
	readonly published: Date;
	readonly updated: Date;
	readonly when: Date;
}

/** What has left a list: articles taken away (`belongs` tells which stood in it), and those whose time is over. */
export function listDeparted(
	articles: ArticleList,
	remembered: RememberedArticles,
	belongs: (record: Withdrawn) => boolean,
): Departed[] {
	return [
		...remembered.withdrawn.filter(belongs).map(({ id, published, updated, withdrawn }) => ({
			id,
			published: new Date(published),
			updated: new Date(updated),
			when: new Date(withdrawn),
		})),
		...articles.expired.map((article) => buildExpired(article, remembered)),
	];
}

function buildExpired(article: Article, remembered: RememberedArticles): Departed {
	const { published, updated, visibleUntil } = article;
	return { id: remembered.idOf(article), published, updated, when: visibleUntil ?? updated };
}
