import { describe, expect, it } from "vitest";
import { findIn, unreadOf, valuesOf } from "./memory-site.ts";

describe("the configuration of a Jekyll site", () => {
	const post = { "_posts/2026-03-14-a.md": "" };

	it("gives title, address, language, zone, people, limit and the like", async () => {
		const yaml = `title: Harbour
tagline: Ships and tides
url: https://example.org
baseurl: /log
lang: pt_BR
timezone: America/Recife
author: {name: Iara, email: iara@example.org, url: not-a-url}
permalink: pretty
future: true
feed: {posts_limit: 20, path: /blog/feed.xml}
exclude: [vendor/, README.md]
`;
		expect(await valuesOf({ "_config.yml": yaml, ...post })).toEqual({
			dialect: "jekyll",
			title: "Harbour",
			description: "Ships and tides",
			url: "https://example.org/log",
			language: "pt-BR",
			timezone: "America/Recife",
			authors: [{ name: "Iara", email: "iara@example.org" }],
			permalink: "pretty",
			future: "show",
			limit: 20,
			aliases: ["/blog/feed.xml"],
			ignore: ["vendor", "vendor/**", "README.md", "README.md/**"],
		});
	});

	it("takes the domain of GitHub Pages where the configuration names none", async () => {
		const files = {
			"_config.yml": "title: A\nbaseurl: ''\nplugins: []\n",
			CNAME: "www.example.org\n",
		};
		expect(await valuesOf({ ...files, ...post })).toMatchObject({ url: "https://www.example.org" });
	});

	it("finds posts in the folder of the configuration, or below its source", async () => {
		const config = "title: A\nplugins: []\n";
		expect(await findIn({ "_config.yml": config, ...post })).toMatchObject({
			root: "",
			content: "",
		});
		expect(await findIn({ "_config.yml": config, ...post }, "_posts")).toMatchObject({
			root: "..",
			content: "",
		});
		const inSource = { "_config.yml": `${config}source: src\n`, "src/_posts/2026-03-14-a.md": "" };
		expect(await findIn(inSource)).toMatchObject({ content: "src" });
	});

	it("makes categories of the folders above the one that was named", async () => {
		const files = {
			"_config.yml": "title: A\nplugins: []\npermalink: pretty\n",
			"Boats/_posts/a.md": "",
		};
		expect(await valuesOf(files, "Boats/_posts")).toMatchObject({
			permalink: "/boats/:categories/:year/:month/:day/:title/",
		});
		expect(await valuesOf({ ...files, "_config.yml": "plugins: []\n" }, "Boats")).toMatchObject({
			permalink: "/boats/:categories/:year/:month/:day/:title:output_ext",
		});
	});

	it("turns defaults by path and type into defaults by glob, the weightier last", async () => {
		const yaml = `plugins: []
defaults:
  - {scope: {path: "_posts/sea"}, values: {author: Nils, tags: [sea]}}
  - {scope: {path: "", type: posts}, values: {layout: post, author: Ada}}
  - {scope: {path: "", type: pages}, values: {author: Nobody}}
  - {scope: {path: ""}, values: {author: Everybody, lang: de}}
`;
		const site = await findIn({ "_config.yml": yaml, ...post });
		expect(Object.entries(site?.values.defaults ?? {})).toEqual([
			["**", { author: "Ada", lang: "de" }],
			["_posts/sea*/**", { author: "Nils", tags: ["sea"] }],
			["_posts/sea*", { author: "Nils", tags: ["sea"] }],
		]);
		const inPosts = await findIn({ "_config.yml": yaml, ...post }, "_posts");
		expect(Object.keys(inPosts?.values.defaults ?? {})).toEqual(["**", "sea*/**", "sea*"]);
	});

	it("is told from Hexo's by what only one of the two has", async () => {
		const both = "title: A\npermalink: /:title/\nurl: https://example.org\n";
		expect(await findIn({ "_config.yml": both, Gemfile: "", ...post })).toMatchObject({
			dialect: "jekyll",
		});
		const hexo = { "_config.yml": both, "scaffolds/post.md": "", "source/_posts/a.md": "" };
		expect(await findIn(hexo)).toMatchObject({ dialect: "hexo", content: "source" });
		const pack = { "package.json": '{"dependencies": {"hexo": "^8"}}', "source/_posts/a.md": "" };
		expect(await findIn({ "_config.yml": both, ...pack }, "source")).toMatchObject({
			dialect: "hexo",
		});
	});
});

describe("the configuration of a Hexo site", () => {
	const post = { "source/_posts/a.md": "" };

	it("gives title, address, language, zone, people, pattern and limit", async () => {
		const yaml = `title: 雑記
subtitle: メモ
author: 花子
language: [ja, en]
timezone: Asia/Tokyo
url: https://example.org/blog
root: /blog/
permalink: :category/:title.html
source_dir: source
new_post_name: :title.md
future: false
exclude: [_posts/private/**]
feed: {type: atom, path: news.xml, limit: 0}
`;
		const values = {
			dialect: "hexo",
			title: "雑記",
			description: "メモ",
			url: "https://example.org/blog",
			language: "ja",
			timezone: "Asia/Tokyo",
			authors: [{ name: "花子" }],
			permalink: "/:category/:title.html",
			future: "hide",
			limit: "all",
			aliases: ["news.xml"],
			ignore: ["_posts/private/**"],
		};
		expect(await valuesOf({ "_config.yml": yaml, ...post })).toEqual(values);
		expect(await valuesOf({ "_config.yml": yaml, ...post }, "source/_posts")).toEqual({
			...values,
			ignore: ["private/**"],
		});
	});

	it("tells that names of files with a date are not understood", async () => {
		const yaml = "source_dir: source\nper_page: 10\nnew_post_name: :year-:title.md\n";
		expect(await unreadOf({ "_config.yml": yaml, ...post })).toEqual([
			"new_post_name: no setting can say what a file's name holds",
		]);
	});
});
