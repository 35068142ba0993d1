/** Bundles that are kept beside the sources' dependencies, one for each state of the sources. */
import {
	mkdirSync,
	mkdtempSync,
	readdirSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { bundleCommand } from "./bundle.ts";

/** Former ones that stay, for processes that still run from them. */
const bundlesKept = 8;

/**
 * Makes the bundle `name` in the folder `cache`. It appears at once and whole, also where two processes make it at the same time. Rejects where none can be made.
 */
export async function cacheBundle(root: string, cache: string, name: string): Promise<void> {
	mkdirSync(cache, { recursive: true });
	const folder = mkdtempSync(join(cache, "making-"));
	try {
		await bundleCommand(root, folder, { id: name });
		writeFileSync(join(folder, "package.json"), '{ "type": "module" }\n');
		rename(folder, join(cache, name));
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
	removeOldest(cache);
}

/** Whoever comes second finds the same bundle there. */
function rename(folder: string, target: string): void {
	try {
		renameSync(folder, target);
	} catch (error) {
		if (!statSync(target, { throwIfNoEntry: false })) throw error;
	}
}

function removeOldest(cache: string): void {
	const folders = readdirSync(cache)
		.map((name) => ({
			name,
			time: statSync(join(cache, name), { throwIfNoEntry: false })?.mtimeMs ?? 0,
		}))
		.sort((a, b) => b.time - a.time);
	for (const { name } of folders.slice(bundlesKept))
		rmSync(join(cache, name), { recursive: true, force: true });
}
