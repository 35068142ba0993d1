import { Feed, type Item } from "feed";
import { describe, expect, it } from "vitest";
import { parseStrictly } from "./parse-strictly.ts";

/**
 * What decision 001 says of the `feed` package. Where one of these fails, the package has changed:
 * read the decision again, and take back what our own code no longer needs to do.
 */
describe("The feed package, as decision 001 found it", () => {
	it("lets a title close its own element behind a second ]]>", () => {
		const xml = build({ title: "a ]]> b ]]></title><title>injected" }).rss2();
		expect(xml).toContain("</title><title>injected");
	});

	it("reads a text that says &amp;lt; as &lt;", () => {
		const xml = new Feed({ title: "t", description: "&amp;lt;" }).rss2();
		expect(xml).toContain("<description>&amp;lt;</description>");
	});

	it("leaves & and < in attributes", () => {
		const enclosure = { url: "https://example.org/a.mp3", title: "AT&T <b>" };
		expect(() => parseStrictly(build({ enclosure }).rss2())).toThrow();
	});

	it("passes control characters on", () => {
		expect(() => parseStrictly(new Feed({ title: "\u0001" }).rss2())).toThrow();
	});

	it("writes an Atom id that is not the one it was given", () => {
		const xml = new Feed({ id: "tag:example.org,2026:/", title: "t" });
		xml.addItem(item({ id: "https://EXAMPLE.org:443/größe" }));
		expect(xml.atom1()).toContain("<id>https://example.org/gr%C3%B6%C3%9Fe</id>");
	});

	it("calls an MP3 an image in Atom", () => {
		const enclosure = { url: "https://example.org/a.mp3", type: "audio/mpeg" };
		expect(build({ enclosure }).atom1()).toContain('type="image/mp3"');
	});

	it("takes the clock for a date that is missing", () => {
		expect(new Feed({ title: "t" }).rss2()).toContain(String(new Date().getUTCFullYear()));
	});

	it("writes version 1 of JSON Feed, with one author", () => {
		const author = [{ name: "Ada" }, { name: "Grace" }];
		expect(JSON.parse(build({ author }).json1())).toMatchObject({
			version: "https://jsonfeed.org/version/1",
			items: [{ author: { name: "Ada" } }],
		});
	});
});

function build(fields: Partial<Item>): Feed {
	const feed = new Feed({ id: "https://example.org/", title: "t", link: "https://example.org/" });
	feed.addItem(item(fields));
	return feed;
}

function item(fields: Partial<Item>): Item {
	return { title: "t", link: "https://example.org/a", date: new Date(0), ...fields };
}
