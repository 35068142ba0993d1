import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { openFolder } from "../../src/node/open-folder.ts";
import { makeFolder } from "../cli/run-cli.ts";
import { writeFiles } from "../write-files.ts";

/** Longer than a file counts as just changed, in milliseconds. */
const aWhile = 100;

describe("openFolder", () => {
	it("settles a listing of files that had just changed to what whoever comes later is told", async () => {
		const folder = join(await makeFolder(), "articles");
		writeFiles(folder, { "a.md": "one", "b.md": "one" });
		const place = await openFolder(folder);
		const listing = await place.list();
		await pause(aWhile);
		const later = await (await openFolder(folder)).list();
		expect(listing.files).not.toEqual(later.files);
		expect(place.settle(listing)).toEqual(later);
		expect(place.settle(later)).toEqual(later);
	});

	it("does not settle one where such a file is another by now, or gone, or has just changed", async () => {
		for (const change of [
			async (folder: string) => {
				writeFiles(folder, { "a.md": "two" });
				await pause(aWhile);
			},
			async (folder: string) => writeFiles(folder, { "a.md": "other" }),
		]) {
			const folder = join(await makeFolder(), "articles");
			writeFiles(folder, { "a.md": "one" });
			const place = await openFolder(folder);
			const listing = await place.list();
			await pause(aWhile);
			await change(folder);
			expect(place.settle(listing)).toBeUndefined();
		}
	});
});
