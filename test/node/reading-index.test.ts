import { appendFile, readdir, readFile, rm, truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { digestBytes } from "../../src/node/node-runtime.ts";
import { openFolder } from "../../src/node/open-folder.ts";
import { openReadingIndex } from "../../src/node/reading-index.ts";
import { createLibrary } from "../../src/publication/create-library.ts";
import { createPublisher } from "../../src/publication/create-publisher.ts";
import { createShortMemory } from "../../src/publication/memory.ts";
import { makeFolder } from "../cli/run-cli.ts";
import { article } from "../publication/sample-folder.ts";
import { writeFiles } from "../write-files.ts";

const now = new Date("2026-06-01T12:00:00Z");

/** A folder of three articles, and what a new process reads and renders of it. */
async function openSite(files: Readonly<Record<string, string>> = {}) {
	const root = await makeFolder();
	const file = join(await makeFolder(), "folder.index");
	await writeFiles(root, {
		"a.md": article("A", "2026-01-01"),
		"news/b.md": article("B", "2026-01-02"),
		"news/c.md": article("C", "2026-01-03"),
		...files,
	});
	// A file that has just been written is always read again.
	await new Promise((resolve) => setTimeout(resolve, 60));

	async function start(build = "1", title = "Site") {
		const index = openReadingIndex(file, build, "writing");
		const disk = await openFolder(root);
		const read: string[] = [];
		const rendered: string[] = [];
		const folder = {
			...disk,
			read(path: string) {
				read.push(path);
				return disk.read(path);
			},
		};
		const library = createLibrary(
			folder,
			{ flags: {}, file: { url: "https://example.org", title }, listenerUrl: "" },
			{ digest: digestBytes, index: index.readings },
		);
		const publisher = createPublisher(createShortMemory(), {
			digest: digestBytes,
			index: {
				get: index.facts.get,
				note(article, facts) {
					rendered.push(article.path);
					index.facts.note(article, facts);
				},
			},
		});
		const contents = await library.read();
		const publication = publisher(contents, now);
		const feed = publication.find("/atom.xml");
		if (feed?.kind !== "feed") throw new Error("There is no feed.");
		const pieces = feed.render().pieces.map(({ hash }) => hash);
		index.close();
		return { read: read.sort(), rendered: rendered.sort(), pieces, faults: contents.faults };
	}
	return { root, file, start };
}

const all = ["a.md", "news/b.md", "news/c.md"];

describe("the index of a folder", () => {
	it("spares the next process what has not changed", async () => {
		const { root, start } = await openSite();
		const first = await start();
		expect(first).toMatchObject({ read: all, rendered: all });
		expect(await start()).toEqual({ ...first, read: [], rendered: [] });
		await writeFile(join(root, "news/b.md"), `${article("B", "2026-01-02")}More.\n`);
		const third = await start();
		expect(third).toMatchObject({ read: ["news/b.md"], rendered: ["news/b.md"] });
		expect(third.pieces[0]).toBe(first.pieces[0]);
		expect(third.pieces[1]).not.toBe(first.pieces[1]);
	});

	it("tells the same faults without reading the file again", async () => {
		const { start } = await openSite({ "bad.md": "---\ntitle: Bad\n---\nNo date.\n" });
		const { faults } = await start();
		expect(faults.map(({ code }) => code)).toEqual(["DATE_MISSING"]);
		expect(await start()).toMatchObject({ read: [], faults });
	});

	it("is not used by other code, nor under other settings", async () => {
		const { start } = await openSite();
		await start();
		expect(await start("2")).toMatchObject({ read: all, rendered: all });
		expect(await start("2", "Another title")).toMatchObject({ read: all, rendered: all });
	});

	it("loses no more than what was torn off by a kill", async () => {
		const { file, start } = await openSite();
		const whole = await start();
		const { length } = await readFile(file);
		for (let left = length - 1; left > 0; left -= Math.ceil(length / 12)) {
			await truncate(file, left);
			expect((await start()).pieces).toEqual(whole.pieces);
			expect(await start()).toMatchObject({ read: [], rendered: [] });
		}
		await appendFile(file, '["a.md","torn');
		expect(await start()).toMatchObject({ read: [], pieces: whole.pieces });
	});

	it("loses no more than the article of a line that was cut, wherever it was cut", async () => {
		const { file, start } = await openSite();
		const whole = await start();
		const text = await readFile(file, "utf8");
		for (const [cut, read] of [
			['["a\\', []],
			['["",', []],
			['["a.md","', ["a.md"]],
		]) {
			await writeFile(file, `${text}${cut}["gone.md"]\n`);
			expect(await start()).toMatchObject({ read, pieces: whole.pieces });
		}
	});

	it("is left as it is by a process that only reads", async () => {
		const { file, start } = await openSite();
		await start();
		await appendFile(file, '["a.md","torn');
		const before = await readFile(file, "utf8");
		const index = openReadingIndex(file, "1", "reading");
		index.readings.note("b.md", undefined);
		index.close();
		expect(await readFile(file, "utf8")).toBe(before);
	});

	it("forgets files that are gone, and does not grow for ever", async () => {
		const { root, file, start } = await openSite();
		await start();
		for (let round = 0; round < 3; round++) {
			const lines = Array.from({ length: 600 }, (_, number) => `["gone-${number}.md"]\n`);
			await appendFile(file, lines.join(""));
			await rm(join(root, "a.md"), { force: true });
			await start();
		}
		expect((await readFile(file, "utf8")).split("\n").length).toBeLessThan(1300);
		expect(await readdir(join(file, ".."))).toEqual(["folder.index"]);
	});
});
