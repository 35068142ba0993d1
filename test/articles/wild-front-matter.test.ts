import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseFrontMatter } from "../../src/articles/front-matter.ts";
import { openSampleSite } from "../publication/sample-folder.ts";
import { post, readSite } from "./dialects/read-site.ts";
import { faultsOf, parseFile, parseWith } from "./sample-context.ts";

const read = (text: string, file = "a.md") => parseFrontMatter(text, file);

describe("front matter in the wild", () => {
	it("is found in a comment of HTML", () => {
		const text = '<!--\ntitle: "A: b"\ndate: 2026-03-14\n-->\n\nText.\n';
		const frontMatter = read(text);
		expect(frontMatter).toMatchObject({
			data: { title: "A: b", date: "2026-03-14" },
			body: "\n\nText.\n",
			bodyFirstLine: 4,
			faults: [],
		});
		expect(frontMatter.locate(["date"])).toEqual({ file: "a.md", line: 3, column: 1 });
		expect(read("<!--\n---\ntitle: A\n---\n-->\nText.\n").data).toEqual({ title: "A" });
	});

	it("is found in Nikola's lines, in a comment or at the top", () => {
		const lines =
			".. title: A: b\n.. slug: a\n.. date: 2026-03-14 10:00:00 UTC+01:00\n.. tags: x, y\n";
		const data = {
			title: "A: b",
			slug: "a",
			date: "2026-03-14 10:00:00 UTC+01:00",
			tags: ["x", "y"],
		};
		expect(read(`<!--\n${lines}-->\n\nText.\n`)).toMatchObject({ data, body: "\n\nText.\n" });
		expect(read(`${lines}\nText.\n`, "a.rst")).toMatchObject({ data, body: "\nText.\n" });
	});

	it("is left alone where a comment, a list or text only looks like it", () => {
		for (const text of [
			"<!-- a note: this -->\nText.\n",
			"<!-- title -->\nText.\n",
			"Note: this is text.\n\nMore.\n",
			"title: this is text\n\nMore.\n",
			".. note: a directive\n\nText.\n",
			"<!-- title: unclosed\n",
		]) {
			expect(read(text), text).toMatchObject({ data: {}, body: text, faults: [] });
		}
	});

	it("is read from an object that MDX exports, without running anything", () => {
		const text = [
			'import { x } from "./x"',
			"",
			"export const meta = {",
			"  title: `A`,",
			"  'date': new Date('2026-03-14'),",
			"  tags: ['x', \"y\", x],",
			"  size: 1.10,",
			"  draft: false,",
			"  author: x(),",
			"  ...x,",
			"}",
			"",
			"# It's “text”",
			"",
		].join("\n");
		expect(read(text, "a.mdx").data).toEqual({
			title: "A",
			date: "2026-03-14",
			tags: ["x", "y"],
			size: "1.10",
			draft: false,
		});
		expect(read(text, "a.mdx").locate(["date"]).line).toBe(5);
		expect(
			read("export const metadata: Metadata = make({ title: 'B' })\n\n# B\n", "b.mdx").data,
		).toEqual({
			title: "B",
		});
		for (const broken of [
			"export const meta = {",
			"export const meta = [1]\n",
			"export const meta =",
		]) {
			expect(read(broken, "a.mdx").data, broken).toEqual({});
		}
		expect(read(text, "a.md").data).toEqual({});
	});

	it.each([
		["2015-06-29 1:00:19 -0400", "2015-06-29T05:00:19"],
		["2015-06-29 01:00:19 -4", "2015-06-29T05:00:19"],
		["2025/10/07", "2025-10-07T00:00:00"],
		["05/05/2014 03:00:00 PM UTC", "2014-05-05T15:00:00"],
		["2020-01-02 03:04:05 +0800 CST", "2020-01-01T19:04:05"],
		["Thu Apr 23 2020 10:00:00 GMT+0800 (China Standard Time)", "2020-04-23T02:00:00"],
		["\u00a02026-03-14", "2026-03-14T00:00:00"],
		["2018-7-4 3:31:06", "2018-07-04T03:31:06"],
	])("may say the date %s", (date, instant) => {
		const { article } = parseFile("a.md", `---\ndate: ${date}\n---\nText.\n`, { timezone: "UTC" });
		expect(article?.published.toISOString().slice(0, 19)).toBe(instant);
	});

	it("may hold a day that no calendar has: an error, unless the generator's parser rolls it over", () => {
		const files = { "_posts/a.md": post("title: A", "date: 2017-02-29") };
		expect(faultsOf(parseWith("date: 2017-02-29"))).toEqual(["2:1 DATE_INVALID"]);
		expect(Object.keys(readSite("hexo", files).articles)).toEqual(["/2017/03/01/a/"]);
		expect(readSite("hugo", files).omitted["_posts/a.md"]).toContain("February 2017");
	});

	it("may mean the month or the day by the first of two numbers: as the generator has it", () => {
		const day = (dialect: "eleventy" | "jekyll" | "pelican" | "hugo") =>
			Object.values(
				readSite(dialect, { "2000-01-01-a.md": post("title: A", "date: 05/06/2026") }).articles,
			)[0]?.published.toISOString();
		expect(day("eleventy")).toBe("2026-05-06T00:00:00.000Z");
		expect(day("pelican")).toBe("2026-05-06T00:00:00.000Z");
		expect(day("jekyll")).toBe("2026-06-05T00:00:00.000Z");
		expect(day("hugo")).toBeUndefined();
	});

	it.each([
		["title: 2024", "2024"],
		["title: 1.10", "1.10"],
		["title: [News]", "News"],
		["title: [Parts, 2]", "Parts, 2"],
		["title: null", "Name"],
		["title: ~", "Name"],
		["title:", "Name"],
		["title: >-\n  Folded\n  over two", "Folded over two"],
		['title: "Folded\n  over two"', "Folded over two"],
		["title: Fish &amp; <em>chips</em>", "Fish &amp; <em>chips</em>"],
		["title: 'It''s'", "It's"],
		["title: true", "true"],
	])("may title an article by `%s`", (line, title) => {
		expect(parseWith(line).article?.title).toBe(title);
	});

	it("may say a thing twice: the last counts, with a warning", () => {
		const parsed = parseWith("title: A\ntitle: B");
		expect(parsed.article?.title).toBe("B");
		expect(faultsOf(parsed)).toEqual(["3:1 FRONT_MATTER_DUPLICATE_KEY"]);
	});

	it.each([
		["private: true", "`private` is set"],
		["unlisted: yes", "`unlisted` is set"],
		["published: false", "`published` is off"],
		["draft: yes", "`draft` is set"],
	])("keeps an article back by `%s`", (line, reason) => {
		expect(parseWith(line).article).toMatchObject({ draft: true, hiddenBy: reason });
	});

	it("makes no entry of a page that only redirects", () => {
		const only = "---\ntitle: A\ndate: 2026-03-14\nredirect_to: https://example.com/\n---\n";
		expect(parseFile("a.md", only).article?.hiddenBy).toBe("it only redirects (`redirect_to`)");
		expect(parseFile("a.md", `${only}Text.\n`).article?.hiddenBy).toBeUndefined();
	});

	it("never throws, and never makes a place outside of the file, whatever the text", () => {
		const piece = fc.constantFrom(
			"---",
			"\n",
			"title: A",
			":date: 2026",
			".. title: B",
			"<!--",
			"-->",
			"export const meta = {",
			"}",
			"====",
			"Title",
			";;;",
			"{",
			'"a": 1',
			"\t",
			"    ",
			"é",
		);
		const texts = fc
			.array(fc.oneof(piece, fc.string()), { maxLength: 12 })
			.map((all) => all.join(""));
		fc.assert(
			fc.property(
				texts,
				fc.constantFrom("a.md", "a.mdx", "a.rst", "a.html"),
				fc.constantFrom("fenced", "unopened", "pelican"),
				(text, file, form) => {
					const frontMatter = parseFrontMatter(text, file, form);
					const lines = text.split(/\r\n?|\n/).length;
					expect(frontMatter.locate(["title"]).line).toBeLessThanOrEqual(lines);
					expect(frontMatter.bodyFirstLine).toBeLessThanOrEqual(lines);
				},
			),
		);
	});
});

