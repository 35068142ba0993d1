import { readFileSync } from "node:fs";
import { open, readdir, realpath } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { type Folder, type Listing, liesAt } from "../publication/folder.ts";
import { compareText } from "../text/compare-text.ts";
import {
	type DiskFile,
	type DiskListing,
	type Inspected,
	inspectFile,
	isGone,
	isHidden,
	listFolder,
	locateFile,
	settleFile,
} from "./list-folder.ts";
import { readFlags } from "./open-file.ts";
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
	/**
	 * A listing as another process gets it later, which knows of no file that it had just changed; undefined where such a file
	 * is another by now.
	 */
	settle(listing: Listing): Listing | undefined;
}

/** Where more than this may have changed, the system may have told but a part of it. */
const mostNoted = 1000;
/**
 * What was moved while a folder was being listed may have been in no place when that was looked at, and would be withdrawn.
 * Where the folder is followed, the system tells of it before the event loop's next turn: then it is looked at again, but
 * not forever where somebody moves files all the time.
 */
const mostAgain = 3;

/**
 * Opens a folder of the disk. Links that lead out of it are not followed (SYMLINK_OUTSIDE), hidden files are not seen.
 * Rejects with an `Error` of one sentence where there is no such folder, or none that can be listed.
 */
export async function openFolder(folder: string): Promise<DiskFolder> {
	const root = await realpath(folder).catch(explain);
	await readdir(root).catch(explain);
	const files = new Map<string, DiskFile>();
	let listing: DiskListing | undefined;
	/** What was given of it. */
	let listed: Listing | undefined;
	const noted = new Set<string>();

	function refresh(): DiskListing {
		const paths = [...noted];
		noted.clear();
		if (!listing || paths.length > mostNoted) {
			const { files: found, ...rest } = listFolder(root);
			const there = [...leaveMoved(found), ...recallAt(rest.unlisted)];
			files.clear();
			for (const file of there) files.set(file.path, file);
			return { ...rest, files: there.toSorted(compareFiles) };
		}
		if (paths.length === 0) return listing;
		const inspected = inspectAll(paths);
		const added = inspected.flatMap(({ file }) => (file && !files.has(file.path) ? file : []));
		// The news of where a file came from may be later than the news of where it went.
		const origins = findOfSameSize([...files.values()], added);
		inspected.push(...inspectAll(origins.map(({ path }) => path)));
		const changed = new Set([...paths, ...origins.map(({ path }) => path)].map(normalize));
		const fresh = new Map(
			inspected.flatMap(({ file }) => (file ? [[file.path, file] as const] : [])),
		);
		for (const path of changed) files.delete(path);
		for (const [path, file] of fresh) files.set(path, file);
		const kept = listing.files.filter((file) => !changed.has(file.path));
		return {
			folders: listing.folders,
			unlisted: [
				...listing.unlisted.filter((path) => !changed.has(path)),
				...inspected.flatMap(({ unlisted = [] }) => unlisted),
			],
			files: insertFiles(kept, [...fresh.values()]),
			faults: [
				...listing.faults.filter((fault) => !changed.has(fault.place.file)),
				...inspected.flatMap(({ faults }) => faults),
			],
		};
	}

	/**
	 * Without those that were moved while the folder was being listed, from a place that had been passed to one that had not:
	 * a file that is at two places at once would be another article at the new one.
	 */
	function leaveMoved(found: readonly DiskFile[]): readonly DiskFile[] {
		if (files.size === 0) return found;
		const added = found.filter(({ path }) => !files.has(path));
		const known = found.filter(({ path }) => files.has(path));
		const gone = new Set(
			findOfSameSize(known, added).filter(
				(file) => !inspectFile(root, locateFile(root, file), file.path).file,
			),
		);
		return found.filter((file) => !gone.has(file));
	}

	/** What was listed where nothing can be looked at any longer: it stays as it was. */
	function recallAt(paths: readonly string[]): readonly DiskFile[] {
		if (paths.length === 0) return [];
		return [...files.values()].filter((file) => paths.some((path) => liesAt(file.path, path)));
	}

	function inspectAll(paths: readonly string[]): Inspected[] {
		return paths.map((path) => {
			const known = files.get(path);
			const place = known ? locateFile(root, known) : join(root, path);
			const found = inspectFile(root, place, normalize(path));
			return known && found.unlisted !== undefined ? { ...found, file: known } : found;
		});
	}

	function refreshOrExplain(): DiskListing {
		try {
			return refresh();
		} catch (error) {
			return explain(error);
		}
	}

	function look(): Listing {
		const fresh = refreshOrExplain();
		if (fresh === listing && listed) return listed;
		listing = fresh;
		listed = { ...listing, emptyFolders: findEmptyFolders(listing) };
		return listed;
	}

	function locate(path: string): string {
		const file = files.get(path);
		if (!file) throw new Error("There is no such file in the folder.");
		return locateFile(root, file);
	}

	/** A file that is gone was listed too long ago, and perhaps others with it. */
	function explainUnread(error: unknown): never {
		if (isGone(error)) listing = undefined;
		return explain(error);
	}

	return {
		root,
		noteFile(path) {
			if (!isHidden(path)) noted.add(path);
		},
		noteAnything() {
			listing = undefined;
		},
		locate(path) {
			const file = files.get(path);
			return file && locateFile(root, file);
		},
		async list() {
			let seen = look();
			for (let again = 0; again < mostAgain; again++) {
				await setImmediate();
				const fresh = look();
				if (fresh === seen) break;
				seen = fresh;
			}
			return seen;
		},
		settle(wanted) {
			const settled: DiskFile[] = [];
			for (const file of wanted.files) {
				const known = settleFile(root, file);
				if (!known) return undefined;
				settled.push(known);
			}
			return { ...wanted, files: settled };
		},
		async read(path) {
			return await readBytes(locate(path)).catch(explainUnread);
		},
		readNow(path) {
			try {
				return readBytesNow(locate(path));
			} catch (error) {
				return explainUnread(error);
			}
		},
	};
}

