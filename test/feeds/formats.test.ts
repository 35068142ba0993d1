import { spawnSync } from "node:child_process";
import { parseFeed as parseWithFeedParser } from "@rowanmanning/feed-parser";
import { parseFeed as parseWithFeedsmith } from "feedsmith";
import RssParser from "rss-parser";
import { describe, expect, it, vi } from "vitest";
import type { Entry, FeedHead } from "../../src/feeds/feed.ts";
import { feedFormat, feedFormats, renderFeed } from "../../src/feeds/formats.ts";
import { minimalEntry, minimalHead, richEntry, richHead } from "./sample-feed.ts";

const feeds: readonly (readonly [string, FeedHead, readonly Entry[]])[] = [
	["an empty feed (requirement 64)", minimalHead, []],
	["a minimal feed", minimalHead, [minimalEntry]],
	["a rich feed", richHead, [richEntry, minimalEntry]],
];
const hasXmllint = spawnSync("xmllint", ["--version"]).status === 0;

describe("feedFormats", () => {
	it("holds the three, with RSS in front", () => {
		expect(
			feedFormats.map(({ name, fileName, contentType, mediaType, label }) => [
				name,
				fileName,
				contentType,
				mediaType,
				label,
			]),
		).toEqual([
			["rss", "rss.xml", "application/rss+xml; charset=utf-8", "application/rss+xml", "RSS"],
			["atom", "atom.xml", "application/atom+xml; charset=utf-8", "application/atom+xml", "Atom"],
			[
				"json",
				"feed.json",
				"application/feed+json; charset=utf-8",
				"application/feed+json",
				"JSON Feed",
			],
		]);
	});

	it("names media types as their specifications do (requirements 67, 87, 90)", () => {
		for (const format of feedFormats) {
			expect(feedFormat(format.name)).toBe(format);
			expect(format.contentType).toBe(`${format.mediaType}; charset=utf-8`);
		}
	});
});

