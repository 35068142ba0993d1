import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import process from "node:process";
import { siteManifestName } from "../publication/site-manifest.ts";

/** Where a folder is written before it takes another's place; beside that, so that both lie on one disk. */
export function freshFolder(out: string): string {
	return `${out}.writing-${process.pid}`;
}

/** Lies in a folder while it is written or removed, so that nobody else's is taken for one. */
export const writingMark = ".broadsheet-writing";

/**
 * Puts a folder in another's place, by two renamings; whoever looks sees the one or the other, or for an instant none, never
 * half of one.
 */
export async function replaceFolder(out: string, fresh: string): Promise<void> {
	const old = `${out}.replaced-${process.pid}`;
	await mkdir(dirname(out), { recursive: true });
	await rm(join(fresh, writingMark), { force: true });
	await rename(out, old).catch((error: NodeJS.ErrnoException) => {
		if (error.code !== "ENOENT") throw error;
	});
	await rename(fresh, out);
	if (existsSync(old)) removeFolder(old);
}

/** Removes a folder so that whatever is left, if the process is killed meanwhile, can be told to be ours. */
function removeFolder(folder: string): void {
	writeFileSync(join(folder, writingMark), "");
	for (const name of readdirSync(folder))
		if (name !== writingMark) rmSync(join(folder, name), { recursive: true, force: true });
	rmSync(folder, { recursive: true, force: true });
}

/**
 * Clears up after processes that were killed while they wrote a folder or put it in its place: where there is none now, the
 * one that they took away comes back; the rest is removed. What cannot be cleared up stays.
 */
export function recoverFolder(out: string): void {
	try {
		const names = readdirSync(dirname(out));
		for (const kind of ["replaced", "writing"]) {
			const start = `${basename(out)}.${kind}-`;
			for (const name of names.filter((one) => one.startsWith(start))) {
				const pid = name.slice(start.length);
				if (!/^\d+$/.test(pid) || isRunning(Number(pid))) continue;
				const left = join(dirname(out), name);
				if (!isOurs(left)) continue;
				if (kind === "replaced" && !existsSync(out)) renameSync(left, out);
				else removeFolder(left);
			}
		}
	} catch {
		// What is in the way is told where the folder is written.
	}
}

function isOurs(folder: string): boolean {
	return [writingMark, siteManifestName].some((name) => existsSync(join(folder, name)));
}

/** Whether another process has this number. */
function isRunning(pid: number): boolean {
	if (pid === process.pid) return false;
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return !(error instanceof Error && "code" in error && error.code === "ESRCH");
	}
}
