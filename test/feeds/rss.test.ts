import { describe, expect, it } from "vitest";
import { renderFeed } from "../../src/feeds/formats.ts";
import { rss } from "../../src/feeds/rss.ts";
import { childOf, childrenOf, parseStrictly, textsOf } from "./parse-strictly.ts";
import { minimalEntry, minimalHead, richEntry, richHead } from "./sample-feed.ts";

const root =
	'<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">';

describe("RSS", () => {
	it("writes a minimal feed (requirements 58, 66, 67, 69, 70, 76, 77)", () => {
		expect(
			renderFeed(rss, minimalHead, [rss.renderEntry(minimalEntry)]),
		).toBe(`<?xml version="1.0" encoding="utf-8"?>
${root}
    <channel>
        <title>The Example</title>
        <link>https://example.org/</link>
        <description>The Example</description>
        <lastBuildDate>Sat, 01 Jan 2000 00:00:00 GMT</lastBuildDate>
        <docs>https://www.rssboard.org/rss-specification</docs>
        <generator>Broadsheet</generator>
        <ttl>30</ttl>
        <dc:creator>The Example</dc:creator>
        <atom:link rel="self" type="application/rss+xml" href="https://example.org/rss.xml"/>
        <atom:link rel="alternate" type="text/html" href="https://example.org/"/>
        <atom:link rel="alternate" type="application/atom+xml" href="https://example.org/atom.xml"/>
        <atom:link rel="alternate" type="application/feed+json" href="https://example.org/feed.json"/>
        <item>
            <title>Plain</title>
            <link>https://example.org/plain/</link>
            <guid isPermaLink="false">tag:example.org,2026-03-14:/plain/</guid>
            <pubDate>Sat, 14 Mar 2026 09:30:00 GMT</pubDate>
            <description>Nothing but a summary.</description>
        </item>
    </channel>
</rss>
`);
	});

	it("writes a rich feed (requirements 58, 66 to 77)", () => {
		expect(
			renderFeed(rss, richHead, [rss.renderEntry(richEntry)]),
		).toBe(`<?xml version="1.0" encoding="utf-8"?>
${root}
    <channel>
        <title>R&#x26;D &#x3C;news&gt;</title>
        <link>https://example.org/news/r-d/?a=1&amp;b=2</link>
        <description>What "AT&#x26;T" does, &#x26; more</description>
        <lastBuildDate>Sun, 15 Mar 2026 18:00:00 GMT</lastBuildDate>
        <docs>https://www.rssboard.org/rss-specification</docs>
        <generator>Broadsheet</generator>
        <language>en-GB</language>
        <ttl>45</ttl>
        <image>
            <url>https://example.org/logo.png</url>
            <title>R&#x26;D &#x3C;news&gt;</title>
            <link>https://example.org/news/r-d/?a=1&amp;b=2</link>
        </image>
        <dc:creator>Ada &#x26; Co</dc:creator>
        <atom:link rel="self" type="application/rss+xml" href="https://feeds.example.org/news/r-d/rss.xml"/>
        <atom:link rel="alternate" type="text/html" href="https://example.org/news/r-d/?a=1&amp;b=2"/>
        <atom:link rel="alternate" type="application/atom+xml" href="https://feeds.example.org/news/r-d/atom.xml"/>
        <atom:link rel="alternate" type="application/feed+json" href="https://feeds.example.org/news/r-d/feed.json"/>
        <item>
            <title>AT&#x26;T &#x3C;b&gt; &#x26;amp; ]]&gt;</title>
            <link>https://example.org/news/r-d/a-title/?x=1&amp;y=2</link>
            <guid isPermaLink="false">tag:example.org,2026-03-14:/news/r-d/a-title/</guid>
            <pubDate>Sat, 14 Mar 2026 09:30:00 GMT</pubDate>
            <description>1 &amp;lt; 2 &amp;amp; "so on"</description>
            <content:encoded>&lt;p&gt;Fish &amp;amp; chips ]]&amp;gt;&lt;/p&gt;
&lt;pre&gt;
  &lt;b&gt;1&lt;/b&gt;
&lt;/pre&gt;</content:encoded>
            <category>R&#x26;D</category>
            <category>Größe</category>
            <dc:creator>Ada &#x26; Co</dc:creator>
            <dc:creator>Grace</dc:creator>
            <dc:language>en</dc:language>
            <enclosure url="https://example.org/talk.mp3?a=1&amp;b=2" length="1234" type="audio/mpeg"/>
            <media:content url="https://example.org/picture.webp" type="image/webp" medium="image"/>
            <media:content url="https://example.org/talk.ogg" type="audio/ogg" medium="audio"/>
            <media:content url="https://example.org/slides.pdf" fileSize="99" type="application/pdf"/>
            <atom:updated>2026-03-15T18:00:00Z</atom:updated>
        </item>
    </channel>
</rss>
`);
	});

	it("writes an empty feed that still has all that a channel needs (requirements 64, 66)", () => {
		const channel = childOf(parseStrictly(renderFeed(rss, minimalHead, [])), "channel");
		expect(childrenOf(channel, "item")).toEqual([]);
		for (const name of ["title", "link", "description"]) {
			expect(childOf(channel, name).text).not.toBe("");
		}
	});

	it("has its root element within the first 512 bytes (requirement 78)", () => {
		expect(rss.renderFrame(richHead).head.indexOf("<rss ")).toBeLessThan(50);
	});

	it("gives description the full text where there is no summary (requirements 69, 72)", () => {
		const item = parseItem({ ...richEntry, summary: "" });
		expect(childOf(item, "description").text).toBe(richEntry.contentHtml);
		expect(childrenOf(item, "content:encoded")).toEqual([]);
	});

	it("puts the description before the full text (requirement 72)", () => {
		const names = parseItem(richEntry).children.map((child) => child.name);
		expect(names.indexOf("description")).toBeLessThan(names.indexOf("content:encoded"));
	});

	it("leaves an empty title out, unless nothing else is there to show (requirement 69)", () => {
		expect(childrenOf(parseItem({ ...minimalEntry, title: "" }), "title")).toEqual([]);
		const bare = parseItem({ ...minimalEntry, title: "", summary: "" });
		expect(childOf(bare, "title").text).toBe(minimalEntry.url);
		expect(childrenOf(bare, "description")).toEqual([]);
	});

	it("calls a guid a permalink only if it is the entry's own address (requirement 68)", () => {
		const guid = childOf(parseItem({ ...minimalEntry, id: minimalEntry.url }), "guid");
		expect(guid.attributes.isPermaLink).toBe("true");
		expect(guid.text).toBe(minimalEntry.url);
		const other = childOf(
			parseItem({ ...minimalEntry, id: "https://old.example.org/?p=1" }),
			"guid",
		);
		expect(other.attributes.isPermaLink).toBe("false");
	});

	it("names every author as dc:creator and none as author (requirement 73)", () => {
		const item = parseItem(richEntry);
		expect(textsOf(item, "dc:creator")).toEqual(["Ada & Co", "Grace"]);
		expect(childrenOf(item, "author")).toEqual([]);
	});

	it("has one enclosure at most, with length 0 if it is not known (requirement 74)", () => {
		expect(childrenOf(parseItem(richEntry), "enclosure")).toHaveLength(1);
		const [, unknown] = richEntry.enclosures;
		if (!unknown) throw new Error("The sample has two enclosures at least.");
		const enclosure = childOf(parseItem({ ...minimalEntry, enclosures: [unknown] }), "enclosure");
		expect(enclosure.attributes).toEqual({ url: unknown.url, length: "0", type: "audio/ogg" });
	});

	it("takes a picture for the channel's image only if it is a GIF, JPEG or PNG (requirement 75)", () => {
		const hasImage = (url: string, mediaType?: string): boolean => {
			const image = mediaType === undefined ? { url } : { url, mediaType };
			const frame = rss.renderFrame({ ...minimalHead, image });
			return (
				childrenOf(childOf(parseStrictly(frame.head + frame.tail), "channel"), "image").length === 1
			);
		};
		expect(hasImage("https://example.org/logo", "image/jpeg")).toBe(true);
		expect(hasImage("https://example.org/logo.GIF")).toBe(true);
		expect(hasImage("https://example.org/logo.png?v=2")).toBe(true);
		expect(hasImage("https://example.org/logo.svg", "image/svg+xml")).toBe(false);
		expect(hasImage("https://example.org/logo.webp")).toBe(false);
		expect(hasImage("https://example.org/logo")).toBe(false);
	});

	it("tells of a later edit as atom:updated, and of none otherwise", () => {
		expect(textsOf(parseItem(richEntry), "atom:updated")).toEqual(["2026-03-15T18:00:00Z"]);
		expect(textsOf(parseItem(minimalEntry), "atom:updated")).toEqual([]);
	});
});

function parseItem(entry: Parameters<typeof rss.renderEntry>[0]): ReturnType<typeof childOf> {
	const document = renderFeed(rss, minimalHead, [rss.renderEntry(entry)]);
	return childOf(childOf(parseStrictly(document), "channel"), "item");
}
