import { max } from "date-fns/max";
import { min } from "date-fns/min";
import type { Article } from "../articles/article.ts";
import { compareText } from "../text/compare-text.ts";
import type { ArticleList } from "./section.ts";

/** `updated` of a feed without entries: RFC 4287 §4.1.1 asks for one, and no clock may give it. */
export const epoch: Date = new Date("2000-01-01T00:00:00Z");

/** What a reader sees of some articles at one instant: no draft, nothing before its time or after its expiry. */
export function listArticles(articles: readonly Article[], now: Date): ArticleList {
	const published = articles.filter((article) => !article.draft);
	const instants = published.flatMap(instantsOf);
	const coming = published.flatMap(scheduleOf).filter((instant) => instant > now);
	const nextChange = coming.length > 0 ? { nextChange: min(coming) } : {};
	return {
		visible: published.filter((article) => isVisible(article, now)).sort(compareArticles),
		expired: published.filter((article) => isExpired(article, now)),
		changed: max([epoch, ...instants.filter((instant) => instant <= now)]),
		...nextChange,
	};
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

function isExpired({ visibleUntil }: Article, now: Date): boolean {
	return visibleUntil !== undefined && visibleUntil <= now;
}

/** Whether an article is or was shown: what nobody has seen yet must leave no trace. */
export function wasShown(article: Article, now: Date): boolean {
	return !article.draft && article.visibleFrom <= now;
}

/** Newest first; articles of one instant by their paths, so that the order is total and the same everywhere. */
export function compareArticles(a: Article, b: Article): number {
	const byDate = b.published.getTime() - a.published.getTime();
	return byDate || compareText(a.path, b.path);
}

function instantsOf(article: Article): Date[] {
	return [article.updated, ...scheduleOf(article)];
}

function scheduleOf({ visibleFrom, visibleUntil }: Article): Date[] {
	return visibleUntil ? [visibleFrom, visibleUntil] : [visibleFrom];
}
