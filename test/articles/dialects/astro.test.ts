import { describe, expect, it } from "vitest";
import { addressOf, post, readSite } from "./read-site.ts";

describe("the Astro dialect", () => {
	it("takes dated entries without `_` in a name, and explains the rest", () => {
		const { articles, omitted } = readSite("astro", {
			"blog/one.md": post("title: One", "pubDate: 'Mar 14 2026'"),
			"blog/two.mdx": post("title: Two", "pubDate: 2026-03-15"),
			"blog/three/index.md": post("publishDate: 2026-03-16"),
			"blog/four.md": post(
				"pubDatetime: 2026-03-17T10:00:00Z",
				"modDatetime: 2026-03-18T00:00:00Z",
			),
			"blog/_draft.md": post("pubDate: 2026-03-14"),
			"blog/draft.md": post("pubDate: 2026-03-14", "draft: true"),
			"authors/ada.md": post("name: Ada"),
			"config.ts": "",
		});
		expect(Object.keys(articles)).toEqual([
			"/blog/one/",
			"/blog/two/",
			"/blog/three/",
			"/blog/four/",
		]);
		expect(articles["/blog/one/"]?.published).toEqual(new Date("2026-03-14T00:00:00Z"));
		expect(articles["/blog/four/"]?.updated).toEqual(new Date("2026-03-18T00:00:00Z"));
		expect(omitted["authors/ada.md"]).toContain("This file has no date, so it is a page.");
		expect({ ...omitted, "authors/ada.md": "" }).toEqual({
			"blog/_draft.md": "one that the generator does not read for its name",
			"blog/draft.md": "`draft` is set",
			"authors/ada.md": "",
			"config.ts": "of another kind than this generator's articles",
		});
	});

	it.each([
		["blog/Hello World (2).md", "", "/blog/hello-world-2/"],
		["blog/v1.2.md", "", "/blog/v12/"],
		["blog/日本語.md", "", "/blog/日本語/"],
		["blog/Deep/a_b.md", "", "/blog/deep/a_b/"],
		["blog/a.md", "slug: deep/Other", "/blog/deep/Other/"],
		["src/content/blog/a.md", "", "/blog/a/"],
		["src/pages/posts/Post-1.md", "", "/posts/Post-1/"],
		["a.md", "", "/a/"],
	])("gives %s with `%s` the address %s", (path, line, address) => {
		expect(addressOf("astro", path, `pubDate: 2026-03-14\n${line}`)).toBe(address);
	});

	it("makes a section of the collection", () => {
		const { articles } = readSite("astro", { "src/content/blog/a.md": post("date: 2026-03-14") });
		expect(articles["/blog/a/"]?.section).toEqual([{ slug: "blog", name: "Blog" }]);
	});
});
