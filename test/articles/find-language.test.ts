import { describe, expect, it } from "vitest";
import { openSampleSite } from "../publication/sample-folder.ts";
import { addressOf, post, readSite } from "./dialects/read-site.ts";

const dated = post("title: T", "date: 2026-03-14");

describe("a folder in several languages", () => {
	it("is served in the first of `languages`, whether folders, suffixes or a key tell them apart", async () => {
		const { articles, leftOut } = await openSampleSite(
			{
				"news/a.md": dated,
				"ja/news/a.md": dated,
				"news/b.ja.md": dated,
				"news/c.md": post("title: C", "date: 2026-03-14", "lang: ja"),
				"news/d.md": post("title: D", "date: 2026-03-14", "lang: en"),
				"news/v1.go.md": dated,
			},
			{ languages: ["en", "ja"] },
		).read();
		expect(articles.filter(({ draft }) => !draft).map(({ path }) => path)).toEqual([
			"news/a.md",
			"news/d.md",
			"news/v1.go.md",
		]);
		expect(articles.find(({ draft }) => draft)?.hiddenBy).toBe(
			"it is in the language `ja`, and only the first of `languages` is served",
		);
		expect(leftOut).toEqual([
			{
				path: "ja/news/a.md",
				reason: "in the language `ja`, and only the first of `languages` is served",
			},
			{
				path: "news/b.ja.md",
				reason: "in the language `ja`, and only the first of `languages` is served",
			},
		]);
	});

	it("has translations beside their originals in Hugo and Zola, without any setting", () => {
		for (const dialect of ["hugo", "zola"] as const) {
			const { articles, omitted } = readSite(dialect, {
				"posts/a.md": dated,
				"posts/a.ja.md": dated,
				"posts/b/index.md": dated,
				"posts/b/index.pt-br.md": dated,
			});
			expect(Object.keys(articles)).toEqual(["/posts/a/", "/posts/b/"]);
			expect(omitted).toEqual({
				"posts/a.ja.md": "a translation of the file beside it",
				"posts/b/index.pt-br.md": "a translation of the file beside it",
			});
		}
	});

	it("leaves the suffix of the site's own language out of addresses", () => {
		expect(addressOf("hugo", "posts/a.en.md", "title: T", { language: "en-US" })).toBe("/posts/a/");
		expect(addressOf("hugo", "posts/a/index.en.md", "title: T", { language: "en" })).toBe(
			"/posts/a/",
		);
		expect(addressOf("hugo", "posts/v1.2.md", "title: T", { language: "en" })).toBe("/posts/v1.2/");
	});
});
