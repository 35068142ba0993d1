import { type FSWatcher, lstatSync, readdirSync, type Stats, watch } from "node:fs";
import { basename, join, relative, sep } from "node:path";
import process from "node:process";
import { isHidden } from "./list-folder.ts";
import type { DiskFolder } from "./open-folder.ts";

export interface Watcher {
	close(): void;
}

/** What a follower may use, and whom it tells. */
export interface Following {
	/** The folder has changed. */
	onChange(): void;
	/** The system watches no more folders: from now on everything is looked at from time to time. */
	onUnwatched?(): void;
	/** Node's, unless a test has its own. */
	readonly watch?: typeof watch;
	/** How often everything is looked at where not all is watched, in milliseconds. */
	readonly lookInterval?: number;
}

/** Where one watch tells of everything below a folder; elsewhere each folder has its own. */
const isWholeWatched = process.platform === "darwin" || process.platform === "win32";
const usualLookInterval = 10_000;
/** How often it is looked whether a folder that went away is back, in milliseconds. */
const returnInterval = 1000;

/**
 * Tells a folder what changes in it, and then whoever follows: all that happens after this call is told. What it was that
 * happened at a path is not asked, since systems report that differently. Links are not followed.
 */
export function followFolder(folder: DiskFolder, following: Following): Watcher {
	const { onChange, onUnwatched, lookInterval = usualLookInterval } = following;
	const { root } = folder;
	const watches = new Map<string, FSWatcher>();
	let returnTimer: NodeJS.Timeout | undefined;
	let lookTimer: NodeJS.Timeout | undefined;
	const pathOf = (diskPath: string) => relative(root, diskPath).split(sep).join("/");

	function lookAtEverything(): void {
		folder.noteAnything();
		onChange();
	}

	/** Watches a folder and those below; it is watched before it is looked through, so that nothing slips in between. */
	function enter(diskFolder: string): void {
		try {
			const watcher = (following.watch ?? watch)(
				diskFolder,
				{ recursive: isWholeWatched },
				(_, name) => notice(diskFolder, name),
			);
			watcher.on("error", lookAtEverything);
			watches.set(diskFolder, watcher);
			if (isWholeWatched) return;
			for (const entry of readdirSync(diskFolder, { withFileTypes: true }))
				if (entry.isDirectory() && !isHidden(entry.name)) enter(join(diskFolder, entry.name));
		} catch (error) {
			// Else it is gone again, or may not be read, which its listing tells.
			if (isUsedUp(error)) lookFromTimeToTime();
		}
	}

	function lookFromTimeToTime(): void {
		if (lookTimer) return;
		lookTimer = setInterval(lookAtEverything, lookInterval);
		onUnwatched?.();
	}

	/** Gives up the watches of a folder and those below. */
	function leave(diskFolder: string): void {
		for (const [path, watcher] of watches) {
			if (path !== diskFolder && !path.startsWith(diskFolder + sep)) continue;
			watcher.close();
			watches.delete(path);
		}
	}

	/** Watches what stands at a folder's place by now. */
	function enterAgain(diskFolder: string): void {
		leave(diskFolder);
		if (!isFolder(diskFolder)) {
			if (diskFolder === root) awaitReturn();
		} else if (diskFolder === root || !isWholeWatched) enter(diskFolder);
		lookAtEverything();
	}

	function notice(diskFolder: string, name: string | null): void {
		if (name === null) {
			lookAtEverything();
			return;
		}
		const diskPath = join(diskFolder, name);
		// What happens to a folder itself, it tells under its own name.
		const isOwn = name === basename(diskFolder) && !exists(diskPath);
		if (isOwn) enterAgain(diskFolder);
		else if (!isHidden(pathOf(diskPath))) noticeInside(diskPath);
	}

	function noticeInside(diskPath: string): void {
		if (watches.has(diskPath) || isFolder(diskPath)) {
			enterAgain(diskPath);
			return;
		}
		folder.noteFile(pathOf(diskPath));
		onChange();
	}

	/** Nobody tells when a folder that was moved away or deleted comes back. */
	function awaitReturn(): void {
		clearInterval(returnTimer);
		returnTimer = setInterval(() => {
			if (!isFolder(root)) return;
			clearInterval(returnTimer);
			enter(root);
			lookAtEverything();
		}, returnInterval);
	}

	enter(root);
	return {
		close() {
			clearInterval(returnTimer);
			clearInterval(lookTimer);
			leave(root);
		},
	};
}

/** Linux: `max_user_watches` or `max_user_instances` is reached. */
function isUsedUp(error: unknown): boolean {
	const code = error instanceof Error && "code" in error ? error.code : undefined;
	return code === "ENOSPC" || code === "EMFILE";
}

function exists(diskPath: string): boolean {
	return findStats(diskPath) !== undefined;
}

function isFolder(diskPath: string): boolean {
	return findStats(diskPath)?.isDirectory() ?? false;
}

/** Undefined, too, where the system does not tell: a folder above may have become a file, or may not be read any longer. */
function findStats(diskPath: string): Stats | undefined {
	try {
		return lstatSync(diskPath, { throwIfNoEntry: false });
	} catch {
		return undefined;
	}
}
