import type { Article } from "../articles/article.ts";
import { buildSlug } from "../articles/slug.ts";
import { buildFault, type Fault, startOf } from "../faults/fault.ts";
import { compareText } from "../text/compare-text.ts";
import { createOnce } from "../text/once.ts";
import { listArticles, wasShown } from "./list-articles.ts";
import type { Term } from "./section.ts";

interface Named {
	/** How often each spelling of the name is used. */
	readonly spellings: Map<string, number>;
	readonly articles: Article[];
}

/** The tags of all articles (categories among them: the formats know only one kind), by name. Two names with one slug are one tag. */
export function buildTags(articles: readonly Article[], now: Date): Term[] {
	return buildTerms(groupBySlug(articles, labelsOf), now);
}

/** The authors of all articles, by name. */
export function buildAuthors(articles: readonly Article[], now: Date): Term[] {
	return buildTerms(groupBySlug(articles, bylinesOf), now);
}

/** Authors whose different names share one address (AUTHORS_SHARE_SLUG). */
export function findSharedAuthors(articles: readonly Article[]): Fault[] {
	const groups = groupBySlug(articles, bylinesOf);
	return [...groups.entries()].flatMap(([slug, { spellings, articles }]) => {
		const [first, second] = [...spellings.keys()].sort();
		const witness = articles.findLast((article) =>
			article.authors.some((author) => author.name === second),
		);
		if (first === undefined || second === undefined || !witness) return [];
		const message = `The authors “${first}” and “${second}” share the address /authors/${slug}/.`;
		return [buildFault("AUTHORS_SHARE_SLUG", startOf(witness.path), message)];
	});
}

/** A name, and the slug that stands for it in addresses; empty where the name has no letter or digit. */
interface Label {
	readonly name: string;
	readonly slug: string;
}

/** The names that an entry is filed under: tags, then categories, each spelled once. */
export function categoryNames(article: Article): readonly string[] {
	return labelsOf(article).map(({ name }) => name);
}

/** The slugs of these names, in their order. */
export function categorySlugs(article: Article): readonly string[] {
	return labelsOf(article).map(({ slug }) => slug);
}

/** The slugs of an article's authors, in their order. */
export function authorSlugs(article: Article): readonly string[] {
	return bylinesOf(article).map(({ slug }) => slug);
}

/** Labels are asked for at every publication, and articles are many: each has its own once, for as long as it lives. */
const labelsOf = createOnce((article: Article): readonly Label[] => {
	const bySlug = new Map<string, Label>();
	for (const name of [...article.tags, ...article.categories]) {
		const slug = buildSlug(name);
		const key = slug || name;
		if (!bySlug.has(key)) bySlug.set(key, { name, slug });
	}
	return [...bySlug.values()];
});
const bylinesOf = createOnce((article: Article): readonly Label[] =>
	[...new Set(article.authors.map(({ name }) => name))].map((name) => ({
		name,
		slug: buildSlug(name),
	})),
);

function groupBySlug(
	articles: readonly Article[],
	labelsOf: (article: Article) => readonly Label[],
): Map<string, Named> {
	const groups = new Map<string, Named>();
	for (const article of articles) {
		if (article.draft) continue;
		for (const { name, slug } of labelsOf(article)) {
			// A name without a letter or digit has no address.
			if (slug === "") continue;
			let group = groups.get(slug);
			if (!group) {
				group = { spellings: new Map(), articles: [] };
				groups.set(slug, group);
			}
			group.spellings.set(name, (group.spellings.get(name) ?? 0) + 1);
			if (group.articles.at(-1) !== article) group.articles.push(article);
		}
	}
	return groups;
}

function buildTerms(groups: ReadonlyMap<string, Named>, now: Date): Term[] {
	return [...groups.entries()]
		.filter(([, { articles }]) => articles.some((article) => wasShown(article, now)))
		.map(([slug, { spellings, articles }]) => ({
			slug,
			name: commonest(spellings),
			articles: listArticles(articles, now),
		}))
		.sort((a, b) => compareText(a.slug, b.slug));
}

/** The spelling used most often; of several, the first in the order of characters, so that no order of files decides. */
function commonest(spellings: ReadonlyMap<string, number>): string {
	const [best] = [...spellings.entries()].sort(
		([nameA, countA], [nameB, countB]) => countB - countA || compareText(nameA, nameB),
	);
	return best?.[0] ?? "";
}
