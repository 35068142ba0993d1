import { describe, expect, it } from "vitest";
import { addressOf, readSite } from "./read-site.ts";

const page = (...lines: readonly string[]) => ["+++", ...lines, "+++", "Text."].join("\n");

describe("the Zola dialect", () => {
	it("has the pages with a date in its feed, and explains the rest", () => {
		const { articles, omitted } = readSite("zola", {
			"_index.md": page('sort_by = "date"'),
			"_index.fr.md": page(),
			"about.md": page('title = "About"'),
			"blog/_index.md": page(),
			"blog/one.md": page('title = "One"', "date = 2026-03-14"),
			"blog/2026-03-15-two.md": page('title = "Two"'),
			"blog/2026-03-16_three.md": page(),
			"blog/2026-03-17T09:30:00Z-four.md": page(),
			"blog/trip/index.md": page("date = 2026-03-18"),
			"blog/trip/notes.md": page("date = 2026-03-18"),
			"blog/trip/more/notes.md": page("date = 2026-03-18"),
			"blog/draft.md": page("date = 2026-03-14", "draft = true"),
			"blog/data.md": page("date = 2026-03-14", "render = false"),
			"blog/page.html": "<p>Text</p>",
		});
		expect(Object.keys(articles)).toEqual([
			"/blog/one/",
			"/blog/two/",
			"/blog/three/",
			"/blog/four/",
			"/blog/trip/",
		]);
		expect(articles["/blog/four/"]?.published).toEqual(new Date("2026-03-17T09:30:00Z"));
		expect(omitted["about.md"]).toContain("NOT_AN_ARTICLE This file has no date, so it is a page.");
		expect({ ...omitted, "about.md": "" }).toEqual({
			"_index.md": "the page of its section",
			"_index.fr.md": "the page of its section",
			"about.md": "",
			"blog/_index.md": "the page of its section",
			"blog/trip/notes.md": "beside a page that has the folder to itself",
			"blog/trip/more/notes.md": "beside a page that has the folder to itself",
			"blog/draft.md": "`draft` is set",
			"blog/data.md": "`render` is off",
			"blog/page.html": "of another kind than this generator's articles",
		});
	});

	it.each([
		["blog/Hello World.md", "", "/blog/hello-world/"],
		["blog/日本.md", "", "/blog/ri-ben/"],
		["blog/Größe_und Maß.md", "", "/blog/grosse-und-mass/"],
		["blog/it's v1.2!.md", "", "/blog/it-s-v1-2/"],
		["Blog Posts/a.md", "", "/Blog Posts/a/"],
		["blog/a.md", 'slug = "Другой путь"', "/blog/drugoi-put/"],
		["blog/a.md", 'path = "old/place"', "/old/place/"],
		["blog/a.md", 'path = "/old/place/"', "/old/place/"],
		["blog/2026-03-14-a/index.md", "", "/blog/a/"],
	])("gives %s with `%s` the address %s", (path, line, address) => {
		expect(addressOf("zola", path, `date = 2026-03-14\n${line}`)).toBe(address);
	});

	it("reads taxonomies, authors and [extra]", () => {
		const { articles } = readSite("zola", {
			"a.md": page(
				'title = "A"',
				"date = 2026-03-14T08:00:00+01:00",
				"updated = 2026-03-15",
				'authors = ["Ada"]',
				"[taxonomies]",
				'tags = ["x", "y"]',
				'categories = ["z"]',
				"[extra]",
				'image = "a.png"',
			),
		});
		expect(articles["/a/"]).toMatchObject({
			published: new Date("2026-03-14T07:00:00Z"),
			updated: new Date("2026-03-15T00:00:00Z"),
			authors: [{ name: "Ada" }],
			tags: ["x", "y"],
			categories: ["z"],
			image: { reference: "a.png" },
		});
	});
});