describe.each(feeds)("%s", (_name, head, entries) => {
	const documents = feedFormats.map((format) => ({
		format,
		document: renderFeed(format, head, entries.map(format.renderEntry)),
	}));
	const xmlDocuments = documents.filter(({ format }) => format.name !== "json");
	const ids = entries.map((entry) => entry.id);

	it("has the same bytes each time it is rendered, entry by entry or together (requirements 76, 85)", () => {
		for (const { format, document } of documents) {
			const frame = format.renderFrame(head);
			let pieces = frame.head;
			for (const [index, entry] of entries.entries()) {
				pieces += (index > 0 ? format.separator : "") + format.renderEntry(entry);
			}
			expect(pieces + frame.tail).toBe(document);
		}
	});

	it("knows nothing of the clock (requirements 76, 85)", () => {
		vi.useFakeTimers({ now: new Date("2031-05-06T07:08:09Z") });
		try {
			for (const { format, document } of documents) {
				expect(renderFeed(format, head, entries.map(format.renderEntry))).toBe(document);
			}
		} finally {
			vi.useRealTimers();
		}
	});

	it("begins with its declaration, without a byte order mark (requirement 58)", () => {
		for (const { document } of xmlDocuments) {
			expect(document.startsWith('<?xml version="1.0" encoding="utf-8"?>\n<')).toBe(true);
		}
	});

	it("has absolute URLs only (requirement 60)", () => {
		for (const { document } of xmlDocuments) {
			for (const [, url] of document.matchAll(/ (?:href|url|src)="([^"]*)"/g)) {
				expect(url).toMatch(/^https:\/\//);
			}
		}
	});

	it("says the same in all formats to feedsmith (requirements 62, 63, 89, 96)", () => {
		const seen = documents.map(({ document }) => {
			const parsed = parseWithFeedsmith(document);
			switch (parsed.format) {
				case "rss":
					return {
						title: parsed.feed.title,
						homePage: parsed.feed.link,
						self: parsed.feed.atom?.links?.find((link) => link.rel === "self")?.href,
						entries: (parsed.feed.items ?? []).map((item) => ({
							id: item.guid?.value,
							title: item.title,
							url: item.link,
							published: instant(item.pubDate),
							updated: instant(item.atom?.updated ?? item.pubDate),
							tags: item.categories?.map((category) => category.name) ?? [],
							authors: item.dc?.creators ?? [],
							content: item.content?.encoded,
						})),
					};
				case "atom":
					return {
						title: parsed.feed.title?.value,
						homePage: parsed.feed.links?.find((link) => link.rel === "alternate")?.href,
						self: parsed.feed.links?.find((link) => link.rel === "self")?.href,
						entries: (parsed.feed.entries ?? []).map((entry) => ({
							id: entry.id,
							title: entry.title?.value,
							url: entry.links?.find((link) => link.rel === "alternate")?.href,
							published: instant(entry.published),
							updated: instant(entry.updated),
							tags: entry.categories?.map((category) => category.term) ?? [],
							authors: entry.authors?.map((author) => author.name) ?? [],
							content: entry.content?.value,
						})),
					};
				case "json":
					return {
						title: parsed.feed.title,
						homePage: parsed.feed.home_page_url,
						self: parsed.feed.feed_url,
						entries: (parsed.feed.items ?? []).map((item) => ({
							id: item.id,
							title: item.title,
							url: item.url,
							published: instant(item.date_published),
							updated: instant(item.date_modified),
							tags: item.tags ?? [],
							authors: item.authors?.map((author) => author.name) ?? [],
							content: item.content_html,
						})),
					};
				default:
					throw new Error(`feedsmith takes it for ${parsed.format}.`);
			}
		});
		for (const [index, { format }] of documents.entries()) {
			expect(seen[index]).toEqual({
				title: head.title,
				homePage: head.homePageUrl,
				self: head.selfUrls[format.name],
				entries: entries.map((entry) => ({
					id: entry.id,
					title: entry.title,
					url: entry.url,
					published: wholeSeconds(entry.published),
					updated: wholeSeconds(entry.updated),
					tags: entry.categories.map(({ label }) => label),
					authors: entry.authors.map(({ name }) => name),
					content: entry.contentHtml,
				})),
			});
		}
		expect(ids).not.toContain(head.id);
	});

	it("says the same in both XML formats to rss-parser", async () => {
		for (const { format, document } of xmlDocuments) {
			const parsed = await new RssParser().parseString(document);
			expect(parsed.title).toBe(head.title);
			expect(parsed.link).toBe(head.homePageUrl);
			expect(parsed.feedUrl).toBe(head.selfUrls[format.name]);
			expect(parsed.items.map((item) => item.guid ?? item.id)).toEqual(ids);
			expect(parsed.items.map((item) => item.title)).toEqual(entries.map(({ title }) => title));
			expect(parsed.items.map((item) => item.link)).toEqual(entries.map(({ url }) => url));
			expect(parsed.items.map((item) => item.isoDate)).toEqual(
				entries.map(({ published }) => wholeSeconds(published)),
			);
		}
	});

	it("says the same in both XML formats to @rowanmanning/feed-parser, which lends entries the feed's authors", () => {
		for (const { format, document } of xmlDocuments) {
			const parsed = parseWithFeedParser(document);
			expect(parsed.meta).toEqual(
				format.name === "rss" ? { type: "rss", version: "2.0" } : { type: "atom", version: "1.0" },
			);
			expect(parsed.title).toBe(head.title);
			expect(parsed.url).toBe(head.homePageUrl);
			expect(parsed.self).toBe(head.selfUrls[format.name]);
			expect(parsed.items.map((item) => item.id)).toEqual(ids);
			expect(parsed.items.map((item) => item.url)).toEqual(entries.map(({ url }) => url));
			expect(parsed.items.map((item) => item.authors.map(({ name }) => name))).toEqual(
				entries.map(({ authors }) =>
					(authors.length > 0 ? authors : head.authors).map(({ name }) => name),
				),
			);
			expect(parsed.items.map((item) => item.image?.url)).toEqual(
				entries.map(({ image }) => image?.url),
			);
		}
	});

	it.skipIf(!hasXmllint)(
		"is well-formed to xmllint, which Debian has in libxml2-utils (requirements 58, 77)",
		() => {
			for (const { document } of xmlDocuments) {
				const { status, stderr } = spawnSync("xmllint", ["--noout", "-"], { input: document });
				expect(String(stderr)).toBe("");
				expect(status).toBe(0);
			}
		},
	);
});

function instant(text: string | undefined): string {
	return new Date(text ?? Number.NaN).toISOString();
}

function wholeSeconds(date: Date): string {
	return `${date.toISOString().slice(0, 19)}.000Z`;
}
