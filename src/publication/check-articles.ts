import type { Article, Crumb } from "../articles/article.ts";
import type { ListedFile } from "../articles/article-file.ts";
import { treeOfLanguage } from "../articles/find-language.ts";
import { reservedSections } from "../articles/split-article.ts";
import { buildFault, type Fault, type FaultCode, startOf } from "../faults/fault.ts";
import { findSharedAuthors } from "../sections/build-terms.ts";
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

/** What is wrong with articles only beside each other: of two that cannot both be served, one is left out. */
export function checkArticles(read: ReadArticles): CheckedArticles {
	const steps = [
		leaveReservedSections,
		leaveMissingEnclosures,
		leaveLongAddresses,
		leaveSectionAddresses,
		leaveTakenAddresses,
		leaveTakenIds,
	];
	const faults: Fault[] = [];
	let articles = distinguishIds(read.articles);
	for (const step of steps) {
		const findings = step({ ...read, articles });
		if (findings.length === 0) continue;
		faults.push(...findings.map(({ fault }) => fault));
		const left = new Set(findings.map(({ article }) => article));
		articles = articles.filter((article) => !left.has(article));
	}
	const trees = listTrees(read.site);
	const sharedAuthors = trees.flatMap((tree) =>
		findSharedAuthors(
			trees.length === 1 ? articles : articles.filter((article) => article.tree === tree),
		),
	);
	return { articles, faults: [...faults, ...warnOfIds(articles, read.site), ...sharedAuthors] };
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

function leaveReservedSections({ articles, site }: ReadArticles): Finding[] {
	const reserved = reservedSections(site.languages);
	return articles
		.filter(({ section: [top] }) => top && reserved.includes(top.slug))
		.map((article) =>
			find(
				article,
				"SECTION_RESERVED",
				`The section “${article.section[0]?.name}” would stand where Broadsheet's own lists${site.languages.length > 1 ? ", or those of a language," : ""} do.`,
			),
		);
}

function leaveMissingEnclosures({ articles, site, media }: ReadArticles): Finding[] {
	// Another generator keeps its files where it likes.
	if (!site.pages) return [];
	const targets = {
		site,
		media,
		articleUrls: new Map<string, string>(),
		idOf: () => "",
		alternatesOf: () => [],
	};
	return articles.flatMap((article) => {
		if (article.enclosures.length === 0) return [];
		const missing = article.enclosures.find(({ reference }) => {
			const isElsewhere = /^([a-z][a-z0-9+.-]*:|\/)/i.test(reference);
			return !isElsewhere && !resolveReference(reference, article, targets)?.file;
		});
		if (!missing) return [];
		return find(
			article,
			"ENCLOSURE_MISSING",
			`The enclosure “${missing.reference}” is not beside the article.`,
		);
	});
}

/** A part of an address is a file's or a folder's name where the site is built: at most 255 bytes on most disks. */
const longestName = 240;

function leaveLongAddresses({ articles, site }: ReadArticles): Finding[] {
	if (!site.pages) return [];
	const encoder = new TextEncoder();
	return articles.flatMap((article) => {
		const address = articleAddress(article, site.url) ?? "";
		// No character has more than three bytes for each of its code units.
		if (address.length * 3 <= longestName) return [];
		const longest = Math.max(...address.split("/").map((part) => encoder.encode(part).length));
		if (longest <= longestName) return [];
		const message = `A part of the address has ${longest} bytes, of ${longestName} that it may have.`;
		return find(article, "ADDRESS_TOO_LONG", message);
	});
}

function warnOfIds(articles: readonly Article[], site: SiteSettings): Fault[] {
	return articles.flatMap((article) => {
		if (article.ownId === undefined || isAbsoluteIri(article.ownId)) return [];
		const message = `The id “${article.ownId}” is no URI, so feeds say ${entryId(article, site)}.`;
		return buildFault("ID_NO_URI", startOf(article.path), message);
	});
}

function leaveSectionAddresses({ articles, sections, site, media }: ReadArticles): Finding[] {
	// What Broadsheet does not serve cannot stand in its way.
	if (!site.pages) return [];
	const trees = listTrees(site);
	const paths = trees.flatMap((tree) => {
		const root = tree === undefined ? [] : [tree];
		const prefixes = (sections.get(tree) ?? []).flatMap((crumbs) =>
			crumbs.map((_, end) => crumbs.slice(0, end + 1)),
		);
		return [root, ...prefixes.map((crumbs) => [...root, ...crumbs.map(({ slug }) => slug)])];
	});
	const reserved = trees.flatMap((tree) =>
		reservedSections([]).map((name) => pageAddress(tree === undefined ? [name] : [tree, name])),
	);
	const taken = new Set([
		opmlAddress,
		wellKnownAddress,
		healthAddress,
		`/${siteManifestName}`,
		...paths.flatMap((path) => [pageAddress(path), ...Object.values(feedAddresses(path))]),
	]);
	return articles.flatMap((article) => {
		const address = articleAddress(article, site.url);
		if (address === undefined) return [];
		const isReserved = reserved.some((folder) => address.startsWith(folder));
		const isArchive = !address.endsWith("/") && parseArchiveAddress(address) !== undefined;
		const isFile = media.size > 0 && media.has(address.slice(1));
		if (!taken.has(address) && !isReserved && !isArchive && !isFile) return [];
		const owner = isFile ? "a file of the folder" : "a section or to a feed";
		return find(article, "ADDRESS_OF_SECTION", `The address ${article.url} belongs to ${owner}.`);
	});
}

function leaveTakenAddresses({ articles }: ReadArticles): Finding[] {
	return findTwins(articles, (article) => article.url, "newest").map(([kept, left]) =>
		find(
			left,
			"ADDRESS_TAKEN",
			`The address ${left.url} is also that of ${kept.path}, which is served.`,
		),
	);
}

function leaveTakenIds({ articles, site }: ReadArticles): Finding[] {
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
	const keys = new Set(published.map(keyOf));
	if (keys.size === published.length) return [];
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
