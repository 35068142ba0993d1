import { existsSync } from "node:fs";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { parseYamlDocument } from "../../src/articles/front-matter.ts";
import { openConfigFolders } from "../../src/node/open-config-folders.ts";
import { parseSiteSettings } from "../../src/settings/parse-settings.ts";
import { findSiteConfig } from "../../src/site-config/find-site-config.ts";
import { readEntries } from "../cli/read-entries.ts";
import { makeFolder } from "../cli/run-cli.ts";

const corpora = join(import.meta.dirname, "../../../shared/corpora");

const referenceSchema = z.object({ entries: z.array(z.object({ link: z.string() })) });

interface RealSite {
	readonly name: string;
	/** Where the corpus' content lies in the site. */
	readonly content: string;
	/** The site's configuration, as far as it says what a feed needs. */
	readonly files: Readonly<Record<string, string>>;
	/** What no configuration of that site says. */
	readonly untold: readonly string[];
}

const sites: readonly RealSite[] = [
	{
		name: "11ty-18f",
		content: "content/posts",
		files: {
			".eleventy.js": `module.exports = function (config) {
	config.addFilter("toDatePath", (date) => format(date));
	return { dir: { input: "./content", data: "../_data" }, pathPrefix: process.env.BASEURL || "/" };
};`,
			"_data/site.json": `{ "title": "18F: Digital service delivery", "url": "https://18f.gsa.gov", "language": "en-US",
	"description": "18F builds effective, user-centric digital services focused on the interaction between government and the people and businesses it serves." }`,
			"content/posts/posts.json":
				'{ "layout": "post", "permalink": "/{{ page.date | toDatePath }}/{{ page.fileSlug }}/" }',
		},
		untold: ["timezone"],
	},
	{
		name: "docusaurus-pnpm",
		content: "blog",
		files: {
			"docusaurus.config.mjs": `const GITHUB_URL = "https://github.com/pnpm/pnpm";
/** @type {import('@docusaurus/types').Config} */
const config = {
	title: "pnpm", tagline: "Fast, disk space efficient package manager", url: "https://pnpm.io", baseUrl: "/",
	i18n: { defaultLocale: "en", locales: ["en", "zh"] },
	presets: [["@docusaurus/preset-classic", { blog: { blogSidebarCount: "ALL" }, docs: { editUrl: edit() } }]],
};
export default config;`,
		},
		untold: ["timezone"],
	},
	{
		name: "hexo-unit-test",
		content: "source",
		files: {
			"_config.yml": `title: Hexo
author: John Doe
language: en
timezone: ''
url: http://example.com
permalink: :year/:month/:day/:title/
source_dir: source
new_post_name: :title.md
`,
		},
		untold: ["timezone"],
	},
	{
		name: "hugo-k8s-contributor",
		content: "content/en",
		files: {
			"hugo.yaml": `baseURL: https://www.kubernetes.dev
title: Kubernetes Contributors
contentDir: content/en
defaultContentLanguage: en
frontmatter: { date: [date, ":filename", publishDate, lastmod] }
permalinks: { blog: "/:section/:year/:month/:day/:slug/" }
`,
		},
		untold: ["timezone", "permalink"],
	},
	{
		name: "jekyll-docs",
		content: "_posts",
		files: {
			"_config.yml": `name: Jekyll • Simple, blog-aware, static sites
description: Transform your plain text into static websites and blogs
url: https://jekyllrb.com
timezone: America/Los_Angeles
permalink: /news/:year/:month/:day/:title/
plugins: [jekyll-feed]
`,
		},
		untold: ["language"],
	},
	{
		name: "jekyll-osdev4arab",
		content: "",
		files: {
			"_config.yml": `title: OSDev4Arab
author: OSDev4Arab
description: نحو مجتمع عربي عن تطوير نظم التشغيل
url: https://osdev4arab.github.io
baseurl: ""
permalink: /:categories/:title.html
markdown: kramdown
defaults:
  - { scope: { path: osdev_intro_series }, values: { category: os } }
`,
		},
		untold: ["language", "timezone", "permalink"],
	},
];

describe.skipIf(!existsSync(corpora))(
	"real sites with their own configuration (skipped where ../shared/corpora is not there)",
	() => {
		it.each(sites.map((site) => [site.name, site] as const))(
			"%s: the configuration says what its settings say, and gives every address",
			async (name, { content, files, untold }) => {
				const root = await makeFolder();
				for (const [path, text] of Object.entries(files)) {
					await mkdir(dirname(join(root, path)), { recursive: true });
					await writeFile(join(root, path), text);
				}
				const folder = join(root, content);
				await cp(join(corpora, name, "content"), folder, { recursive: true });

				const yaml = await readFile(join(corpora, name, "site.yaml"), "utf8");
				const { values } = parseSiteSettings(parseYamlDocument(yaml, "site.yaml"), "strict");
				const found = (await findSiteConfig(await openConfigFolders(folder), undefined))?.values;
				const said = Object.entries(values).filter(
					([key]) => !untold.includes(key) && key !== "permalink",
				);
				expect(found).toMatchObject(Object.fromEntries(said));

				const { errors, entries } = await readEntries(folder);
				const reference = await readFile(join(corpora, name, "reference.json"), "utf8");
				const links = referenceSchema.parse(JSON.parse(reference)).entries;
				expect(errors).toEqual([]);
				expect(entries.map(({ url }) => url).sort()).toEqual(links.map(({ link }) => link).sort());
			},
		);
	},
);
