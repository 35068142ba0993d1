import type { Article } from "../articles/article.ts";
import { type ArticleGroup, createArticleChanges, createArticleGroups } from "./article-groups.ts";
import { sectionLabels } from "./build-sections.ts";
import { authorLabels, tagLabels } from "./build-terms.ts";

/** The articles of a tree by all that has a feed. */
export interface GroupedArticles {
	/** By path from the tree's root, joined with `/`. */
	readonly sections: ReadonlyMap<string, ArticleGroup>;
	/** By slug. */
	readonly tags: ReadonlyMap<string, ArticleGroup>;
	readonly authors: ReadonlyMap<string, ArticleGroup>;
}

/** Groups one set of articles after the other; groups of which nothing changed are the same objects. */
export function createGrouping(): (articles: readonly Article[]) => GroupedArticles {
	const compare = createArticleChanges();
	const groupSections = createArticleGroups(sectionLabels);
	const groupTags = createArticleGroups(tagLabels);
	const groupAuthors = createArticleGroups(authorLabels);
	return (articles) => {
		const changes = compare(articles);
		return {
			sections: groupSections(changes),
			tags: groupTags(changes),
			authors: groupAuthors(changes),
		};
	};
}
