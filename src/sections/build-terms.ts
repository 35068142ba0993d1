import type { Article } from "../articles/article.ts";
import { buildSlug } from "../articles/slug.ts";
import { buildFault, type Fault, startOf } from "../faults/fault.ts";
import { compareText } from "../text/compare-text.ts";
import { createOnce } from "../text/once.ts";
import { rememberAnswers } from "../text/remember-answers.ts";
import type { ArticleGroup, GroupLabel } from "./article-groups.ts";
import { listGroup, wasShown } from "./list-articles.ts";
import type { Term } from "./section.ts";

/** A tag or author whose name has no letter or digit has no address. */
function leaveAddressable(labels: readonly GroupLabel[]): readonly GroupLabel[] {
	return labels.every(isAddressable) ? labels : labels.filter(isAddressable);
}

function isAddressable({ key }: GroupLabel): boolean {
	return key !== "";
}

/** The tags of an article (categories among them: the formats know only one kind). Two names with one slug are one tag. */
export function tagLabels(article: Article): readonly GroupLabel[] {
	return leaveAddressable(labelsOf(article));
}

/** The authors of an article. */
export function authorLabels(article: Article): readonly GroupLabel[] {
	return leaveAddressable(bylinesOf(article));
}

/** The tags or authors of groups of articles, by slug: those of which anything was ever shown. */
export function buildTerms(groups: ReadonlyMap<string, ArticleGroup>, now: Date): Term[] {
	const terms: Term[] = [];
	for (const [slug, group] of groups) {
		if (group.articles.some((article) => wasShown(article, now)))
			terms.push({ slug, name: commonest(group.spellings), articles: listGroup(group, now) });
	}
	return terms.sort((a, b) => compareText(a.slug, b.slug));
}

/** Authors whose different names share one address (AUTHORS_SHARE_SLUG). */
export function findSharedAuthors(articles: readonly Article[]): Fault[] {
	const names = new Map<string, Set<string>>();
	for (const article of articles) {
		if (article.draft) continue;
		for (const { key, name } of authorLabels(article)) {
			const known = names.get(key);
			if (known) known.add(name);
			else names.set(key, new Set([name]));
		}
	}
	return [...names].flatMap(([slug, spellings]) => {
		const [first, second] = [...spellings].sort();
		if (first === undefined || second === undefined) return [];
		const witness = articles.findLast(
			({ draft, authors }) => !draft && authors.some(({ name }) => name === second),
		);
		const message = `The authors “${first}” and “${second}” share the address /authors/${slug}/.`;
		return witness ? [buildFault("AUTHORS_SHARE_SLUG", startOf(witness.path), message)] : [];
	});
}

/** The names that an entry is filed under: tags, then categories, each spelled once. */
export function categoryNames(article: Article): readonly string[] {
	return labelsOf(article).map(({ name }) => name);
}

/** The slugs of these names, in their order. */
export function categorySlugs(article: Article): readonly string[] {
	return labelsOf(article).map(({ key }) => key);
}

/** The slugs of an article's authors, in their order. */
export function authorSlugs(article: Article): readonly string[] {
	return bylinesOf(article).map(({ key }) => key);
}

/** A few names stand in most articles: they share their labels. */
const labelOf = rememberAnswers((name: string): GroupLabel => ({ name, key: buildSlug(name) }));

/** Labels are asked for at every publication, and articles are many: each has its own once, for as long as it lives. */
const termsOf = createOnce((article: Article) => {
	const bySlug = new Map<string, GroupLabel>();
	for (const name of [...article.tags, ...article.categories]) {
		const label = labelOf(name);
		const key = label.key || name;
		if (!bySlug.has(key)) bySlug.set(key, label);
	}
	const bylines = [...new Set(article.authors.map(({ name }) => name))].map(labelOf);
	return { labels: [...bySlug.values()], bylines };
});

function labelsOf(article: Article): readonly GroupLabel[] {
	return termsOf(article).labels;
}

function bylinesOf(article: Article): readonly GroupLabel[] {
	return termsOf(article).bylines;
}

/** The spelling used most often; of several, the first in the order of characters, so that no order of files decides. */
function commonest(spellings: ReadonlyMap<string, number>): string {
	const [best] = [...spellings.entries()].sort(
		([nameA, countA], [nameB, countB]) => countB - countA || compareText(nameA, nameB),
	);
	return best?.[0] ?? "";
}
