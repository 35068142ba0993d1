import type { Article } from "../articles/article.ts";
import { sectionPathOf } from "../articles/section-path.ts";
import type { Alternate } from "../feeds/feed.ts";
import { compareArticles, isVisible } from "../sections/list-articles.ts";
import type { Contents } from "./contents.ts";

/** Which articles are one in several languages. */
export interface Translations {
	/** Every other version of an article, whether it is shown at this time or not. */
	articlesOf(article: Article): readonly Article[];
	/** Where its other versions stand that are shown now: one for each language, none in the article's own. */
	alternatesOf(article: Article): readonly Alternate[];
}

/** Of a site in one language. */
export const noTranslations: Translations = { articlesOf: () => [], alternatesOf: () => [] };

/** Finds the translations among a folder's articles: those with one key, in different languages. */
export function findTranslations(
	{ articles, trees, settingsFor }: Pick<Contents, "articles" | "trees" | "settingsFor">,
	now: Date,
): Translations {
	if (trees.length === 1) return noTranslations;
	const languageOf = (article: Article): string =>
		article.language ?? settingsFor(sectionPathOf(article)).language;
	const groups = new Map<string, Article[]>();
	for (const article of articles.toSorted(compareArticles)) {
		if (article.draft || article.translationKey === undefined) continue;
		const group = groups.get(article.translationKey) ?? [];
		group.push(article);
		groups.set(article.translationKey, group);
	}
	const order = new Map(trees.map(({ path }, index) => [path[0], index]));
	const orderOf = ({ tree }: Article): number => order.get(tree) ?? trees.length;

	function articlesOf(article: Article): readonly Article[] {
		const group = groups.get(article.translationKey ?? "") ?? [];
		return group.filter((other) => other !== article).toSorted((a, b) => orderOf(a) - orderOf(b));
	}
	return {
		articlesOf,
		alternatesOf(article) {
			const byLanguage = new Map<string, Alternate>();
			for (const other of articlesOf(article)) {
				const language = languageOf(other);
				const isNew = language !== languageOf(article) && !byLanguage.has(language);
				if (isNew && isVisible(other, now)) byLanguage.set(language, { language, url: other.url });
			}
			return [...byLanguage.values()];
		},
	};
}
