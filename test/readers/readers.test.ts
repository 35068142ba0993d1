import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "../contract/client.ts";
import { startNode } from "../contract/servers.ts";
import { makeHome, readers } from "./readers.ts";
import { openWireLog, type WireLog } from "./wire-log.ts";

/** Read alike by every reader; one more has marks that readers show in different ways. */
const plainTitles = [
	"A quarter in one chart",
	"Content codings",
	"How often to poll",
	"Markets close higher",
	"Validators",
	"Welcome to the gazette",
	"Привет, мир",
];

/** Real readers at a real server: they subscribe, and then poll for nothing (requirements 2, 24, 31). */
describe("feed readers", () => {
	let server: RunningServer;
	let wire: WireLog;
	let place = "";
	beforeAll(async () => {
		place = await mkdtemp(join(tmpdir(), "broadsheet-readers-"));
		server = await startNode("https://example.org");
		wire = await openWireLog(server.origin);
	}, 90_000);
	afterAll(async () => {
		wire?.close();
		await server?.close();
		await rm(place, { recursive: true, force: true });
	});

	for (const reader of readers) {
		const isInstalled = reader.isInstalled();
		const reason = isInstalled ? "" : ` (skipped: install Debian's ${reader.debianPackage})`;
		it.skipIf(!isInstalled).each(["rss.xml", "atom.xml"])(
			`${reader.name} subscribes to %s, and downloads nothing when it asks again${reason}`,
			async (file) => {
				const home = await makeHome(place, `${reader.name}-${file}`);
				const feedUrl = `${wire.origin}/${file}`;
				wire.take();
				const titles = await reader.poll(feedUrl, home);
				expect(titles).toHaveLength(plainTitles.length + 1);
				expect(titles).toEqual(expect.arrayContaining(plainTitles));
				const first = wire.take();
				expect(first.map(({ target, status }) => [target, status])).toEqual([[`/${file}`, 200]]);
				expect(first[0]?.headers.get("content-encoding")).toMatch(/^(?:br|zstd|gzip)$/);

				for (let count = 1; count < reader.downloads; count++) await reader.poll(feedUrl, home);
				wire.take();
				for (const time of ["once", "once more"]) {
					expect(await reader.poll(feedUrl, home), time).toEqual(titles);
					const next = wire.take();
					expect(next.map(({ target, status }) => [target, status])).toEqual([[`/${file}`, 304]]);
					expect(next[0]?.bodyBytes).toBe(0);
					expect(next[0]?.headers.has("content-length")).toBe(false);
					expect(next[0]?.headers.get("etag")).toBe(first[0]?.headers.get("etag"));
				}
			},
			90_000,
		);
	}
});
