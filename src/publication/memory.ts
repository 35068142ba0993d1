import { z } from "zod";

/** What is remembered of an article from its first publication on. Instants are milliseconds since 1970. */
const articleSchema = z.object({
	id: z.string(),
	path: z.string(),
	/** A hash of what the author wrote: recognises a file under another name. */
	fingerprint: z.string(),
	title: z.string(),
	published: z.number(),
	updated: z.number(),
	/** Below the site's root, decoded; the whole URL of an article that stands elsewhere. */
	address: z.string(),
	/** Where it stood before. */
	formerAddresses: z.array(z.string()),
	/** Its section's whole path, joined with `/`. */
	section: z.string(),
	tags: z.array(z.string()),
	authors: z.array(z.string()),
	/** When it was taken away; absent while it is published. */
	withdrawn: z.number().optional(),
});

const validatorsSchema = z.object({ etag: z.string(), lastModified: z.number() });

/** Which page of a list's archive an article stands on, by the article's id. */
const archiveSchema = z.record(z.string(), z.number());

/** What a feed had under its last entity tags, the newest last (see `FeedEdition`). */
const editionsSchema = z.array(z.object({ etag: z.string(), pieces: z.array(z.string()) }));

const siteSchema = z.object({ authority: z.string() });

export type ArticleRecord = z.output<typeof articleSchema>;
export type ValidatorsRecord = z.output<typeof validatorsSchema>;
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
	const changes = new Map<string, RecordChange>();
	const articles = openShelf("article", articleSchema, changes);
	const validators = openShelf("validators", validatorsSchema, changes);
	const archives = openShelf("archive", archiveSchema, changes);
	const editions = openShelf("editions", editionsSchema, changes);
	const site = openShelf("site", siteSchema, changes);
	const memory: Memory = {
		articles,
		validators,
		archives,
		editions,
		site,
		restore(records) {
			for (const { kind, key, value } of records) {
				for (const shelf of [articles, validators, archives, editions, site])
					if (shelf.kind === kind) shelf.restore(key, value);
			}
		},
		commit() {
			if (changes.size === 0) return;
			store([...changes.values()]);
			changes.clear();
		},
	};
	memory.restore(stored);
	changes.clear();
	return memory;
}

/** Whether nothing was ever published. */
export function isEmptyMemory(memory: Memory): boolean {
	return [...memory.articles.entries()].length === 0;
}

/** A memory that knows what another one knows and is never stored: for looking ahead. */
export function copyMemory(memory: Memory): Memory {
	return createMemory(dumpMemory(memory), () => {});
}

/** Makes a memory know what another one knows, and nothing else. */
export function replaceMemory(memory: Memory, by: Memory): void {
	const kinds = ["articles", "validators", "archives", "editions", "site"] as const;
	for (const kind of kinds) {
		const fresh = new Set([...by[kind].entries()].map(([key]) => key));
		for (const [key] of [...memory[kind].entries()]) if (!fresh.has(key)) memory[kind].delete(key);
	}
	memory.restore(dumpMemory(by));
}

/** Every record of a memory. */
export function dumpMemory(memory: Memory): StoredRecord[] {
	const dump = (kind: RecordKind, shelf: RecordShelf<unknown>) =>
		[...shelf.entries()].map(([key, value]) => ({ kind, key, value: JSON.stringify(value) }));
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

interface OpenShelf<Value> extends RecordShelf<Value> {
	readonly kind: RecordKind;
	/** Takes a stored record in. */
	restore(key: string, value: string): void;
}

function openShelf<Value>(
	kind: RecordKind,
	schema: z.ZodType<Value>,
	changes: Map<string, RecordChange>,
): OpenShelf<Value> {
	const values = new Map<string, Value>();
	function set(key: string, value: Value): void {
		values.set(key, value);
		changes.set(`${kind} ${key}`, { kind, key, value: JSON.stringify(value) });
	}
	return {
		kind,
		set,
		get: (key) => values.get(key),
		delete(key) {
			if (values.delete(key)) changes.set(`${kind} ${key}`, { kind, key, value: undefined });
		},
		entries: () => values.entries(),
		restore(key, value) {
			const { data } = schema.safeParse(parseJson(value));
			if (data !== undefined) set(key, data);
		},
	};
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
