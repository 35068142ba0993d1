import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createDelivery } from "../../src/http/delivery.ts";
import { createLiveShelf, type LiveRuntime } from "../../src/http/live-shelf.ts";
import type { ServedDocument } from "../../src/http/shelf.ts";
import type { Told, ToNewsstand } from "../../src/http/wire.ts";
import { digestBytes } from "../../src/node/node-runtime.ts";
import { article, openSampleSite } from "../publication/sample-folder.ts";
import { noticesOf } from "./open-newsstand.ts";

const now = new Date("2026-06-01T12:00:00Z");
const files = {
	"_index.md": "---\ntitle: Test\n---\n",
	"news/a.md": article("A", "2026-01-01"),
	"notes/b.md": article("B", "2026-01-02"),
};
const feeds = ["/news/atom.xml", "/notes/atom.xml"];

const runtime: LiveRuntime = {
	digest: digestBytes,
	compress: async (bytes) => new Uint8Array(bytes),
	digestFile: async () => "",
	openFile: async () => new Uint8Array(),
	mostKeptBytes: Number.POSITIVE_INFINITY,
	onError: (error) => {
		throw error;
	},
	pause: () => setImmediate(),
};

/** The feeds as a process before served them, then a new process that was told of them. */
async function openAgain(edit: (write: (path: string, text: string) => void) => void) {
	const site = openSampleSite(files);
	const before = createLiveShelf(runtime, site.memory);
	before.publish(await site.publish(now.toISOString()));
	const documents = await Promise.all(
		feeds.map(async (address): Promise<ServedDocument> => {
			const found = await before.find(address, now);
			if (!found || !("document" in found)) throw new Error(`${address} is not there.`);
			return found.document;
		}),
	);
	edit(site.folder.write);
	const sent: ToNewsstand[] = [];
	const shelf = createLiveShelf(runtime, site.memory, documents);
	const told = documents.map((document, index): Told => {
		const bytes = new Uint8Array(document.sizeInBytes);
		const notice = { is: "document", document, bytes, coded: [], editions: [] } as const;
		return { address: document.address, serial: index + 1, notice };
	});
	const delivery = createDelivery(
		shelf,
		site.memory,
		{ send: (message) => sent.push(message), receive: () => {} },
		{
			clock: () => now,
			elapsed: () => performance.now(),
			pause: () => setImmediate(),
			locate: () => undefined,
			onError: runtime.onError,
		},
		told,
	);
	const later = new Date(now.getTime() + 60_000).toISOString();
	await delivery.publish(await site.publish(later));
	await delivery.warm();
	return { shelf, delivery, sent };
}

describe("documents of a process before, of which a newsstand was told", () => {
	it("are told no second time where they are the same", async () => {
		const { sent, delivery } = await openAgain(() => {});
		const again = sent.flatMap((message) => [
			...noticesOf(message),
			...(message.type === "ahead" ? [message.told] : []),
		]);
		expect(again.filter(({ address }) => feeds.includes(address))).toEqual([]);
		expect(delivery.held().map(({ document }) => document.address)).toEqual(
			expect.arrayContaining(feeds),
		);
	});

	it("are told anew where they are others, with a later serial number", async () => {
		const { sent } = await openAgain((write) =>
			write("news/a.md", article("Edited", "2026-01-01")),
		);
		const notices = sent.flatMap(noticesOf);
		expect(notices.map(({ address, notice }) => [address, notice.is])).toEqual([
			["/news/atom.xml", "document"],
		]);
		expect(notices[0]?.serial).toBeGreaterThan(feeds.length);
	});

	it("have their bytes made when somebody wants them in a coding", async () => {
		const { shelf } = await openAgain(() => {});
		const found = await shelf.find("/news/atom.xml", now);
		if (!found || !("document" in found)) throw new Error("There is no feed.");
		const bytes = await shelf.read(found.document, "gzip");
		expect(new TextDecoder().decode(bytes instanceof Uint8Array ? bytes : undefined)).toContain(
			">A</title>",
		);
	});
});
