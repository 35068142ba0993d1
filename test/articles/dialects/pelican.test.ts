import { describe, expect, it } from "vitest";
import { addressOf, post, readSite } from "./read-site.ts";

const meta = (...lines: readonly string[]) => [...lines, "", "Text.", ""].join("\n");

describe("the Pelican dialect", () => {
	it("takes articles outside of `pages`, with a title and a date, and explains the rest", () => {
		const { articles, omitted } = readSite("pelican", {
			"one.md": meta("Title: One", "Date: 2026-03-14 10:20"),
			"web/two.rst": "Two\n###\n\n:date: 2026-03-15\n:tags: a, b\n\nText.\n",
			"2026-03-16-three.md": meta("Title: Three"),
			"pages/about.md": meta("Title: About", "Date: 2026-03-14"),
			"untitled.md": meta("Date: 2026-03-14"),
			"undated.md": meta("Title: Undated"),
			"draft.md": meta("Title: D", "Date: 2026-03-14", "Status: draft"),
			"hidden.md": meta("Title: H", "Date: 2026-03-14", "Status: Hidden"),
			"data.json": "{}",
		});
		expect(Object.keys(articles)).toEqual(["/one.html", "/two.html", "/three.html"]);
		expect(omitted["undated.md"]).toContain("has no date");
		expect({ ...omitted, "undated.md": "" }).toEqual({
			"pages/about.md": "a page: they lie in `pages`",
			"untitled.md": "it has no title",
			"undated.md": "",
			"draft.md": "`status` is `draft`",
			"hidden.md": "`status` is `hidden`",
			"data.json": "of another kind than this generator's articles",
		});
	});

	it("reads metadata lines as Python-Markdown does", () => {
		const { articles, texts } = readSite("pelican", {
			"a.md": meta(
				"Title: A: the “first”",
				"DATE: 2026-03-14",
				"Tags: x, y z",
				"Authors: Doe, Jane; Roe, Richard",
				"Summary: One",
				"    and two",
				"Title: Another",
			),
		});
		expect(articles["/a-the-first.html"]).toMatchObject({
			title: "A: the “first”",
			tags: ["x", "y z"],
			authors: [{ name: "Doe, Jane" }, { name: "Roe, Richard" }],
			summary: "One\nand two",
			body: { firstLine: 9 },
		});
		expect(texts["/a-the-first.html"]).toBe("Text.\n");
	});

	it("reads metadata between fences, as YAML where it is, else line by line", () => {
		const { articles, texts } = readSite("pelican", {
			"a.md": post("title: A", "date: 2026-03-14", "tags:", "  - x"),
			"b.md": post("title: B: c", "date: 2026-03-14", "tags: x, y"),
		});
		expect(articles["/a.html"]?.tags).toEqual(["x"]);
		expect(articles["/b-c.html"]).toMatchObject({ title: "B: c", tags: ["x", "y"] });
		expect(texts["/b-c.html"]).toBe("\nText.\n");
	});

	it("reads the field list of reStructuredText, its title with lines above and below", () => {
		const { articles } = readSite("pelican", {
			"a.rst":
				"=======\n A title\n=======\n\n:date: 2026-03-14 10:20\n:authors: Ada, Bob\n:summary: One\n   and two\n\nText.\n",
		});
		expect(articles["/a-title.html"]).toMatchObject({
			title: "A title",
			published: new Date("2026-03-14T10:20:00Z"),
			authors: [{ name: "Ada" }, { name: "Bob" }],
			summary: "One\nand two",
			body: { firstLine: 9 },
		});
	});

	it("reads the head of HTML, and serves what is in the body", () => {
		const { articles, texts } = readSite("pelican", {
			"a.html":
				'<html><head><title>A &amp; B</title><meta name="date" content="2026-03-14" /><meta name="keywords" content="x, y" /></head>\n<body>\n<p>Text.</p>\n</body></html>',
		});
		expect(articles["/a-b.html"]).toMatchObject({
			title: "A & B",
			tags: ["x", "y"],
			body: { firstLine: 2 },
		});
		expect(texts["/a-b.html"]).toBe("\n<p>Text.</p>\n");
	});

	it.each([
		["My First Post!", "", "/my-first-post.html"],
		["snake_case & <em>more</em>", "", "/snake_case-more.html"],
		["北京 2008", "", "/bei-jing-2008.html"],
		["Straße", "", "/strasse.html"],
		["T", "slug: Own-Slug", "/Own-Slug.html"],
		["T", "url: old/place.html", "/old/place.html"],
		["T", "lang: fr", "/t-fr.html"],
	])("gives “%s” with `%s` the address %s", (title, line, address) => {
		expect(addressOf("pelican", "a.md", `title: ${title}\ndate: 2026-03-14\n${line}`)).toBe(
			address,
		);
	});

	it.each([
		["{date:%Y}/{date:%m}/{date:%d}/{slug}/", "/2026/03/04/t/"],
		["{date:%Y/%b}/{slug}.html", "/2026/Mar/t.html"],
		["{category}/{slug}/", "/web/t/"],
		["{path}.html", "/web/file.html"],
		["{author}/{slug}", "/ada-l/t"],
		["/:year/:slug/", "/2026/t/"],
	])("understands ARTICLE_URL %s: %s", (permalink, address) => {
		const front = "title: T\ndate: 2026-03-04\nauthor: Ada L";
		expect(addressOf("pelican", "web/file.md", front, { permalink })).toBe(address);
	});

	it("takes the category for the section: the metadata's, else the folder's", () => {
		const { articles } = readSite("pelican", {
			"deep/web/a.md": meta("Title: A", "Date: 2026-03-14"),
			"deep/web/b.md": meta("Title: B", "Date: 2026-03-14", "Category: Open Source"),
			"c.md": meta("Title: C", "Date: 2026-03-14"),
		});
		expect(articles["/a.html"]?.section).toEqual([{ slug: "web", name: "web" }]);
		expect(articles["/b.html"]?.section).toEqual([{ slug: "open-source", name: "Open Source" }]);
		expect(articles["/c.html"]?.section).toEqual([]);
	});

	it("gives the ids of feedgenerator: the day in the article's zone, and a slash at the end", () => {
		const { articles } = readSite(
			"pelican",
			{ "a.md": meta("Title: A", "Date: 2026-03-14 00:30") },
			{ timezone: "Europe/Vienna" },
		);
		expect(articles["/a.html"]?.generatorId).toBe("tag:example.org,2026-03-14:/a.html/");
	});
});
