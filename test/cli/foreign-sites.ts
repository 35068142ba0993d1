/** A small site of a generator: its configuration, its content, and the addresses that the generator gives. */
export interface ForeignSite {
	readonly name: string;
	/** Texts by path from the site's root. */
	readonly files: Readonly<Record<string, string>>;
	/** The folder of articles, from the root. */
	readonly content: string;
	readonly title: string;
	/** Addresses of its articles, newest first. */
	readonly urls: readonly string[];
}

const dated = (date: string, title: string) => `---\ntitle: ${title}\ndate: ${date}\n---\nText.\n`;

export const foreignSites: readonly ForeignSite[] = [
	{
		name: "Hugo",
		content: "content",
		title: "Fjord",
		files: {
			"hugo.toml": `baseURL = "https://fjord.example/"
title = "Fjord"
languageCode = "nn-NO"
[permalinks]
posts = "/:year/:month/:slug/"
`,
			"content/_index.md": "---\nmenu: main\n---\n",
			"content/posts/_index.md": "---\ntitle: Innlegg\n---\n",
			"content/posts/first/index.md": dated("2026-01-02", "Fyrste dag"),
			"content/posts/first/notes.md": "Notes of the bundle.\n",
			"content/posts/second.md": dated("2026-02-03", "Andre dag"),
			"content/posts/hidden.md": "---\ntitle: Hidden\ndate: 2026-02-04\ndraft: true\n---\n",
			"content/trips/third.md": dated("2026-03-04", "Tur"),
		},
		urls: [
			"https://fjord.example/trips/third/",
			"https://fjord.example/2026/02/andre-dag/",
			"https://fjord.example/2026/01/fyrste-dag/",
		],
	},
	{
		name: "Jekyll",
		content: "",
		title: "Harbour",
		files: {
			"_config.yml": `title: Harbour
url: https://harbour.example
baseurl: /log
timezone: Asia/Tokyo
permalink: /:categories/:year/:month/:day/:title/
plugins: [jekyll-feed]
exclude: [_posts/old]
defaults:
  - scope: {path: "", type: posts}
    values: {layout: post, categories: tides}
`,
			"README.md": "# Readme\n",
			"about.md": "---\ntitle: About\n---\n",
			"_posts/2026-01-02-ebb.md": "---\ntitle: Ebb\ndate: 2026-01-01 20:00:00 +0000\n---\nText.\n",
			"_posts/2026-02-03-flood.md": "---\ntitle: Flood\ncategories: Sea\n---\nText.\n",
			"_posts/old/2020-01-01-old.md": "---\ntitle: Old\n---\n",
			"_drafts/later.md": "---\ntitle: Later\n---\n",
		},
		urls: [
			"https://harbour.example/log/sea/2026/02/03/flood/",
			"https://harbour.example/log/tides/2026/01/02/ebb/",
		],
	},
	{
		name: "Zola",
		content: "content",
		title: "Zettel",
		files: {
			"config.toml":
				'base_url = "https://zettel.example"\ntitle = "Zettel"\ndefault_language = "de"\n',
			"content/_index.md": '+++\nsort_by = "date"\n+++\n',
			"content/blog/_index.md": '+++\ntitle = "Blog"\n+++\n',
			"content/blog/2026-01-02-eins.md": '+++\ntitle = "Eins"\n+++\nText.\n',
			"content/blog/zwei.md": '+++\ntitle = "Zwei"\ndate = 2026-02-03\nslug = "zwo"\n+++\nText.\n',
			"content/about.md": '+++\ntitle = "About"\n+++\n',
		},
		urls: ["https://zettel.example/blog/zwo/", "https://zettel.example/blog/eins/"],
	},
	{
		name: "Eleventy",
		content: "src",
		title: "Log",
		files: {
			"eleventy.config.js": `export default (config) => ({ dir: { input: "src" } });\n`,
			"src/_data/metadata.json": '{"title": "Log", "url": "https://log.example", "language": "en"}',
			"src/posts/posts.json":
				'{"tags": "posts", "permalink": "/blog/{{ page.date | date: \'%Y\' }}/{{ page.fileSlug }}/"}',
			"src/posts/2026-01-02-one.md": "---\ntitle: One\n---\nText.\n",
			"src/posts/two.md": dated("2026-02-03", "Two"),
			"src/about.md": dated("2026-03-04", "About"),
		},
		urls: ["https://log.example/blog/2026/two/", "https://log.example/blog/2026/one/"],
	},
	{
		name: "Astro",
		content: "src/content/blog",
		title: "Stars",
		files: {
			"astro.config.mjs": `export default defineConfig({ site: "https://stars.example" });\n`,
			"src/consts.ts": 'export const SITE_TITLE = "Stars";\n',
			"src/pages/blog/[...slug].astro": "",
			"src/content/blog/first-post.md": "---\ntitle: One\npubDate: 2026-01-02\n---\nText.\n",
			"src/content/blog/second/index.mdx": "---\ntitle: Two\npubDate: Feb 03 2026\n---\nText.\n",
		},
		urls: ["https://stars.example/blog/second/", "https://stars.example/blog/first-post/"],
	},
	{
		name: "Docusaurus",
		content: "blog",
		title: "Tool Blog",
		files: {
			"docusaurus.config.ts": `import type { Config } from "@docusaurus/types";
const config: Config = { title: "Tool", url: "https://tool.example", baseUrl: "/",
	presets: [["classic", { blog: { routeBasePath: "news" } } satisfies Options]] };
export default config;
`,
			"docs/intro.md": "# Intro\n",
			"blog/2026-01-02-one.md": "---\ntitle: One\n---\nText.\n",
			"blog/2026-02-03-two/index.md": "---\ntitle: Two\nslug: second\n---\nText.\n",
		},
		urls: ["https://tool.example/news/second", "https://tool.example/news/2026/01/02/one"],
	},
	{
		name: "Hexo",
		content: "source",
		title: "雑記",
		files: {
			"_config.yml": `title: 雑記
language: ja
timezone: Asia/Tokyo
url: https://zakki.example
permalink: :year/:month/:day/:title/
source_dir: source
new_post_name: :title.md
`,
			"scaffolds/post.md": "---\ntitle: {{ title }}\n---\n",
			"source/about/index.md": dated("2026-03-04", "About"),
			"source/_posts/one.md": "title: One\ndate: 2026-01-02 00:30:00\n---\nText.\n",
			"source/_posts/two.md": dated("2026-02-03 00:00:00", "Two"),
		},
		urls: ["https://zakki.example/2026/02/03/two/", "https://zakki.example/2026/01/02/one/"],
	},
	{
		name: "Pelican",
		content: "content",
		title: "Appunti",
		files: {
			"pelicanconf.py": `SITENAME = 'Appunti'
SITEURL = ''
PATH = 'content'
TIMEZONE = 'Europe/Rome'
DEFAULT_LANG = 'it'
ARTICLE_URL = '{date:%Y}/{slug}/'
`,
			"publishconf.py": "from pelicanconf import *\nSITEURL = 'https://appunti.example'\n",
			"content/one.md": "Title: Prima volta\nDate: 2026-01-02\n\nText.\n",
			"content/viaggi/two.md": "Title: Due\nDate: 2026-02-03\nSlug: due-volte\n\nText.\n",
			"content/pages/about.md": "Title: About\nDate: 2026-03-04\n\nText.\n",
		},
		urls: ["https://appunti.example/2026/due-volte/", "https://appunti.example/2026/prima-volta/"],
	},
	{
		name: "Next",
		content: "_posts",
		title: "Diary",
		files: {
			"package.json": '{"dependencies": {"next": "^16.0.0"}}',
			"data/siteMetadata.js":
				'const site = { title: "Diary", siteUrl: "https://diary.example", language: "en" };\nmodule.exports = site;\n',
			"src/app/posts/[slug]/page.tsx": "",
			"_posts/one.md": dated("2026-01-02", "One"),
			"_posts/two.mdx": dated("2026-02-03", "Two"),
		},
		urls: ["https://diary.example/posts/two", "https://diary.example/posts/one"],
	},
];
