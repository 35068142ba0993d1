import { closeSync, futimesSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname, join, sep } from "node:path";

/** Files that are written together, their bytes one behind the other. */
export interface FileBatch {
	/** Below which they are written; an absolute path. */
	readonly folder: string;
	readonly bytes: Uint8Array;
	readonly files: readonly BatchFile[];
}

export interface BatchFile {
	/** Below the folder. */
	readonly path: string;
	/** Where its bytes begin. */
	readonly start: number;
	readonly sizeInBytes: number;
	/** The time that it gets, in milliseconds since 1970. */
	readonly modified?: number;
}

/** A text that is rendered as it is written: all of a large one would be some dozens of megabytes. */
export interface TextFile {
	readonly folder: string;
	/** Below the folder. */
	readonly path: string;
	readonly parts: Iterable<string>;
}

/** Writes files of one folder after the other. All of it happens at once, which takes a fraction of the time that waiting takes. */
export interface FileWriter {
	/** Throws the system's errors. */
	write(batch: FileBatch): void;
	/** Writes a file of a text in parts, which go through `buffer` (four bytes at least). Throws the system's errors. */
	writeText(file: TextFile, buffer: Uint8Array): void;
	/** The place of a path on the disk, in a folder that is there. Throws the system's errors. */
	locate(folder: string, path: string): string;
}

/** A writer that knows which folders it has made. */
export function createFileWriter(): FileWriter {
	const made = new Set<string>();

	function locate(folder: string, path: string): string {
		const target = join(folder, path);
		// `join` takes dot segments out: an address that holds some must not lead elsewhere.
		if (!target.startsWith(folder + sep)) throw new Error(`${path} leads out of the output folder`);
		const parent = dirname(target);
		if (!made.has(parent)) mkdirSync(parent, { recursive: true });
		made.add(parent);
		return target;
	}

	return {
		locate,
		write({ folder, bytes, files }) {
			for (const { path, start, sizeInBytes, modified } of files) {
				const file = openSync(locate(folder, path), "w");
				try {
					writeBytes(file, bytes.subarray(start, start + sizeInBytes));
					if (modified !== undefined) futimesSync(file, modified / 1000, modified / 1000);
				} finally {
					closeSync(file);
				}
			}
		},
		writeText({ folder, path, parts }, buffer) {
			const file = openSync(locate(folder, path), "w");
			let used = 0;
			try {
				for (const part of parts) {
					for (let start = 0; start < part.length; ) {
						const { read, written } = encoder.encodeInto(part.slice(start), buffer.subarray(used));
						start += read;
						used += written;
						if (start === part.length) break;
						writeBytes(file, buffer.subarray(0, used));
						used = 0;
					}
				}
				writeBytes(file, buffer.subarray(0, used));
			} finally {
				closeSync(file);
			}
		},
	};
}

const encoder = new TextEncoder();

/** The system may take less than it is given. */
function writeBytes(file: number, bytes: Uint8Array): void {
	for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}
