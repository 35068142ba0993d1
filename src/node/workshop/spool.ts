import { closeSync, mkdirSync, openSync, readSync, unlinkSync, writeSync } from "node:fs";
import { join } from "node:path";

/** Texts that wait on the disk until they are needed. */
export interface Spool {
	/** Writes texts one behind the other; gives where the first begins. */
	append(texts: readonly Uint8Array[]): number;
	/** Fills `target` with what stands from `start` on. Throws where that was never written. */
	copyTo(target: Uint8Array, start: number): void;
	/** Writes what waits to be written. */
	flush(): void;
}

/** What was to be put aside could not be written; `cause` is the system's error. */
export class SpoolError extends Error {
	constructor(cause: unknown) {
		super("A text cannot be put aside.", { cause });
	}
}

/** Texts are written together in portions of this size, in bytes. */
const portion = 256 * 1024;

/** Opens a spool over a file descriptor that nobody else writes to. Its functions throw a SpoolError. */
export function openSpool(file: number): Spool {
	const waiting = new Uint8Array(portion);
	let waitingBytes = 0;
	let written = 0;

	function flush(): void {
		try {
			for (let done = 0; done < waitingBytes; )
				done += writeSync(file, waiting, done, waitingBytes - done, written + done);
		} catch (error) {
			throw new SpoolError(error);
		}
		written += waitingBytes;
		waitingBytes = 0;
	}

	function add(text: Uint8Array): void {
		for (let start = 0; start < text.length; ) {
			if (waitingBytes === portion) flush();
			const part = text.subarray(start, start + portion - waitingBytes);
			waiting.set(part, waitingBytes);
			waitingBytes += part.length;
			start += part.length;
		}
	}

	return {
		flush,
		append(texts) {
			const start = written + waitingBytes;
			for (const text of texts) add(text);
			return start;
		},
		copyTo(target, start) {
			if (start + target.length > written) flush();
			copySpooled(file, target, start);
		},
	};
}

/** Fills `target` with bytes of a spool's file. Throws where they are not there. */
export function copySpooled(file: number, target: Uint8Array, start: number): void {
	let done = 0;
	while (done < target.length) {
		const count = readSync(file, target, done, target.length - done, start + done);
		if (count === 0) throw new Error("A text that was put aside is no longer there.");
		done += count;
	}
}

/** An open file by its descriptor. */
export interface NamelessFile {
	readonly file: number;
	close(): void;
}

/** A file without a name, which is gone with the process, however that ends. Throws the system's errors. */
export function openNamelessFile(folder: string): NamelessFile {
	mkdirSync(folder, { recursive: true });
	const path = join(folder, `spool-${crypto.randomUUID()}`);
	const file = openSync(path, "wx+");
	unlinkSync(path);
	return { file, close: () => closeSync(file) };
}
