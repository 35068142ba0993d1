import { constants } from "node:fs";
import { open, readdir, realpath } from "node:fs/promises";
import { homedir } from "node:os";
import { basename, dirname, join, sep } from "node:path";
import type { ConfigFolder, ConfigFolders } from "../site-config/config-folder.ts";
import { compareText } from "../text/compare-text.ts";

/** Folders above the one that was named in which a site's configuration may lie: `src/content/blog` is three deep. */
const mostParents = 3;
/** A larger file is nobody's configuration. */
const maxConfigBytes = 1024 * 1024;

/**
 * Lends a folder and those above it for finding a site's configuration: up to three, not beyond a repository's root
 * (`.git`), and never the home folder or the top of the disk, which are no sites. Links are not followed. Rejects
 * where there is no such folder.
 */
export async function openConfigFolders(folder: string): Promise<ConfigFolders> {
	const root = await realpath(folder);
	const parents: ConfigFolder[] = [];
	const home = await realpath(homedir()).catch(() => homedir());
	for (let path = root; parents.length < mostParents && !(await isRepository(path)); ) {
		path = dirname(path);
		if (path === home || path === dirname(path)) break;
		parents.push(openConfigFolder(path));
	}
	return [openConfigFolder(root), ...parents];
}

function openConfigFolder(root: string): ConfigFolder {
	/** Where a path of this folder lies on the disk; undefined where a link, or dots, lead elsewhere. */
	async function locate(path: string): Promise<string | undefined> {
		const plain = join(root, path).replace(/[\\/]+$/, "");
		const isInside = plain === root || plain.startsWith(root.endsWith(sep) ? root : root + sep);
		return isInside && (await realpath(plain)) === plain ? plain : undefined;
	}

	return {
		name: basename(root),
		async list(path) {
			const folder = await locate(path).catch(() => undefined);
			if (folder === undefined) return [];
			const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
			return entries
				.map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
				.sort(compareText);
		},
		async read(path) {
			const file = await locate(path).catch(() => undefined);
			return file === undefined ? undefined : await readText(file).catch(() => undefined);
		},
	};
}

async function readText(path: string): Promise<string | undefined> {
	const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
	try {
		const stats = await file.stat();
		return stats.isFile() && stats.size <= maxConfigBytes ? await file.readFile("utf8") : undefined;
	} finally {
		await file.close();
	}
}

async function isRepository(folder: string): Promise<boolean> {
	const names = await readdir(folder).catch((): string[] => []);
	return names.includes(".git");
}
