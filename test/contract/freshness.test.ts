import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient, type RunningServer, validatorsOf } from "./client.ts";
import type { RawResponse } from "./raw-http.ts";
import { startNode, startWorkerd } from "./servers.ts";

const minutes = 60_000;

function article(title: string, date: Date): string {
	return `---\ntitle: ${title}\ndate: ${date.toISOString()}\n---\nText.\n`;
}

/** A publication whose next article comes in half an hour, and one of whose sections has an article coming very soon. */
function buildFiles(now: number): Readonly<Record<string, string>> {
	return {
		"_index.md": "---\ntitle: Freshness\nmaxAge: 45\n---\n",
		"news/old.md": article("Old news", new Date("2026-01-02")),
		"news/coming.md": article("Coming news", new Date(now + 30 * minutes)),
		"slow/_index.md": "---\ntitle: Slow\nmaxAge: 120\n---\n",
		"slow/old.md": article("Slow news", new Date("2026-01-02")),
		"soon/old.md": article("Old matter", new Date("2026-01-02")),
		"soon/soon.md": article("Sudden matter", new Date(now + 12_000)),
	};
}

const maxAgeOf = ({ header }: RawResponse): number =>
	Number(/max-age=(\d+)/.exec(header("cache-control") ?? "")?.[1]);
const ttlOf = ({ body }: RawResponse): number =>
	Number(/<ttl>(\d+)<\/ttl>/.exec(body.toString("utf8"))?.[1]);

/** Requirements 37–41 and scheduling, with real servers. */
describe.each([
	["Node", startNode],
	["workerd", startWorkerd],
])("how long a document may be kept, on %s", (_, start) => {
	let place = "";
	let server: RunningServer;
	let started = 0;
	const client = createClient(() => server);
	beforeAll(async () => {
		place = await mkdtemp(join(tmpdir(), "broadsheet-freshness-"));
		started = Date.now();
		for (const [path, text] of Object.entries(buildFiles(started))) {
			await mkdir(dirname(join(place, path)), { recursive: true });
			await writeFile(join(place, path), text);
		}
		server = await start("https://example.org", place);
	}, 90_000);
	afterAll(async () => {
		await server?.close();
		await rm(place, { recursive: true, force: true });
	});

	it("is what the settings say, in the header as in ttl (37, 38, 41)", async () => {
		const feed = await client.get("/slow/rss.xml");
		expect([ttlOf(feed), maxAgeOf(feed)]).toEqual([120, 7200]);
		const page = await client.get("/slow/");
		expect(maxAgeOf(page)).toBe(7200);
	});

	it("ends when the next article comes: in the header alone, in a 304 too (37, 40, 41)", async () => {
		for (const target of ["/rss.xml", "/news/rss.xml", "/news/atom.xml", "/news/feed.json"]) {
			const feed = await client.get(target);
			const known = await client.get(target, { "If-None-Match": feed.header("etag") ?? "" });
			expect(known.status).toBe(304);
			for (const response of [feed, known]) {
				expect(maxAgeOf(response), target).toBeGreaterThan(0);
				const end = Date.parse(response.header("date") ?? "") + maxAgeOf(response) * 1000;
				expect(end, target).toBeLessThanOrEqual(started + 30 * minutes);
				expect(response.header("cache-control"), target).toContain("stale-if-error=");
			}
		}
		expect(ttlOf(await client.get("/news/rss.xml"))).toBe(45);
	});

	it("brings an article at its instant, without a build, under new validators (14, 16)", async () => {
		const before = await validatorsOf(client, "/soon/rss.xml");
		await expect
			.poll(async () => (await client.get("/soon/rss.xml")).body.toString("utf8"), {
				timeout: 30_000,
				interval: 200,
			})
			.toContain("Sudden matter");
		const after = await validatorsOf(client, "/soon/rss.xml");
		const modified = Date.parse(after.lastModified);
		expect(Math.abs(modified - (started + 12_000))).toBeLessThan(5_000);
		// A slow machine may have come after the article.
		if (before.etag === after.etag) return;
		const conditions = { "If-Modified-Since": before.lastModified };
		expect((await client.get("/soon/rss.xml", conditions)).status).toBe(200);
		expect(ttlOf(await client.get("/soon/rss.xml"))).toBe(45);
		expect(maxAgeOf(await client.get("/soon/rss.xml"))).toBe(45 * 60);
	}, 60_000);
});
