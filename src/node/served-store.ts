import {
	closeSync,
	mkdirSync,
	openSync,
	readdirSync,
	readFileSync,
	readSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import {
	buildDocumentRow,
	buildHealthRow,
	parseDocumentRow,
	parseHealthRow,
} from "../http/document-row.ts";
import {
	type ContentCoding,
	contentCodings,
	type Health,
	type ServedDocument,
} from "../http/shelf.ts";
import type { Bytes } from "../http/wire.ts";
import * as cell from "../publication/row-cells.ts";
import { digestBytes } from "./node-runtime.ts";

/** A document as it was served. */
export interface StoredDocument {
	readonly document: ServedDocument;
	/** Entity tags of editions whose changes can be told, the newest last. */
	readonly editions: readonly string[];
	/** In which it is kept, too, and how many bytes it then has. */
	readonly coded: readonly (readonly [coding: ContentCoding, sizeInBytes: number])[];
}

/** A document's bytes as they are sent. */
export interface KeptBytes {
	readonly document: ServedDocument;
	readonly coding: ContentCoding | "identity";
}

/** What was served last, and all that decides whether it would be now. */
export interface ServedRecord {
	/** A hash of what it was made from. */
	readonly key: string;
	/** The instant for which it was made, in milliseconds since 1970. */
	readonly from: number;
	/** The instant at which anything changes by schedule; null for never. */
	readonly until: number | null;
	/** The decoded path of the address at which feeds are published. */
	readonly basePath: string;
	readonly health: Health;
	readonly documents: readonly StoredDocument[];
}

/** Documents that were served, in a folder: only time is lost with it. */
export interface ServedStore {
	/** Undefined where nothing was recorded, or not by this code. */
	read(): ServedRecord | undefined;
	/** So many bytes; undefined where they are not as they were. */
	readBytes(kept: KeptBytes, sizeInBytes: number): Bytes | undefined;
	/** How many bytes are kept; undefined where none are. */
	sizeOf(kept: KeptBytes): number | undefined;
	/** Throws the system's error. */
	keep(kept: KeptBytes, bytes: Uint8Array): void;
	/** Says what is served; other documents are no longer kept. Throws the system's error. */
	record(record: ServedRecord): void;
}

const recordName = "record.json";
/** Behind the bytes of a file stands their sum: a power cut may leave a file of the right size with nothing in it. */
const sumBytes = 4;

/** Opens a folder of served documents, which need not exist. */
export function openServedStore(folder: string): ServedStore {
	let names: Set<string> | undefined;
	const fileOf = (name: string) => join(folder, name);

	/** The names of what lies there. */
	function list(): Set<string> {
		names ??= new Set(listNames(folder));
		return names;
	}

	return {
		read() {
			try {
				return parseRecord(JSON.parse(readFileSync(fileOf(recordName), "utf8")));
			} catch {
				return undefined;
			}
		},
		readBytes(kept, sizeInBytes) {
			try {
				const stored = readWhole(fileOf(nameOf(kept)), sizeInBytes + sumBytes);
				const bytes = stored.subarray(0, sizeInBytes);
				return sumOf(bytes).equals(stored.subarray(-sumBytes)) ? bytes : undefined;
			} catch {
				return undefined;
			}
		},
		sizeOf(kept) {
			const name = nameOf(kept);
			if (!list().has(name)) return undefined;
			const stats = statSync(fileOf(name), { throwIfNoEntry: false });
			return stats && stats.size - sumBytes;
		},
		keep(kept, bytes) {
			const name = nameOf(kept);
			mkdirSync(folder, { recursive: true });
			replaceFile(fileOf(name), Buffer.concat([bytes, sumOf(bytes)]));
			list().add(name);
		},
		record(record) {
			mkdirSync(folder, { recursive: true });
			replaceFile(fileOf(recordName), JSON.stringify(buildRow(record)));
			const kept = new Set(
				record.documents.flatMap(({ document, coded }) => [
					nameOf({ document, coding: "identity" }),
					...coded.map(([coding]) => nameOf({ document, coding })),
				]),
			);
			for (const name of list()) {
				if (kept.has(name) || name === recordName) continue;
				rmSync(fileOf(name), { force: true });
				list().delete(name);
			}
		},
	};
}

/** Another one wherever the bytes are others. */
function nameOf({ document: { address, etag }, coding }: KeptBytes): string {
	return digestBytes(`${address}\0${etag}\0${coding}`);
}

/** A file of a size, in memory that can be given away; whatever else it may be is no matter. */
function readWhole(file: string, size: number): Bytes {
	const bytes = new Uint8Array(size);
	const descriptor = openSync(file, "r");
	try {
		readSync(descriptor, bytes);
	} finally {
		closeSync(descriptor);
	}
	return bytes;
}

function sumOf(bytes: Uint8Array): Buffer {
	const sum = Buffer.alloc(sumBytes);
	sum.writeUInt32LE(crc32(bytes));
	return sum;
}

function listNames(folder: string): string[] {
	try {
		return readdirSync(folder);
	} catch {
		return [];
	}
}

/** What is torn off by the death of the process has another name. */
function replaceFile(file: string, content: Uint8Array | string): void {
	writeFileSync(`${file}.new`, content);
	renameSync(`${file}.new`, file);
}

function buildRow({ key, from, until, basePath, health, documents }: ServedRecord): unknown[] {
	const rows = documents.map(({ document, editions, coded }) => [
		buildDocumentRow(document),
		editions,
		coded,
	]);
	return [key, from, until, basePath, buildHealthRow(health), rows];
}

function parseCoded(value: unknown): readonly [ContentCoding, number] {
	const [name, sizeInBytes] = cell.list(value);
	const coding = contentCodings.find((known) => known === name);
	if (coding === undefined) throw new TypeError("This is no content coding.");
	return [coding, cell.number(sizeInBytes)];
}

function parseRecord(value: unknown): ServedRecord {
	const [key, from, until, basePath, health, documents] = cell.list(value);
	return {
		key: cell.text(key),
		from: cell.number(from),
		until: cell.optionalNumber(until) ?? null,
		basePath: cell.text(basePath),
		health: parseHealthRow(health),
		documents: cell.list(documents).map((row) => {
			const [document, editions, coded] = cell.list(row);
			return {
				document: parseDocumentRow(document),
				editions: cell.texts(editions),
				coded: cell.list(coded).map(parseCoded),
			};
		}),
	};
}
