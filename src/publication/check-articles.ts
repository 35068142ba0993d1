import type { Article, Crumb } from "../articles/article.ts";
import type { ListedFile } from "../articles/article-file.ts";
import { treeOfLanguage } from "../articles/find-language.ts";
import { reservedSections } from "../articles/split-article.ts";
import { buildFault, type Fault, type FaultCode, startOf } from "../faults/fault.ts";
import {
	type ArticleChanges,
	createArticleChanges,
	createArticleGroups,
} from "../sections/article-groups.ts";
import { authorLabels, findSharedAuthors } from "../sections/build-terms.ts";
import { compareArticles } from "../sections/list-articles.ts";
import type { SiteSettings } from "../settings/settings.ts";
import { createOnce } from "../text/once.ts";
import { healthAddress, opmlAddress, pageAddress, wellKnownAddress } from "./addresses.ts";
import { articleAddress } from "./article-address.ts";
import { entryId, isAbsoluteIri } from "./entry-id.ts";
import { feedAddresses, parseArchiveAddress } from "./feed-addresses.ts";
import { resolveReference } from "./resolve-references.ts";
import { siteManifestName } from "./site-manifest.ts";

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
	const groupAuthors = createArticleGroups((article) =>
		authorLabels(article).map(({ key, name }) => ({ key: `${article.tree ?? ""}/${key}`, name })),
	);
	const findOwn = createOnce((article: Article): { readonly finding?: Finding } => {
		const finding = findAlone(article, beside);
		return finding ? { finding } : {};
	});

	return {
		site,
		check(read) {
			const alone = read.flatMap((article) => findOwn(article).finding ?? []);
			const kept = leaveOut(read, alone);
			const changes = changesOf(kept);
			const counts = twins.map((count) => count(changes));
			const authors = groupAuthors(changes);
			const beside = counts.some((count) => count > 0)
				? checkTwins(kept, site)
				: { articles: kept, findings: [] };
			const { articles } = beside;
			const isShared = [...authors.values()].some(({ spellings }) => spellings.size > 1);
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

/** Of how many keys there are several articles, in step with what changes. */
function createTwinCounter(
	keyOf: (article: Article) => string,
): (changes: ArticleChanges) => number {
	const counts = new Map<string, number>();
	let several = 0;
	return ({ added, removed }) => {
		for (const article of removed) {
			const key = keyOf(article);
			const count = (counts.get(key) ?? 1) - 1;
			if (count === 1) several -= 1;
			if (count === 0) counts.delete(key);
			else counts.set(key, count);
		}
		for (const article of added) {
			const key = keyOf(article);
			const count = (counts.get(key) ?? 0) + 1;
			if (count === 2) several += 1;
			counts.set(key, count);
		}
		return several;
	};
}

interface Checked {
	readonly articles: readonly Article[];
	readonly findings: readonly Finding[];
}

function checkTwins(all: readonly Article[], site: SiteSettings): Checked {
	const distinguished = distinguishIds(all);
	const addresses = leaveTakenAddresses(distinguished);
	const remaining = leaveOut(distinguished, addresses);
	const ids = leaveTakenIds(remaining, site);
	return { articles: leaveOut(remaining, ids), findings: [...addresses, ...ids] };
}

function leaveOut(articles: readonly Article[], findings: readonly Finding[]): readonly Article[] {
	if (findings.length === 0) return articles;
	const left = new Set(findings.map(({ article }) => article));
	return articles.filter((article) => !left.has(article));
}

function warnOfAuthors(articles: readonly Article[], site: SiteSettings): readonly Fault[] {
	return listTrees(site).flatMap((tree) =>
		findSharedAuthors(articles.filter((article) => article.tree === tree)),
	);
}

/** The trees of a site, by name; `undefined` is the root's. */
function listTrees({ languages }: SiteSettings): readonly (string | undefined)[] {
	return [...new Set([undefined, ...languages.map((one) => treeOfLanguage(one, languages))])];
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

/** An article to leave out, and why. */
interface Finding {
	readonly article: Article;
	readonly fault: Fault;
}

function find(article: Article, code: FaultCode, message: string): Finding {
	return { article, fault: buildFault(code, startOf(article.path), message) };
}

/** What an article stands beside that is none. */
interface Surroundings {
	readonly site: SiteSettings;
	readonly media: ReadonlyMap<string, ListedFile>;
	/** Addresses of lists and feeds. */
	readonly taken: ReadonlySet<string>;
}

/** What is wrong with an article whatever the others are. */
function findAlone(article: Article, beside: Surroundings): Finding | undefined {
	const { site } = beside;
	const reserved = findReservedSection(article, site);
	// Another generator keeps its files, and serves its pages, where it likes.
	if (reserved || !site.pages) return reserved;
	return (
		findMissingEnclosure(article, beside) ??
		findLongAddress(article, site) ??
		findSectionAddress(article, beside)
	);
}

function findReservedSection(article: Article, { languages }: SiteSettings): Finding | undefined {
	const [top] = article.section;
	if (!top || !reservedSections(languages).includes(top.slug)) return undefined;
	const others = languages.length > 1 ? ", or those of a language," : "";
	const message = `The section “${top.name}” would stand where Broadsheet's own lists${others} do.`;
	return find(article, "SECTION_RESERVED", message);
}

function findMissingEnclosure(
	article: Article,
	{ site, media }: Surroundings,
): Finding | undefined {
	if (article.enclosures.length === 0) return undefined;
	const targets = {
		site,
		media,
		articleUrls: new Map<string, string>(),
		idOf: () => "",
		alternatesOf: () => [],
	};
	const missing = article.enclosures.find(({ reference }) => {
		const isElsewhere = /^([a-z][a-z0-9+.-]*:|\/)/i.test(reference);
		return !isElsewhere && !resolveReference(reference, article, targets)?.file;
	});
	if (!missing) return undefined;
	const message = `The enclosure “${missing.reference}” is not beside the article.`;
	return find(article, "ENCLOSURE_MISSING", message);
}

/** A part of an address is a file's or a folder's name where the site is built: at most 255 bytes on most disks. */
const longestName = 240;

function findLongAddress(article: Article, site: SiteSettings): Finding | undefined {
	const address = articleAddress(article, site.url) ?? "";
	// No character has more than three bytes for each of its code units.
	if (address.length * 3 <= longestName) return undefined;
	const encoder = new TextEncoder();
	const longest = Math.max(...address.split("/").map((part) => encoder.encode(part).length));
	if (longest <= longestName) return undefined;
	const message = `A part of the address has ${longest} bytes, of ${longestName} that it may have.`;
	return find(article, "ADDRESS_TOO_LONG", message);
}

function findSectionAddress(
	article: Article,
	{ site, media, taken }: Surroundings,
): Finding | undefined {
	const address = articleAddress(article, site.url);
	if (address === undefined) return undefined;
	const isReserved = listTrees(site).some((tree) =>
		reservedSections([]).some((name) =>
			address.startsWith(pageAddress(tree === undefined ? [name] : [tree, name])),
		),
	);
	const isArchive = parseArchiveAddress(address) !== undefined;
	const isFile = media.has(address.slice(1));
	if (!taken.has(address) && !isReserved && !isArchive && !isFile) return undefined;
	const owner = isFile ? "a file of the folder" : "a section or to a feed";
	const message = `The address ${article.url} belongs to ${owner}.`;
	return find(article, "ADDRESS_OF_SECTION", message);
}

/** Addresses of lists and feeds, where Broadsheet serves pages. */
function listTakenAddresses({ sections, site }: ReadArticles): ReadonlySet<string> {
	if (!site.pages) return new Set();
	const paths = new Map<string, readonly string[]>();
	for (const tree of listTrees(site)) {
		const root = tree === undefined ? [] : [tree];
		paths.set(root.join("/"), root);
		for (const crumbs of sections.get(tree) ?? []) {
			for (let end = crumbs.length; end > 0; end--) {
				const path = [...root, ...crumbs.slice(0, end).map(({ slug }) => slug)];
				paths.set(path.join("/"), path);
			}
		}
	}
	return new Set([
		opmlAddress,
		wellKnownAddress,
		healthAddress,
		`/${siteManifestName}`,
		...[...paths.values()].flatMap((path) => [
			pageAddress(path),
			...Object.values(feedAddresses(path)),
		]),
	]);
}

function warnOfIds(articles: readonly Article[], site: SiteSettings): Fault[] {
	return articles.flatMap((article) => {
		if (article.ownId === undefined || isAbsoluteIri(article.ownId)) return [];
		const message = `The id “${article.ownId}” is no URI, so feeds say ${entryId(article, site)}.`;
		return buildFault("ID_NO_URI", startOf(article.path), message);
	});
}

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
