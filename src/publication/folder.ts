import type { ListedFile } from "../articles/article-file.ts";
import type { Fault } from "../faults/fault.ts";

/** What lies in the folder of articles, unread. */
export interface Listing {
	readonly files: readonly ListedFile[];
	/** Folders without any file, as paths with `/`. */
	readonly emptyFolders: readonly string[];
	/** Files that cannot be looked at and folders that cannot be looked through: what lies there is not gone. */
	readonly unlisted: readonly string[];
	/** What could not be listed: folders without permission, links that lead out. */
	readonly faults: readonly Fault[];
}

/** The folder of articles, as a runtime lends it. */
export interface Folder {
	list(): Promise<Listing>;
	/** A file's bytes. Rejects with an `Error` whose message says in one sentence why it cannot be read. */
	read(path: string): Promise<Uint8Array<ArrayBuffer>>;
	/** The same at once, for the short file that a document under way needs. Throws such an `Error`. */
	readNow(path: string): Uint8Array<ArrayBuffer>;
}

/** A file has changed or gone since it was listed or read: the folder is to be looked at again. */
export class FileChangedError extends Error {
	/** From the folder. */
	readonly path: string;

	constructor(path: string) {
		super(`${path} changed while it was being published.`);
		this.path = path;
	}
}

/** Whether a path is another one, or leads to something below it. */
export function liesAt(path: string, other: string): boolean {
	return path === other || path.startsWith(`${other}/`);
}
