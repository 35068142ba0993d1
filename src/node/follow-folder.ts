import { relative, sep } from "node:path";
import { watch } from "chokidar";
import { isHidden } from "./list-folder.ts";
import type { DiskFolder } from "./open-folder.ts";

export interface Watcher {
	/** Resolves when changes are seen from now on. */
	readonly ready: Promise<void>;
	close(): Promise<void>;
}

/** Tells a folder what changes in it, and then calls `onChange`. Links are not followed. */
export function followFolder(folder: DiskFolder, onChange: () => void): Watcher {
	const pathOf = (diskPath: string) => relative(folder.root, diskPath).split(sep).join("/");
	const watcher = watch(folder.root, {
		ignoreInitial: true,
		followSymlinks: false,
		// A deletion is told at once: held back, a renaming looks like a new file first.
		atomic: false,
		ignored: (diskPath) => isHidden(pathOf(diskPath)),
	});
	watcher.on("all", (event, diskPath) => {
		if (event === "addDir" || event === "unlinkDir") folder.noteAnything();
		else folder.noteFile(pathOf(diskPath));
		onChange();
	});
	// What the watcher missed, a look at everything finds.
	watcher.on("error", () => {
		folder.noteAnything();
		onChange();
	});
	return {
		ready: new Promise((resolve) => watcher.on("ready", () => resolve())),
		close: () => watcher.close(),
	};
}
