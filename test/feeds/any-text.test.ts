import { spawnSync } from "node:child_process";
import { parseFeed as parseWithFeedParser } from "@rowanmanning/feed-parser";
import fc from "fast-check";
import { parseFeed as parseWithFeedsmith } from "feedsmith";
import RssParser from "rss-parser";
import { describe, expect, it } from "vitest";
import { cleanText } from "../../src/articles/clean-text.ts";
import { atom } from "../../src/feeds/atom.ts";
import type { Entry, FeedHead } from "../../src/feeds/feed.ts";
import { feedFormats, renderFeed } from "../../src/feeds/formats.ts";
import { jsonFeed } from "../../src/feeds/json-feed.ts";
import { type Outline, renderOpml } from "../../src/feeds/opml.ts";
import { rss } from "../../src/feeds/rss.ts";
import { childOf, childrenOf, parseStrictly, textsOf } from "./parse-strictly.ts";
import { minimalHead } from "./sample-feed.ts";

/**
 * What breaks writers of XML and of templates, between any characters of Unicode, lone surrogates
 * and controls among them.
 */
const nasty = [
	...[
		"]]>",
		"]]]]><![CDATA[>",
		"<![CDATA[",
		"<!--",
		"-->",
		"<?xml version='1.0'?>",
		"<!DOCTYPE a>",
	],
	...[
		"&",
		"&amp;",
		"&amp;amp;",
		"&amp;lt;",
		"&lt;b&gt;",
		"&#x0;",
		"&#38;#60;",
		"&nbsp;",
		"&undefined;",
	],
	...[
		"<",
		">",
		"<b>",
		"</title>",
		"</item><item>",
		"</entry>",
		"</channel>",
		"</feed>",
		"]}",
		'[{"',
	],
	...['"', "'", '" onload="', "\\", '\\"', "$&", "$1", "$`", "%", "%00", "%3C"],
	...[
		"\0",
		"\b",
		"\v",
		"\x1F",
		"\x7F",
		"\x85",
		"\xA0",
		"\uFEFF",
		"\uFFFD",
		"\uFFFE",
		"\uFFFF",
		"\u2028",
	],
	...["\uD800", "\uDFFF", "\uDE00\uD83D", "\u{1FFFF}", "\t", "\n", "\r", "\r\n", " "],
];
const anyCharacters = fc.oneof(
	fc.constantFrom(...nasty),
	fc.string({ unit: "binary", maxLength: 5 }),
	fc.string({ unit: "grapheme", maxLength: 5 }),
	fc.nat(0xffff).map((unit) => String.fromCharCode(unit)),
);
const anyText = fc.array(anyCharacters, { maxLength: 8 }).map((parts) => cleanText(parts.join("")));
/** Text that is more than white space, as names and titles are. */
const anyName = anyText.map((text) => `x${text}x`);
const anyUrl = anyText.map(
	(text) => `https://example.org/a&b/${encodeURIComponent(text.toWellFormed())}/?c=%22&d='e'`,
);

const anyEntry: fc.Arbitrary<Entry> = fc.record({
	id: anyUrl,
	title: anyName,
	url: anyUrl,
	published: fc.constant(new Date("2026-03-14T09:30:00Z")),
	updated: fc.constant(new Date("2026-03-15T18:00:00Z")),
	authors: fc.array(fc.record({ name: anyName, email: anyName, url: anyUrl }), { maxLength: 2 }),
	categories: fc.array(fc.record({ label: anyName }), { maxLength: 2 }),
	summary: anyName,
	contentHtml: anyName,
	enclosures: fc.array(
		fc.record({
			url: anyUrl,
			mediaType: fc.constant("audio/mpeg"),
			lengthInBytes: fc.nat(),
			title: anyName,
		}),
		{ maxLength: 2 },
	),
	image: fc.record({ url: anyUrl }),
});

