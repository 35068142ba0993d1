import { type FSWatcher, lstatSync, readdirSync, watch } from "node:fs";
import { basename, join, relative, sep } from "node:path";
import process from "node:process";
import { isHidden } from "./list-folder.ts";
import type { DiskFolder } from "./open-folder.ts";

export interface Watcher {
	close(): void;
}

/** Where one watch tells of everything below a folder; elsewhere each folder has its own. */
const isWholeWatched = process.platform === "darwin" || process.platform === "win32";
/** How often it is looked whether a folder that went away is back, in milliseconds. */
const returnInterval = 1000;

/**
 * Tells a folder what changes in it, and then calls `onChange`: all that happens after this call is told. What it was that
 * happened at a path is not asked, since systems report that differently. Links are not followed.
 */
export function followFolder(folder: DiskFolder, onChange: () => void): Watcher {
	const { root } = folder;
	const watches = new Map<string, FSWatcher>();
	let returnTimer: NodeJS.Timeout | undefined;
	const pathOf = (diskPath: string) => relative(root, diskPath).split(sep).join("/");

	function lookAtEverything(): void {
		folder.noteAnything();
		onChange();
	}

	/** Watches a folder and those below; it is watched before it is looked through, so that nothing slips in between. */
	function enter(diskFolder: string): void {
		try {
			const watcher = watch(diskFolder, { recursive: isWholeWatched }, (_, name) =>
				notice(diskFolder, name),
			);
			watcher.on("error", lookAtEverything);
			watches.set(diskFolder, watcher);
			if (isWholeWatched) return;
			for (const entry of readdirSync(diskFolder, { withFileTypes: true }))
				if (entry.isDirectory() && !isHidden(entry.name)) enter(join(diskFolder, entry.name));
		} catch {
			// It is gone again, or may not be read, which its listing tells.
		}
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
			leave(root);
		},
	};
}

function exists(diskPath: string): boolean {
	return lstatSync(diskPath, { throwIfNoEntry: false }) !== undefined;
}

function isFolder(diskPath: string): boolean {
	return lstatSync(diskPath, { throwIfNoEntry: false })?.isDirectory() ?? false;
}
