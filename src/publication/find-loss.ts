import { type Contents, isUnread } from "./contents.ts";
import type { Memory } from "./memory.ts";

/** Fewer than these are taken away by hand, in one go. */
const fewest = 5;

/**
 * How many published articles are missing from a reading, where that is most of them: then a disk is not mounted or a
 * checkout is under way, rather than that somebody deletes a site. 0 where fewer are missing.
 */
export function countLoss(contents: Contents, memory: Memory): number {
	const published: string[] = [];
	for (const [, { path, withdrawn }] of memory.articles.entries())
		if (withdrawn === undefined) published.push(path);
	// No two articles have one path.
	if (contents.articles.length * 2 >= published.length) return 0;
	const present = new Set([...contents.articles.map(({ path }) => path), ...contents.unreadPaths]);
	const missing = published.filter(
		(path) => !present.has(path) && !isUnread(contents, path),
	).length;
	const isMost = missing * 2 > published.length && present.size * 2 < published.length;
	return missing >= fewest && isMost ? missing : 0;
}
