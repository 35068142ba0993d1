import type { Article } from "../articles/article.ts";
import type { ArticleChanges } from "../sections/article-groups.ts";
import { compareArticles } from "../sections/list-articles.ts";
import type { SiteSettings } from "../settings/settings.ts";
import { createOnce } from "../text/once.ts";
import { type Finding, find } from "./check-alone.ts";
import { entryId } from "./entry-id.ts";

/** Of how many keys there are several articles, in step with what changes. */
export function createTwinCounter(
	keyOf: (article: Article) => string,
): (changes: ArticleChanges) => number {
	const keys = new Set<string>();
	/** How many articles more than one have a key; nearly all keys are one article's. */
	const twins = new Map<string, number>();
	return ({ added, removed }) => {
		for (const article of removed) {
			const key = keyOf(article);
			const others = twins.get(key);
			if (others === undefined) keys.delete(key);
			else if (others === 1) twins.delete(key);
			else twins.set(key, others - 1);
		}
		for (const article of added) {
			const key = keyOf(article);
			const known = keys.size;
			keys.add(key);
			if (keys.size === known) twins.set(key, (twins.get(key) ?? 0) + 1);
		}
		return twins.size;
	};
}

/** Articles that can be served beside each other, and why the others cannot. */
export interface Checked {
	readonly articles: readonly Article[];
	readonly findings: readonly Finding[];
}

/** Leaves out all but one of those that have one address or one id. */
export function checkTwins(all: readonly Article[], site: SiteSettings): Checked {
	const distinguished = distinguishIds(all);
	const addresses = leaveTakenAddresses(distinguished);
	const remaining = leaveOut(distinguished, addresses);
	const ids = leaveTakenIds(remaining, site);
	return { articles: leaveOut(remaining, ids), findings: [...addresses, ...ids] };
}

/** The articles without those that were found. */
export function leaveOut(
	articles: readonly Article[],
	findings: readonly Finding[],
): readonly Article[] {
	if (findings.length === 0) return articles;
	const left = new Set(findings.map(({ article }) => article));
	return articles.filter((article) => !left.has(article));
}

/**
 * Some generators give one id to several entries (Jekyll: of one folder and slug). The oldest keeps it, the others have
 * their address for an id: no entry is lost for another's sake.
 */
function distinguishIds(articles: readonly Article[]): readonly Article[] {
	const twins = findTwins(articles, ({ generatorId }) => generatorId, "oldest");
	const taken = new Set(twins.map(([, article]) => article));
	if (taken.size === 0) return articles;
	return articles.map((article) => (taken.has(article) ? withOwnAddress(article) : article));
}

/** Each article's once, so that what is made of it can be kept. */
const withOwnAddress = createOnce((article: Article) => ({ ...article, generatorId: article.url }));

function leaveTakenAddresses(articles: readonly Article[]): Finding[] {
	return findTwins(articles, (article) => article.url, "newest").map(([kept, left]) =>
		find(
			left,
			"ADDRESS_TAKEN",
			`The address ${left.url} is also that of ${kept.path}, which is served.`,
		),
	);
}

function leaveTakenIds(articles: readonly Article[], site: SiteSettings): Finding[] {
	return findTwins(articles, (article) => entryId(article, site), "oldest").map(([kept, left]) =>
		find(
			left,
			"ID_TAKEN",
			`The id ${entryId(left, site)} is also that of ${kept.path}, which is older and keeps it.`,
		),
	);
}

/** Pairs of the newest or oldest article with a key and another one with the same; drafts are nobody's twin. */
function findTwins(
	articles: readonly Article[],
	keyOf: (article: Article) => string,
	kept: "newest" | "oldest",
): [Article, Article][] {
	const published = articles.filter((article) => !article.draft);
	const newestFirst = published.toSorted(compareArticles);
	const first = new Map<string, Article>();
	const twins: [Article, Article][] = [];
	for (const article of kept === "newest" ? newestFirst : newestFirst.reverse()) {
		const key = keyOf(article);
		const known = first.get(key);
		if (known) twins.push([known, article]);
		else first.set(key, article);
	}
	return twins;
}
