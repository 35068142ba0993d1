import type { Article } from "../articles/article.ts";
import { buildSections } from "../sections/build-sections.ts";
import { buildTerms } from "../sections/build-terms.ts";
import { createGrouping } from "../sections/group-articles.ts";
import { addSchedules } from "../sections/list-articles.ts";
import type { Section, Term } from "../sections/section.ts";
import { type List, listOfSection, listOfTerm } from "./build-list.ts";
import type { Tree } from "./contents.ts";
import { noTranslations, type Translations } from "./find-translations.ts";
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
export type ListBuilder = (
	tree: Tree,
	remembered: RememberedArticles,
	translations: Translations,
	now: Date,
) => Lists;

/** Builds the lists of a tree at one instant after the other; a list of which nothing changed is the same object. */
export function createListBuilder(): ListBuilder {
	const group = createGrouping();
	let root: Section | undefined;
	let kept: ReadonlyMap<string, List> = new Map();

	return (tree, remembered, translations, now) => {
		const grouped = group(tree.articles);
		const top = buildSections({ ...tree, groups: grouped.sections }, now, root);
		root = top;
		const tags = buildTerms(grouped.tags, now);
		const authors = buildTerms(grouped.authors, now);
		const fresh = new Map<string, List>();

		function keep(list: List): List {
			const key = list.path.join("/");
			const before = kept.get(key);
			const same = before && isSame(before, list) ? before : list;
			fresh.set(key, same);
			return withTranslations(same);
		}

		function listSections(section: Section, above: readonly Section[]): List[] {
			const below = section === top ? [] : [...above, section];
			return [
				keep(listOfSection(section, above, tree, remembered)),
				...section.children.flatMap((child) => listSections(child, below)),
			];
		}

		/** An entry names its translations, so it changes when one of them comes or goes. */
		function withTranslations(list: List): List {
			if (translations === noTranslations) return list;
			const others = list.articles.visible.flatMap((article: Article) =>
				translations.articlesOf(article),
			);
			return others.length === 0
				? list
				: { ...list, articles: addSchedules(list.articles, others, now) };
		}

		const site = keep(listOfSection(top, [], tree, remembered));
		const sections = [site, ...top.children.flatMap((child) => listSections(child, []))];
		const terms = [
			...tags.map((tag) => keep(listOfTerm(tag, "tag", tree, remembered))),
			...authors.map((author) => keep(listOfTerm(author, "author", tree, remembered))),
		];
		kept = fresh;
		return {
			root: top,
			tags,
			authors,
			site,
			all: [...sections, ...terms],
			bySection: new Map(sections.map((list) => [list.path.join("/"), list])),
		};
	};
}

/** Whether two lists of one path say the same. */
function isSame(a: List, b: List): boolean {
	return (
		a.articles === b.articles &&
		a.settings === b.settings &&
		a.section === b.section &&
		a.name === b.name &&
		a.title === b.title &&
		JSON.stringify(a.departed) === JSON.stringify(b.departed)
	);
}
