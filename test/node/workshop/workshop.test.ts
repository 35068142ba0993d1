import { closeSync, existsSync, openSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digestBytes } from "../../../src/node/node-runtime.ts";
import { openFolder } from "../../../src/node/open-folder.ts";
import { openBodySpool, readSpooledBody } from "../../../src/node/workshop/body-spool.ts";
import { openWorkshop } from "../../../src/node/workshop/open-workshop.ts";
import { shareWork } from "../../../src/node/workshop/share-work.ts";
import { openNamelessFile, openSpool, SpoolError } from "../../../src/node/workshop/spool.ts";
import type { KeptReading, ReadingIndex } from "../../../src/publication/article-memory.ts";
import { createLibrary } from "../../../src/publication/create-library.ts";
import { createPublisher } from "../../../src/publication/create-publisher.ts";
import { readDocument } from "../../../src/publication/document-plan.ts";
import { createShortMemory } from "../../../src/publication/memory.ts";
import { makeFolder } from "../../cli/run-cli.ts";
import { article } from "../../publication/sample-folder.ts";
import { writeFiles } from "../../write-files.ts";

const now = new Date("2026-06-01T12:00:00Z");

/** 900 articles that name each other and pictures, some of them faulty. */
async function writeSite(): Promise<string> {
	const root = await makeFolder();
	const files: Record<string, string> = { "news/_index.md": "---\ntitle: News\nlimit: 400\n---\n" };
	for (let number = 0; number < 900; number++) {
		const lines = number % 90 === 0 ? ["date: never"] : [`tags: [t${number % 5}]`];
		const day = new Date(Date.UTC(2020, 0, 1 + number)).toISOString();
		files[`${number % 2 ? "news/" : ""}a${number}.md`] =
			`${article(`A${number}`, day, ...lines)}[Next](a${number + 2}.md) ![P](p.png) <i>raw</i>\n\n| A |\n| - |\n| ${number} |\n`;
	}
	files["beyond.md"] = `${article("Beyond", "2026-05-02")}\uFEFF“Δ” 𝛿 — [Next](a1.md)\r\n`;
	writeFiles(root, { ...files, "p.png": "picture", "news/p.png": "another picture" });
	return root;
}

async function readSite(settings: { readonly pages: boolean }) {
	const file = { url: "https://example.org", ...settings };
	const folder = await openFolder(await makeFolder());
	const library = createLibrary(
		folder,
		{ flags: {}, file, listenerUrl: "" },
		{ digest: digestBytes },
	);
	return await library.read();
}

/** Every document of a folder, by address, and its faults; with a workshop or without. `meanwhile` is done between reading and rendering. */
async function publish(
	root: string,
	threads: "one" | "two",
	{ meanwhile = () => {}, index }: { meanwhile?(): void; index?: ReadingIndex } = {},
) {
	const folder = await openFolder(root);
	const workshop = threads === "two" ? openWorkshop(folder, await makeFolder()) : undefined;
	const library = createLibrary(
		folder,
		{ flags: {}, file: { url: "https://example.org" }, listenerUrl: "" },
		{
			digest: digestBytes,
			...(workshop && { reader: workshop.reader }),
			...(index && { index }),
		},
	);
	const publisher = createPublisher(createShortMemory(), {
		digest: digestBytes,
		...(workshop && { crew: workshop.crew, shelf: workshop.shelf }),
	});
	const contents = await library.read();
	const publication = publisher(contents, now);
	meanwhile();
	await publication.prepare();
	const documents = publication
		.all()
		.map((plan) => [
			plan.address,
			plan.kind === "file" ? "" : Buffer.from(readDocument(plan.render())).toString(),
		]);
	await workshop?.close();
	return { documents: Object.fromEntries(documents), faults: contents.faults };
}

