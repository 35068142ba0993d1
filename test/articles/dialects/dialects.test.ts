import { describe, expect, it } from "vitest";
import { findDialect } from "../../../src/articles/dialects/dialects.ts";
import { faultsOf, parseFile } from "../sample-context.ts";

const article = (dialect: "broadsheet" | "eleventy" | "jekyll", path: string, front = "") =>
	parseFile(path, `---\n${front}\n---\nText.`, { dialect, timezone: "UTC" }).article;
const slugsOf = (dialect: "broadsheet" | "eleventy" | "jekyll", path: string) =>
	findDialect(dialect)
		.sectionOf(path)
		.map(({ slug }) => slug);
const isArticle = (dialect: "broadsheet" | "eleventy" | "jekyll", path: string) =>
	findDialect(dialect).omissionOf(path, new Set([path])) === undefined;

describe("the Broadsheet dialect", () => {
	it("takes text files for articles, unless a name on the way begins with `.` or `_`", () => {
		for (const path of ["a.md", "b/c.markdown", "d.html", "e.htm", "f.txt", "G.MD"]) {
			expect(isArticle("broadsheet", path), path).toBe(true);
		}
		for (const path of ["a.png", "a", "_index.md", "b/_c/d.md", ".e/f.md", "g/.h.md", "i.md.bak"]) {
			expect(isArticle("broadsheet", path), path).toBe(false);
		}
	});

	it("makes sections of folders", () => {
		expect(findDialect("broadsheet").sectionOf("News/us-politics/a.md")).toEqual([
			{ slug: "news", name: "News" },
			{ slug: "us-politics", name: "Us politics" },
		]);
		expect(slugsOf("broadsheet", "news/empty/")).toEqual(["news", "empty"]);
		expect(slugsOf("broadsheet", "a.md")).toEqual([]);
	});

	it("takes `NAME/index.md` for the article NAME of the section above", () => {
		expect(article("broadsheet", "news/2026-03-14-trip/index.md")).toMatchObject({
			url: "https://example.org/news/trip/",
			title: "Trip",
			published: new Date("2026-03-14T00:00:00Z"),
			section: [{ slug: "news", name: "News" }],
		});
		expect(article("broadsheet", "index.md", "date: 2026-03-14")?.url).toBe(
			"https://example.org/index/",
		);
	});

	it("gives the default address /SECTION/SLUG/", () => {
		expect(article("broadsheet", "news/us/2026-03-14-Ein Tag.md")?.url).toBe(
			"https://example.org/news/us/ein-tag/",
		);
		expect(article("broadsheet", "2026-03-14.md")?.url).toBe("https://example.org/2026-03-14/");
	});

	it("wants a date", () => {
		expect(faultsOf(parseFile("a.md", "---\ntitle: A\n---\n"))).toEqual(["1:1 DATE_MISSING"]);
		expect(faultsOf(parseFile("2017-02-29-a.md", "Text"))).toEqual(["1:1 DATE_INVALID"]);
		expect(parseFile("2017-02-29-a.md", "---\ndate: 2026-03-14\n---\n").faults).toEqual([]);
	});
});

describe("the Eleventy dialect", () => {
	it("gives the address of the path, date and all, as Eleventy does", () => {
		expect(article("eleventy", "posts/2026-03-14-Name.md")?.url).toBe(
			"https://example.org/posts/2026-03-14-Name/",
		);
		expect(article("eleventy", "posts/a/index.md", "date: 2026-03-14")?.url).toBe(
			"https://example.org/posts/a/",
		);
		expect(article("eleventy", "posts/a/a.md", "date: 2026-03-14")?.url).toBe(
			"https://example.org/posts/a/",
		);
	});

	it("takes :slug from the file's name alone, letters as they are", () => {
		const url = (path: string, front: string) =>
			parseFile(path, `---\n${front}\n---\n`, {
				dialect: "eleventy",
				permalink: "/:year/:month/:day/:slug/",
				timezone: "America/New_York",
			}).article?.url;
		expect(url("2026-03-14-The-18F.md", "slug: other\ntitle: T")).toBe(
			"https://example.org/2026/03/14/The-18F/",
		);
		expect(url("2024-12-5-defaults.md", "date: 2024-12-05 23:00")).toBe(
			"https://example.org/2024/12/06/2024-12-5-defaults/",
		);
	});

	it("takes a date from anywhere in the path", () => {
		expect(article("eleventy", "posts/2026-03-14/a.md")?.published).toEqual(
			new Date("2026-03-14T00:00:00Z"),
		);
	});

	it("follows a permalink, hides what has `permalink: false`, and runs no template", () => {
		const path = "2026-03-14-a.md";
		expect(article("eleventy", path, "permalink: /x/index.html")?.url).toBe(
			"https://example.org/x/",
		);
		expect(article("eleventy", path, "permalink: false")?.draft).toBe(true);
		expect(article("eleventy", path, "eleventyExcludeFromCollections: true")?.draft).toBe(true);
		expect(article("eleventy", path, 'permalink: "/{{ secret() }}/"')).toBeUndefined();
	});
});