/** Where files may have come from that were added: a file that is moved keeps its size. */
function findOfSameSize(
	from: readonly DiskFile[],
	added: readonly DiskFile[],
): readonly DiskFile[] {
	const sizes = new Set(added.map(({ sizeInBytes }) => sizeInBytes));
	return from.filter(({ sizeInBytes }) => sizes.has(sizeInBytes));
}

function compareFiles(a: DiskFile, b: DiskFile): number {
	return compareText(a.path, b.path);
}

/** Sorted files with some more in their places; where several have one path, all stay. */
function insertFiles(sorted: readonly DiskFile[], more: readonly DiskFile[]): readonly DiskFile[] {
	const all: DiskFile[] = [];
	let start = 0;
	for (const file of more.toSorted(compareFiles)) {
		let [low, high] = [start, sorted.length];
		while (low < high) {
			const middle = (low + high) >> 1;
			const other = sorted[middle];
			if (other && compareFiles(other, file) <= 0) low = middle + 1;
			else high = middle;
		}
		for (const other of sorted.slice(start, low)) all.push(other);
		all.push(file);
		start = low;
	}
	return [...all, ...sorted.slice(start)];
}

function normalize(path: string): string {
	return path.normalize("NFC");
}

async function readBytes(diskPath: string): Promise<Uint8Array<ArrayBuffer>> {
	const file = await open(diskPath, readFlags);
	try {
		return new Uint8Array(await file.readFile());
	} finally {
		await file.close();
	}
}

/** A regular file's bytes. Throws the system's error. */
export function readBytesNow(diskPath: string): Uint8Array<ArrayBuffer> {
	return readFileSync(diskPath, { flag: readFlags });
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
