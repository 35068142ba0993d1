import type { FormatName } from "../feeds/feed.ts";
import { type FrameTemplate, fillHead } from "../feeds/frame-template.ts";
import { concatenate } from "../text/concatenate.ts";
import { encodeText } from "../text/encode-text.ts";
import { buildFrameValues, type SelectedTerm, type Selection, termsOf } from "./selection.ts";

/** What holds for all selections of a list. As JSON it is the same. */
export interface CatalogHead {
	readonly templates: Readonly<Record<FormatName, FrameTemplate>>;
	/** Between two entries. */
	readonly separators: Readonly<Record<FormatName, string>>;
	/** How many entries the list's own feed shows at most. */
	readonly limit: number | "all";
	readonly maxBytes: number;
	/** The earliest `updated` of a selection, in seconds since 1970. */
	readonly updated: number;
	/** Every language that an entry of the site is in, in lower case. */
	readonly siteLanguages: readonly string[];
	/** How costly each document is to read in which entries lie, in characters of its articles' sources. */
	readonly weights: readonly number[];
	/** Where the tags and authors of the list's language stand, if not at the root: `["ja"]`. */
	readonly tree?: readonly string[];
}

/** The entries that a list's feed and its archive hold, in rows, newest first: what its selections are made from. */
export interface Catalog {
	readonly head: CatalogHead;
	readonly rowCount: number;
	/** The list's rows under a tag or an author; undefined where there are none. */
	find(term: SelectedTerm): TermRows | undefined;
	/** The list's rows by language, in lower case. */
	readonly languages: ReadonlyMap<string, Rows>;
	/** Seconds since 1970. */
	updatedOf(row: number): number;
	/** Bytes of the entry in the format in which it is largest. */
	bytesOf(row: number): number;
	/** The document that holds the entry: an index of `head.weights`. */
	documentOf(row: number): number;
}

/** Ascending. */
export type Rows = ArrayLike<number>;

export interface TermRows {
	readonly name: string;
	readonly rows: Rows;
	/** The feed of the tag or author itself, where that saves reading: its document, and how many of the first rows it holds. */
	readonly feed?: { readonly document: number; readonly held: number };
}

/** A row of a selection, and where to take its entry from, if not from the document that `documentOf` names. */
export interface ChosenRow {
	readonly row: number;
	readonly held?: HeldRow;
}

/** A row that the feed of a tag or author holds; `index` is among the rows of that. */
export interface HeldRow {
	readonly document: number;
	readonly term: SelectedTerm;
	readonly index: number;
}

/** The rows of a selection, and the head of its document in each format. */
export interface ChosenRows {
	readonly rows: readonly ChosenRow[];
	readonly heads: Readonly<Record<FormatName, string>>;
}

/** Each document is one more request at the edge, of which there may be 50. */
const mostDocuments = 40;
/** About 5 MB of assets, which take half of the 10 ms that a Worker has. */
const mostWeight = 2_500_000;

const formatNames = ["rss", "atom", "json"] as const;

/** Tags and authors that no entry of the list has: whether anybody else's has is not known here. */
export function findMissingTerms(catalog: Catalog, selection: Selection): SelectedTerm[] {
	return termsOf(selection).filter((term) => catalog.find(term) === undefined);
}

/** Whether an entry of the site, be it in another list, is in the language of a selection. */
export function isLanguageKnown({ head }: Catalog, { language }: Selection): boolean {
	return language === undefined || head.siteLanguages.some((known) => isInRange(known, language));
}

/**
 * Chooses a selection's entries: the newest that match, as many as `limit` says, as fit into `maxBytes` in every format
 * (requirements 51, 63), and as can be read within what a request may cost.
 */