describe("a `.meta` file beside an article (Nikola)", () => {
	const files = {
		"news/a.md": "Text.\n",
		"news/a.meta": ".. title: A\n.. date: 2026-03-14\n.. tags: x, y\n",
	};

	it("says what the article does not, and is no file of its own", async () => {
		const { articles, leftOut } = await openSampleSite(files).read();
		expect(articles).toMatchObject([{ title: "A", tags: ["x", "y"] }]);
		expect(leftOut.map(({ path }) => path)).toEqual(["news/a.meta"]);
	});

	it("may hold bare lines in the old order", async () => {
		const site = openSampleSite({ ...files, "news/a.meta": "A\nslug\n2026-03-14\nx\n" });
		expect((await site.read()).articles).toMatchObject([
			{ title: "A", url: "https://example.org/news/slug/" },
		]);
	});

	it("makes the article be read again when it changes", async () => {
		const site = openSampleSite(files);
		await site.read();
		site.folder.write("news/a.meta", ".. title: B\n.. date: 2026-03-14\n");
		expect((await site.read()).articles).toMatchObject([{ title: "B" }]);
	});
});

describe("two files with one address", () => {
	it("are both named, and the newer is served", async () => {
		const { articles, faults } = await openSampleSite(
			{
				"_posts/old/one.md": post("title: Old", "date: 2026-03-14 08:00", "permalink: /one/"),
				"_posts/one.md": post("title: New", "date: 2026-03-14 09:00", "permalink: /one/"),
			},
			{ dialect: "hexo" },
		).read();
		expect(articles.map(({ title }) => title)).toEqual(["New"]);
		expect(faults.map(({ code, place, message }) => `${place.file} ${code} ${message}`)).toEqual([
			"_posts/old/one.md ADDRESS_TAKEN The address https://example.org/one/ is also that of _posts/one.md, which is served.",
		]);
	});

	it("keep apart where their generator would give both one id: the older keeps it", async () => {
		const { articles, faults } = await openSampleSite(
			{
				"_posts/2026-03-14-a.md": post("title: Old", "permalink: /old.html"),
				"_posts/2026-03-15-a.md": post("title: New", "permalink: /new.html"),
			},
			{ dialect: "jekyll" },
		).read();
		expect(faults).toEqual([]);
		expect(articles.map(({ title, generatorId }) => `${title} ${generatorId}`).sort()).toEqual([
			"New https://example.org/new.html",
			"Old https://example.org/a",
		]);
	});
});
