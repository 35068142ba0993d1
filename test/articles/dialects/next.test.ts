import { describe, expect, it } from "vitest";
import { addressOf, post, readSite } from "./read-site.ts";

describe("the Next.js dialect", () => {
	it("takes dated Markdown and MDX, and explains the rest", () => {
		const { articles, omitted } = readSite("next", {
			"posts/one.mdx": post("title: One", "publishedAt: 2026-03-14"),
			"_posts/two.md": post("title: Two", "date: '2026-03-15T05:35:07.322Z'"),
			"app/blog/three/page.mdx":
				"export const metadata = { title: 'Three', date: '2026-03-16' }\n\n# Three\n",
			"app/about/page.mdx": "export const metadata = { title: 'About' }\n\n# About\n",
			"pages/_app.mdx": "",
			"posts/off.mdx": post("date: 2026-03-14", "published: false"),
			"posts/data.json": "{}",
		});
		expect(Object.keys(articles)).toEqual(["/posts/one", "/posts/two", "/blog/three"]);
		expect(articles["/blog/three"]?.title).toBe("Three");
		expect(omitted["app/about/page.mdx"]).toContain("has no date");
		expect({ ...omitted, "app/about/page.mdx": "" }).toEqual({
			"app/about/page.mdx": "",
			"pages/_app.mdx": "one that the generator does not read for its name",
			"posts/off.mdx": "`published` is off",
			"posts/data.json": "of another kind than this generator's articles",
		});
	});

	it.each([
		["content/posts/a.mdx", "", "/posts/a"],
		["pages/blog/index.md", "", "/blog"],
		["src/app/(site)/blog/a/page.mdx", "", "/blog/a"],
		["posts/Hello World.md", "", "/posts/Hello World"],
		["posts/a.md", "slug: other", "/posts/other"],
	])("gives %s with `%s` the address %s", (path, line, address) => {
		expect(addressOf("next", path, `date: 2026-03-14\n${line}`)).toBe(address);
	});
});
