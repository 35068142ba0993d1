import { parseOpml } from "feedsmith";
import { describe, expect, it } from "vitest";
import { type Outline, renderOpml } from "../../src/feeds/opml.ts";

const business: Outline = {
	title: "Business & more",
	description: 'All "business" <b>',
	xmlUrl: "https://example.org/news/business/rss.xml",
	htmlUrl: "https://example.org/news/business/",
	language: "en",
	children: [],
};
const news: Outline = {
	title: "News",
	xmlUrl: "https://example.org/news/rss.xml",
	htmlUrl: "https://example.org/news/",
	children: [business],
};

describe("renderOpml", () => {
	it("lists the feeds nested as they are, each a feed of its own (requirement 138)", () => {
		const head = { title: "The Example: feeds", updated: new Date("2026-03-15T18:00:00Z") };
		expect(renderOpml(head, [news])).toBe(`<?xml version="1.0" encoding="utf-8"?>
<opml version="2.0">
  <head>
    <title>The Example: feeds</title>
    <dateModified>Sun, 15 Mar 2026 18:00:00 GMT</dateModified>
  </head>
  <body>
    <outline text="News">
      <outline type="rss" text="News" title="News" htmlUrl="https://example.org/news/" xmlUrl="https://example.org/news/rss.xml"/>
      <outline type="rss" text="Business &amp; more" title="Business &amp; more" description="All &quot;business&quot; &lt;b&gt;" language="en" htmlUrl="https://example.org/news/business/" xmlUrl="https://example.org/news/business/rss.xml"/>
    </outline>
  </body>
</opml>
`);
	});

	it("is read by a parser that is not ours", () => {
		const document = parseOpml(renderOpml({ title: "Feeds" }, [news]));
		expect(document.head?.title).toBe("Feeds");
		expect(document.body?.outlines?.[0]?.outlines?.map((outline) => outline.xmlUrl)).toEqual([
			news.xmlUrl,
			business.xmlUrl,
		]);
	});

	it("gives no date where none is known, never the clock's", () => {
		expect(renderOpml({ title: "Feeds" }, [business])).not.toContain("date");
	});
});
