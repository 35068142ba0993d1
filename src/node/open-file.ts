import { type BigIntStats, constants } from "node:fs";
import { type FileHandle, open } from "node:fs/promises";
import type { ListedFile } from "../articles/article-file.ts";
import { FileChangedError } from "../publication/folder.ts";
import { isVersionOf } from "./list-folder.ts";

/** To read a regular file: a link put in its place since the listing is refused, and nobody waits for a pipe's writer. */
export const readFlags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** How much of a file is read at once, in bytes. */
const chunkSize = 256 * 1024;

/**
 * A file's bytes as they were listed, to the end or not at all: what was said of their length and their hash stays true.
 * Rejects with `FileChangedError` where something else lies there by now, and with the system's error where it cannot be
 * read; the stream fails in the same ways where that happens later.
 */
export async function openFile(
	diskPath: string,
	listed: ListedFile,
): Promise<ReadableStream<Uint8Array>> {
	const file = await openAsListed(diskPath, listed);
	let position = 0;

	async function readOn(): Promise<Uint8Array> {
		const length = Math.min(chunkSize, listed.sizeInBytes - position);
		const { bytesRead, buffer } = await file.read(new Uint8Array(length), 0, length, position);
		position += bytesRead;
		const isEnd = position === listed.sizeInBytes;
		if (isEnd ? !(await isAsListed(file, listed)) : bytesRead === 0)
			throw new FileChangedError(listed.path);
		return buffer.subarray(0, bytesRead);
	}

	return new ReadableStream({
		async pull(controller) {
			try {
				const chunk = await readOn();
				if (chunk.length > 0) controller.enqueue(chunk);
				if (position < listed.sizeInBytes) return;
				await file.close();
				controller.close();
			} catch (error) {
				await file.close();
				throw error;
			}
		},
		cancel: () => file.close(),
	});
}

async function openAsListed(diskPath: string, listed: ListedFile): Promise<FileHandle> {
	const file = await open(diskPath, readFlags).catch((error: unknown) => {
		throw isReplaced(error) ? new FileChangedError(listed.path) : error;
	});
	try {
		if (await isAsListed(file, listed)) return file;
	} catch (error) {
		await file.close();
		throw error;
	}
	await file.close();
	throw new FileChangedError(listed.path);
}

async function isAsListed(file: FileHandle, { version }: ListedFile): Promise<boolean> {
	const stats: BigIntStats = await file.stat({ bigint: true });
	return stats.isFile() && isVersionOf(version, stats);
}

/** Whether no regular file lies there any more: none, a link, or a socket. */
function isReplaced(error: unknown): boolean {
	const code = error instanceof Error && "code" in error ? error.code : undefined;
	return code === "ENOENT" || code === "ENOTDIR" || code === "ELOOP" || code === "ENXIO";
}
