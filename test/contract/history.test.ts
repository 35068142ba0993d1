import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "./client.ts";
import { type RawResponse, sendRaw } from "./raw-http.ts";
import { startNode, startWorkerd } from "./servers.ts";

const site = "https://example.org";
const files: Readonly<Record<string, string>> = {
	"_index.md":
		"---\ntitle: History\nlimit: 3\naliases: [/index.xml, /feed/, /blog/atom.xml]\n---\n",
	"ended/_index.md": "---\ntitle: Ended\nretired: true\n---\n",
	"ended/last.md": "---\ntitle: Last\ndate: 2019-01-01\n---\n\nThe end.\n",
	...Object.fromEntries(
		Array.from({ length: 10 }, (_, n) => [
			`news/p${n}.md`,
			`---\ntitle: P${n}\ndate: 2026-01-${n + 10}\n---\n\nText ${n}.\n`,
		]),
	),
};

describe.each([
	["Node", startNode],
	["workerd", startWorkerd],
] as const)("a publication with a past, on %s", (_name, start) => {
	let folder = "";
	let server: RunningServer | undefined;
	const ask = (target: string, ...headers: [string, string][]): Promise<RawResponse> =>
		sendRaw(server?.origin ?? "", { target, headers });

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), "broadsheet-history-"));
		for (const [path, text] of Object.entries(files)) {
			await mkdir(dirname(join(folder, path)), { recursive: true });
			await writeFile(join(folder, path), text);
		}
		server = await start(site, folder);
	}, 90_000);
	afterAll(async () => {
		await server?.close();
		await rm(folder, { recursive: true, force: true });
	});

	/** Titles of all entries from a feed back to the oldest, following links as readers do. */
	async function walk(
		target: string,
		parse: (text: string) => { titles: (string | undefined)[]; older: string | undefined },
	): Promise<(string | undefined)[]> {
		const response = await ask(target);
		expect(response.status, target).toBe(200);
		const { titles, older } = parse(response.body.toString());
		return older === undefined
			? titles
			: [...titles, ...(await walk(older.slice(site.length), parse))];
	}

	it("can be read back to its beginning, every article once, in each format (51, 98)", async () => {
		const all = ["P9", "P8", "P7", "P6", "P5", "P4", "P3", "P2", "P1", "P0"];
		const previous = (text: string) => /rel="prev-archive"[^>]*href="([^"]*)"/.exec(text)?.[1];
		expect(
			await walk("/news/atom.xml", (text) => ({
				titles: (parseAtomFeed(text).entries ?? []).map((entry) => entry.title?.value),
				older: previous(text),
			})),
		).toEqual(all);
		expect(
			await walk("/news/rss.xml", (text) => ({
				titles: (parseRssFeed(text).items ?? []).map((item) => item.title),
				older: previous(text),
			})),
		).toEqual(all);
		expect(
			await walk("/news/feed.json", (text) => {
				const { items, next_url } = parseJsonFeed(text);
				return { titles: (items ?? []).map((item) => item.title), older: next_url };
			}),
		).toEqual(all);
		expect((await ask("/news/archive-9.atom.xml")).status).toBe(404);
	});

	it("leads from old addresses of a feed to it for ever, also who has it already (26, 99, 100)", async () => {
		const etag = (await ask("/rss.xml")).header("etag") ?? "";
		for (const [old, target] of [
			["/index.xml", "/rss.xml"],
			["/feed/", "/rss.xml"],
			["/feed", "/rss.xml"],
			["/blog/atom.xml", "/atom.xml"],
		] as const) {
			const response = await ask(old, ["If-None-Match", etag]);
			expect([old, response.status, response.header("location")]).toEqual([old, 301, target]);
		}
	});

	it("says of a section that has ended that it is gone, whatever a client has (26, 101)", async () => {
		for (const target of ["/ended/rss.xml", "/ended/atom.xml", "/ended/feed.json", "/ended/"]) {
			const response = await ask(target, ["If-None-Match", "*"]);
			expect([target, response.status]).toEqual([target, 410]);
			expect(response.body.length).toBeLessThan(200);
		}
		expect((await ask("/feeds.opml")).body.toString()).not.toContain("/ended/");
	});

	it("names its feeds in the headers of pages, and where readers look for a list of them (137 to 139)", async () => {
		const link = (await ask("/news/")).header("link");
		for (const [file, type] of [
			["rss.xml", "application/rss+xml"],
			["atom.xml", "application/atom+xml"],
			["feed.json", "application/feed+json"],
		]) {
			expect(link).toContain(`<${site}/news/${file}>; rel="alternate"; type="${type}"`);
		}
		const [known, list] = [await ask("/.well-known/feeds"), await ask("/feeds.opml")];
		expect(known.header("content-type")).toBe("text/x-opml; charset=utf-8");
		expect(known.body.equals(list.body)).toBe(true);
	});

	it("says nothing of when it is quiet, nor how often it changes, since nobody can know (42, 43)", async () => {
		expect((await ask("/rss.xml")).body.toString()).not.toMatch(/skipHours|skipDays|sy:update/);
	});
});
