import { describe, expect, it } from "vitest";
import { findSiteConfig } from "../../src/site-config/find-site-config.ts";
import { findIn, openMemorySite } from "./memory-site.ts";

const hugo = {
	"hugo.toml": 'title = "A"\nbaseURL = "https://example.org"\n',
	"content/posts/a.md": "",
};
const nextSite = { "package.json": '{"dependencies": {"next": "^16"}}', "posts/a.md": "" };

describe("finding a site's configuration", () => {
	it("looks in the folder itself and in those above it", async () => {
		expect(await findIn(hugo)).toMatchObject({
			root: "",
			content: "content",
			files: ["hugo.toml"],
		});
		expect(await findIn(hugo, "content")).toMatchObject({ root: "..", content: "" });
		expect(await findIn(hugo, "content/posts")).toMatchObject({ root: "../..", content: "" });
	});

	it("is silent on a folder in which the site has no articles", async () => {
		expect(await findIn({ ...hugo, "articles/a.md": "" }, "articles")).toBeUndefined();
		expect(await findIn({ ...hugo, "contents/a.md": "" }, "contents")).toBeUndefined();
	});

	it("is silent on a folder that nothing tells of", async () => {
		expect(
			await findIn({ "a.md": "# A", "package.json": '{"dependencies": {"hono": "4"}}' }),
		).toBeUndefined();
	});

	it("leaves a folder with a dialect of its own to that dialect", async () => {
		const own = { ...hugo, "content/_index.md": "---\ndialect: broadsheet\n---\n" };
		expect(await findIn(own, "content")).toBeUndefined();
		expect(await findSiteConfig(openMemorySite(hugo, "content"), "broadsheet")).toBeUndefined();
		expect(await findSiteConfig(openMemorySite(hugo, "content"), "zola")).toBeUndefined();
		expect(await findSiteConfig(openMemorySite(hugo, "content"), "hugo")).toBeDefined();
	});

	it("takes a folder with `_index.md` for Broadsheet's own where the generator has no such file", async () => {
		expect(await findIn(nextSite, "posts")).toMatchObject({ dialect: "next" });
		expect(
			await findIn({ ...nextSite, "posts/_index.md": "---\ntitle: A\n---\n" }, "posts"),
		).toBeUndefined();
	});

	it("warns of a file that cannot be parsed, and goes on with what is left", async () => {
		const files = {
			...hugo,
			"hugo.toml": 'title = "A\n',
			"config/_default/params.toml": 'description = "B"\n',
		};
		const site = await findIn(files);
		expect(site?.values).toEqual({ dialect: "hugo", description: "B" });
		expect(site?.faults).toMatchObject([
			{
				fault: {
					code: "SITE_CONFIG_UNREAD",
					severity: "warning",
					place: { file: "../hugo.toml", line: 1 },
				},
			},
		]);
	});

	it("warns of values that no setting can have, and leaves them out", async () => {
		const files = {
			...hugo,
			"hugo.toml": 'title = "A"\ntimeZone = "Mars/Base"\nlanguageCode = "x y"\n',
		};
		const site = await findIn(files, "content");
		expect(site?.values).toEqual({ dialect: "hugo", title: "A" });
		expect(site?.faults.map(({ fault }) => [fault.place.line, fault.message])).toEqual([
			[
				2,
				"The setting `timezone` must be a name of the IANA time zone database, for example Europe/Vienna.",
			],
			[3, "`languageCode` cannot be known: `x y` is no language tag."],
		]);
	});

	it("never rejects, whatever the configuration holds", async () => {
		const odd = [
			"",
			"null",
			"[]",
			"- a",
			"title: [",
			"a: &a [*a]",
			"title: {x: {y: []}}\nurl: 7\nauthor: [[]]\ndefaults: 3\nfeed: []",
		];
		for (const text of odd)
			for (const file of [
				"_config.yml",
				"hugo.yaml",
				"config.toml",
				"pelicanconf.py",
				"docusaurus.config.js",
				"package.json",
			]) {
				const files = {
					[file]: text,
					"content/a.md": "",
					"_posts/2026-03-14-a.md": "",
					"blog/a.md": "",
				};
				await expect(findIn(files)).resolves.not.toThrow();
			}
	});
});

describe("the looks of a folder without a configuration", () => {
	const looks = async (files: Record<string, string>, folder = "") =>
		(await findIn(files, folder))?.dialect;

	it.each([
		["dated names in _posts: Jekyll", { "_posts/2026-03-14-a.md": "", "about.md": "" }, "jekyll"],
		["other names in _posts: Hexo", { "_posts/hello-world.md": "", "_posts/b.md": "" }, "hexo"],
		[
			"directory data: Eleventy",
			{ "posts/posts.11tydata.json": "{}", "posts/a.md": "" },
			"eleventy",
		],
		["authors and MDX: Docusaurus", { "authors.yml": "", "2026-03-14-a.mdx": "" }, "docusaurus"],
		[
			"sections and shortcodes: Hugo",
			{ "_index.md": "", "posts/a.md": '{{< figure src="a.png" >}}' },
			"hugo",
		],
		[
			"sections in a menu: Hugo",
			{ "blog/_index.md": "---\ntitle: Blog\nlinkTitle: B\n---\n", "blog/a.md": "" },
			"hugo",
		],
		[
			"sections with weights in TOML: nobody knows",
			{ "blog/_index.md": "+++\nweight = 1\n+++\n", "blog/a.md": "" },
			undefined,
		],
		[
			"sections of Broadsheet: its own",
			{ "blog/_index.md": "---\ntitle: Blog\nlanguage: en\n---\n", "blog/a.md": "" },
			undefined,
		],
		[
			"sections and taxonomies: Zola",
			{ "b/_index.md": "", "b/a.md": '+++\n[taxonomies]\ntags = ["x"]\n+++\n' },
			"zola",
		],
		[
			"metadata without fences: Pelican",
			{ "a.md": "Title: A\nDate: 2026-03-14\n\nText" },
			"pelican",
		],
	])("%s", async (_, files, dialect) => {
		expect(await looks(files)).toBe(dialect);
	});

	it("are read together with Eleventy's data files, which need no configuration", async () => {
		const files = {
			"posts/posts.11tydata.json":
				'{"permalink": "/b/{{ page.fileSlug }}/", "date": "git Last Modified"}',
			"posts/a.md": "",
		};
		const values = {
			dialect: "eleventy",
			sections: { posts: { permalink: "/b/{{ page.fileSlug }}/" } },
		};
		expect((await findIn(files))?.values).toEqual(values);
		expect((await findSiteConfig(openMemorySite(files), "eleventy"))?.values).toEqual(values);
		expect(await findSiteConfig(openMemorySite({ "a.md": "" }), "eleventy")).toBeUndefined();
	});

	it("looks into a folder that is `_posts` itself", async () => {
		expect(await looks({ "_posts/2026-03-14-a.md": "" }, "_posts")).toBe("jekyll");
	});

	it.each([
		["sections and bundles", { "_index.md": "---\ntitle: A\n---\n", "news/a/index.md": "# A" }],
		["authors", { "authors.yml": "", "2026-03-14-a.md": "" }],
		["fences", { "a.md": "---\ntitle: A\ndate: 2026-03-14\n---\n" }],
		["an archive", { "a.txt": "date 2026-03-14 Homepage > News > A" }],
		["nothing", {}],
	])("tells nothing by %s, as Broadsheet's own folders have them", async (_, files) => {
		expect(await looks(files)).toBeUndefined();
	});
});
