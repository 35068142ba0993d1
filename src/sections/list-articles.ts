import { max } from "date-fns/max";
import { min } from "date-fns/min";
import type { Article } from "../articles/article.ts";
import { compareText } from "../text/compare-text.ts";
import type { ArticleGroup } from "./article-groups.ts";
import type { ArticleList } from "./section.ts";

/** `updated` of a feed without entries: RFC 4287 §4.1.1 asks for one, and no clock may give it. */
export const epoch: Date = new Date("2000-01-01T00:00:00Z");

/**
 * What a reader sees of some articles at one instant: no draft, nothing before its time or after its expiry. Articles
 * that come in the order of `compareArticles` are not sorted again.
 */
export function listArticles(articles: readonly Article[], now: Date): ArticleList {
	return listUntil(sortArticles(articles), now.getTime()).list;
}

/** What a reader sees of a group; the same object as the time before where nothing changed. */
export function listGroup(group: ArticleGroup, now: Date): ArticleList {
	const known = listed.get(group);
	const time = now.getTime();
	if (known && known.from <= time && time < known.until) return known.list;
	const fresh = listUntil(group.articles, time);
	listed.set(group, { ...fresh, from: time });
	return fresh.list;
}

const listed = new WeakMap<
	ArticleGroup,
	{ readonly list: ArticleList; readonly from: number; readonly until: number }
>();

/** The list of articles that come in order, and the instant at which anything of it may be another. */
function listUntil(
	articles: readonly Article[],
	time: number,
): { readonly list: ArticleList; readonly until: number } {
	const visible: Article[] = [];
	const expired: Article[] = [];
	let changed = epoch.getTime();
	let next = Number.POSITIVE_INFINITY;
	let nextUpdate = Number.POSITIVE_INFINITY;
	for (const article of articles) {
		if (article.draft) continue;
		const updated = article.updated.getTime();
		const from = article.visibleFrom.getTime();
		const until = article.visibleUntil?.getTime() ?? Number.POSITIVE_INFINITY;
		if (until <= time) expired.push(article);
		else if (from <= time) visible.push(article);
		if (updated > time) nextUpdate = Math.min(nextUpdate, updated);
		else if (updated > changed) changed = updated;
		if (from > time) next = Math.min(next, from);
		else if (from > changed) changed = from;
		if (until > time) next = Math.min(next, until);
		else if (until > changed) changed = until;
	}
	const list = {
		visible,
		expired,
		changed: new Date(changed),
		...(Number.isFinite(next) && { nextChange: new Date(next) }),
	};
	return { list, until: Math.min(next, nextUpdate) };
}

function sortArticles(articles: readonly Article[]): readonly Article[] {
	const isSorted = articles.every((article, index) => {
		const before = articles[index - 1];
		return before === undefined || compareArticles(before, article) <= 0;
	});
	return isSorted ? articles : articles.toSorted(compareArticles);
}

/** A list that changes also when these articles come or go by schedule, although it does not show them. */
export function addSchedules(
	list: ArticleList,
	others: readonly Article[],
	now: Date,
): ArticleList {
	const instants = others.flatMap(scheduleOf);
	const coming = instants.filter((instant) => instant > now);
	const next = [...coming, ...(list.nextChange ? [list.nextChange] : [])];
	return {
		...list,
		changed: max([list.changed, ...instants.filter((instant) => instant <= now)]),
		...(next.length > 0 && { nextChange: min(next) }),
	};
}

/** Whether an article is shown at an instant. */
export function isVisible(article: Article, now: Date): boolean {
	if (article.draft || article.visibleFrom > now) return false;
	return article.visibleUntil === undefined || article.visibleUntil > now;
}

/** Whether an article is or was shown: what nobody has seen yet must leave no trace. */
export function wasShown(article: Article, now: Date): boolean {
	return !article.draft && article.visibleFrom.getTime() <= now.getTime();
}

/** Newest first; articles of one instant by their paths, so that the order is total and the same everywhere. */
export function compareArticles(a: Article, b: Article): number {
	const byDate = b.published.getTime() - a.published.getTime();
	return byDate || compareText(a.path, b.path);
}

function scheduleOf({ visibleFrom, visibleUntil }: Article): Date[] {
	return visibleUntil ? [visibleFrom, visibleUntil] : [visibleFrom];
}
