import { z } from "zod";
import {
	type ArticleRecord,
	parseArticleRecord,
	parseValidators,
	type ValidatorsRecord,
} from "./record-rows.ts";
import { type OpenShelf, openShelf, type RecordShelf, type StoredShelf } from "./record-shelf.ts";

export type { ArticleRecord, ValidatorsRecord };

/** Which page of a list's archive an article stands on, by the article's id. */
const archiveSchema = z.record(z.string(), z.number());

/** What a feed had under its last entity tags, the newest last (see `FeedEdition`). */
const editionsSchema = z.array(z.object({ etag: z.string(), pieces: z.array(z.string()) }));

const siteSchema = z.object({ authority: z.string() });

export type EditionsRecord = z.output<typeof editionsSchema>;
export type ArchiveRecord = z.output<typeof archiveSchema>;

/** Keys: an article's id; a document's address (`validators`, `editions`); a section's path; nothing. */
export type RecordKind = "article" | "validators" | "archive" | "editions" | "site";

/** A record as it is stored; the value is JSON. */
export interface StoredRecord {
	readonly kind: string;
	readonly key: string;
	readonly value: string;
}

/** One change of the memory: a record, or none where it was taken out. */
export interface RecordChange {
	readonly kind: RecordKind;
	readonly key: string;
	/** JSON. */
	readonly value: string | undefined;
}

/**
 * What was published, under which ids and validators. It lives in maps; a runtime stores its changes before anything
 * that follows from them is served, so that no client ever knows more than the memory.
 */
export interface Memory {
	readonly articles: RecordShelf<ArticleRecord>;
	readonly validators: RecordShelf<ValidatorsRecord>;
	readonly archives: RecordShelf<ArchiveRecord>;
	readonly editions: RecordShelf<EditionsRecord>;
	readonly site: RecordShelf<z.output<typeof siteSchema>>;
	/** Takes records in; a faulty one is as though it had never been. */
	restore(records: readonly StoredRecord[]): void;
	/** Stores what changed since the last time; where that throws a NotStoredError, the next time. */
	commit(): void;
	/** A memory that knows the same and is never stored. */
	draft(): Draft;
}

/** What changed could not be stored; it is tried again with whatever changes next. */
export class NotStoredError extends Error {}

/** What a memory may yet come to know. */
export interface Draft extends Memory {
	/** Makes the memory that it was drawn from, which has not changed meanwhile, know it: they are one from then on. */
	keep(): void;
}

/** A memory that begins with these records (a faulty one is as though it had never been) and stores by `store`. */
export function createMemory(
	stored: readonly StoredRecord[],
	store: (changes: readonly RecordChange[]) => void,
): Memory {
	const memory = openMemory(store);
	for (const { kind, key, value } of stored) memory.shelves.get(kind)?.load(key, value);
	return memory;
}

/** Whether nothing was ever published. */
export function isEmptyMemory(memory: Memory): boolean {
	for (const _ of memory.articles.entries()) return false;
	return true;
}

/** Every record of a memory, by kind and key, each made when it is asked for. */
export function* dumpMemory(memory: Memory): Generator<StoredRecord> {
	const shelves: readonly (readonly [RecordKind, RecordShelf<unknown>])[] = [
		["archive", memory.archives],
		["article", memory.articles],
		["editions", memory.editions],
		["site", memory.site],
		["validators", memory.validators],
	];
	for (const [kind, shelf] of shelves)
		for (const [key, value] of shelf.list()) yield { kind, key, value };
}

/** A memory that lasts as long as the process. */
export function createShortMemory(): Memory {
	return createMemory([], () => {});
}

interface Shelves {
	readonly articles: OpenShelf<ArticleRecord>;
	readonly validators: OpenShelf<ValidatorsRecord>;
	readonly archives: OpenShelf<ArchiveRecord>;
	readonly editions: OpenShelf<EditionsRecord>;
	readonly site: OpenShelf<z.output<typeof siteSchema>>;
}

interface OpenMemory extends Memory {
	/** By kind. */
	readonly shelves: ReadonlyMap<string, StoredShelf>;
}

function openShelves(): Shelves {
	return {
		articles: openShelf(parseArticleRecord),
		validators: openShelf(parseValidators),
		archives: openShelf((data) => archiveSchema.parse(data)),
		editions: openShelf((data) => editionsSchema.parse(data)),
		site: openShelf((data) => siteSchema.parse(data)),
	};
}

/** Without a `store` its changes are known to nobody else. */
function openMemory(
	store?: (changes: readonly RecordChange[]) => void,
	own: Shelves = openShelves(),
): OpenMemory {
	const shelves = new Map<RecordKind, StoredShelf>([
		["article", own.articles],
		["validators", own.validators],
		["archive", own.archives],
		["editions", own.editions],
		["site", own.site],
	]);
	const byKind: ReadonlyMap<string, StoredShelf> = shelves;
	return {
		...own,
		shelves: byKind,
		restore(records) {
			for (const { kind, key, value } of records) byKind.get(kind)?.restore(key, value);
		},
		commit() {
			if (!store) return;
			const changes: RecordChange[] = [];
			for (const [kind, shelf] of shelves)
				for (const [key, value] of shelf.listChanges()) changes.push({ kind, key, value });
			if (changes.length === 0) return;
			try {
				store(changes);
			} catch (error) {
				if (error instanceof NotStoredError) return;
				throw error;
			}
			for (const shelf of shelves.values()) shelf.noteStored();
		},
		draft() {
			const drawn = {
				articles: own.articles.draft(),
				validators: own.validators.draft(),
				archives: own.archives.draft(),
				editions: own.editions.draft(),
				site: own.site.draft(),
			};
			return {
				...openMemory(undefined, drawn),
				keep() {
					own.articles.keep(drawn.articles);
					own.validators.keep(drawn.validators);
					own.archives.keep(drawn.archives);
					own.editions.keep(drawn.editions);
					own.site.keep(drawn.site);
				},
			};
		},
	};
}
