import { constants } from "node:fs";
import { open, readdir, realpath } from "node:fs/promises";
import { join } from "node:path";
import type { Folder } from "../publication/folder.ts";
import { compareText } from "../text/compare-text.ts";
import {
	type DiskFile,
	type DiskListing,
	inspectFile,
	isHidden,
	listFolder,
} from "./list-folder.ts";
import { describeSystemError } from "./system-error.ts";

/** A folder of the disk that can be told what changed, so that it need not look at everything again. */
export interface DiskFolder extends Folder {
	/** Absolute, without symbolic links. */
	readonly root: string;
	/** Says that one file may have come, changed or gone; a path from the folder. */
	noteFile(path: string): void;
	/** Says that anything may have changed. */
	noteAnything(): void;
	/** Where a listed file lies on the disk. */
	locate(path: string): string | undefined;
}

/**
 * Opens a folder of the disk. Links that lead out of it are not followed (SYMLINK_OUTSIDE), hidden files are not seen.
 * Rejects with an `Error` of one sentence where there is no such folder, or none that can be listed.
 */
export async function openFolder(folder: string): Promise<DiskFolder> {
	const root = await realpath(folder).catch(explain);
	await readdir(root).catch(explain);
	let files = new Map<string, DiskFile>();
	let listing: DiskListing | undefined;
	const noted = new Set<string>();

	async function refresh(): Promise<DiskListing> {
		const paths = [...noted];
		noted.clear();
		if (!listing) return await listFolder(root);
		const inspected = await Promise.all(
			paths.map((path) => inspectFile(root, join(root, path), path.normalize("NFC"))),
		);
		const changed = new Set(paths.map((path) => path.normalize("NFC")));
		return {
			folders: listing.folders,
			files: [
				...listing.files.filter((file) => !changed.has(file.path)),
				...inspected.flatMap(({ file }) => file ?? []),
			],
			faults: [
				...listing.faults.filter((fault) => !changed.has(fault.place.file)),
				...inspected.flatMap(({ faults }) => faults),
			],
		};
	}

	return {
		root,
		noteFile(path) {
			if (!isHidden(path)) noted.add(path);
		},
		noteAnything() {
			listing = undefined;
		},
		locate: (path) => files.get(path)?.diskPath,
		async list() {
			const fresh = await refresh().catch(explain);
			const sorted = fresh.files.toSorted((a, b) => compareText(a.path, b.path));
			listing = { ...fresh, files: sorted };
			files = new Map(sorted.map((file) => [file.path, file]));
			return { ...listing, emptyFolders: findEmptyFolders(listing) };
		},
		async read(path) {
			const file = files.get(path);
			if (!file) throw new Error("There is no such file in the folder.");
			return await readBytes(file.diskPath).catch(explain);
		},
	};
}

/** Reads a regular file; a link put in its place since the listing is refused. */
async function readBytes(diskPath: string): Promise<Uint8Array<ArrayBuffer>> {
	const file = await open(
		diskPath,
		constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK,
	);
	try {
		return new Uint8Array(await file.readFile());
	} finally {
		await file.close();
	}
}

function findEmptyFolders({ files, folders }: DiskListing): string[] {
	const full = new Set<string>();
	for (const { path } of [...files, ...folders.map((folder) => ({ path: folder }))]) {
		const end = path.lastIndexOf("/");
		if (end > 0) full.add(path.slice(0, end));
	}
	return folders.filter((folder) => !full.has(folder));
}

function explain(error: unknown): never {
	throw new Error(describeSystemError(error));
}