const anyHead: fc.Arbitrary<FeedHead> = fc
	.record({
		id: anyUrl,
		title: anyName,
		description: anyName,
		homePageUrl: anyUrl,
		author: anyName,
	})
	.map(({ author, ...head }) => ({ ...minimalHead, ...head, authors: [{ name: author }] }));

const anyFeed = fc.tuple(anyHead, fc.array(anyEntry, { maxLength: 3 }));

describe("Whatever the author typed", () => {
	it("comes back from RSS as it was (requirements 58, 59, 71)", () => {
		fc.assert(
			fc.property(anyFeed, ([head, entries]) => {
				const root = parseStrictly(renderFeed(rss, head, entries.map(rss.renderEntry)));
				const channel = childOf(root, "channel");
				expect(childOf(channel, "title").text).toBe(head.title);
				expect(childOf(channel, "description").text).toBe(head.description);
				expect(childOf(channel, "link").text).toBe(head.homePageUrl);
				const items = childrenOf(channel, "item");
				expect(items).toHaveLength(entries.length);
				for (const [index, item] of items.entries()) {
					const entry = entryAt(entries, index);
					expect(childOf(item, "title").text).toBe(entry.title);
					expect(childOf(item, "link").text).toBe(entry.url);
					expect(childOf(item, "guid").text).toBe(entry.id);
					expect(textOfHtml(childOf(item, "description").text)).toBe(entry.summary);
					expect(childOf(item, "content:encoded").text).toBe(entry.contentHtml);
					expect(textsOf(item, "dc:creator")).toEqual(entry.authors.map(({ name }) => name));
					expect(textsOf(item, "category")).toEqual(entry.categories.map(({ label }) => label));
					const media = [...childrenOf(item, "enclosure"), ...childrenOf(item, "media:content")];
					expect(media.map(({ attributes }) => attributes.url).sort()).toEqual(
						[...entry.enclosures, ...(entry.image ? [entry.image] : [])]
							.map(({ url }) => url)
							.sort(),
					);
				}
			}),
		);
	});

	it("comes back from Atom as it was (requirements 58, 59, 84)", () => {
		fc.assert(
			fc.property(anyFeed, ([head, entries]) => {
				const feed = parseStrictly(renderFeed(atom, head, entries.map(atom.renderEntry)));
				expect(childOf(feed, "id").text).toBe(head.id);
				expect(childOf(feed, "title").text).toBe(head.title);
				expect(childOf(feed, "subtitle").text).toBe(head.description);
				const parsed = childrenOf(feed, "entry");
				expect(parsed).toHaveLength(entries.length);
				for (const [index, element] of parsed.entries()) {
					const entry = entryAt(entries, index);
					expect(childOf(element, "id").text).toBe(entry.id);
					expect(childOf(element, "title").text).toBe(entry.title);
					expect(childOf(element, "summary").text).toBe(entry.summary);
					expect(childOf(element, "content").text).toBe(entry.contentHtml);
					const authors = childrenOf(element, "author");
					expect(
						authors.map((author) => ({
							name: childOf(author, "name").text,
							email: childOf(author, "email").text,
							url: childOf(author, "uri").text,
						})),
					).toEqual(entry.authors);
					expect(childrenOf(element, "category").map(({ attributes }) => attributes.term)).toEqual(
						entry.categories.map(({ label }) => label),
					);
					const [alternate, ...enclosures] = childrenOf(element, "link");
					expect(alternate?.attributes.href).toBe(entry.url);
					expect(
						enclosures.map(({ attributes: { href, title } }) => ({ url: href, title })),
					).toEqual(entry.enclosures.map(({ url, title }) => ({ url, title })));
				}
			}),
		);
	});

	it("comes back from JSON Feed as it was (requirements 59, 89)", () => {
		fc.assert(
			fc.property(anyFeed, ([head, entries]) => {
				const feed = JSON.parse(renderFeed(jsonFeed, head, entries.map(jsonFeed.renderEntry)));
				expect(feed).toMatchObject({
					title: head.title,
					description: head.description,
					home_page_url: head.homePageUrl,
					authors: head.authors,
				});
				expect(feed.items).toHaveLength(entries.length);
				for (const [index, item] of feed.items.entries()) {
					const entry = entryAt(entries, index);
					expect(item).toMatchObject({
						id: entry.id,
						url: entry.url,
						title: entry.title,
						summary: entry.summary,
						content_html: entry.contentHtml,
						image: entry.image?.url,
					});
					expect(item.tags ?? []).toEqual(entry.categories.map(({ label }) => label));
					expect(item.authors ?? []).toEqual(entry.authors.map(({ name, url }) => ({ name, url })));
					expect(
						(item.attachments ?? []).map(({ url, title }: Record<string, unknown>) => ({
							url,
							title,
						})),
					).toEqual(entry.enclosures.map(({ url, title }) => ({ url, title })));
				}
			}),
		);
	});

	it("comes back from OPML as it was (requirement 138)", () => {
		fc.assert(
			fc.property(anyName, anyName, anyUrl, (title, description, url) => {
				const outline: Outline = { title, description, xmlUrl: url, htmlUrl: url, children: [] };
				const root = parseStrictly(renderOpml({ title }, [{ ...outline, children: [outline] }]));
				expect(childOf(childOf(root, "head"), "title").text).toBe(title);
				const folder = childOf(childOf(root, "body"), "outline");
				expect(folder.attributes).toEqual({ text: title });
				for (const child of childrenOf(folder, "outline")) {
					expect(child.attributes).toMatchObject({
						text: title,
						title,
						description,
						xmlUrl: url,
						htmlUrl: url,
					});
				}
			}),
		);
	});

	it("never adds or hides an entry to any parser, nor moves an id (requirements 63, 96)", async () => {
		await fc.assert(
			fc.asyncProperty(anyFeed, async ([head, entries]) => {
				const ids = entries.map((entry) => entry.id);
				for (const format of feedFormats) {
					const document = renderFeed(format, head, entries.map(format.renderEntry));
					const bySmith = parseWithFeedsmith(document);
					if (bySmith.format === "rss") {
						expect(bySmith.feed.items?.map((item) => item.guid?.value) ?? []).toEqual(ids);
					} else if (bySmith.format === "atom") {
						expect(bySmith.feed.entries?.map((entry) => entry.id) ?? []).toEqual(ids);
					} else if (bySmith.format === "json") {
						expect(bySmith.feed.items?.map((item) => item.id) ?? []).toEqual(ids);
					}
					expect(bySmith.format).toBe(format.name);
					if (format.name === "json") continue;
					const byRssParser = await new RssParser().parseString(document);
					expect(byRssParser.items.map((item) => item.guid ?? item.id)).toEqual(ids);
					expect(parseWithFeedParser(document).items.map((item) => item.id)).toEqual(ids);
				}
			}),
		);
	});

	it.skipIf(spawnSync("xmllint", ["--version"]).status !== 0)(
		"is well-formed to xmllint, which Debian has in libxml2-utils (requirement 58)",
		() => {
			const entries = fc.sample(anyEntry, 300);
			for (const format of [rss, atom]) {
				const document = renderFeed(format, minimalHead, entries.map(format.renderEntry));
				const { status, stderr } = spawnSync("xmllint", ["--noout", "-"], { input: document });
				expect(String(stderr)).toBe("");
				expect(status).toBe(0);
			}
		},
	);
});

function entryAt(entries: readonly Entry[], index: number): Entry {
	const entry = entries[index];
	if (!entry) throw new Error(`There is no entry ${index}.`);
	return entry;
}

/** What HTML without any element says. */
function textOfHtml(html: string): string {
	return html.replaceAll("&lt;", "<").replaceAll("&amp;", "&");
}
