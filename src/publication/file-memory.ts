import type { ListedFile } from "../articles/article-file.ts";
import { buildFault, type Fault, startOf } from "../faults/fault.ts";
import type { Folder } from "./folder.ts";

/** What a file says; without a value where a fault makes it useless. */
export interface Reading<Value> {
	readonly value?: Value;
	readonly faults: readonly Fault[];
}

export interface FileMemory<Value> {
	/** Reads and parses a file, or gives what it said before if it did not change. */
	read(file: ListedFile, parse: (bytes: Uint8Array) => Reading<Value>): Promise<Reading<Value>>;
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
			if (kept?.version === file.version) return kept.reading;
			const fresh = await readFile(folder, file, parse);
			const lastGood = kept?.reading;
			const reading =
				fresh.value === undefined && lastGood?.value !== undefined
					? { ...lastGood, faults: fresh.faults }
					: fresh;
			memory.set(file.path, { version: file.version, reading });
			return reading;
		},
	};
}

async function readFile<Value>(
	folder: Folder,
	file: ListedFile,
	parse: (bytes: Uint8Array) => Reading<Value>,
): Promise<Reading<Value>> {
	const tooLarge = findExcess(file);
	if (tooLarge) return { faults: [tooLarge] };
	try {
		return parse(await folder.read(file.path));
	} catch (error) {
		return { faults: [describeUnreadable(file, error)] };
	}
}

/** The fault of a file that is larger than anything that is read (FILE_TOO_LARGE). */
export function findExcess({ path, sizeInBytes }: ListedFile): Fault | undefined {
	if (sizeInBytes <= maxFileBytes) return undefined;
	const message = `The file has ${sizeInBytes} bytes; at most ${maxFileBytes} are read.`;
	return buildFault("FILE_TOO_LARGE", startOf(path), message);
}

/** The fault of a file that could not be read (FILE_UNREADABLE). */
export function describeUnreadable({ path }: ListedFile, error: unknown): Fault {
	const reason = error instanceof Error ? error.message : "The file cannot be read.";
	return buildFault("FILE_UNREADABLE", startOf(path), reason);
}
