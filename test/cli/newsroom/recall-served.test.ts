import { mkdirSync, readdirSync, truncateSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Io } from "../../../src/cli/io.ts";
import { type Recalled, recallServed } from "../../../src/cli/newsroom/recall-served.ts";
import { openPlace } from "../../../src/cli/open-place.ts";
import type { OptionValues } from "../../../src/cli/parse-arguments.ts";
import { locateState, openState } from "../../../src/node/open-state.ts";
import { openServedStore } from "../../../src/node/served-store.ts";
import { serveFolder } from "../../node/serve.ts";
import { articleText, writeFiles } from "../../write-files.ts";
import { makeFolder } from "../run-cli.ts";

const settings = "---\ntitle: Test\nurl: https://example.org\n---\n";
const later = new Date(Date.now() + 24 * 60 * 60_000);

const io: Io = {
	env: {},
	folder: "/",
	output: "pipe",
	reports: "pipe",
	clock: () => new Date(),
	fetch,
	print: () => {},
	report: () => {},
	progress: () => {},
	interrupted: () => new Promise(() => {}),
};

/** A folder that was served until now, with its section's feed as it was. */
async function serveOnce(files: Readonly<Record<string, string>> = {}) {
	const root = await makeFolder();
	const folder = join(root, "articles");
	const stateFolder = join(root, "state");
	writeFiles(folder, {
		"_index.md": settings,
		"news/a.md": articleText("First", "2026-01-01"),
		...files,
	});
	// A file that has just been written is always taken for changed.
	await pause(100);
	const server = await serveFolder(folder, stateFolder);
	const feed = await server.get("/news/atom.xml");
	await server.stop();
	return {
		folder,
		stateFolder,
		feed,
		async recall(flags: OptionValues = new Map(), now = new Date()): Promise<Recalled | undefined> {
			const place = await openPlace(folder, new Map([...flags, ["state", stateFolder]]), io);
			return await recallServed(place, "http://127.0.0.1:1", now);
		},
	};
}

function feedOf(recalled: Recalled | undefined) {
	for (const { address, notice } of recalled?.told ?? [])
		if (address === "/news/atom.xml" && notice.is === "document")
			return { etag: notice.document.etag, body: new TextDecoder().decode(notice.bytes) };
	return undefined;
}

describe("what was served before a restart", () => {
	it("is served again where nothing changed, to the byte and the tag", async () => {
		const { feed, recall } = await serveOnce();
		const recalled = await recall();
		expect(feedOf(recalled)).toEqual({ etag: feed.etag, body: feed.body });
		expect(recalled?.health).toMatchObject({ ready: true, articles: 1 });
	});

	it("is served again also where nobody ended the server, once it was calm for two seconds", async () => {
		const { folder, stateFolder, recall } = await serveOnce();
		const store = openServedStore(locateState(stateFolder, folder).served);
		const started = Date.now();
		const server = await serveFolder(folder, stateFolder);
		await expect
			.poll(() => store.read()?.from, { timeout: 10_000 })
			.toBeGreaterThanOrEqual(started);
		writeFiles(folder, { "news/b.md": articleText("Second", "2026-01-02") });
		await expect
			.poll(async () => (await server.get("/news/atom.xml")).body, { timeout: 10_000 })
			.toContain("Second");
		const feed = await server.get("/news/atom.xml");
		expect(await recall()).toBeUndefined();
		await expect
			.poll(async () => feedOf(await recall()), { timeout: 10_000, interval: 100 })
			.toEqual({ etag: feed.etag, body: feed.body });
		await server.stop();
	});

	it("is served again also where an article changed while a server that had just started was reading", async () => {
		const { folder, stateFolder, recall } = await serveOnce();
		const server = await serveFolder(folder, stateFolder);
		writeFiles(folder, { "news/b.md": articleText("Second", "2026-01-02") });
		await expect
			.poll(async () => (await server.get("/news/atom.xml")).body, { timeout: 10_000 })
			.toContain("Second");
		const feed = await server.get("/news/atom.xml");
		await expect
			.poll(async () => feedOf(await recall()), { timeout: 10_000, interval: 100 })
			.toEqual({ etag: feed.etag, body: feed.body });
		await server.stop();
	});

	it("is not, where an article, a folder or a setting is another", async () => {
		const changes: ((folder: string) => void)[] = [
			(folder) => writeFiles(folder, { "news/a.md": articleText("Second", "2026-01-01") }),
			(folder) => writeFiles(folder, { "_index.md": settings.replace("Test", "Other") }),
			(folder) => mkdirSync(join(folder, "empty")),
		];
		for (const change of changes) {
			const { folder, recall } = await serveOnce();
			expect(await recall()).toBeDefined();
			change(folder);
			expect(await recall()).toBeUndefined();
		}
		const { recall } = await serveOnce();
		expect(await recall(new Map([["url", "https://other.example"]]))).toBeUndefined();
	});

	it("is not, once something was due, and not before the time at which it was made", async () => {
		const { recall } = await serveOnce({
			"news/soon.md": articleText("Soon", new Date(Date.now() + 60_000).toISOString()),
		});
		expect(await recall()).toBeDefined();
		expect(await recall(new Map(), later)).toBeUndefined();
		expect(await recall(new Map(), new Date("2026-01-01"))).toBeUndefined();
	});

	it("is not, where anything was published since that it does not know of", async () => {
		const { folder, stateFolder, recall } = await serveOnce();
		const state = await openState(stateFolder, folder);
		state.memory.validators.set("/other", { etag: "1", lastModified: 1 });
		state.memory.commit();
		state.close();
		expect(await recall()).toBeUndefined();
	});

	it("is served without the documents whose files are damaged", async () => {
		const { folder, stateFolder, recall } = await serveOnce();
		const { served } = locateState(stateFolder, folder);
		expect((await recall())?.told.length).toBeGreaterThan(0);
		for (const name of readdirSync(served))
			if (name !== "record.json") truncateSync(join(served, name), 10);
		expect((await recall())?.told).toEqual([]);
	});

	it("is compressed already, as it was asked for", async () => {
		const { feed, recall } = await serveOnce();
		const decode = { gzip: gunzipSync, br: brotliDecompressSync, zstd: zstdDecompressSync };
		const coded = ((await recall())?.told ?? []).flatMap(({ address, notice }) =>
			address === "/news/atom.xml" && notice.is === "document" ? notice.coded : [],
		);
		expect(coded.map(([coding, bytes]) => String(decode[coding](bytes)))).toEqual([feed.body]);
	});

	it("gives the same answers after a restart, also to what it has to read first", async () => {
		const { folder, stateFolder, feed } = await serveOnce();
		const again = await serveFolder(folder, stateFolder);
		const [known, unknown, missing] = await Promise.all([
			again.get("/news/atom.xml"),
			again.get("/news/a/"),
			again.get("/nowhere/"),
		]);
		expect(known).toEqual(feed);
		expect(unknown.status).toBe(200);
		expect(missing.status).toBe(404);
		writeFiles(folder, { "news/a.md": articleText("Edited", "2026-01-01") });
		const edited = await again.until("/news/atom.xml", ({ body }) => body.includes("Edited"));
		expect(edited.lastModified).toBeGreaterThan(feed.lastModified);
	});
});
