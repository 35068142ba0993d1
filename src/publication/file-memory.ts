import type { ListedFile } from "../articles/article-file.ts";
import { buildFault, type Fault, startOf } from "../faults/fault.ts";
import type { Folder } from "./folder.ts";

/** What a file says; without a value where a fault makes it useless. */
export interface Reading<Value> {
	readonly value?: Value;
	readonly faults: readonly Fault[];
	/** Whether the value still holds, although the file has not changed. Absent: it does. */
	isCurrent?(): boolean;
}

export interface FileMemory<Value> {
	/** Reads and parses a file, or gives what it said before if neither it nor its circumstances changed. */
	read(file: ListedFile, parse: (bytes: Uint8Array) => Reading<Value>): Promise<Reading<Value>>;
	/** Forgets every file that is not among these. */
	keepOnly(files: readonly ListedFile[]): void;
}

interface Kept<Value> {
	readonly version: string;
	readonly reading: Reading<Value>;
}

/** Larger files are not read: nobody wrote them as an article, and they would stop everything else. */
const maxFileBytes = 4 * 1024 * 1024;

/**
 * Remembers what files said, by path and version. A file that has become faulty or unreadable keeps its last good
 * value, beside the new faults (FILE_UNREADABLE, FILE_TOO_LARGE, or those of `parse`).
 */
export function createFileMemory<Value>(folder: Folder): FileMemory<Value> {
	const memory = new Map<string, Kept<Value>>();
	return {
		async read(file, parse) {
			const kept = memory.get(file.path);
			if (kept?.version === file.version && (kept.reading.isCurrent?.() ?? true))
				return kept.reading;
			const fresh = await readFile(folder, file, parse);
			const lastGood = kept?.reading;
			const reading =
				fresh.value === undefined && lastGood?.value !== undefined
					? { ...lastGood, faults: fresh.faults }
					: fresh;
			memory.set(file.path, { version: file.version, reading });
			return reading;
		},
		keepOnly(files) {
			const paths = new Set(files.map((file) => file.path));
			for (const path of memory.keys()) if (!paths.has(path)) memory.delete(path);
		},
	};
}

async function readFile<Value>(
	folder: Folder,
	file: ListedFile,
	parse: (bytes: Uint8Array) => Reading<Value>,
): Promise<Reading<Value>> {
	const place = startOf(file.path);
	if (file.sizeInBytes > maxFileBytes) {
		const message = `The file has ${file.sizeInBytes} bytes; at most ${maxFileBytes} are read.`;
		return { faults: [buildFault("FILE_TOO_LARGE", place, message)] };
	}
	try {
		return parse(await folder.read(file.path));
	} catch (error) {
		const reason = error instanceof Error ? error.message : "The file cannot be read.";
		return { faults: [buildFault("FILE_UNREADABLE", place, reason)] };
	}
}
