import type { Article } from "../articles/article.ts";
import { sectionPathOf } from "../articles/section-path.ts";
import { buildSlug } from "../articles/slug.ts";
import { categoryNames } from "../sections/build-terms.ts";
import { wasShown } from "../sections/list-articles.ts";
import type { SiteSettings } from "../settings/settings.ts";
import { compareText } from "../text/compare-text.ts";
import { articleAddress } from "./article-address.ts";
import type { Contents } from "./contents.ts";
import { entryId } from "./entry-id.ts";
import type { ArticleRecord, Memory } from "./memory.ts";

/** A published article that was taken away: its id never comes back for another one. */
export type Withdrawn = ArticleRecord & { readonly withdrawn: number };

/** What the memory knows of the articles of one reading. */
export interface RememberedArticles {
	/** The id under which an article was first published, or would be. */
	idOf(article: Article): string;
	readonly withdrawn: readonly Withdrawn[];
	/** Where articles stood before, and where they stand: addresses below the site's root. */
	readonly movedAddresses: ReadonlyMap<string, string>;
}

/** What it means that a published article is not there: it was taken away, or the folder may not be whole. */
export type Absence = "withdrawn" | "unsure";

export interface Circumstances {
	readonly now: Date;
	readonly absence: Absence;
}

/**
 * Recognises every article by its own id, its path, its text under another path, or its title and date; gives each the
 * id of its first publication; and notes what has been taken away.
 */
export function rememberArticles(
	contents: Contents,
	memory: Memory,
	{ now, absence }: Circumstances,
): RememberedArticles {
	forgetPreviews(contents, memory);
	const recognise = createRecogniser(contents, memory);
	const ids = new Map<string, string>();
	const present = new Set<string>();
	const shownFirst = contents.articles.toSorted(
		(a, b) => Number(wasShown(b, now)) - Number(wasShown(a, now)),
	);
	for (const article of shownFirst) {
		const known = recognise(article);
		const id =
			article.ownId === undefined && known ? known.id : chooseId(article, contents.site, memory);
		ids.set(article.path, id);
		if (known && known.id !== id) present.add(known.id);
		if (!wasShown(article, now)) continue;
		present.add(id);
		const last = noted.get(article);
		if (last && last === memory.articles.get(id)) continue;
		const record = buildRecord(article, contents.site.url, id, known);
		noted.set(article, note(memory, record));
	}
	for (const [id, record] of memory.articles.entries()) {
		// A file that cannot be read was not taken away.
		const isHeld = present.has(id) || contents.unreadPaths.has(record.path);
		if (!isHeld && record.withdrawn === undefined && absence === "withdrawn")
			memory.articles.set(id, { ...record, withdrawn: Math.floor(now.getTime() / 1000) * 1000 });
	}
	return {
		idOf: (article) => ids.get(article.path) ?? entryId(article, contents.site),
		withdrawn: [...memory.articles.entries()].flatMap(([, record]) =>
			isWithdrawn(record) ? record : [],
		),
		movedAddresses: findMoved(memory),
	};
}

/** The id of an article that nobody has recognised: its own, or one that no article had before. */
function chooseId(article: Article, site: SiteSettings, memory: Memory): string {
	const id = entryId(article, site);
	return article.ownId === undefined ? freeId(id, memory) : id;
}

/** An id that no article had before: the address of one that moved away may be another one's by now. */
function freeId(id: string, memory: Memory): string {
	let free = id;
	for (let count = 2; memory.articles.get(free); count++) free = `${id}~${count}`;
	return free;
}

/** The host that stands in ids where a site has no address: it was looked at, not published. */
const previewAuthority = "localhost";

/** Freezes the authority of ids at the first publication, and forgets ids of a time when the site had no address. */
function forgetPreviews({ site }: Contents, memory: Memory): void {
	if (site.authority === previewAuthority) return;
	if (!memory.site.get("")) memory.site.set("", { authority: site.authority });
	for (const [id] of memory.articles.entries())
		if (id.startsWith(`tag:${previewAuthority},`)) memory.articles.delete(id);
}

function isWithdrawn(record: ArticleRecord): record is Withdrawn {
	return record.withdrawn !== undefined;
}

function createRecogniser(
	contents: Contents,
	memory: Memory,
): (article: Article) => ArticleRecord | undefined {
	const paths = new Set([...contents.articles.map(({ path }) => path), ...contents.unreadPaths]);
	const byPath = new Map<string, ArticleRecord>();
	const lost: ArticleRecord[] = [];
	for (const [, record] of memory.articles.entries()) {
		const other = byPath.get(record.path);
		if (!paths.has(record.path)) lost.push(record);
		else if (!other || compareRecords(record, other) < 0) byPath.set(record.path, record);
	}
	// Of several that are alike the first counts, and a map keeps the last.
	lost.sort(compareRecords).reverse();
	const byFingerprint = new Map(lost.map((record) => [record.fingerprint, record]));
	const byTitle = new Map(lost.map((record) => [titleKey(record.title, record.published), record]));
	const claimed = new Set<string>();

	return (article) => {
		const candidates = [
			article.ownId === undefined
				? undefined
				: memory.articles.get(entryId(article, contents.site)),
			byPath.get(article.path),
			byFingerprint.get(article.body.fingerprint),
			byTitle.get(titleKey(article.title, article.published.getTime())),
		];
		const known = candidates.find((record) => record && !claimed.has(record.id));
		if (known) claimed.add(known.id);
		return known;
	};
}

/** What is published before what was withdrawn, then by id: the same whatever the memory's order is. */
function compareRecords(a: ArticleRecord, b: ArticleRecord): number {
	return Number(isWithdrawn(a)) - Number(isWithdrawn(b)) || compareText(a.id, b.id);
}

function titleKey(title: string, published: number): string {
	return `${published} ${title}`;
}

function buildRecord(
	article: Article,
	siteUrl: string,
	id: string,
	known: ArticleRecord | undefined,
): ArticleRecord {
	const address = articleAddress(article, siteUrl) ?? article.url;
	const former = new Set([...(known?.formerAddresses ?? []), ...(known ? [known.address] : [])]);
	former.delete(address);
	return {
		id,
		path: article.path,
		fingerprint: article.body.fingerprint,
		title: article.title,
		published: article.published.getTime(),
		updated: article.updated.getTime(),
		address,
		formerAddresses: [...former],
		section: sectionPathOf(article).join("/"),
		tags: categoryNames(article).map(buildSlug),
		authors: article.authors.map((author) => buildSlug(author.name)),
	};
}

/** Notes a record if it says anything new, and gives the one that is remembered: most publications change few. */
function note(memory: Memory, record: ArticleRecord): ArticleRecord {
	const known = memory.articles.get(record.id);
	if (known && JSON.stringify(known) === JSON.stringify(record)) return known;
	memory.articles.set(record.id, record);
	return record;
}

/** What was last noted of an article: while the memory holds that very record, there is nothing to note. */
const noted = new WeakMap<Article, ArticleRecord>();

function findMoved(memory: Memory): Map<string, string> {
	const records = [...memory.articles.entries()].map(([, record]) => record);
	const present = records.filter((record) => record.withdrawn === undefined);
	const taken = new Set(present.map((record) => record.address));
	return new Map(
		present.flatMap(({ address, formerAddresses }) =>
			formerAddresses
				.filter((former) => !taken.has(former))
				.map((former): [string, string] => [former, address]),
		),
	);
}
