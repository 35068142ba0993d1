import type { Article } from "../articles/article.ts";
import { compareArticles } from "./list-articles.ts";

/** A name under which an article stands, and the key of all that stand under it. */
export interface GroupLabel {
	readonly key: string;
	readonly name: string;
}

/** Articles of one key. The same object as the time before where nothing of it changed. */
export interface ArticleGroup {
	/** Newest first. */
	readonly articles: readonly Article[];
	/** How often each spelling of the name is used. */
	readonly spellings: ReadonlyMap<string, number>;
}

/** What came and went between one set of articles and the next. */
export interface ArticleChanges {
	readonly added: readonly Article[];
	readonly removed: readonly Article[];
}

/** Compares one set of articles with the one before; drafts are in none. */
export function createArticleChanges(): (articles: readonly Article[]) => ArticleChanges {
	let last: readonly Article[] = [];
	return (articles) => {
		const { added, removed } = findArticleChanges(last, articles);
		last = articles;
		return { added: added.filter(isNoDraft), removed: removed.filter(isNoDraft) };
	};
}

/** What came and went between two sets: only what stands between their common beginning and end is compared. */
export function findArticleChanges(
	before: readonly Article[],
	after: readonly Article[],
): ArticleChanges {
	const least = Math.min(before.length, after.length);
	let start = 0;
	while (start < least && before[start] === after[start]) start += 1;
	let end = 0;
	while (end < least - start && before[before.length - 1 - end] === after[after.length - 1 - end])
		end += 1;
	const removed = new Set(before.slice(start, before.length - end));
	const fresh = after.slice(start, after.length - end);
	const added = removed.size === 0 ? fresh : fresh.filter((article) => !removed.delete(article));
	return { added, removed: [...removed] };
}

function isNoDraft({ draft }: Article): boolean {
	return !draft;
}

/** Articles by key, in step with what changes. */
export type ArticleGroups = (changes: ArticleChanges) => ReadonlyMap<string, ArticleGroup>;

/**
 * Groups articles by the labels that they have: only the groups of what came and went are made anew. An article's
 * labels never change.
 */
export function createArticleGroups(
	labelsOf: (article: Article) => readonly GroupLabel[],
): ArticleGroups {
	const groups = new Map<string, ArticleGroup>();

	return ({ added, removed }) => {
		const changes = new Map<string, Change>();
		for (const article of added) note(article, "added", changes);
		for (const article of removed) note(article, "removed", changes);
		for (const [key, change] of changes) {
			const group = changeGroup(groups.get(key) ?? emptyGroup, change);
			if (group.articles.length > 0) groups.set(key, group);
			else groups.delete(key);
		}
		return groups;
	};

	function note(article: Article, kind: "added" | "removed", changes: Map<string, Change>): void {
		for (const label of labelsOf(article)) {
			let change = changes.get(label.key);
			if (!change) {
				change = { added: [], removed: [], spellings: new Map() };
				changes.set(label.key, change);
			}
			// It may have two names of one key.
			if (change[kind].at(-1) !== article) change[kind].push(article);
			const step = kind === "added" ? 1 : -1;
			change.spellings.set(label.name, (change.spellings.get(label.name) ?? 0) + step);
		}
	}
}

interface Change {
	readonly added: Article[];
	readonly removed: Article[];
	/** How many times more each spelling is used than before; fewer where it is below 0. */
	readonly spellings: Map<string, number>;
}

/** No articles. */
export const emptyGroup: ArticleGroup = { articles: [], spellings: new Map() };

function changeGroup(
	{ articles, spellings }: ArticleGroup,
	{ added, removed, spellings: steps }: Change,
): ArticleGroup {
	const gone = new Set(removed);
	const kept = gone.size === 0 ? articles : articles.filter((article) => !gone.has(article));
	const counts = new Map(spellings);
	for (const [name, step] of steps) {
		const count = (counts.get(name) ?? 0) + step;
		if (count > 0) counts.set(name, count);
		else counts.delete(name);
	}
	return { articles: mergeArticles(kept, added.toSorted(compareArticles)), spellings: counts };
}

/** Two lists in the order of `compareArticles` as one. */
export function mergeArticles(
	first: readonly Article[],
	second: readonly Article[],
): readonly Article[] {
	if (first.length === 0) return second;
	const merged: Article[] = [];
	let start = 0;
	for (const article of second) {
		const place = findPlace(first, article, start);
		for (const other of first.slice(start, place)) merged.push(other);
		merged.push(article);
		start = place;
	}
	return second.length === 0 ? first : [...merged, ...first.slice(start)];
}

/** Where an article belongs in an ordered list, not before `from`. */
function findPlace(articles: readonly Article[], article: Article, from: number): number {
	let [low, high] = [from, articles.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		const other = articles[middle];
		if (other && compareArticles(other, article) < 0) low = middle + 1;
		else high = middle;
	}
	return low;
}
