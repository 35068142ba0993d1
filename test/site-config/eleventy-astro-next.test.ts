import { describe, expect, it } from "vitest";
import { findIn, unreadOf, valuesOf } from "./memory-site.ts";

describe("the configuration of an Eleventy site", () => {
	const config = `import rss from "@11ty/eleventy-plugin-rss";
export default async function (eleventyConfig) {
	eleventyConfig.addPlugin(rss);
	return { dir: { input: "src", data: "_data" }, pathPrefix: "/log/" };
}`;
	const data = `export default { title: "Log", url: "https://example.org/", language: "en", description: "Days",
	author: { name: "Bo", email: "bo@example.org", url: "https://example.org/bo/" } };`;

	it("gives what the site's data says, and the path below the host", async () => {
		const files = {
			"eleventy.config.js": config,
			"src/_data/metadata.js": data,
			"src/posts/2026-03-14-a.md": "",
		};
		expect(await findIn(files)).toMatchObject({
			content: "src",
			values: {
				dialect: "eleventy",
				title: "Log",
				description: "Days",
				url: "https://example.org/log",
				language: "en",
				authors: [{ name: "Bo", email: "bo@example.org", url: "https://example.org/bo" }],
			},
		});
		expect(await valuesOf(files, "src/posts")).toMatchObject({
			url: "https://example.org/log/posts",
		});
	});

	it.each([
		[".eleventy.js", 'module.exports = (c) => { c.setInputDirectory("src"); };'],
		[
			"eleventy.config.mjs",
			'export default (c) => {};\nexport const config = { dir: { input: "./src/" } };',
		],
	])("finds the input folder in %s", async (file, text) => {
		expect(await findIn({ [file]: text, "src/a.md": "" })).toMatchObject({ content: "src" });
	});

	it("takes directory data for defaults, patterns and the folders of posts", async () => {
		const files = {
			"package.json":
				'{"devDependencies": {"@11ty/eleventy": "^3"}, "homepage": "https://example.org"}',
			"posts/posts.json":
				'{"layout": "post", "tags": "posts", "permalink": "/{{ page.date | date: \'%Y\' }}/{{ page.fileSlug }}/", "author": "Ola"}',
			"posts/2026-03-14-a.md": "",
			"notes/notes.11tydata.js":
				"module.exports = { permalink: false, draft: true, fn: () => x() };",
			"about.md": "",
		};
		expect(await valuesOf(files)).toEqual({
			dialect: "eleventy",
			url: "https://example.org",
			defaults: { "posts/**": { author: "Ola" }, "notes/**": { permalink: false, draft: true } },
			sections: { posts: { permalink: "/{{ page.date | date: '%Y' }}/{{ page.fileSlug }}/" } },
			include: ["posts/**"],
		});
		expect(await valuesOf(files, "posts")).toEqual({
			dialect: "eleventy",
			url: "https://example.org",
			permalink: "/{{ page.date | date: '%Y' }}/{{ page.fileSlug }}/",
			defaults: { "**": { author: "Ola" } },
		});
	});

	it("tells of a permalink that is a program", async () => {
		const files = {
			".eleventy.js": "module.exports = () => ({});",
			"posts/posts.11tydata.js": "module.exports = { permalink: (data) => data.x };",
			"posts/a.md": "",
		};
		expect(await unreadOf(files)).toEqual(["permalink: `data.x` is known only when the file runs"]);
	});
});

describe("the configuration of an Astro site", () => {
	const files = {
		"astro.config.mjs": `import { defineConfig } from "astro/config";
export default defineConfig({ site: "https://example.org", base: "/x" });`,
		"src/consts.ts": `export const SITE_TITLE = "Astro log"; export const SITE_DESCRIPTION: string = "Stars";`,
		"src/content/blog/a.md": "",
	};
	const values = {
		dialect: "astro",
		title: "Astro log",
		description: "Stars",
		url: "https://example.org/x/blog",
	};

	it("finds the collection of a blog, and its address in the names of the pages", async () => {
		const blog = { ...files, "src/pages/blog/[...slug].astro": "", "src/pages/index.astro": "" };
		expect(await findIn(blog)).toMatchObject({ content: "src/content/blog", values });
		expect(await valuesOf(blog, "src/content/blog")).toEqual(values);
	});

	it("follows a route of another name", async () => {
		const posts = { ...files, "src/pages/posts/[slug]/index.astro": "" };
		expect(await valuesOf(posts)).toMatchObject({ url: "https://example.org/x/posts" });
		const top = { ...files, "src/pages/[...slug].astro": "" };
		expect(await valuesOf(top)).toMatchObject({ url: "https://example.org/x" });
	});

	it("leaves the collections their names where all of them are read", async () => {
		expect(await valuesOf(files, "src/content")).toMatchObject({ url: "https://example.org/x" });
	});
});

describe("the configuration of a Next site", () => {
	it("finds a folder of posts, and its address in the names of the routes", async () => {
		const files = {
			"package.json": '{"dependencies": {"next": "^16"}, "description": "A diary"}',
			"next.config.mjs": `const withMDX = createMDX({});
/** @type {import('next').NextConfig} */
const nextConfig = { basePath: "/me", trailingSlash: true };
export default withMDX(nextConfig);`,
			"data/siteMetadata.js": `const siteMetadata = { title: "Diary", siteUrl: "https://example.org", language: "sv" };
module.exports = siteMetadata;`,
			"data/blog/a.mdx": "",
			"app/(site)/blog/[...slug]/page.tsx": "",
		};
		expect(await findIn(files)).toMatchObject({
			content: "data/blog",
			values: {
				dialect: "next",
				title: "Diary",
				description: "A diary",
				url: "https://example.org/me/blog",
				language: "sv",
				permalink: "/:path/",
			},
		});
	});

	it("takes pages for what their path says", async () => {
		const files = {
			"next.config.js": "module.exports = { };",
			"package.json": '{"homepage": "https://example.org"}',
			"pages/posts/a.mdx": "",
		};
		expect(
			await valuesOf({
				...files,
				"lib/constants.ts": 'export const SITE_URL = "https://example.org";',
			}),
		).toMatchObject({
			url: "https://example.org/posts",
		});
	});
});
