import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { followFolder } from "../../src/node/follow-folder.ts";
import { type DiskFolder, openFolder } from "../../src/node/open-folder.ts";
import type { Listing } from "../../src/publication/folder.ts";

const count = 3000;
/** All files, one after the other, from the section that is listed first to the one that is listed last. */
const moveFiles = `
const { renameSync } = require("node:fs");
const { workerData: { root, count } } = require("node:worker_threads");
for (let number = 0; number < count; number++)
	renameSync(root + "/a/" + number + ".md", root + "/z/" + number + ".md");
`;
/**
 * A section that is listed last to a place that has been listed by then, and back again, once for each time that everything
 * is listed, a little later each time.
 */
const moveSection = `
const { renameSync } = require("node:fs");
const { workerData: { root, started } } = require("node:worker_threads");
for (let number = 0; number < 60; number++) {
	Atomics.wait(started, 0, number);
	Atomics.wait(started, 1, 0, number % 25);
	const [from, to] = number % 2 === 0 ? ["/z", "/0"] : ["/0", "/z"];
	renameSync(root + from, root + to);
}
`;
/** Sections that come and go all the time. */
const swapSections = `
const { renameSync } = require("node:fs");
const { workerData: { root } } = require("node:worker_threads");
for (let number = 0; number < 3000; number++) {
	const [from, to] = number % 2 === 0 ? ["/z", "/y"] : ["/y", "/z"];
	renameSync(root + from, root + to);
}
`;

describe("openFolder, while files are moved", () => {
	let root: string;
	beforeEach(() => {
		root = mkdtempSync(join(tmpdir(), "broadsheet-moved-"));
		for (const name of ["a", "z"]) mkdirSync(join(root, name));
		for (let number = 0; number < count; number++)
			writeFileSync(join(root, "a", `${number}.md`), `# ${number + 10_000}\n`);
		writeFileSync(join(root, "z", "moved.md"), "# Moved\n");
	});
	afterEach(() => rmSync(root, { recursive: true, force: true }));

	/** Lists everything again and again while somebody else moves files. */
	async function listWhile(mover: string, folder: DiskFolder): Promise<Listing[]> {
		const listings: Listing[] = [];
		/** How often it was begun to list. */
		const started = new Int32Array(new SharedArrayBuffer(8));
		let isMoving = true;
		new Worker(mover, { eval: true, workerData: { root, count, started } }).on("exit", () => {
			isMoving = false;
		});
		while (isMoving) {
			Atomics.add(started, 0, 1);
			Atomics.notify(started, 0);
			folder.noteAnything();
			listings.push(await folder.list());
			await setImmediate();
		}
		return listings;
	}

	it("lists no file at two places", async () => {
		const folder = await openFolder(root);
		await folder.list();
		const listings = await listWhile(moveFiles, folder);
		const twice = listings.flatMap(({ files }) => {
			const paths = new Set(files.map(({ path }) => path));
			return [...paths].filter(
				(path) => paths.has(path.replace("a/", "z/")) && path.startsWith("a/"),
			);
		});
		expect(twice).toEqual([]);
	});

	it("tells of no fault where a section goes before it is looked through", async () => {
		const listings = await listWhile(swapSections, await openFolder(root));
		expect(listings.length).toBeGreaterThan(1);
		expect(listings.flatMap(({ faults }) => faults)).toEqual([]);
	});

	it("lists each file at some place, where it is followed", async () => {
		const folder = await openFolder(root);
		const follower = followFolder(folder, { onChange() {} });
		await folder.list();
		const listings = await listWhile(moveSection, folder);
		follower.close();
		expect(listings.length).toBeGreaterThanOrEqual(60);
		expect(
			listings.filter(({ files }) => !files.some(({ path }) => path.endsWith("/moved.md"))).length,
		).toBe(0);
	});
});
