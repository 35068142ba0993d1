import { describe, expect, it } from "vitest";
import { addressOf, post, readSite } from "./read-site.ts";

describe("the Eleventy dialect, in folders of many kinds", () => {
	it("takes dated templates for posts, and explains the rest", () => {
		const { articles, omitted } = readSite("eleventy", {
			"blog/one.md": post("date: 2026-03-14"),
			"_posts/2026-03-15-two.md": post("title: Two"),
			"blog/three.njk": post("date: 2026-03-16"),
			"blog/four.md": post("date: git Last Modified"),
			"index.njk": post("title: Home"),
			"_includes/post.njk": post("date: 2026-03-14"),
			"_data/site.json": "{}",
			"blog/off.md": post("date: 2026-03-14", "permalink: false"),
			"blog/apart.md": post("date: 2026-03-14", "eleventyExcludeFromCollections: true"),
		});
		expect(Object.keys(articles)).toEqual([
			"/blog/one/",
			"/_posts/2026-03-15-two/",
			"/blog/three/",
		]);
		expect(omitted["index.njk"]).toContain("no date");
		expect(omitted["blog/four.md"]).toContain("no date");
		expect(omitted).toMatchObject({
			"_includes/post.njk": "one that the generator does not read for its name",
			"_data/site.json": "of another kind than this generator's articles",
			"blog/off.md": "`permalink` is `false`",
			"blog/apart.md": "`eleventyExcludeFromCollections` is set",
		});
	});

	it.each([
		["/{{ page.fileSlug }}/", "/the-name/"],
		["/{{ page.filePathStem }}.html", "/blog/the-name.html"],
		["/{{ title | slugify }}/index.html", "/its-a-title/"],
		["/{{ page.date | date: '%Y/%m/%d' }}/{{ page.fileSlug }}/", "/2026/03/04/the-name/"],
		[
			'/{{ page.date | dateFormat("yyyy/MM") }}/{{ page.fileSlug | slugify }}/',
			"/2026/03/the-name/",
		],
		["/{{ page.date | toDatePath }}/{{ page.fileSlug }}/", "/2026/03/04/the-name/"],
		["/{{ slug }}/", "/own/"],
		["/{{ pagination.pageNumber }}/", undefined],
		["/{{ page.date | date: '%A' }}/", undefined],
	])("reads the template %s in a permalink: %s", (permalink, address) => {
		const front = `title: It's a Title\nslug: own\npermalink: >-\n  ${permalink}`;
		expect(addressOf("eleventy", "blog/2026-03-04-the-name.md", front)).toBe(address);
	});

	it("reads such a template of the settings, also as a default by glob", () => {
		const permalink = "/posts/{{ page.fileSlug }}/";
		const defaults = [{ glob: "blog/**", values: { permalink } }];
		expect(addressOf("eleventy", "blog/a.md", undefined, { permalink })).toBe("/posts/a/");
		expect(addressOf("eleventy", "blog/a.md", undefined, { defaults })).toBe("/posts/a/");
	});

	it("reads dates in UTC, whatever zone the patterns are for", () => {
		const { articles } = readSite(
			"eleventy",
			{ "a.md": post("date: 2026-03-14T23:00:00-05:00") },
			{
				permalink: "/:year/:month/:day/",
			},
		);
		expect(Object.keys(articles)).toEqual(["/2026/03/15/"]);
	});
});