describe("the Jekyll dialect", () => {
	it("takes dated files in `_posts`, or where the folder is `_posts` itself", () => {
		for (const path of [
			"_posts/2026-03-14-a.md",
			"2026-3-4-a.markdown",
			"news/_posts/x/2026-03-14-a.html",
		]) {
			expect(isArticle("jekyll", path), path).toBe(true);
		}
		for (const path of [
			"_posts/a.md",
			"index.md",
			"_drafts/2026-03-14-a.md",
			"_site/2026-03-14-a.html",
			"2026-03-14-a.txt",
		]) {
			expect(isArticle("jekyll", path), path).toBe(false);
		}
	});

	it("makes sections and categories of the folders above `_posts` alone", () => {
		expect(slugsOf("jekyll", "news/_posts/deep/2026-03-14-a.md")).toEqual(["news"]);
		expect(slugsOf("jekyll", "deep/2026-03-14-a.md")).toEqual([]);
		expect(article("jekyll", "news/_posts/2026-03-14-a.md", "category: Law")).toMatchObject({
			categories: ["news", "Law"],
			url: "https://example.org/news/law/2026/03/14/a.html",
		});
	});

	it("takes :title from the slug or the file's name, letters as they are, and dates in the site's zone", () => {
		const url = (front: string) =>
			parseFile("2026-03-14-The.Big+Name!.md", `---\n${front}\n---\n`, {
				dialect: "jekyll",
				permalink: "/:year/:month/:day/:title/:slug:output_ext",
				timezone: "America/Los_Angeles",
			}).article?.url;
		expect(url("date: 2026-03-14 02:00:00 +0000")).toBe(
			"https://example.org/2026/03/13/The.Big+Name!/the-big-name.html",
		);
		expect(url("slug: My Slug")).toBe("https://example.org/2026/03/14/My-Slug/my-slug.html");
	});

	it("passes over front matter that YAML refuses: title and date are the file name's", () => {
		const parsed = parseFile("2026-03-14-the-NEW-name.md", "---\ntitle: A: b\n---\nText.\n", {
			dialect: "jekyll",
			timezone: "UTC",
		});
		expect(faultsOf(parsed)).toEqual(["2:8 FRONT_MATTER_PASSED_OVER"]);
		expect(parsed.article).toMatchObject({
			title: "The New Name",
			published: new Date("2026-03-14T00:00:00Z"),
		});
		expect(parsed.body?.text).toBe("Text.\n");
	});

	it("gives jekyll-feed's ids: the address' folder, and the slug", () => {
		const idOf = (front: string) =>
			article("jekyll", "news/_posts/2026-03-14-a.md", front)?.generatorId;
		expect(idOf("permalink: pretty/:title/")).toBe("https://example.org/pretty/a");
		expect(idOf("")).toBe("https://example.org/news/2026/03/14/a");
		expect(idOf("permalink: /x.html")).toBe("https://example.org/a");
		expect(idOf("slug: other")).toBe("https://example.org/news/2026/03/14/other");
	});

	it("knows patterns by name, and takes a permalink for a pattern", () => {
		const path = "2026-03-14-a.md";
		const pretty = parseFile(path, "Text", { dialect: "jekyll", permalink: "pretty" });
		expect(pretty.article?.url).toBe("https://example.org/2026/03/14/a/");
		expect(article("jekyll", path, "permalink: /x/:title.html")?.url).toBe(
			"https://example.org/x/a.html",
		);
	});
});
