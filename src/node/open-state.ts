import { createHash, randomInt } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import {
	createMemory,
	createShortMemory,
	type Memory,
	NotStoredError,
	type RecordChange,
	type StoredRecord,
} from "../publication/memory.ts";
import * as cell from "../publication/row-cells.ts";
import { compareText } from "../text/compare-text.ts";
import { readBuildId } from "./build-id.ts";
import { type DiskIndex, openReadingIndex } from "./reading-index.ts";

/** The memory of one folder, kept in a file. */
export interface State {
	readonly memory: Memory;
	/** What was read and rendered of the folder before: only time is lost with it. */
	readonly index: DiskIndex;
	/** `reading`: another process writes; what this one learns is forgotten with it. */
	readonly mode: "writing" | "reading";
	/** Another number whenever anything was stored. */
	version(): number;
	close(): void;
}

/** After a failure, storing is tried again when so much time has passed, in milliseconds. */
const patience = 5_000;

/**
 * Opens the memory of a folder below a state folder. Two folders never share one (the name is a hash of `identity`),
 * and two processes never write one at once: the second reads what there is. Rejects with the system's error where
 * nothing can be written there. Where nothing can be written later (the disk is full), `onUnstored` is told, and it is
 * tried again with some later change; without it, `commit` throws the system's error.
 */
export async function openState(
	stateFolder: string,
	identity: string,
	onUnstored?: (error: unknown) => void,
): Promise<State> {
	await mkdir(stateFolder, { recursive: true });
	const name = nameOf(identity);
	const lock = takeLock(join(stateFolder, `${name}.lock`));
	const database = new DatabaseSync(join(stateFolder, `${name}.sqlite`));
	database.exec("PRAGMA busy_timeout = 2000");
	if (lock) {
		// A write-ahead log survives the death of the process at any moment; so does every commit before it.
		database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL");
		database.exec(
			"CREATE TABLE IF NOT EXISTS records (kind TEXT, key TEXT, value TEXT, PRIMARY KEY (kind, key)) WITHOUT ROWID",
		);
	}
	const store = lock ? createStore(database) : () => {};
	const tolerant = onUnstored ? tolerate(store, onUnstored) : store;
	const mode = lock ? "writing" : "reading";
	const index = openReadingIndex(join(stateFolder, `${name}.index`), readBuildId(), mode);
	return {
		memory: createMemory(readRecords(database), tolerant),
		index,
		mode,
		version: () => readVersion(database),
		close() {
			index.close();
			database.close();
			lock?.close();
		},
	};
}

/** What is remembered of a folder, to look at: nothing is written, not even where there is nothing. */
export function readState(stateFolder: string, identity: string): Pick<State, "memory" | "index"> {
	const file = join(stateFolder, `${nameOf(identity)}.index`);
	return {
		memory: readMemory(stateFolder, identity),
		index: openReadingIndex(file, readBuildId(), "reading"),
	};
}

function readMemory(stateFolder: string, identity: string): Memory {
	try {
		const database = new DatabaseSync(join(stateFolder, `${nameOf(identity)}.sqlite`), {
			readOnly: true,
		});
		const memory = createMemory(readRecords(database), () => {});
		database.close();
		return memory;
	} catch {
		return createShortMemory();
	}
}

/** The `version` of a state that is not opened; undefined where there is none. */
export function readStateVersion(stateFolder: string, identity: string): number | undefined {
	try {
		const { database: path } = locateState(stateFolder, identity);
		const database = new DatabaseSync(path, { readOnly: true });
		const version = readVersion(database);
		database.close();
		return version;
	} catch {
		return undefined;
	}
}

/**
 * Where the state of a folder lies below a state folder: what was published, what the last build left, and the documents
 * that were served last.
 */
export function locateState(
	stateFolder: string,
	identity: string,
): { readonly database: string; readonly build: string; readonly served: string } {
	const name = join(stateFolder, nameOf(identity));
	return { database: `${name}.sqlite`, build: `${name}.built`, served: `${name}.served` };
}

function nameOf(identity: string): string {
	return createHash("sha256").update(identity).digest("hex").slice(0, 16);
}

/** Holds a lock that ends with the process, however it ends; undefined where another process holds it. */
function takeLock(path: string): DatabaseSync | undefined {
	const lock = new DatabaseSync(path);
	try {
		lock.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
		return lock;
	} catch {
		lock.close();
		return undefined;
	}
}

function readRecords(database: DatabaseSync): StoredRecord[] {
	try {
		const rows = database.prepare("SELECT kind, key, value FROM records").all();
		return rows.map(({ kind, key, value }) => ({
			kind: cell.text(kind),
			key: cell.text(key),
			value: cell.text(value),
		}));
	} catch {
		// Another process has just begun to write it.
		return [];
	}
}

/** SQLite keeps a number for its user; it is of 31 bits. */
const mostVersions = 2 ** 31;

function readVersion(database: DatabaseSync): number {
	return cell.number(database.prepare("PRAGMA user_version").get()?.user_version);
}

function createStore(database: DatabaseSync): (changes: readonly RecordChange[]) => void {
	// A database that was begun anew has no number that the one before had.
	let version = readVersion(database) || randomInt(mostVersions);
	const put = database.prepare("INSERT OR REPLACE INTO records VALUES (?, ?, ?)");
	const remove = database.prepare("DELETE FROM records WHERE kind = ? AND key = ?");
	return (changes) => {
		// In the order of the table: each row then stands beside the one before, which takes a third of the time.
		const sorted = changes.toSorted(
			(a, b) => compareText(a.kind, b.kind) || compareText(a.key, b.key),
		);
		database.exec("BEGIN");
		try {
			for (const { kind, key, value } of sorted) {
				if (value === undefined) remove.run(kind, key);
				else put.run(kind, key, value);
			}
			version = (version + 1) % mostVersions;
			database.exec(`PRAGMA user_version = ${version}`);
			database.exec("COMMIT");
		} catch (error) {
			// Where the disk is full, SQLite has done so already.
			if (database.isTransaction) database.exec("ROLLBACK");
			throw error;
		}
	};
}

/** A store that says it once when it begins to fail, and then tries from time to time; it throws a NotStoredError meanwhile. */
function tolerate(
	store: (changes: readonly RecordChange[]) => void,
	onUnstored: (error: unknown) => void,
): (changes: readonly RecordChange[]) => void {
	let failedAt: number | undefined;
	return (changes) => {
		if (failedAt !== undefined && performance.now() - failedAt < patience)
			throw new NotStoredError();
		try {
			store(changes);
			failedAt = undefined;
		} catch (error) {
			if (failedAt === undefined) onUnstored(error);
			failedAt = performance.now();
			throw new NotStoredError();
		}
	};
}
