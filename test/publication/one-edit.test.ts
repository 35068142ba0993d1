import { describe, expect, it } from "vitest";
import { createLiveShelf } from "../../src/http/live-shelf.ts";
import { digestBytes } from "../../src/node/node-runtime.ts";
import { createLibrary } from "../../src/publication/create-library.ts";
import { createPublisher } from "../../src/publication/create-publisher.ts";
import { createMemory } from "../../src/publication/memory.ts";
import { article, createSampleFolder } from "./sample-folder.ts";

const now = new Date("2026-06-01T12:00:00Z");

/** Article 9999 is the newest; sections and tags take turns. */
function path(number: number): string {
	return `section-${number % 20}/article-${number}.md`;
}

function text(number: number, ...more: readonly string[]): string {
	const day = new Date(Date.UTC(2010, 0, 1) + number * 3_600_000).toISOString();
	return article(`Article ${number}`, day, `tags: [tag-${number % 7}]`, ...more);
}

/** A site of 10,000 articles whose feeds were all asked for, and counts of what was done since. */
async function openLargeSite() {
	const numbers = Array.from({ length: 10_000 }, (_, number) => number);
	const folder = createSampleFolder(
		Object.fromEntries(numbers.map((number) => [path(number), text(number)])),
	);
	const rendered: string[] = [];
	const stored: string[] = [];
	const memory = createMemory([], (changes) => {
		for (const { kind, key } of changes) stored.push(`${kind} ${key}`);
	});
	const library = createLibrary(
		folder,
		{ flags: {}, file: { url: "https://example.org" }, listenerUrl: "" },
		{ digest: digestBytes },
	);
	const publisher = createPublisher(memory, {
		digest: digestBytes,
		index: { get: () => undefined, note: ({ path }) => rendered.push(path) },
	});
	const shelf = createLiveShelf(
		{
			digest: digestBytes,
			compress: async (bytes) => new Uint8Array(bytes),
			digestFile: async () => "",
			openFile: async () => new Uint8Array(),
			mostKeptBytes: 1e9,
			onError: (error) => {
				throw error;
			},
			pause: async () => undefined,
		},
		memory,
	);
	async function publish(seconds: number): Promise<void> {
		shelf.publish(publisher(await library.read(), new Date(now.getTime() + seconds * 1000)));
		await shelf.warm();
	}
	await publish(0);
	for (let tag = 0; tag < 7; tag++) shelf.find(`/tags/tag-${tag}/atom.xml`, now);
	folder.reads.length = 0;
	rendered.length = 0;
	stored.length = 0;
	return { folder, rendered, stored, publish };
}

describe("one edit among 10,000 articles", () => {
	it("reads one file, renders one article, and changes the documents that hold it", async () => {
		const { folder, rendered, stored, publish } = await openLargeSite();
		folder.write(path(9_990), `${text(9_990)}Edited.`);
		await publish(1);
		expect(folder.reads).toEqual([path(9_990)]);
		expect(rendered).toEqual([path(9_990)]);
		// Number 9,990 stands in section 10 and under tag 1.
		expect(stored.filter((change) => change.startsWith("validators")).sort()).toEqual(
			[
				...["rss.xml", "atom.xml", "feed.json"].map((feed) => `validators /${feed}`),
				...["rss.xml", "atom.xml", "feed.json"].map((feed) => `validators /section-10/${feed}`),
				"validators /tags/tag-1/atom.xml",
			].sort(),
		);
	});

	it("costs nothing more than its own file where no feed shows it", async () => {
		const { folder, rendered, stored, publish } = await openLargeSite();
		folder.write(path(3), `${text(3)}Edited.`);
		await publish(1);
		expect(folder.reads).toEqual([path(3)]);
		expect(rendered).toEqual([]);
		expect(stored.filter((change) => change.startsWith("validators"))).toEqual([]);
	});

	it("that only touches the file changes nothing", async () => {
		const { folder, stored, publish } = await openLargeSite();
		folder.write(path(9_990), text(9_990));
		await publish(1);
		expect(folder.reads).toEqual([path(9_990)]);
		expect(stored).toEqual([]);
	});
});
