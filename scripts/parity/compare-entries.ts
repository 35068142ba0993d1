import type { Article } from "../../src/articles/article.ts";
import type { Corpus, ReferenceEntry } from "./read-corpus.ts";

/** How far Broadsheet's entries are those of a site's own generator. Shares are from 0 to 1. */
export interface Comparison {
	/** Entries of the reference. */
	readonly expected: number;
	/** Entries of Broadsheet's. */
	readonly made: number;
	/** Of all addresses on either side, those on both. */
	readonly links: number;
	/** Of the entries on both sides, those with the same title, instant and neighbours in the order of time. */
	readonly titles: number;
	readonly instants: number;
	readonly order: number;
	/** One line for each difference, links first. */
	readonly differences: readonly string[];
}

/** What is wanted of a corpus. */
export const leastShares = { links: 0.99, titles: 0.98, instants: 0.98 } as const;

export function isPassed({ links, titles, instants }: Comparison): boolean {
	return (
		links >= leastShares.links && titles >= leastShares.titles && instants >= leastShares.instants
	);
}

/**
 * Compares entries by their addresses. A title is right as the front matter or as the generator's feed has it, and
 * any is where the generator has none; entries of one instant may stand in any order.
 */
export function compareEntries({ articles, reference }: Corpus): Comparison {
	const made = new Map(articles.map((article) => [plainAddress(article.url), article]));
	const expected = new Map(reference.entries.map((entry) => [plainAddress(entry.link), entry]));
	const missing = [...expected].filter(([address]) => !made.has(address));
	const extra = reference.unlimited ? [...made].filter(([address]) => !expected.has(address)) : [];
	const pairs = [...expected].flatMap(([address, entry]): [ReferenceEntry, Article][] => {
		const article = made.get(address);
		return article ? [[entry, article]] : [];
	});
	const wrongTitles = pairs.filter((pair) => !hasSameTitle(...pair));
	const wrongInstants = pairs.filter(([entry, article]) => !isSameInstant(entry, article));
	const wrongOrder = findDisorder(pairs);
	const share = (wrong: number, all: number) => (all === 0 ? 1 : (all - wrong) / all);
	return {
		expected: expected.size,
		made: made.size,
		links: share(missing.length + extra.length, pairs.length + missing.length + extra.length),
		titles: share(wrongTitles.length, pairs.length),
		instants: share(wrongInstants.length, pairs.length),
		order: share(wrongOrder.length, pairs.length),
		differences: [
			...missing.map(([, entry]) => `missing  ${entry.link}  (${entry.path ?? "unknown file"})`),
			...extra.map(([, article]) => `besides  ${article.url}  (${article.path})`),
			...wrongTitles.map(
				([entry, article]) =>
					`title    ${article.path}: ${JSON.stringify(article.title)}, not ${JSON.stringify(entry.title)}`,
			),
			...wrongInstants.map(
				([entry, article]) =>
					`instant  ${article.path}: ${article.published.toISOString()}, not ${entry.published}`,
			),
			...wrongOrder.map(([, article]) => `order    ${article.path}`),
		],
	};
}

/** Without percent-encoding, which says nothing. */
function plainAddress(url: string): string {
	try {
		return decodeURI(new URL(url).href).normalize("NFC");
	} catch {
		return url;
	}
}

function hasSameTitle(entry: ReferenceEntry, { title }: Article): boolean {
	const plain = (text: string) => text.replaceAll(/\s+/g, " ").trim();
	const titles = [entry.title, entry.feedTitle ?? entry.title].map(plain);
	return titles.includes("") || titles.includes(plain(title));
}

function isSameInstant(entry: ReferenceEntry, { published }: Article): boolean {
	const toSecond = (instant: number) => Math.floor(instant / 1000);
	return toSecond(Date.parse(entry.published)) === toSecond(published.getTime());
}

/** The entries that the generator has before a newer one of Broadsheet's. */
function findDisorder(pairs: readonly [ReferenceEntry, Article][]): [ReferenceEntry, Article][] {
	return pairs.filter(([, article], index) => {
		const before = pairs[index - 1]?.[1];
		return before !== undefined && before.published < article.published;
	});
}
