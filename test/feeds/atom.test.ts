import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { atom } from "../../src/feeds/atom.ts";
import { renderFeed } from "../../src/feeds/formats.ts";
import { childOf, childrenOf, parseStrictly } from "./parse-strictly.ts";
import { minimalEntry, minimalHead, richEntry, richHead } from "./sample-feed.ts";

describe("Atom", () => {
	it("writes a minimal feed (requirements 58, 79 to 84)", () => {
		expect(
			renderFeed(atom, minimalHead, [atom.renderEntry(minimalEntry)]),
		).toBe(`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/">
  <id>tag:example.org,2026:/</id>
  <title type="text">The Example</title>
  <updated>2000-01-01T00:00:00Z</updated>
  <author>
    <name>The Example</name>
  </author>
  <link rel="self" type="application/atom+xml" href="https://example.org/atom.xml"/>
  <link rel="alternate" type="text/html" href="https://example.org/"/>
  <link rel="alternate" type="application/rss+xml" href="https://example.org/rss.xml"/>
  <link rel="alternate" type="application/feed+json" href="https://example.org/feed.json"/>
  <generator>Broadsheet</generator>
  <entry>
    <id>tag:example.org,2026-03-14:/plain/</id>
    <title type="text">Plain</title>
    <link rel="alternate" type="text/html" href="https://example.org/plain/"/>
    <published>2026-03-14T09:30:00Z</published>
    <updated>2026-03-14T09:30:00Z</updated>
    <summary type="text">Nothing but a summary.</summary>
  </entry>
</feed>
`);
	});

	it("writes a rich feed (requirements 58, 79 to 84, 86)", () => {
		expect(
			renderFeed(atom, richHead, [atom.renderEntry(richEntry)]),
		).toBe(`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xml:lang="en-GB">
  <id>tag:example.org,2026:/news/r-d/</id>
  <title type="text">R&amp;D &lt;news&gt;</title>
  <subtitle type="text">What "AT&amp;T" does, &amp; more</subtitle>
  <updated>2026-03-15T18:00:00Z</updated>
  <author>
    <name>Ada &amp; Co</name>
    <uri>https://example.org/ada</uri>
    <email>ada@example.org</email>
  </author>
  <link rel="self" type="application/atom+xml" href="https://feeds.example.org/news/r-d/atom.xml"/>
  <link rel="alternate" type="text/html" href="https://example.org/news/r-d/?a=1&amp;b=2"/>
  <link rel="alternate" type="application/rss+xml" href="https://feeds.example.org/news/r-d/rss.xml"/>
  <link rel="alternate" type="application/feed+json" href="https://feeds.example.org/news/r-d/feed.json"/>
  <icon>https://example.org/logo.png</icon>
  <logo>https://example.org/logo.png</logo>
  <generator>Broadsheet</generator>
  <entry xml:lang="en">
    <id>tag:example.org,2026-03-14:/news/r-d/a-title/</id>
    <title type="text">AT&amp;T &lt;b&gt; &amp;amp; ]]&gt;</title>
    <link rel="alternate" type="text/html" href="https://example.org/news/r-d/a-title/?x=1&amp;y=2"/>
    <published>2026-03-14T09:30:00Z</published>
    <updated>2026-03-15T18:00:00Z</updated>
    <author>
      <name>Ada &amp; Co</name>
      <uri>https://example.org/ada</uri>
      <email>ada@example.org</email>
    </author>
    <author>
      <name>Grace</name>
    </author>
    <category term="R&amp;D"/>
    <category term="Größe"/>
    <summary type="text">1 &lt; 2 &amp; "so on"</summary>
    <content type="html">&lt;p&gt;Fish &amp;amp; chips ]]&amp;gt;&lt;/p&gt;
&lt;pre&gt;
  &lt;b&gt;1&lt;/b&gt;
&lt;/pre&gt;</content>
    <link rel="enclosure" type="audio/mpeg" length="1234" href="https://example.org/talk.mp3?a=1&amp;b=2" title="The &quot;talk&quot;"/>
    <link rel="enclosure" type="audio/ogg" href="https://example.org/talk.ogg"/>
    <link rel="enclosure" type="application/pdf" length="99" href="https://example.org/slides.pdf"/>
    <media:content url="https://example.org/picture.webp" type="image/webp" medium="image"/>
  </entry>
</feed>
`);
	});

	it("writes an empty feed with id, title, updated and author (requirements 64, 79)", () => {
		const feed = parseStrictly(renderFeed(atom, minimalHead, []));
		expect(childrenOf(feed, "entry")).toEqual([]);
		for (const name of ["id", "title", "updated", "author"]) {
			expect(childOf(feed, name)).toBeDefined();
		}
	});

	it("has one alternate link of each type, the page in front (requirements 82, 83)", () => {
		const feed = parseStrictly(renderFeed(atom, richHead, []));
		const links = childrenOf(feed, "link").map(({ attributes }) => [
			attributes.rel,
			attributes.type,
		]);
		expect(links).toEqual([
			["self", "application/atom+xml"],
			["alternate", "text/html"],
			["alternate", "application/rss+xml"],
			["alternate", "application/feed+json"],
		]);
	});

	it("says nothing of a summary or a content that is not there (requirement 80)", () => {
		const document = renderFeed(atom, minimalHead, [
			atom.renderEntry({ ...minimalEntry, title: "", summary: "" }),
		]);
		const entry = childOf(parseStrictly(document), "entry");
		expect(entry.children.map((child) => child.name)).toEqual([
			"id",
			"title",
			"link",
			"published",
			"updated",
		]);
	});

	describe.skipIf(spawnSync("xmllint", ["--version"]).status !== 0)(
		"by the schema of RFC 4287, for which xmllint is needed (Debian: libxml2-utils)",
		() => {
			it.each([
				["an empty feed (requirement 64)", minimalHead, []],
				["a minimal feed", minimalHead, [minimalEntry]],
				["a rich feed", richHead, [richEntry, minimalEntry]],
			])("is valid: %s (requirements 79 to 84)", (_case, head, entries) => {
				expect(faultsBySchema(renderFeed(atom, head, entries.map(atom.renderEntry)))).toBe("");
			});

			it("would not be valid without what a feed must have", () => {
				const document = renderFeed(atom, minimalHead, []);
				expect(faultsBySchema(document.replace(/<updated>.*<\/updated>/, ""))).toContain("updated");
				expect(faultsBySchema(document.replace("<feed ", '<feed version="1.0" '))).toContain(
					"version",
				);
			});
		},
	);
});

/** What xmllint has against a document; empty if it is valid. */
function faultsBySchema(document: string): string {
	const schema = fileURLToPath(new URL("../fixtures/atom-1.0.rng", import.meta.url));
	const { status, stderr } = spawnSync("xmllint", ["--noout", "--relaxng", schema, "-"], {
		input: document,
	});
	return status === 0 ? "" : String(stderr);
}
