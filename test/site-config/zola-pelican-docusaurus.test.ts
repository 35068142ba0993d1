import { describe, expect, it } from "vitest";
import { findIn, unreadOf, valuesOf } from "./memory-site.ts";

describe("the configuration of a Zola site", () => {
	const toml = `base_url = "https://example.org/z"
title = "Zettel"
default_language = "de"
author = "Anna"
feed_limit = 12
feed_filenames = ["atom.xml", "feed.xml"]
ignored_content = ["*.tmp", "private/*"]
taxonomies = [{ name = "themen", feed = true }, { name = "categories" }]
[languages.en]
title = "Notes"
`;
	const page = { "content/blog/a.md": "" };

	it("gives title, address, language, people, limit and the like", async () => {
		const values = {
			dialect: "zola",
			title: "Zettel",
			url: "https://example.org/z",
			language: "de",
			authors: [{ name: "Anna" }],
			limit: 12,
			aliases: ["feed.xml"],
			ignore: ["**/*.tmp", "private/*"],
			fields: { tags: ["themen"] },
		};
		for (const file of ["config.toml", "zola.toml"])
			expect(await valuesOf({ [file]: toml, ...page })).toEqual({
				...values,
				languages: ["de", "en"],
				sections: { en: { title: "Notes" } },
			});
		expect(await valuesOf({ "config.toml": toml, ...page }, "content/blog")).toEqual({
			...values,
			ignore: [...values.ignore, "**/*.en.md"],
			url: "https://example.org/z/blog",
		});
	});
});

describe("the configuration of a Pelican site", () => {
	const base = `AUTHOR = 'Chiara'
SITENAME = 'Appunti'
SITEURL = ''
PATH = 'content'
TIMEZONE = 'Europe/Rome'
DEFAULT_LANG = 'it'
ARTICLE_URL = 'posts/{date:%Y}/{date:%m}/{slug}/'
ARTICLE_SAVE_AS = 'posts/{date:%Y}/{date:%m}/{slug}/index.html'
ARTICLE_PATHS = ['blog']
ARTICLE_EXCLUDES = ['blog/old']
DEFAULT_METADATA = {'status': 'draft'}
FEED_ALL_ATOM = 'feed/atom.xml'
`;
	const publish = `import os
from pelicanconf import *
SITEURL = 'https://example.org'
FEED_MAX_ITEMS = 30
`;
	const article = { "content/blog/a.md": "" };

	it("gives what publishconf.py says over pelicanconf.py", async () => {
		const files = { "pelicanconf.py": base, "publishconf.py": publish, ...article };
		expect(await valuesOf(files)).toEqual({
			dialect: "pelican",
			title: "Appunti",
			url: "https://example.org",
			language: "it",
			timezone: "Europe/Rome",
			authors: [{ name: "Chiara" }],
			permalink: "/posts/{date:%Y}/{date:%m}/{slug}/",
			include: ["blog/**"],
			ignore: ["blog/old/**"],
			defaults: { "**": { status: "draft" } },
			limit: 30,
			aliases: ["feed/atom.xml"],
		});
		expect(await findIn(files)).toMatchObject({ content: "content" });
	});

	it("takes where an article is saved for its address where no address is named", async () => {
		const files = { "pelicanconf.py": "ARTICLE_SAVE_AS = '{slug}/index.html'\n", ...article };
		expect(await valuesOf(files, "content")).toMatchObject({ permalink: "/{slug}/" });
	});

	it("tells of what only running the file would give", async () => {
		const files = {
			"pelicanconf.py": "SITEURL = os.getenv('URL')\nPATH = 'content'\n",
			...article,
		};
		expect(await unreadOf(files)).toEqual(["SITEURL: it is known only when the file runs"]);
		expect((await findIn(files))?.faults.map(({ fault }) => fault)).toMatchObject([
			{
				code: "SITE_CONFIG_UNREAD",
				severity: "warning",
				message: "`SITEURL` cannot be known: it is known only when the file runs.",
				place: { file: "../pelicanconf.py", line: 1, column: 1 },
			},
		]);
	});
});

describe("the configuration of a Docusaurus site", () => {
	const post = { "blog/2026-03-14-a.md": "" };
	const config = (options: string, rest = "") => `export default {
	title: "Tool", tagline: "Does it", url: "https://example.org", baseUrl: "/docs/",
	i18n: { defaultLocale: "en-GB", locales: ["en-GB", "fr"] }, ${rest}
	presets: [["classic", { docs: false, blog: ${options} }]],
};`;

	it("gives the blog's title as its own feed has it, and its address", async () => {
		expect(
			await valuesOf({ "docusaurus.config.js": config("{ showReadingTime: true }"), ...post }),
		).toEqual({
			dialect: "docusaurus",
			title: "Tool Blog",
			description: "Does it",
			url: "https://example.org/docs/blog",
			language: "en-GB",
		});
	});

	it("follows the options of the blog", async () => {
		const options = `{ path: "news", routeBasePath: "/", exclude: ["old/**"],
			feedOptions: { title: "News", description: "All", limit: false, language: "en" } }`;
		const files = {
			"docusaurus.config.ts": config(options, "trailingSlash: true,"),
			"news/2026-03-14-a.md": "",
		};
		const values = {
			dialect: "docusaurus",
			title: "News",
			description: "All",
			url: "https://example.org/docs",
			language: "en",
			limit: "all",
			permalink: "/:path/",
			ignore: ["old/**"],
		};
		expect(await valuesOf(files, "news")).toEqual(values);
		expect(await findIn(files, "")).toMatchObject({ content: "news", values });
	});

	it("knows a second blog by its folder, and no other folder", async () => {
		const plugin = `plugins: [["@docusaurus/plugin-content-blog", { id: "b", path: "./team", routeBasePath: "team" }]],`;
		const files = {
			"docusaurus.config.js": config("{}", plugin),
			...post,
			"team/a.md": "",
			"docs/a.md": "",
		};
		expect(await valuesOf(files, "team")).toMatchObject({ url: "https://example.org/docs/team" });
		expect(await valuesOf(files, "blog")).toMatchObject({ url: "https://example.org/docs/blog" });
		expect(await findIn(files, "docs")).toBeUndefined();
	});
});
