import type { Article } from "../articles/article.ts";
import { sectionPathOf } from "../articles/section-path.ts";
import { authorSlugs, categorySlugs } from "../sections/build-terms.ts";
import { wasShown } from "../sections/list-articles.ts";
import type { SiteSettings } from "../settings/settings.ts";
import { articleAddress } from "./article-address.ts";
import { type Contents, isUnread } from "./contents.ts";
import { entryId } from "./entry-id.ts";
import type { ArticleRecord, Memory } from "./memory.ts";
import { createRecogniser } from "./recognise-articles.ts";

/** A published article that was taken away: its id never comes back for another one. */
export type Withdrawn = ArticleRecord & { readonly withdrawn: number };

/** What the memory knows of the articles of one reading. */
export interface RememberedArticles {
	/** The id under which an article was first published, or would be. */
	idOf(article: Article): string;
	/** The same object as the time before where every article that was there has the id that it had. */
	readonly ids: object;
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
	const present = new Set<string>();
	/** The record of an article of which neither the file nor what is remembered has changed since it was recognised. */
	const settledRecord = (
		article: Article,
		isRemembered: (record: ArticleRecord) => boolean,
	): ArticleRecord | undefined => {
		const last = noted.get(article);
		const isSettled = last?.site === contents.site && wasShown(article, now);
		return isSettled && isRemembered(last.record) ? last.record : undefined;
	};
	const articles = shownFirst(contents.articles, now);
	const records = listRecords(memory);
	const before = articles.map((article) => settledRecord(article, (record) => records.has(record)));
	const unknown = articles.filter((_, number) => before[number] === undefined);
	const areAllUnknown = unknown.length === articles.length;
	const recognise = createRecogniser(contents, memory, present, unknown);
	/** Of those that were recognised just now. */
	const ids = new Map<string, string>();
	const notedIds = new Set<string>();
	let areKept = true;
	for (const [number, article] of articles.entries()) {
		const last = before[number];
		const isDoubtful = last && notedIds.has(last.id);
		const settled = isDoubtful
			? settledRecord(article, (record) => record === memory.articles.get(record.id))
			: last;
		if (settled) {
			present.add(settled.id);
			continue;
		}
		if (last || noted.has(article)) areKept = false;
		const known = recognise(article);
		const id =
			article.ownId === undefined && known ? known.id : chooseId(article, contents.site, memory);
		ids.set(article.path, id);
		if (known && known.id !== id) present.add(known.id);
		if (!wasShown(article, now)) continue;
		if (present.has(id)) areKept = false;
		present.add(id);
		if (!areAllUnknown) notedIds.add(id);
		const record = note(memory, buildRecord(article, contents.site.url, id, known));
		noted.set(article, { record, site: contents.site });
	}
	const sameIds = (areKept && idsOf.get(memory)) || {};
	idsOf.set(memory, sameIds);
	const withdrawn: Withdrawn[] = [];
	for (const [id, record] of memory.articles.entries()) {
		// A file that cannot be read was not taken away.
		const isHeld = present.has(id) || isUnread(contents, record.path);
		if (isHeld || record.withdrawn !== undefined || absence !== "withdrawn") {
			if (isWithdrawn(record)) withdrawn.push(record);
			continue;
		}
		const left = { ...record, withdrawn: Math.floor(now.getTime() / 1000) * 1000 };
		memory.articles.set(id, left);
		withdrawn.push(left);
	}
	return {
		idOf(article) {
			const known = ids.get(article.path);
			if (known !== undefined) return known;
			const last = noted.get(article);
			const isRemembered = last && last.record === memory.articles.get(last.record.id);
			return isRemembered ? last.record.id : entryId(article, contents.site);
		},
		ids: sameIds,
		withdrawn,
		movedAddresses: findMoved(memory),
	};
}

/** All records of a memory: to look one up among them costs less than by its id. */
function listRecords(memory: Memory): ReadonlySet<ArticleRecord> {
	const records = new Set<ArticleRecord>();
	for (const [, record] of memory.articles.entries()) records.add(record);
	return records;
}

/** Stands for all ids that articles have by a memory. */
const idsOf = new WeakMap<Memory, object>();

/** Of two articles for one record, the one that readers know has it. */
function shownFirst(articles: readonly Article[], now: Date): readonly Article[] {
	const shown = articles.filter((article) => wasShown(article, now));
	if (shown.length === articles.length) return articles;
	return [...shown, ...articles.filter((article) => !wasShown(article, now))];
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

/** Under which settings a memory was last looked through for previews. */
const cleaned = new WeakMap<SiteSettings, Memory>();

/** Freezes the authority of ids at the first publication, and forgets ids of a time when the site had no address. */
function forgetPreviews({ site }: Contents, memory: Memory): void {
	if (site.authority === previewAuthority) return;
	if (!memory.site.get("")) memory.site.set("", { authority: site.authority });
	if (memory === cleaned.get(site)) return;
	cleaned.set(site, memory);
	for (const [id] of memory.articles.entries())
		if (id.startsWith(`tag:${previewAuthority},`)) memory.articles.delete(id);
}

function isWithdrawn(record: ArticleRecord): record is Withdrawn {
	return record.withdrawn !== undefined;
}

function buildRecord(
	article: Article,
	siteUrl: string,
	id: string,
	known: ArticleRecord | undefined,
): ArticleRecord {
	const address = articleAddress(article, siteUrl) ?? article.url;
	return {
		id,
		path: article.path,
		fingerprint: article.body.fingerprint,
		title: article.title,
		published: article.published.getTime(),
		updated: article.updated.getTime(),
		address,
		formerAddresses: known ? listFormer(known, address) : [],
		section: sectionPathOf(article).join("/"),
		tags: categorySlugs(article),
		authors: authorSlugs(article),
	};
}

/** Where an article stood before, apart from where it stands. */
function listFormer({ formerAddresses, address }: ArticleRecord, now: string): string[] {
	return [...new Set([...formerAddresses, address])].filter((former) => former !== now);
}

/** Notes a record if it says anything new, and gives the one that is remembered: most publications change few. */
function note(memory: Memory, record: ArticleRecord): ArticleRecord {
	const known = memory.articles.get(record.id);
	if (known && JSON.stringify(known) === JSON.stringify(record)) return known;
	memory.articles.set(record.id, record);
	return record;
}

/** What was last noted of an article: while the memory holds that very record, there is nothing to note. */
const noted = new WeakMap<
	Article,
	{ readonly record: ArticleRecord; readonly site: SiteSettings }
>();

function findMoved(memory: Memory): Map<string, string> {
	const moved = new Map<string, string>();
	for (const [, { withdrawn, address, formerAddresses }] of memory.articles.entries()) {
		if (withdrawn !== undefined) continue;
		for (const former of formerAddresses) moved.set(former, address);
	}
	if (moved.size === 0) return moved;
	for (const [, { withdrawn, address }] of memory.articles.entries())
		if (withdrawn === undefined) moved.delete(address);
	return moved;
}
