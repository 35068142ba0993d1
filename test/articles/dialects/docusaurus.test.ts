import { describe, expect, it } from "vitest";
import { addressOf, post, readSite } from "./read-site.ts";

describe("the Docusaurus dialect", () => {
	it("takes Markdown and MDX without `_` in a name, and explains the rest", () => {
		const { articles, omitted } = readSite("docusaurus", {
			"2026-03-14-one.md": post("title: One"),
			"2026-03-15-two.mdx": post("title: Two"),
			"2026-03-16-three/index.mdx": post("title: Three"),
			"2026-03-16-three/_part.mdx": "Part",
			"_parts/four.md": post("date: 2026-03-14"),
			"__tests__/five.md": post("date: 2026-03-14"),
			"draft.md": post("date: 2026-03-14", "draft: true"),
			"unlisted.md": post("date: 2026-03-14", "unlisted: true"),
			"six.html": "<p>Six</p>",
		});
		expect(Object.keys(articles)).toEqual([
			"/2026/03/14/one",
			"/2026/03/15/two",
			"/2026/03/16/three",
		]);
		expect(omitted).toEqual({
			"2026-03-16-three/_part.mdx": "one that the generator does not read for its name",
			"_parts/four.md": "one that the generator does not read for its name",
			"__tests__/five.md": "one that the generator does not read for its name",
			"draft.md": "`draft` is set",
			"unlisted.md": "`unlisted` is set",
			"six.html": "of another kind than this generator's articles",
		});
	});

	it.each([
		["2026-03-04-one.md", "", "/2026/03/04/one"],
		["2026-3-4-one.md", "", "/2026/3/4/one"],
		["2026/03/04/one.md", "", "/2026/03/04/one"],
		["2026/03/04-one/index.md", "", "/2026/03/04/one"],
		["news/2026-03-04-one.md", "", "/2026/03/04/news/one"],
		["one.md", "", "/one"],
		["one/index.md", "", "/one"],
		["releases/1.20.md", "", "/releases/1.20"],
		["2026-03-04-One Two.md", "", "/2026/03/04/One Two"],
		["2026-03-04-one.md", "slug: another", "/another"],
		["2026-03-04-one.md", "slug: /deep/Another/", "/deep/Another/"],
		["2026-03-04-one.md", "date: 2026-05-06", "/2026/03/04/one"],
	])("gives %s with `%s` the address %s", (path, line, address) => {
		expect(addressOf("docusaurus", path, `title: T\n${line || "date: 2026-01-01"}`)).toBe(address);
	});

	it("keeps a post without any date, and prefers the front matter's", () => {
		const { articles } = readSite("docusaurus", {
			"one.md": post("title: One"),
			"2026-03-04-two.md": post("date: 2026-03-05 10:00", "last_update:", "  date: 2026-04-01"),
		});
		expect(articles["/one"]?.published).toEqual(new Date("0001-01-01T00:00:00Z"));
		expect(articles["/2026/03/04/two"]).toMatchObject({
			published: new Date("2026-03-05T10:00:00Z"),
			updated: new Date("2026-04-01T00:00:00Z"),
		});
	});

	it("rolls over a day in the path that no calendar has", () => {
		const { articles } = readSite("docusaurus", { "2017-02-29-a.md": post("title: A") });
		expect(articles["/2017/02/29/a"]?.published).toEqual(new Date("2017-03-01T00:00:00Z"));
	});

	it("takes the title from the first heading", () => {
		const { articles } = readSite("docusaurus", { "2026-03-04-a.md": "# The title\n\nText.\n" });
		expect(articles["/2026/03/04/a"]?.title).toBe("The title");
	});
});
