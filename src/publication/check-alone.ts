import type { Article, Crumb } from "../articles/article.ts";
import type { ListedFile } from "../articles/article-file.ts";
import { treeOfLanguage } from "../articles/find-language.ts";
import { reservedSections } from "../articles/split-article.ts";
import { buildFault, type Fault, type FaultCode, startOf } from "../faults/fault.ts";
import type { SiteSettings } from "../settings/settings.ts";
import { createOnce } from "../text/once.ts";
import { healthAddress, opmlAddress, pageAddress, wellKnownAddress } from "./addresses.ts";
import { articleAddress } from "./article-address.ts";
import { feedAddresses, parseArchiveAddress } from "./feed-addresses.ts";
import { resolveReference } from "./resolve-references.ts";
import { siteManifestName } from "./site-manifest.ts";

/** An article to leave out, and why. */
export interface Finding {
	readonly article: Article;
	readonly fault: Fault;
}

/** A finding of this code. */
export function find(article: Article, code: FaultCode, message: string): Finding {
	return { article, fault: buildFault(code, startOf(article.path), message) };
}

/** The trees of a site, by name; `undefined` is the root's. */
export function listTrees({ languages }: SiteSettings): readonly (string | undefined)[] {
	return [...new Set([undefined, ...languages.map((one) => treeOfLanguage(one, languages))])];
}

/** What an article stands beside that is none. */
export interface Surroundings {
	readonly site: SiteSettings;
	readonly media: ReadonlyMap<string, ListedFile>;
	/** Addresses of lists and feeds. */
	readonly taken: ReadonlySet<string>;
}

/** What is wrong with an article whatever the others are. */
export function findAlone(article: Article, beside: Surroundings): Finding | undefined {
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
	const isReserved = reservedAddresses(site).some((reserved) => address.startsWith(reserved));
	const isArchive = parseArchiveAddress(address) !== undefined;
	const isFile = media.has(address.slice(1));
	if (!taken.has(address) && !isReserved && !isArchive && !isFile) return undefined;
	const owner = isFile ? "a file of the folder" : "a section or to a feed";
	const message = `The address ${article.url} belongs to ${owner}.`;
	return find(article, "ADDRESS_OF_SECTION", message);
}

/** Below which Broadsheet's own lists stand. */
const reservedAddresses = createOnce((site: SiteSettings) =>
	listTrees(site).flatMap((tree) =>
		reservedSections([]).map((name) => pageAddress(tree === undefined ? [name] : [tree, name])),
	),
);

/** Addresses of lists and feeds, where Broadsheet serves pages. */
export function listTakenAddresses({
	sections,
	site,
}: {
	readonly sections: ReadonlyMap<string | undefined, readonly (readonly Crumb[])[]>;
	readonly site: SiteSettings;
}): ReadonlySet<string> {
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
