import { describe, expect, it } from "vitest";
import type { Publication } from "../../src/publication/document-plan.ts";
import { openSampleSite } from "./sample-folder.ts";

const now = "2026-06-01T12:00:00Z";
const post = "---\ntitle: T\ndate: 2026-03-14\ntags: [Open Web]\n---\nText.\n";
const publish = (files: Record<string, string>, settings: object): Promise<Publication> =>
	openSampleSite(files, settings).publish(now);

describe("the usual feed addresses of a generator", () => {
	it.each([
		["hugo", "news/a.md", "/index.xml", "/rss.xml"],
		["hugo", "news/a.md", "/news/index.xml", "/news/rss.xml"],
		["hugo", "news/a.md", "/tags/open-web/index.xml", "/tags/open-web/rss.xml"],
		["jekyll", "news/_posts/2026-03-14-a.md", "/feed.xml", "/atom.xml"],
		["jekyll", "news/_posts/2026-03-14-a.md", "/feed/news.xml", "/news/atom.xml"],
		["eleventy", "posts/a.md", "/feed/feed.json", "/feed.json"],
		["zola", "blog/a.md", "/feed.xml", "/rss.xml"],
		["astro", "blog/a.md", "/feed.xml", "/rss.xml"],
		["docusaurus", "a.md", "/blog/atom.xml", "/atom.xml"],
		["hexo", "_posts/a.md", "/rss2.xml", "/rss.xml"],
		["pelican", "web/a.md", "/feeds/all.atom.xml", "/atom.xml"],
		["pelican", "web/a.md", "/feeds/web.atom.xml", "/web/atom.xml"],
		["next", "posts/a.mdx", "/feed", "/rss.xml"],
	])("%s (%s): %s leads to %s", async (dialect, path, from, to) => {
		const { moved } = await publish({ [path]: post }, { dialect });
		expect(moved.get(from)).toBe(to);
	});

	it("never take the place of a feed that is there", async () => {
		const { moved, find } = await publish({ "_posts/a.md": post }, { dialect: "hexo" });
		expect(moved.has("/atom.xml")).toBe(false);
		expect(find("/atom.xml")?.kind).toBe("feed");
	});

	it("give way to what the settings say", async () => {
		const settings = { dialect: "hugo", sections: { news: { aliases: ["/index.xml"] } } };
		const { moved } = await publish({ "news/a.md": post }, settings);
		expect(moved.get("/index.xml")).toBe("/news/rss.xml");
	});

	it("mean nothing in a folder of Broadsheet's own", async () => {
		expect((await publish({ "news/a.md": post }, {})).moved.size).toBe(0);
	});
});

describe("old addresses of an article (`aliases`, `redirect_from`)", () => {
	const named = (line: string) => post.replace("title: T", `title: T\n${line}`);

	it("lead to its page, with and without a slash, where Broadsheet serves the pages", async () => {
		const { moved } = await publish(
			{
				"news/a.md": named("aliases: [/old/a, https://example.org/older/, caf%C3%A9.html]"),
				"news/b.md": named("redirect_from: /b"),
			},
			{},
		);
		expect(Object.fromEntries(moved)).toEqual({
			"/old/a": "/news/a/",
			"/old/a/": "/news/a/",
			"/older/": "/news/a/",
			"/older": "/news/a/",
			"/café.html": "/news/a/",
			"/b": "/news/b/",
			"/b/": "/news/b/",
		});
	});

	it("are the other generator's affair where that serves the pages", async () => {
		const { moved } = await publish({ "news/a.md": named("aliases: [/old]") }, { dialect: "zola" });
		expect(moved.has("/old")).toBe(false);
	});

	it("never take the place of a page that is there", async () => {
		const { moved } = await publish(
			{ "news/a.md": named("aliases: [/news/b/]"), "news/b.md": post },
			{},
		);
		expect(moved.has("/news/b/")).toBe(false);
	});
});
