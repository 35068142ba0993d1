import type { Article } from "../articles/article.ts";
import { buildSections } from "../sections/build-sections.ts";
import { buildAuthors, buildTags } from "../sections/build-terms.ts";
import { addSchedules } from "../sections/list-articles.ts";
import type { Section, Term } from "../sections/section.ts";
import { type List, listOfSection, listOfTerm } from "./build-list.ts";
import type { Tree } from "./contents.ts";
import type { Translations } from "./find-translations.ts";
import type { RememberedArticles } from "./remember-articles.ts";

/** Everything of a tree that has a feed, at one instant. */
export interface Lists {
	readonly root: Section;
	readonly tags: readonly Term[];
	readonly authors: readonly Term[];
	readonly site: List;
	/** The site, the sections from the top down, the tags, the authors. */
	readonly all: readonly List[];
	/** The list of a section, by its whole path joined with `/`. */
	readonly bySection: ReadonlyMap<string, List>;
}

/** Groups what a tree shows at an instant into the site, its sections, tags and authors. */
export function buildLists(
	tree: Tree,
	remembered: RememberedArticles,
	translations: Translations,
	now: Date,
): Lists {
	const { articles } = tree;
	const root = buildSections(tree, now);
	const tags = buildTags(articles, now);
	const authors = buildAuthors(articles, now);
	const sections = listSections(root, []);

	function listSections(section: Section, above: readonly Section[]): List[] {
		const below = section === root ? [] : [...above, section];
		return [
			withTranslations(listOfSection(section, above, tree, remembered)),
			...section.children.flatMap((child) => listSections(child, below)),
		];
	}

	/** An entry names its translations, so it changes when one of them comes or goes. */
	function withTranslations(list: List): List {
		const others = list.articles.visible.flatMap((article: Article) =>
			translations.articlesOf(article),
		);
		return others.length === 0
			? list
			: { ...list, articles: addSchedules(list.articles, others, now) };
	}

	const terms = [
		...tags.map((tag) => listOfTerm(tag, "tag", tree, remembered)),
		...authors.map((author) => listOfTerm(author, "author", tree, remembered)),
	].map(withTranslations);
	const [site = withTranslations(listOfSection(root, [], tree, remembered))] = sections;
	return {
		root,
		tags,
		authors,
		site,
		all: [...sections, ...terms],
		bySection: new Map(sections.map((list) => [list.path.join("/"), list])),
	};
}
