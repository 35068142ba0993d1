import { type BigIntStats, lstatSync, readdirSync, realpathSync } from "node:fs";
import { join, sep } from "node:path";
import process from "node:process";
import type { ListedFile } from "../articles/article-file.ts";
import { buildFault, type Fault, startOf } from "../faults/fault.ts";
import { describeSystemError } from "./system-error.ts";

/** A file of the folder. */
export interface DiskFile extends ListedFile {
	/** Where it lies on the disk, if that is not told by its path: a link leads there, or its name is not in NFC. */
	readonly diskPath?: string;
}

/** Where a file of a folder lies on the disk. */
export function locateFile(root: string, { path, diskPath }: DiskFile): string {
	return diskPath ?? pathOnDisk(root, path);
}

function pathOnDisk(root: string, path: string): string {
	return root + sep + (sep === "/" ? path : path.replaceAll("/", sep));
}

/** What one entry of a folder turned out to be. */
export interface Inspected {
	readonly file?: DiskFile;
	/** Its path, where it may be there but cannot be looked at. */
	readonly unlisted?: string;
	readonly faults: readonly Fault[];
}

export interface DiskListing {
	readonly files: readonly DiskFile[];
	/** Every folder below the root, with `/`. */
	readonly folders: readonly string[];
	/** Files that cannot be looked at, and folders that cannot be looked through. */
	readonly unlisted: readonly string[];
	readonly faults: readonly Fault[];
}

/** Endings that make a folder's name look like an article's. */
const articleEnding = /\.(md|markdown|html?|txt)$/i;
const isSection = "This is a folder, not an article; it is read as a section.";

/** Not content, wherever it lies: hidden files, and other people's packages. */
export function isHidden(path: string): boolean {
	return path.split("/").some((name) => name.startsWith(".") || name === "node_modules");
}

/**
 * Lists everything below a folder. Throws only if the folder itself cannot be listed. It happens at once: what waits for
 * an answer of the system's for each of 100,000 files takes several times as long.
 */
export function listFolder(root: string): DiskListing {
	const files: DiskFile[] = [];
	const folders: string[] = [];
	const unlisted: string[] = [];
	const faults: Fault[] = [];
	function walk(diskFolder: string, folder: string): void {
		const entries = readdirSync(diskFolder, { withFileTypes: true });
		const visible = entries.filter((entry) => !isHidden(entry.name));
		for (const entry of visible) {
			if (entry.isDirectory()) continue;
			const path = folder + entry.name.normalize("NFC");
			const found = inspectFile(root, `${diskFolder}${sep}${entry.name}`, path);
			if (found.file) files.push(found.file);
			if (found.unlisted !== undefined) unlisted.push(found.unlisted);
			faults.push(...found.faults);
		}
		for (const entry of visible) {
			if (!entry.isDirectory()) continue;
			const path = folder + entry.name.normalize("NFC");
			enter(join(diskFolder, entry.name), path);
		}
	}
	function enter(diskFolder: string, path: string): void {
		folders.push(path);
		try {
			walk(diskFolder, `${path}/`);
		} catch (error) {
			if (isGone(error)) {
				folders.pop();
				return;
			}
			unlisted.push(path);
			faults.push(unreadable(path, error));
		}
		if (articleEnding.test(path))
			faults.push(buildFault("FILE_IS_FOLDER", startOf(path), isSection));
	}
	walk(root, "");
	return { files, folders, unlisted, faults };
}

/** Looks at one path that is no folder. A link inside the root is the file that it leads to. */
export function inspectFile(root: string, diskPath: string, path: string): Inspected {
	try {
		const stats = lstatSync(diskPath, { bigint: true });
		if (stats.isSymbolicLink()) return inspectLink(root, diskPath, path);
		if (stats.isFile()) return { file: buildFile(root, path, diskPath, stats), faults: [] };
		const message = "This is not a regular file, so it is not read.";
		return { faults: [buildFault("FILE_UNREADABLE", startOf(path), message)] };
	} catch (error) {
		return isGone(error) ? { faults: [] } : { unlisted: path, faults: [unreadable(path, error)] };
	}
}

function inspectLink(root: string, diskPath: string, path: string): Inspected {
	const target = resolveLink(diskPath);
	if (target === undefined)
		return { faults: [buildFault("FILE_UNREADABLE", startOf(path), "This link leads nowhere.")] };
	if (target !== root && !target.startsWith(root + sep)) {
		const message = "This link leads out of the folder, so it is not followed.";
		return { faults: [buildFault("SYMLINK_OUTSIDE", startOf(path), message)] };
	}
	const stats = lstatSync(target, { bigint: true });
	// A linked folder of the root is listed where it lies; a second time would give every article twice.
	return stats.isFile()
		? { file: buildFile(root, path, target, stats), faults: [] }
		: { faults: [] };
}

/** Undefined where a link leads nowhere. */
function resolveLink(diskPath: string): string | undefined {
	try {
		return realpathSync(diskPath);
	} catch {
		return undefined;
	}
}

function buildFile(root: string, path: string, diskPath: string, stats: BigIntStats): DiskFile {
	const version = `${renderState(stats)}-${stats.ino}${markRecent(stats)}`;
	const file = { path, sizeInBytes: Number(stats.size), version };
	return diskPath === pathOnDisk(root, path) ? file : { ...file, diskPath };
}

function renderState({ mtimeNs, ctimeNs, size }: BigIntStats): string {
	return `${mtimeNs}-${ctimeNs}-${size}`;
}

/**
 * Whether an open file is the one that was listed in a version. The number of its inode is not asked: on file systems
 * laid over others a file may have one by its name and another when it is open.
 */
export function isVersionOf(version: string, stats: BigIntStats): boolean {
	return version.startsWith(`${renderState(stats)}-`);
}

/** Times of files are told in steps of some milliseconds: a file may change within one and have the same. */
const recentlyInMs = 50;
let recentFiles = 0;
const ownMark = ` ${process.pid}-`;

/** Makes the version of a file that has just changed unlike any other, so that it is read again when it is next looked at. */
function markRecent({ ctimeMs }: BigIntStats): string {
	if (Date.now() - Number(ctimeMs) > recentlyInMs) return "";
	recentFiles += 1;
	return `${ownMark}${recentFiles}`;
}

/**
 * A listed file as it is told when it is no longer recent; undefined where it is another by now, or just changes. To be
 * asked where somebody tells of changes: one within the same step of the clock cannot be seen.
 */
export function settleFile(root: string, file: DiskFile): DiskFile | undefined {
	const [settled] = file.version.split(ownMark);
	if (settled === file.version) return file;
	const { file: fresh } = inspectFile(root, locateFile(root, file), file.path);
	return fresh?.version === settled ? fresh : undefined;
}

function unreadable(path: string, error: unknown): Fault {
	return buildFault("FILE_UNREADABLE", startOf(path), describeSystemError(error));
}

/** Whether the system says that there is no such file, or no folder any longer where it lay. */
export function isGone(error: unknown): boolean {
	const code = error instanceof Error && "code" in error ? error.code : undefined;
	return code === "ENOENT" || code === "ENOTDIR" || code === "ELOOP";
}