export function chooseRows(catalog: Catalog, selection: Selection): ChosenRows {
	const { head } = catalog;
	const matching = matchRows(catalog, selection);
	const limit = selection.limit ?? (head.limit === "all" ? matching.length : head.limit);
	const heldRows = findHeldRows(catalog, selection);
	const documents = new Set<number>();
	const separatorBytes = Math.max(...formatNames.map((name) => head.separators[name].length));
	const rows: ChosenRow[] = [];
	let bytes = frameBytes(catalog, buildHeads(catalog, selection, head.updated));
	let weight = 0;
	let updated = head.updated;
	for (let index = 0; index < matching.length && rows.length < limit; index++) {
		const row = matching[index] ?? 0;
		const held = heldRows.get(row);
		const document = held?.document ?? catalog.documentOf(row);
		if (!documents.has(document)) {
			documents.add(document);
			weight += head.weights[document] ?? 0;
			const isFirst = documents.size === 1;
			if (!isFirst && (documents.size > mostDocuments || weight > mostWeight)) break;
		}
		bytes += catalog.bytesOf(row) + separatorBytes;
		if (bytes > head.maxBytes) break;
		rows.push(held ? { row, held } : { row });
		updated = Math.max(updated, catalog.updatedOf(row));
	}
	return { rows, heads: buildHeads(catalog, selection, updated) };
}

/** Rows that stand together in the feed of a selected tag or author: of several, the one with the fewest rows counts. */
function findHeldRows(catalog: Catalog, selection: Selection): ReadonlyMap<number, HeldRow> {
	const found = termsOf(selection)
		.map((term) => ({ term, ...catalog.find(term) }))
		.sort((a, b) => (b.rows?.length ?? 0) - (a.rows?.length ?? 0));
	const held = new Map<number, HeldRow>();
	for (const { term, rows, feed } of found) {
		if (!rows || !feed) continue;
		for (let index = 0; index < feed.held; index++)
			held.set(rows[index] ?? 0, { document: feed.document, term, index });
	}
	return held;
}

function matchRows(catalog: Catalog, selection: Selection): Rows {
	const { language } = selection;
	const sets = termsOf(selection).map((term): Rows => catalog.find(term)?.rows ?? []);
	if (language !== undefined) sets.push(matchLanguage(catalog, language));
	const [shortest, ...others] = sets.sort((a, b) => a.length - b.length);
	if (shortest === undefined) return Array.from({ length: catalog.rowCount }, (_, row) => row);
	return others.reduce(intersect, shortest);
}

/** Every entry is in one language, so no row comes twice. */
function matchLanguage({ languages }: Catalog, range: string): Rows {
	const matching = [...languages].filter(([language]) => isInRange(language, range));
	return matching.flatMap(([, rows]) => Array.from(rows)).sort((a, b) => a - b);
}

/** Basic filtering, RFC 4647 §3.3.1. */
function isInRange(language: string, range: string): boolean {
	return `${language}-`.startsWith(`${range}-`);
}

function intersect(a: Rows, b: Rows): number[] {
	const both: number[] = [];
	let other = 0;
	for (let index = 0; index < a.length; index++) {
		const row = a[index] ?? 0;
		while ((b[other] ?? Number.POSITIVE_INFINITY) < row) other += 1;
		if (b[other] === row) both.push(row);
	}
	return both;
}

function buildHeads(
	catalog: Catalog,
	selection: Selection,
	updated: number,
): Readonly<Record<FormatName, string>> {
	const nameOf = (term: SelectedTerm) => catalog.find(term)?.name ?? term.slug;
	const values = buildFrameValues(selection, nameOf, new Date(updated * 1000));
	const { rss, atom, json } = catalog.head.templates;
	return {
		rss: fillHead("rss", rss, values),
		atom: fillHead("atom", atom, values),
		json: fillHead("json", json, values),
	};
}

function frameBytes({ head }: Catalog, heads: Readonly<Record<FormatName, string>>): number {
	const sizes = formatNames.map(
		(name) => encodeText(heads[name] + head.templates[name].tail).length,
	);
	return Math.max(...sizes);
}

/** A selection's document in one format, from its entries as they stand in other documents. */
export function composeSelection(
	{ head }: Catalog,
	{ heads }: ChosenRows,
	format: FormatName,
	entries: readonly Uint8Array[],
): Uint8Array<ArrayBuffer> {
	const separator = encodeText(head.separators[format]);
	return concatenate([
		encodeText(heads[format]),
		...entries.flatMap((entry, index) => (index === 0 ? [entry] : [separator, entry])),
		encodeText(head.templates[format].tail),
	]);
}
