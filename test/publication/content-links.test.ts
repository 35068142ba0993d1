import { parseJsonFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import { renderFault } from "../../src/faults/fault.ts";
import { digestBytes } from "../../src/node/node-runtime.ts";
import { findDroppedTemplates } from "../../src/publication/find-dropped-templates.ts";
import type { SiteValues } from "../../src/settings/schema.ts";
import { openSampleSite, textAt } from "./sample-folder.ts";

const now = "2026-06-01T12:00:00Z";
const post = (...lines: readonly string[]) =>
	[
		"---",
		`title: "Of ${lines.join().replaceAll(/\W/g, "").slice(0, 6)}"`,
		"date: 2026-01-01",
		"---",
		...lines,
	].join("\n");

/** Where the links and pictures of the article in `path` lead. */
async function addressesIn(
	path: string,
	text: string,
	files: Readonly<Record<string, string>>,
	settings: SiteValues,
): Promise<readonly (string | undefined)[]> {
	const site = openSampleSite({ ...files, [path]: post(text) }, settings);
	const [article] = (await site.read()).articles.filter((one) => one.path === path);
	const feed = parseJsonFeed(textAt(await site.publish(now), "/feed.json"));
	const html = feed.items?.find((item) => item.url === article?.url)?.content_html ?? "";
	return Array.from(html.matchAll(/(?:href|src)="([^"]*)"/g), ([, address]) => address);
}

describe("links to a site's own content", () => {
	it("by Hugo's ref: beside, from the top, by name, as a bundle, outside of the folder", async () => {
		const files = {
			"blog/b.md": post("b"),
			"blog/bundle/index.md": post("c"),
			"docs/deep/only.md": post("d"),
		};
		const refs = ["b.md", "/blog/b", "bundle", "only.md#e", "/Community/f", "b.md?g#h"];
		const text = refs.map((ref) => `[a]({{< ref "${ref}" >}})`).join(" ");
		expect(await addressesIn("blog/a.md", text, files, { dialect: "hugo" })).toEqual([
			"https://example.org/blog/b/",
			"https://example.org/blog/b/",
			"https://example.org/blog/bundle/",
			"https://example.org/docs/deep/only/#e",
			"https://example.org/community/f/",
			"https://example.org/blog/b/?g#h",
		]);
	});

	it("by Jekyll's post_url and link, also where the folder is `_posts` itself", async () => {
		const files = { "2020-01-02-b.md": post("b") };
		const text = [
			"[a]({% post_url 2020-01-02-b %}) [a]({% link _posts/2020-01-02-b.md %}#c)",
			"[a]({% link assets/d.pdf %}) [no]({% link _docs/e.md %}) [no]({% post_url 2020-01-03-f %})",
		].join("\n");
		const settings: SiteValues = { dialect: "jekyll", permalink: "/:title/" };
		expect(await addressesIn("2020-01-01-a.md", text, files, settings)).toEqual([
			"https://example.org/b/",
			"https://example.org/b/#c",
			"https://example.org/assets/d.pdf",
		]);
	});

	it("by Jekyll's site variables, for a site below a path", async () => {
		const text = '[a]({{ site.baseurl }}/b) [a]({{ "/c" | absolute_url }}) [a]({{ page.url }}#d)';
		const settings: SiteValues = {
			dialect: "jekyll",
			permalink: "/:title/",
			url: "https://example.org/blog",
		};
		expect(await addressesIn("2020-01-01-a.md", text, {}, settings)).toEqual([
			"https://example.org/blog/b",
			"https://example.org/blog/c",
			"https://example.org/blog/a/#d",
		]);
	});

	it("by Hexo's post_link, which names a file without its date", async () => {
		const files = { "_posts/b.md": post("b"), "_posts/2020-01-02-c.md": post("c") };
		const text = "{% post_link b %}\n\n[a]({% post_path c %})";
		const [b, c] = await addressesIn("_posts/a.md", text, files, { dialect: "hexo" });
		expect(b).toMatch(/\/b\/$/);
		expect(c).toMatch(/c\/$/);
	});

	it("by Zola's @/ paths", async () => {
		const files = { "blog/b.md": post("b") };
		const text = "[a](@/blog/b.md#c) [a](@/pages/about.md)";
		expect(await addressesIn("blog/a.md", text, files, { dialect: "zola" })).toEqual([
			"https://example.org/blog/b/#c",
			"https://example.org/pages/about/",
		]);
	});

	it("by Docusaurus' @site paths and by paths to files", async () => {
		const files = { "2020-01-02-b.md": post("b") };
		const text =
			"[a](@site/blog/2020-01-02-b.md) [a](./2020-01-02-b.md#c) ![d](@site/static/img/d.png)";
		const settings: SiteValues = { dialect: "docusaurus", url: "https://example.org/blog" };
		expect(await addressesIn("2020-01-01-a.md", text, files, settings)).toEqual([
			"https://example.org/blog/2020/01/02/b",
			"https://example.org/blog/2020/01/02/b#c",
			"https://example.org/img/d.png",
		]);
	});

	it("by Pelican's words in braces or bars", async () => {
		const files = { "cat/b.md": post("b") };
		const text = [
			"[a]({filename}b.md) [a]({filename}/cat/b.md#c) [a](|filename|b.md)",
			"![d]({static}/images/d.png) [home]({index}) [no]({tag}x)",
		].join(" ");
		const addresses = await addressesIn("cat/a.md", text, files, { dialect: "pelican" });
		const [b] = addresses;
		expect(b).toMatch(/^https:\/\/example\.org\/.*b/);
		expect(addresses).toEqual([
			b,
			`${b}#c`,
			b,
			"https://example.org/images/d.png",
			"https://example.org/",
		]);
	});

	it("are paths like any other in Broadsheet's own folders", async () => {
		const text = "[a](b.md) [a](@/b.md) [a]({filename}b.md)";
		expect(await addressesIn("a.md", text, { "b.md": post("b") }, {})).toEqual([
			"https://example.org/b/",
			"https://example.org/a/@/b.md",
			"https://example.org/a/%7Bfilename%7Db.md",
		]);
	});
});

describe("findDroppedTemplates", () => {
	it("tells of each kind of lost code once for an article, where its text begins", async () => {
		const site = openSampleSite(
			{
				"a.md": post("{{< b >}} {{< b >}} {{< c >}}d{{< /c >}} {{< youtube e >}}"),
				"f.md": post("no tags `{{< b >}}`"),
			},
			{ dialect: "hugo" },
		);
		const faults = findDroppedTemplates(await site.read(), digestBytes);
		expect(faults.map(renderFault).map((line) => line.split(" Nothing")[0])).toEqual([
			"a.md:5:1: warning TEMPLATE_DROPPED `{{< b >}}` is left out 2 times.",
			"a.md:5:1: warning TEMPLATE_DROPPED `{{< c >}}` is left out once.",
		]);
	});
});

describe("an article in a markup that Broadsheet cannot read", () => {
	it("keeps its title, summary and link, and is told of by the markup's name", async () => {
		const site = openSampleSite(
			{
				"a.rst": "Title here\n##########\n\n:date: 2026-01-01\n:summary: Short\n\n.. note:: mush\n",
			},
			{ dialect: "pelican" },
		);
		const contents = await site.read();
		const codes = contents.faults.map(({ code, message }) => `${code} ${message}`);
		expect(codes).toContain("BODY_UNSUPPORTED The text is reStructuredText.");
		const [item] = parseJsonFeed(textAt(await site.publish(now), "/feed.json")).items ?? [];
		expect(item?.title).toBeTruthy();
		expect(item?.content_html ?? "").not.toContain("mush");
	});
});
