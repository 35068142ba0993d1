import { linkSync, statSync } from "node:fs";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { type BatchFile, createFileWriter, type FileBatch } from "./file-batch.ts";

/** A file that a former build may have written already. */
export interface FormerFile {
	readonly sizeInBytes: number;
	readonly modified: Date;
}

/** What a file is to hold. */
export interface FileContent {
	readonly sizeInBytes: number;
	/** Writes its bytes to the beginning of `target`, which is as large at least. */
	copyTo(target: Uint8Array): void;
}

/** The folder that a build writes into. */
export interface OutputFolder {
	/** Takes in a file to write; resolves when the next one may come. */
	write(path: string, content: FileContent, modified?: Date): void | Promise<void>;
	/** Writes a file of a text in parts, at once. */
	writeText(path: string, parts: Iterable<string>): void;
	/** Takes a file over from the former build; false where it is not there as it was written. */
	takeOver(path: string, file: FormerFile): boolean;
	/** Resolves when everything that was taken in is written. */
	finish(): Promise<void>;
	/** Forgets what is not yet written; resolves when nobody writes any longer. */
	abandon(): Promise<void>;
}

/** Writes files elsewhere meanwhile; rejects where it cannot: they are then written here. */
export type BatchPrinter = (batch: FileBatch) => Promise<void>;

/** Files are written in batches of this size, in bytes: some dozens of pages, or some feeds. */
const batchSize = 1024 * 1024;
/** So many batches wait for the printer, so that it never waits for one: it takes about as long for one as this thread does. */
const mostWaiting = 2;

/** Opens a folder for writing, beside the one of the former build. Its functions throw the system's errors. */
export function openOutputFolder(
	folder: string,
	former: string,
	print?: BatchPrinter,
): OutputFolder {
	const writer = createFileWriter();
	const printing = new Set<Promise<void>>();
	/** What could not be printed. */
	const returned: FileBatch[] = [];
	const free: Uint8Array[] = [];
	let bytes = openBatchBytes();
	let files: BatchFile[] = [];
	let used = 0;

	/** Hands the batch to the printer, or writes it here where that has enough to do. */
	async function dispatch(): Promise<void> {
		// What the printer has done since is heard of in the next turn.
		await setImmediate();
		const batch = { folder, bytes, files };
		if (print && printing.size < mostWaiting) {
			const printed = print(batch)
				.catch(() => {
					returned.push({ ...batch, bytes: batch.bytes.slice() });
				})
				.finally(() => {
					printing.delete(printed);
					free.push(batch.bytes);
				});
			printing.add(printed);
			bytes = free.pop() ?? openBatchBytes();
		} else {
			writer.write(batch);
		}
		files = [];
		used = 0;
		writeReturned();
	}

	function writeReturned(): void {
		for (const batch of returned.splice(0)) writer.write(batch);
	}

	function add(path: string, content: FileContent, modified?: Date): void {
		const { sizeInBytes } = content;
		content.copyTo(bytes.subarray(used, used + sizeInBytes));
		const time = modified && { modified: modified.getTime() };
		files.push({ path, start: used, sizeInBytes, ...time });
		used += sizeInBytes;
	}

	return {
		write(path, content, modified) {
			const { sizeInBytes } = content;
			if (used + sizeInBytes <= batchSize) return add(path, content, modified);
			if (sizeInBytes > batchSize) {
				const whole = new Uint8Array(sizeInBytes);
				content.copyTo(whole);
				const time = modified && { modified: modified.getTime() };
				writer.write({ folder, bytes: whole, files: [{ path, start: 0, sizeInBytes, ...time }] });
				return;
			}
			return dispatch().then(() => add(path, content, modified));
		},
		writeText(path, parts) {
			const buffer = free.pop() ?? openBatchBytes();
			writer.writeText({ folder, path, parts }, buffer);
			free.push(buffer);
		},
		takeOver(path, { sizeInBytes, modified }) {
			const source = join(former, path);
			const stats = statSync(source, { throwIfNoEntry: false });
			if (stats?.size !== sizeInBytes || stats.mtimeMs !== modified.getTime()) return false;
			try {
				linkSync(source, writer.locate(folder, path));
				return true;
			} catch {
				return false;
			}
		},
		async finish() {
			writer.write({ folder, bytes, files });
			files = [];
			await Promise.all(printing);
			writeReturned();
		},
		async abandon() {
			files = [];
			await Promise.all(printing);
		},
	};
}

/** Of memory that threads share, so that nothing is copied on the way to the printer. */
function openBatchBytes(): Uint8Array {
	return new Uint8Array(new SharedArrayBuffer(batchSize));
}
