import { z } from "zod";
import {
	type ArticleRecord,
	parseArticleRecord,
	parseValidators,
	type ValidatorsRecord,
} from "./record-rows.ts";

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

/** Records of one kind, by key. */
export interface RecordShelf<Value> {
	get(key: string): Value | undefined;
	set(key: string, value: Value): void;
	delete(key: string): void;
	entries(): Iterable<[string, Value]>;
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
	/** Stores what changed since the last time. */
	commit(): void;
}

/** A memory that begins with these records (a faulty one is as though it had never been) and stores by `store`. */
export function createMemory(
	stored: readonly StoredRecord[],
	store: (changes: readonly RecordChange[]) => void,
): Memory {
	const memory = openMemory(store);
	for (const { kind, key, value } of stored) memory.shelfOf(kind)?.load(key, value);
	return memory;
}

/** Whether nothing was ever published. */
export function isEmptyMemory(memory: Memory): boolean {
	for (const _ of memory.articles.entries()) return false;
	return true;
}

/** A memory that knows what another one knows and is never stored: for looking ahead. */
export function copyMemory(memory: Memory): Memory {
	const copy = openMemory();
	const copyShelf = <Value>(to: OpenShelf<Value>, from: RecordShelf<Value>): void => {
		for (const [key, value] of from.entries()) to.adopt(key, value);
	};
	copyShelf(copy.articles, memory.articles);
	copyShelf(copy.validators, memory.validators);
	copyShelf(copy.archives, memory.archives);
	copyShelf(copy.editions, memory.editions);
	copyShelf(copy.site, memory.site);
	return copy;
}

/** Makes a memory know what another one knows, and nothing else. */
export function replaceMemory(memory: Memory, by: Memory): void {
	replaceShelf(memory.articles, by.articles);
	replaceShelf(memory.validators, by.validators);
	replaceShelf(memory.archives, by.archives);
	replaceShelf(memory.editions, by.editions);
	replaceShelf(memory.site, by.site);
}

function replaceShelf<Value>(shelf: RecordShelf<Value>, by: RecordShelf<Value>): void {
	for (const [key] of [...shelf.entries()]) if (by.get(key) === undefined) shelf.delete(key);
	// A record is never changed, only replaced: the same object says the same.
	for (const [key, value] of by.entries()) if (shelf.get(key) !== value) shelf.set(key, value);
}

/** Every record of a memory. */
export function dumpMemory(memory: Memory): StoredRecord[] {
	const dump = (kind: RecordKind, shelf: RecordShelf<unknown>): StoredRecord[] =>
		Array.from(shelf.entries(), ([key, value]) => ({ kind, key, value: JSON.stringify(value) }));
	return [
		...dump("article", memory.articles),
		...dump("validators", memory.validators),
		...dump("archive", memory.archives),
		...dump("editions", memory.editions),
		...dump("site", memory.site),
	];
}

/** A memory that lasts as long as the process. */
export function createShortMemory(): Memory {
	return createMemory([], () => {});
}

interface OpenMemory extends Memory {
	readonly articles: OpenShelf<ArticleRecord>;
	readonly validators: OpenShelf<ValidatorsRecord>;
	readonly archives: OpenShelf<ArchiveRecord>;
	readonly editions: OpenShelf<EditionsRecord>;
	readonly site: OpenShelf<z.output<typeof siteSchema>>;
	shelfOf(kind: string): StoredShelf | undefined;
}

/** Without a `store` its changes are known to nobody else. */
function openMemory(store?: (changes: readonly RecordChange[]) => void): OpenMemory {
	const articles = openShelf("article", parseArticleRecord);
	const validators = openShelf("validators", parseValidators);
	const archives = openShelf("archive", (data) => archiveSchema.parse(data));
	const editions = openShelf("editions", (data) => editionsSchema.parse(data));
	const site = openShelf("site", (data) => siteSchema.parse(data));
	const all: readonly StoredShelf[] = [articles, validators, archives, editions, site];
	const shelves = new Map(all.map((shelf) => [shelf.kind, shelf]));
	const shelfOf = (kind: string) => shelves.get(kind);
	return {
		articles,
		validators,
		archives,
		editions,
		site,
		shelfOf,
		restore(records) {
			for (const { kind, key, value } of records) shelfOf(kind)?.restore(key, value);
		},
		commit() {
			if (!store) return;
			const changes = all.flatMap((shelf) => shelf.listChanges());
			if (changes.length === 0) return;
			store(changes);
			for (const shelf of all) shelf.noteStored();
		},
	};
}

/** Takes in records as they are stored. */
interface StoredShelf {
	readonly kind: string;
	/** One that is stored already: its text is parsed when somebody asks for it. */
	load(key: string, text: string): void;
	/** One from elsewhere, which is to be stored. */
	restore(key: string, text: string): void;
	/** What is to be stored. */
	listChanges(): RecordChange[];
	/** Says that all of it is. */
	noteStored(): void;
}

interface OpenShelf<Value> extends RecordShelf<Value>, StoredShelf {
	/** Takes in a record of another memory that stays as it is. */
	adopt(key: string, value: Value): void;
}

/** `parse` gives the record that some data is; throws where it is none. */
function openShelf<Value>(kind: RecordKind, parse: (data: unknown) => Value): OpenShelf<Value> {
	const values = new Map<string, Value>();
	/** What nobody has asked for yet. */
	const texts = new Map<string, string>();
	/** Keys of what is to be stored. */
	const changed = new Set<string>();

	function parseText(text: string): Value | undefined {
		try {
			return parse(JSON.parse(text));
		} catch {
			return undefined;
		}
	}

	function get(key: string): Value | undefined {
		const known = values.get(key);
		if (known !== undefined || texts.size === 0) return known;
		const text = texts.get(key);
		if (text === undefined) return undefined;
		texts.delete(key);
		const value = parseText(text);
		if (value !== undefined) values.set(key, value);
		return value;
	}

	function set(key: string, value: Value): void {
		texts.delete(key);
		values.set(key, value);
		changed.add(key);
	}

	return {
		kind,
		get,
		set,
		load: (key, text) => texts.set(key, text),
		adopt: (key, value) => values.set(key, value),
		delete(key) {
			const isKnown = values.delete(key);
			if (texts.delete(key) || isKnown) changed.add(key);
		},
		entries() {
			for (const key of [...texts.keys()]) get(key);
			return values.entries();
		},
		restore(key, text) {
			const value = parseText(text);
			if (value !== undefined) set(key, value);
		},
		listChanges: () =>
			Array.from(changed, (key) => {
				const value = values.get(key);
				return { kind, key, value: value === undefined ? undefined : JSON.stringify(value) };
			}),
		noteStored: () => changed.clear(),
	};
}
