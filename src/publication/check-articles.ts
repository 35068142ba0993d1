import type { Article, Crumb } from "../articles/article.ts";
import type { ListedFile } from "../articles/article-file.ts";
import { buildFault, type Fault, startOf } from "../faults/fault.ts";
import { createArticleChanges, findArticleChanges } from "../sections/article-groups.ts";
import { authorLabels, findSharedAuthors } from "../sections/build-terms.ts";
import type { SiteSettings } from "../settings/settings.ts";
import {
	type Finding,
	findAlone,
	listTakenAddresses,
	listTrees,
	type Surroundings,
} from "./check-alone.ts";
import { checkTwins, createTwinCounter, leaveOut } from "./check-twins.ts";
import { entryId, isAbsoluteIri } from "./entry-id.ts";

export interface ReadArticles {
	readonly articles: readonly Article[];
	/** By tree; `undefined` is the root's. */
	readonly sections: ReadonlyMap<string | undefined, readonly (readonly Crumb[])[]>;
	readonly site: SiteSettings;
	readonly media: ReadonlyMap<string, ListedFile>;
}

export interface CheckedArticles {
	readonly articles: readonly Article[];
	readonly faults: readonly Fault[];
}

/** Checks one reading's articles after the other's. */
export type ArticleChecker = (read: ReadArticles) => CheckedArticles;

/**
 * Finds what is wrong with articles only beside each other: of two that cannot both be served, one is left out. What was
 * checked in the reading before and stands beside the same is not checked again.
 */
export function createArticleChecker(): ArticleChecker {
	let last: { readonly surroundings: string; readonly state: CheckState } | undefined;

	return (read) => {
		const { site, media } = read;
		const taken = listTakenAddresses(read);
		const surroundings = JSON.stringify([...taken, ...media.keys()]);
		const isSame = last?.surroundings === surroundings && last.state.site === site;
		const state = last && isSame ? last.state : createCheckState(site, { ...read, taken });
		last = { surroundings, state };
		return state.check(read.articles);
	};
}

interface CheckState {
	readonly site: SiteSettings;
	check(articles: readonly Article[]): CheckedArticles;
}

function createCheckState(site: SiteSettings, beside: Surroundings): CheckState {
	const changesOf = createArticleChanges();
	const twins = [
		createTwinCounter(({ generatorId }) => generatorId),
		createTwinCounter(({ url }) => url),
		createTwinCounter((article) => entryId(article, site)),
	];
	const namesOf = new Map<string, Map<string, number>>();
	/** Counts how often an author's name is used, by the address that it has. */
	function countNames(article: Article, step: number): void {
		for (const { key, name } of authorLabels(article)) {
			const address = article.tree === undefined ? key : `${article.tree}/${key}`;
			const names = namesOf.get(address) ?? new Map<string, number>();
			namesOf.set(address, names);
			const count = (names.get(name) ?? 0) + step;
			if (count > 0) names.set(name, count);
			else names.delete(name);
		}
	}
	let last: readonly Article[] = [];
	/** What is wrong with articles whatever the others are: with most there is nothing. */
	const findings = new Map<Article, Finding>();
	function findAllAlone(read: readonly Article[]): readonly Finding[] {
		const { added, removed } = findArticleChanges(last, read);
		last = read;
		for (const article of removed) findings.delete(article);
		for (const article of added) {
			const finding = findAlone(article, beside);
			if (finding) findings.set(article, finding);
		}
		return findings.size === 0 ? [] : read.flatMap((article) => findings.get(article) ?? []);
	}

	return {
		site,
		check(read) {
			const alone = findAllAlone(read);
			const kept = leaveOut(read, alone);
			const changes = changesOf(kept);
			const counts = twins.map((count) => count(changes));
			for (const article of changes.added) countNames(article, 1);
			for (const article of changes.removed) countNames(article, -1);
			const beside = counts.some((count) => count > 0)
				? checkTwins(kept, site)
				: { articles: kept, findings: [] };
			const { articles } = beside;
			const isShared = [...namesOf.values()].some((names) => names.size > 1);
			return {
				articles,
				faults: [
					...[...alone, ...beside.findings].map(({ fault }) => fault),
					...warnOfIds(articles, site),
					...(isShared ? warnOfAuthors(articles, site) : []),
				],
			};
		},
	};
}

function warnOfAuthors(articles: readonly Article[], site: SiteSettings): readonly Fault[] {
	return listTrees(site).flatMap((tree) =>
		findSharedAuthors(articles.filter((article) => article.tree === tree)),
	);
}

function warnOfIds(articles: readonly Article[], site: SiteSettings): Fault[] {
	return articles.flatMap((article) => {
		if (article.ownId === undefined || isAbsoluteIri(article.ownId)) return [];
		const message = `The id “${article.ownId}” is no URI, so feeds say ${entryId(article, site)}.`;
		return buildFault("ID_NO_URI", startOf(article.path), message);
	});
}
