import { describe, expect, it } from "vitest";
import { addressOf, post, readSite } from "./read-site.ts";

describe("the Hugo dialect", () => {
	it("takes every page for an entry, and explains the rest", () => {
		const { articles, omitted } = readSite("hugo", {
			"_index.md": post("title: Home"),
			"about.md": post("title: About"),
			"posts/_index.md": post("title: Posts"),
			"posts/_index.de.md": post("title: Beiträge"),
			"posts/one.md": post("title: One", "date: 2026-03-14"),
			"posts/trip/index.md": post("title: Trip", "date: 2026-03-15"),
			"posts/trip/notes.md": post("title: Notes"),
			"posts/trip/days/first.md": post("title: First"),
			"posts/deep/page.html": post("title: HTML", "date: 2026-03-16"),
			"posts/Old.MARKDOWN": post("title: Old", "date: 2001-01-01"),
			"posts/#draft.md": post("title: Lock"),
			"posts/notes.txt": "Notes",
			"posts/draft.md": post("title: D", "draft: yes"),
			"posts/headless.md": post("title: H", "headless: true"),
			"posts/hidden.md": post("title: H", "build:", "  list: never"),
			"posts/hidden-before.md": post("title: H", "_build:", "  list: never"),
		});
		expect(Object.keys(articles)).toEqual([
			"/about/",
			"/posts/one/",
			"/posts/trip/",
			"/posts/deep/page/",
			"/posts/old/",
		]);
		expect(omitted).toEqual({
			"_index.md": "the page of its section",
			"posts/_index.md": "the page of its section",
			"posts/_index.de.md": "the page of its section",
			"posts/trip/notes.md": "a part of the page bundle that it lies in",
			"posts/trip/days/first.md": "a part of the page bundle that it lies in",
			"posts/#draft.md": "one that the generator does not read for its name",
			"posts/notes.txt": "of another kind than this generator's articles",
			"posts/draft.md": "`draft` is set",
			"posts/headless.md": "`headless` is set",
			"posts/hidden.md": "`build.list` keeps it out of lists",
			"posts/hidden-before.md": "`build.list` keeps it out of lists",
		});
	});

	it("keeps a page without any date as the oldest, as its feed does", () => {
		const { articles } = readSite("hugo", { "about.md": post("title: About") });
		expect(articles["/about/"]?.published.toISOString()).toBe("0001-01-01T00:00:00.000Z");
	});

	it.each([
		["posts/Hello World.md", "", "/posts/hello-world/"],
		["posts/v1.2.md", "", "/posts/v1.2/"],
		["Écrits/Été à Paris.md", "", "/écrits/été-à-paris/"],
		["posts/日本 語.md", "", "/posts/日本-語/"],
		["posts/a_b+c~d@e.md", "", "/posts/a_b+c~d@e/"],
		["posts/It's (really) new!.md", "", "/posts/its-really-new/"],
		["posts/A -- B - C.md", "", "/posts/a--b-c/"],
		["posts/one.md", "slug: Another Name", "/posts/another-name/"],
		["posts/trip/index.md", "slug: journey", "/posts/journey/"],
		["posts/trip/index.html", "", "/posts/trip/"],
		["posts/one.md", "url: /Old/Path", "/Old/Path/"],
		["posts/one.md", "url: /old/path.html", "/old/path.html"],
		["posts/one.md", "url: old/path/", "/old/path/"],
		["posts/one.md", "url: /:year/:slug", "/2026/one-title"],
		["posts/one.md", "permalink: /another/generators/", "/posts/one/"],
		["2026-03-14-one.md", "", "/2026-03-14-one/"],
	])("gives %s with `%s` the address %s without a pattern", (path, line, address) => {
		const front = `title: One title\ndate: 2026-03-14\n${line}`;
		expect(addressOf("hugo", path, front)).toBe(address);
	});

	it.each([
		["/:year/:month/:day/:slug/", "/2026/03/04/c#-and-tcp/ip/"],
		["/:slugorfilename", "/one"],
		["/:filename/", "/one/"],
		["/:contentbasename/", "/one/"],
		["/:section/:title/", "/blog/c#-and-tcp/ip/"],
		["/:sections/:filename", "/blog/tech/one"],
		["/:sections[1:]/:filename", "/tech/one"],
		["/:sections[last]/:filename", "/tech/one"],
		["/:sections[0]/:filename", "/blog/one"],
		["/:sections[:1]/:filename", "/blog/one"],
		["/:monthname/:weekdayname/:yearday/:filename", "/March/Wednesday/63/one"],
	])("fills the pattern %s: %s", (permalink, address) => {
		const front = 'title: "C# and TCP/IP"\ndate: 2026-03-04';
		const neighbours = { "blog/tech/_index.md": "" };
		const path = "blog/tech/2026/one.md";
		expect(
			decodeURIComponent(addressOf("hugo", path, front, { permalink }, neighbours) ?? ""),
		).toBe(address);
	});

	it("counts as sections the first folder, and deeper ones with an `_index.md`", () => {
		const permalink = "/:sections/:filename";
		expect(addressOf("hugo", "blog/a/b/one.md", undefined, { permalink })).toBe("/blog/one");
	});

	it("takes a date's own zone for the pattern, and the site's for a date without one", () => {
		const settings = { permalink: "/:day/:hour", timezone: "Asia/Tokyo" };
		const day = (date: string) =>
			addressOf("hugo", "a.md", `date: ${date}`, {
				permalink: "/:day/",
				timezone: settings.timezone,
			});
		expect(day("2026-03-14T23:00:00-05:00")).toBe("/14/");
		expect(day("2026-03-14T23:00:00")).toBe("/14/");
		expect(day("2026-03-14T23:00:00Z")).toBe("/14/");
	});

	it("looks for dates as the documentation says, and at last in the file's name, which is then the slug too", () => {
		const published = (...lines: readonly string[]) =>
			Object.values(readSite("hugo", { "posts/a.md": post("title: A", ...lines) }).articles)[0]
				?.published.toISOString()
				.slice(0, 10);
		expect(published("date: 2026-01-01", "publishDate: 2026-01-02", "lastmod: 2026-01-03")).toBe(
			"2026-01-01",
		);
		expect(published("publishDate: 2026-01-02")).toBe("2026-01-02");
		expect(published("pubdate: 2026-01-02", "lastmod: 2026-01-03")).toBe("2026-01-02");
		expect(published("Lastmod: 2026-01-03")).toBe("2026-01-03");
		const { articles } = readSite(
			"hugo",
			{ "posts/2026-01-05-the name.md": post("title: Another") },
			{ permalink: "/:slug/" },
		);
		expect(articles["/the-name/"]?.published.toISOString()).toBe("2026-01-05T00:00:00.000Z");
	});

	it("hides what comes later, and what has ended", () => {
		const { articles } = readSite("hugo", {
			"a.md": post("date: 2026-01-01", "publishDate: 2026-02-01", "expiryDate: 2026-03-01"),
		});
		expect(articles["/a/"]).toMatchObject({
			visibleFrom: new Date("2026-02-01T00:00:00Z"),
			visibleUntil: new Date("2026-03-01T00:00:00Z"),
		});
	});

	it("passes over ids that another system left behind, and gives the address as Hugo's guid", () => {
		const { articles } = readSite("hugo", { "a.md": post("date: 2026-01-01", "id: 7", "guid: x") });
		expect(articles["/a/"]).not.toHaveProperty("ownId");
		expect(articles["/a/"]?.generatorId).toBe("https://example.org/a/");
	});

	it("reads TOML and JSON", () => {
		const { articles } = readSite("hugo", {
			"a.md": '+++\ntitle = "T"\ndate = 2026-03-14T08:00:00+01:00\n+++\nText\n',
			"b.md": '{"title": "J", "date": "2026-03-14"}\nText\n',
		});
		expect(articles["/a/"]).toMatchObject({
			title: "T",
			published: new Date("2026-03-14T07:00:00Z"),
		});
		expect(articles["/b/"]?.title).toBe("J");
	});
});
