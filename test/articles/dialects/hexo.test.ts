import { describe, expect, it } from "vitest";
import { addressOf, post, readSite } from "./read-site.ts";

describe("the Hexo dialect", () => {
	it("takes what lies in `_posts`, and explains the rest", () => {
		const { articles, omitted } = readSite("hexo", {
			"_posts/one.md": post("title: One", "date: 2026-03-14"),
			"_posts/deep/two.md": post("title: Two", "date: 2026-03-14"),
			"_posts/page.html": post("title: Page", "date: 2026-03-14"),
			"_posts/one/demo.html": "<p>Demo</p>",
			"_posts/_hidden.md": post("date: 2026-03-14"),
			"_posts/off.md": post("date: 2026-03-14", "published: false"),
			"_drafts/three.md": post("title: Three"),
			"about/index.md": post("title: About", "date: 2026-03-14"),
			"_posts/data.csv": "a,b",
		});
		expect(Object.keys(articles)).toEqual([
			"/2026/03/14/one/",
			"/2026/03/14/deep/two/",
			"/2026/03/14/page/",
		]);
		expect(omitted).toEqual({
			"_posts/one/demo.html": "in the asset folder of a post",
			"_posts/_hidden.md": "one that the generator does not read for its name",
			"_posts/off.md": "`published` is off",
			"_drafts/three.md": "a draft",
			"about/index.md": "a page: posts lie in `_posts`",
			"_posts/data.csv": "of another kind than this generator's articles",
		});
	});

	it("takes the folder for `_posts` itself where there is no such folder", () => {
		expect(addressOf("hexo", "deep/one.md")).toBe("/2026/03/14/deep/one/");
	});

	it.each([
		["_posts/Hello World.md", ":title/", "", "/Hello World/"],
		["_posts/v1.2.md", ":title.html", "", "/v1.2.html"],
		["_posts/日本語.md", ":year/:title/", "", "/2026/日本語/"],
		["_posts/deep/one.md", ":name/", "", "/one/"],
		["_posts/one.md", ":category/:name/", "categories: [Ça va, C++]", "/Ca-va/C/one/"],
		["_posts/one.md", ":category/:name/", "", "/uncategorized/one/"],
		["_posts/one.md", ":post_title/", "title: 'Über: “Öl & Wein”'", "/uber-“ol-wein”/"],
		["_posts/one.md", ":i_month/:i_day/:hour:minute/", "", "/3/14/0830/"],
		["_posts/one.md", ":lang/:title/", "lang: en", "/en/one/"],
		["_posts/one.md", ":title/", "permalink: old/place.html", "/old/place.html"],
	])("gives %s by %s with `%s` the address %s", (path, permalink, line, address) => {
		const front = `date: 2026-03-14 08:30:00\n${line}`;
		expect(addressOf("hexo", path, front, { permalink })).toBe(address);
	});

	it("takes a list of categories for a path: the section", () => {
		const sectionOf = (...lines: readonly string[]) =>
			readSite("hexo", { "_posts/a.md": post("date: 2026-03-14", ...lines) }).articles[
				"/2026/03/14/a/"
			];
		expect(sectionOf("categories: [Foo, Bar Baz]")).toMatchObject({
			section: [
				{ slug: "Foo", name: "Foo" },
				{ slug: "Bar-Baz", name: "Bar Baz" },
			],
			categories: ["Foo", "Bar Baz"],
		});
		expect(sectionOf("categories:", "- [A, B]", "- [C]")).toMatchObject({
			section: [{ name: "A" }, { name: "B" }],
			categories: ["A", "B", "C"],
		});
		expect(sectionOf("category: One, two")?.section).toEqual([
			{ slug: "One-two", name: "One, two" },
		]);
		expect(sectionOf("categories:")?.section).toEqual([]);
		expect(sectionOf("categories: tags")?.section).toEqual([]);
	});

	it("reads front matter without an opening fence, as YAML and as JSON", () => {
		const { articles, texts } = readSite("hexo", {
			"_posts/a.md": "title: A\ndate: 2026-3-4 23:31:06\ntags:\n\t- x\n---\nText\n\n---\n\nMore\n",
			"_posts/b.md": '"title": "B",\n"date": "2026-03-04"\n;;;\nText\n',
		});
		expect(articles["/2026/03/04/a/"]).toMatchObject({
			title: "A",
			tags: ["x"],
			body: { firstLine: 6 },
		});
		expect(texts["/2026/03/04/a/"]).toBe("Text\n\n---\n\nMore\n");
		expect(articles["/2026/03/04/b/"]?.title).toBe("B");
	});

	it("takes text before a rule for text", () => {
		const { texts } = readSite("hexo", {
			"_posts/2026-03-04-a.md": "Some text: more\n\n---\n\nX\n",
		});
		expect(texts["/2026/03/04/2026-03-04-a/"]).toContain("Some text");
	});

	it("reads a date in the site's zone, and rolls over days that no calendar has", () => {
		const published = (date: string) =>
			Object.values(
				readSite("hexo", { "_posts/a.md": post(`date: ${date}`) }, { timezone: "Asia/Shanghai" })
					.articles,
			)[0]?.published.toISOString();
		expect(published("2026-03-14 08:00:00")).toBe("2026-03-14T00:00:00.000Z");
		expect(published("2017-02-29")).toBe("2017-02-28T16:00:00.000Z");
		expect(published("05/06/2026")).toBe("2026-05-05T16:00:00.000Z");
	});
});
