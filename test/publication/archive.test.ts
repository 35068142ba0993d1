import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import type { Publication } from "../../src/publication/document-plan.ts";
import { article, openSampleSite, type SampleSite, textAt } from "./sample-folder.ts";

const now = "2026-06-01T12:00:00Z";

function openSite(count: number, limit: number | "all"): SampleSite {
	const files = Array.from({ length: count }, (_, n) => [
		`news/p${n + 1}.md`,
		article(`P${n + 1}`, `2026-01-${String(n + 1).padStart(2, "0")}`),
	]);
	return openSampleSite(Object.fromEntries(files), { limit });
}

/** Titles of all documents from a feed back to its oldest archive, one list for each. */
function walkAtom(publication: Publication, address: string): (string | undefined)[][] {
	const text = textAt(publication, address);
	const titles = (parseAtomFeed(text).entries ?? []).map((entry) => entry.title?.value);
	const older = /rel="prev-archive"[^>]*href="https:\/\/example\.org([^"]*)"/.exec(text)?.[1];
	return older === undefined ? [titles] : [titles, ...walkAtom(publication, older)];
}

function walkRss(publication: Publication, address: string): (string | undefined)[][] {
	const text = textAt(publication, address);
	const titles = (parseRssFeed(text).items ?? []).map((item) => item.title);
	const older = /rel="prev-archive"[^>]*href="https:\/\/example\.org([^"]*)"/.exec(text)?.[1];
	return older === undefined ? [titles] : [titles, ...walkRss(publication, older)];
}

function walkJson(publication: Publication, address: string): (string | undefined)[][] {
	const feed = parseJsonFeed(textAt(publication, address));
	const titles = (feed.items ?? []).map((item) => item.title);
	const older = feed.next_url?.slice("https://example.org".length);
	return older === undefined ? [titles] : [titles, ...walkJson(publication, older)];
}

describe("a section's history (requirement 98)", () => {
	it("gives every article once, in each format, the newest in the feed itself", async () => {
		const publication = await openSite(11, 3).publish(now);
		const pages = [
			["P11", "P10", "P9"],
			["P8", "P7"],
			["P6", "P5", "P4"],
			["P3", "P2", "P1"],
		];
		expect(walkAtom(publication, "/atom.xml")).toEqual(pages);
		expect(walkRss(publication, "/news/rss.xml")).toEqual(pages);
		expect(walkJson(publication, "/news/feed.json")).toEqual(pages);
	});

	it("names its parts as RFC 5005 does", async () => {
		const publication = await openSite(11, 3).publish(now);
		const links = (address: string) =>
			[
				...textAt(publication, address).matchAll(
					/rel="(current|self|prev-archive|next-archive)"[^>]*href="([^"]*)"/g,
				),
			]
				.map(([, rel, href]) => `${rel} ${href?.slice("https://example.org".length)}`)
				.sort();
		expect(links("/news/atom.xml")).toEqual([
			"prev-archive /news/archive-3.atom.xml",
			"self /news/atom.xml",
		]);
		expect(links("/news/archive-2.rss.xml")).toEqual([
			"current /news/rss.xml",
			"next-archive /news/archive-3.rss.xml",
			"prev-archive /news/archive-1.rss.xml",
			"self /news/archive-2.rss.xml",
		]);
		const fh = 'xmlns:fh="http://purl.org/syndication/history/1.0"/>';
		expect(textAt(publication, "/news/archive-2.atom.xml")).toContain(`<fh:archive ${fh}`);
		expect(textAt(publication, "/news/atom.xml")).not.toContain("<fh:");
	});

	it("is said to be complete where the feed shows everything, and has no archive then", async () => {
		const publication = await openSite(3, 3).publish(now);
		expect(textAt(publication, "/rss.xml")).toContain("<fh:complete");
		expect(publication.find("/archive-1.rss.xml")).toBeUndefined();
		expect(parseJsonFeed(textAt(publication, "/feed.json")).next_url).toBeUndefined();
	});

	it("changes no full page when articles are published, whatever their date", async () => {
		const site = openSite(11, 3);
		const full = ["/archive-1.atom.xml", "/archive-2.atom.xml", "/news/archive-2.feed.json"];
		const before = await site.publish(now);
		const texts = full.map((address) => textAt(before, address));
		walkAtom(before, "/news/atom.xml");
		site.folder.write("news/old.md", article("Old", "2010-01-01"));
		for (const n of [12, 13, 14]) {
			site.folder.write(`news/p${n}.md`, article(`P${n}`, `2026-02-${n}`));
		}
		const after = await site.publish("2026-06-02T12:00:00Z");
		expect(full.map((address) => textAt(after, address))).toEqual(texts);
		expect(walkAtom(after, "/atom.xml").flat().sort()).toEqual(
			["Old", ...Array.from({ length: 14 }, (_, n) => `P${n + 1}`)].sort(),
		);
		expect(walkAtom(after, "/news/atom.xml").flat()).toHaveLength(15);
	});

	it("is the same after a restart, and by date where nothing is remembered", async () => {
		const site = openSite(11, 3);
		const before = await site.publish(now);
		const pages = walkAtom(before, "/atom.xml");
		const restarted = openSite(11, 3);
		expect(walkAtom(await restarted.publish(now), "/atom.xml")).toEqual(pages);
		expect(site.memory.draft().archives.get("")).toEqual(restarted.memory.archives.get(""));
	});

	it("keeps a feed below its size, and the rest in the archive (requirement 51)", async () => {
		const long = "word ".repeat(4000);
		const files = Object.fromEntries(
			Array.from({ length: 9 }, (_, n) => [
				`p${n}.md`,
				article(`P${n}`, `2026-01-0${n + 1}`) + long,
			]),
		);
		const site = openSampleSite(files, { limit: "all", maxBytes: 70_000 });
		const publication = await site.publish(now);
		for (const address of ["/rss.xml", "/atom.xml", "/feed.json"]) {
			expect(Buffer.byteLength(textAt(publication, address))).toBeLessThanOrEqual(70_000);
		}
		const pages = walkAtom(publication, "/atom.xml");
		expect(pages[0]).toEqual(["P8", "P7", "P6"]);
		expect(pages.flat().sort()).toEqual(Array.from({ length: 9 }, (_, n) => `P${n}`));
		expect(walkJson(publication, "/feed.json")).toEqual(pages);
	});

	it("can be switched off", async () => {
		const files = Object.fromEntries(
			Array.from({ length: 5 }, (_, n) => [`p${n}.md`, article(`P${n}`, `2026-01-0${n + 1}`)]),
		);
		const publication = await openSampleSite(files, { limit: 2, archives: false }).publish(now);
		expect(textAt(publication, "/atom.xml")).not.toContain("archive");
		expect(publication.find("/archive-1.atom.xml")).toBeUndefined();
	});
});
