import { describe, expect, it } from "vitest";
import { readLanguageMark } from "../../src/articles/find-language.ts";
import { openSampleSite } from "../publication/sample-folder.ts";
import { addressOf, post, readSite } from "./dialects/read-site.ts";

const dated = post("title: T", "date: 2026-03-14");

describe("a folder in several languages", () => {
	it("has a tree for each of `languages`, whether folders, suffixes or a key tell them apart", async () => {
		const { trees, leftOut } = await openSampleSite(
			{
				"news/a.md": dated,
				"ja/news/a.md": dated,
				"news/b.ja.md": dated,
				"en/news/e.md": dated,
				"news/c.md": post("title: C", "date: 2026-03-14", "lang: ja-JP"),
				"news/d.md": post("title: D", "date: 2026-03-14", "lang: fr"),
				"news/v1.go.md": dated,
			},
			{ languages: ["en", "ja"] },
		).read();
		expect(trees.map((tree) => tree.articles.map(({ path }) => path).sort())).toEqual([
			["en/news/e.md", "news/a.md", "news/d.md", "news/v1.go.md"],
			["ja/news/a.md", "news/b.ja.md", "news/c.md"],
		]);
		expect(leftOut).toEqual([]);
	});

	it.each([
		["ja/posts/a.md", "ja", "posts/a.md"],
		["posts/a.ja.md", "ja", "posts/a.md"],
		["posts/a.pt_BR.html", "pt-BR", "posts/a.html"],
		["PT-br/a.md", "pt-BR", "a.md"],
		["posts/ja/a.md", undefined, "posts/ja/a.md"],
		["posts/a.fr.md", undefined, "posts/a.fr.md"],
		["ja.md", undefined, "ja.md"],
	])("reads what %s says of its language", (path, language, plain) => {
		expect(readLanguageMark(path, ["en", "ja", "pt-BR"])).toEqual({
			...(language !== undefined && { language }),
			path: plain,
		});
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
