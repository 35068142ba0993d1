import picomatch from "picomatch";
import { describe, expect, it } from "vitest";
import { findIn, unreadOf, valuesOf } from "./memory-site.ts";

const page = { "content/posts/a.md": "" };

describe("the configuration of a Hugo site", () => {
	it("gives title, address, language, zone, people, limit and the like", async () => {
		const toml = `baseURL = "https://example.org/site/"
title = "Fjord"
languageCode = "nn-no"
timeZone = "Europe/Oslo"
buildFuture = true
[params]
description = "Notes"
[params.author]
name = "Ingrid"
email = "ingrid@example.org"
[services.rss]
limit = 15
`;
		expect(await valuesOf({ "hugo.toml": toml, ...page }, "content")).toEqual({
			dialect: "hugo",
			title: "Fjord",
			description: "Notes",
			url: "https://example.org/site",
			language: "nn-NO",
			timezone: "Europe/Oslo",
			authors: [{ name: "Ingrid", email: "ingrid@example.org" }],
			limit: 15,
			future: "show",
		});
	});

	it("says where each of them stands, and by which key", async () => {
		const site = await findIn(
			{ "hugo.toml": 'title = "A"\n\n[services.rss]\n  limit = -1\n' },
			"content",
		);
		expect(site?.findings).toContainEqual({
			setting: ["limit"],
			value: "all",
			place: { file: "hugo.toml", line: 4, column: 3 },
			key: "services.rss.limit",
		});
	});

	it.each([
		["hugo.yaml", "baseURL: https://example.org\n"],
		["hugo.json", '{"baseURL": "https://example.org"}'],
		["hugo.yml", "BaseUrl: https://example.org\n"],
		["config.toml", 'baseurl = "https://example.org"\n'],
		["config.yml", "baseURL: https://example.org\n"],
		["config/_default/hugo.toml", 'baseURL = "https://example.org"\n'],
		["config/_default/config.yaml", "baseurl: https://example.org\n"],
	])("is found in %s", async (file, text) => {
		expect(await valuesOf({ [file]: text, ...page }, "content")).toEqual({
			dialect: "hugo",
			url: "https://example.org",
		});
	});

	it("puts config/production over config/_default, and each file under its name", async () => {
		const files = {
			"config/_default/hugo.toml": 'baseURL = "http://localhost"\ntitle = "A"\n',
			"config/_default/params.toml": 'description = "B"\n',
			"config/_default/permalinks.toml": 'posts = "/p/:slug/"\n',
			"config/_default/languages.en.toml": "",
			"config/production/hugo.toml": 'baseURL = "https://example.org"\n',
		};
		expect(await valuesOf({ ...files, ...page }, "content")).toEqual({
			dialect: "hugo",
			title: "A",
			description: "B",
			url: "https://example.org",
			sections: { posts: { permalink: "/p/:slug/" } },
		});
	});

	it("gives a section its pattern, in the older form and in the newer one", async () => {
		const older = "title: A\ntheme: x\npermalinks:\n  Posts: /:year/:slug/\n";
		const newer =
			"title: A\ntheme: x\npermalinks:\n  page:\n    posts: /:year/:slug/\n  section:\n    posts: /x/\n";
		for (const text of [older, newer])
			expect(await valuesOf({ "hugo.yaml": text, ...page }, "content")).toMatchObject({
				sections: { posts: { permalink: "/:year/:slug/" } },
			});
	});

	it("takes the main language's own pattern before the site's", async () => {
		const text = `title: A
languages: {en: {permalinks: {page: {posts: "/en/:slug/"}}}}
permalinks: {posts: "/all/:slug/", notes: "/n/:slug/"}
`;
		expect(await valuesOf({ "hugo.yaml": text, ...page }, "content")).toMatchObject({
			sections: { posts: { permalink: "/en/:slug/" }, notes: { permalink: "/n/:slug/" } },
		});
	});

	it("writes the section out where its folder is the folder of articles", async () => {
		const text = "baseURL: https://example.org\npermalinks: {posts: '/:section/:year/:slug/'}\n";
		expect(await valuesOf({ "hugo.yaml": text, ...page }, "content/posts")).toEqual({
			dialect: "hugo",
			url: "https://example.org",
			permalink: "/posts/:year/:slug/",
		});
		expect(await valuesOf({ "hugo.yaml": text, ...page }, "content/Field Notes")).toEqual({
			dialect: "hugo",
			url: "https://example.org/field-notes",
		});
	});

	it("leaves a pattern out that Broadsheet has no words for, and tells of it", async () => {
		const files = { "hugo.yaml": "title: A\npermalinks: {posts: '/:nowhere/'}\n", ...page };
		expect(await valuesOf(files, "content")).toEqual({ dialect: "hugo", title: "A" });
		expect(await unreadOf(files, "content")).toEqual([
			"permalinks.posts: `:nowhere` is no word of such a pattern",
		]);
	});

	it("follows contentDir, also a language's own, and mounts", async () => {
		for (const text of [
			"contentDir: docs/en\n",
			"defaultContentLanguage: de\nlanguages: {de: {contentDir: docs/en}, fr: {contentDir: docs/fr}}\n",
			"module: {mounts: [{source: static, target: static}, {source: docs/en, target: content}]}\n",
		]) {
			const files = { "hugo.yaml": text, "docs/en/a.md": "", "docs/fr/a.md": "" };
			expect((await findIn(files, ""))?.content).toBe("docs/en");
			expect((await findIn(files, ""))?.values.ignore).toBeUndefined();
			expect((await findIn(files, "docs"))?.content).toBe("en");
			expect(await findIn(files, "docs/fr")).toBeUndefined();
		}
	});

	it("takes the words of the site's main language, and names the others", async () => {
		const text = `baseURL: https://example.org
defaultContentLanguage: is
defaultContentLanguageInSubdir: true
languages:
  is: {title: Fréttir, languageCode: is-IS}
  en: {title: News, languageCode: en-GB, permalinks: {posts: "/p/:slug/"}}
  zh_hans: {title: X}
  fr: {title: Nouvelles, contentDir: content/fr}
`;
		expect(await valuesOf({ "hugo.yaml": text, ...page }, "content")).toEqual({
			dialect: "hugo",
			title: "Fréttir",
			url: "https://example.org/is",
			language: "is-IS",
			languages: ["is", "en"],
			sections: {
				en: { title: "News", language: "en-GB" },
				"en/posts": { permalink: "/p/:slug/" },
			},
			ignore: ["**/*.zh_hans.*"],
		});
	});

	it("leaves translations out of a folder that is only a part of the content", async () => {
		const text = "baseURL: https://example.org\nlanguages: {en: {title: A}, ja: {title: B}}\n";
		expect(await valuesOf({ "hugo.yaml": text, ...page }, "content/posts")).toEqual({
			dialect: "hugo",
			title: "A",
			url: "https://example.org/posts",
			ignore: ["**/*.ja.*"],
		});
	});

	it.each([
		["\\.bak$", ["a.bak", "x/y.bak"], ["a.bak.md"]],
		["/private/", ["x/private/a.md", "x/private/y/a.md"], ["private.md", "x/private.md"]],
		["^drafts/", ["drafts/a.md", "drafts/x/a.md"], ["x/drafts/a.md"]],
		["old", ["x/older.md", "old/a.md", "x/bold/a.md"], ["x/new.md"]],
		["/a\\.md$", ["x/a.md", "x/y/a.md"], ["x/ba.md"]],
		["^[^_]", [], []],
	])(
		"says the same as `%s` of ignoreFiles with a glob, or nothing",
		async (expression, yes, no) => {
			const files = { "hugo.json": JSON.stringify({ ignoreFiles: [expression] }), ...page };
			const { ignore = [] } = (await findIn(files, "content"))?.values ?? {};
			const matches = ignore.length > 0 ? picomatch([...ignore]) : () => false;
			for (const path of [...yes, ...no]) {
				expect(new RegExp(expression).test(path)).toBe(yes.includes(path));
				expect(matches(path)).toBe(yes.includes(path));
			}
			if (ignore.length === 0)
				expect(await unreadOf(files, "content")).toEqual(["ignoreFiles: no glob says the same"]);
		},
	);

	it("reads other names of dates and tags", async () => {
		const text =
			"frontmatter: {date: [':filename', written, ':default']}\ntaxonomies: {topic: topics}\n";
		expect(await valuesOf({ "hugo.yaml": text, ...page }, "content")).toEqual({
			dialect: "hugo",
			fields: { date: ["written"], tags: ["topics"] },
		});
	});

	it("tells of drafts and addresses that no setting can say", async () => {
		const files = { "hugo.yaml": "buildDrafts: true\nuglyURLs: true\n", ...page };
		expect(await unreadOf(files, "content")).toHaveLength(2);
	});
});