describe("two threads", () => {
	it("read and render what one does, byte for byte, with the same faults", async () => {
		const root = await writeSite();
		const two = await publish(root, "two");
		expect(two).toEqual(await publish(root, "one"));
		expect(two.faults.filter(({ code }) => code === "DATE_INVALID")).toHaveLength(10);
	});

	it("render what they have read, whatever the files say by then", async () => {
		const root = await writeSite();
		const before = await publish(root, "one");
		const meanwhile = () => {
			for (let number = 0; number < 900; number += 2)
				writeFiles(root, { [`a${number}.md`]: article("Late", "2026-05-01") });
		};
		expect(await publish(root, "two", { meanwhile })).toEqual(before);
	});

	it("render what was read before, by another process", async () => {
		const root = await writeSite();
		const known = new Map<string, KeptReading>();
		const index: ReadingIndex = {
			get: (path) => known.get(path),
			note: (path, kept) => (kept ? known.set(path, kept) : known.delete(path)),
		};
		const before = await publish(root, "one", { index });
		expect(await publish(root, "two", { index })).toEqual(before);
	});

	it("take every item once, and tell how many are done", async () => {
		const items = Array.from({ length: 1000 }, (_, number) => number);
		const done: { here: number[]; there: number[]; told: number[] } = {
			here: [],
			there: [],
			told: [],
		};
		await shareWork(items, {
			here: (portion) => done.here.push(...portion),
			async there(portion) {
				await new Promise((resolve) => setTimeout(resolve, portion.length % 3));
				done.there.push(...portion);
			},
			progress: (count) => done.told.push(count),
		});
		expect([...done.here, ...done.there].sort((a, b) => a - b)).toEqual(items);
		expect(Math.min(done.here.length, done.there.length)).toBeGreaterThan(0);
		expect(done.told).toEqual(done.told.toSorted((a, b) => a - b));
		expect(done.told.at(-1)).toBe(1000);
	});

	it("end with the fault of either", async () => {
		const work = shareWork([1, 2, 3], {
			here: () => {},
			there: () => Promise.reject(new Error("The thread has ended.")),
			progress: () => {},
		});
		await expect(work).rejects.toThrow("The thread has ended.");
	});
});

describe("a spool of articles' texts", () => {
	it("gives back every text that it takes, in every alphabet", async () => {
		const { file, close } = openNamelessFile(await makeFolder());
		const spool = openBodySpool(file);
		const { site } = await readSite({ pages: true });
		fc.assert(
			fc.property(
				fc.array(
					fc.string({
						unit: fc.oneof(
							fc.constantFrom("\uFEFF", "\uD834", "\uDF06", "é", "\0"),
							fc.string({ unit: "binary", minLength: 1, maxLength: 3 }),
						),
					}),
				),
				(texts) => {
					const places = texts.map((text) =>
						spool.put({ format: "markdown", firstLine: 3, text }, site),
					);
					spool.flush();
					for (const [number, text] of texts.entries()) {
						const place = places[number];
						expect(place !== undefined).toBe(text.isWellFormed());
						if (place)
							expect(readSpooledBody(place, { format: "markdown", firstLine: 3 })?.text).toBe(text);
					}
				},
			),
		);
		close();
	});

	it.skipIf(!existsSync("/dev/full"))(
		"says that it was a text put aside for which there is no room (needs /dev/full, which Linux has)",
		() => {
			const file = openSync("/dev/full", "w");
			const spool = openSpool(file);
			spool.append([new Uint8Array(10)]);
			expect(spool.flush).toThrow(SpoolError);
			closeSync(file);
		},
	);

	it.skipIf(!existsSync("/dev/full"))(
		"has each article's file read again where the disk is full (needs /dev/full, which Linux has)",
		async () => {
			const { site } = await readSite({ pages: true });
			const file = openSync("/dev/full", "w");
			const spool = openBodySpool(file);
			const text = "A".repeat(400_000);
			const body = { format: "text", firstLine: 1, text } as const;
			const places = Array.from({ length: 4 }, () => spool.put(body, site));
			expect(places.at(-1)).toBeUndefined();
			spool.flush();
			for (const place of places) if (place) expect(readSpooledBody(place, body)).toBeUndefined();
			closeSync(file);
		},
	);

	it("takes none where few texts are rendered: without pages", async () => {
		const { file, close } = openNamelessFile(await makeFolder());
		const { site } = await readSite({ pages: false });
		expect(
			openBodySpool(file).put({ format: "text", firstLine: 1, text: "A" }, site),
		).toBeUndefined();
		close();
	});
});

describe("a spool", () => {
	it("gives back every text, whether it was written yet or not", async () => {
		const { file, close } = openNamelessFile(await makeFolder());
		const spool = openSpool(file);
		const texts = [10, 700_000, 0, 2_500_000, 1].map((length, seed) =>
			new Uint8Array(length).map((_, index) => index * (seed + 3)),
		);
		const starts = texts.map((text) => spool.append([text]));
		for (const [number, text] of texts.entries()) {
			const read = new Uint8Array(text.length);
			spool.copyTo(read, starts[number] ?? 0);
			expect(Buffer.compare(read, text)).toBe(0);
		}
		expect(() => spool.copyTo(new Uint8Array(1), 3_200_011)).toThrow("no longer there");
		close();
	});
});
