import { describe, expect, it } from "vitest";
import { renderListPage } from "../../src/pages/list-page.ts";
import { findAll, findOne, parsePage } from "./parsed-page.ts";
import { sampleFeeds, sampleHome, sampleList } from "./sample-pages.ts";

const page = parsePage(renderListPage(sampleList));

describe("renderListPage", () => {
	it("is an HTML document without a parse error, in the page's language and direction", () => {
		expect(renderListPage(sampleList)).toMatch(/^<!doctype html>\n/u);
		expect(page.attributes).toEqual({ lang: "en", dir: "ltr" });
		const arabic = parsePage(renderListPage({ ...sampleList, language: "ar" }));
		expect(arabic.attributes).toEqual({ lang: "ar", dir: "rtl" });
	});

	it("is called by its title and the site's, the home page by the site's alone", () => {
		expect(findOne(page, "title").text).toBe("Formats – The Wire Rack");
		expect(findOne(page, "h1").text).toBe("Formats");
		const home = parsePage(renderListPage(sampleHome));
		expect(findOne(home, "title").text).toBe("The Wire Rack");
		expect(findOne(home, "h1").text).toBe("The Wire Rack");
	});

	it("says its address and its description to search engines and to other sites", () => {
		const url = "https://example.org/formats/";
		expect(findOne(page, "link", { rel: "canonical" }).attributes.href).toBe(url);
		expect(findOne(page, "meta", { property: "og:url" }).attributes.content).toBe(url);
		expect(findOne(page, "meta", { property: "og:type" }).attributes.content).toBe("website");
		expect(findOne(page, "meta", { name: "description" }).attributes.content).toBe(
			sampleList.description,
		);
	});

	it("announces its own feeds before the site's, JSON behind RSS and Atom (134, 135)", () => {
		const [rss, atom, json] = sampleList.feeds;
		const feeds = json && rss && atom ? [json, rss, atom] : [];
		const shuffled = parsePage(renderListPage({ ...sampleList, feeds }));
		expect(alternates(shuffled)).toEqual([
			["application/rss+xml", "https://example.org/formats/rss.xml"],
			["application/atom+xml", "https://example.org/formats/atom.xml"],
			["application/feed+json", "https://example.org/formats/feed.json"],
			["application/rss+xml", "https://example.org/rss.xml"],
			["application/atom+xml", "https://example.org/atom.xml"],
			["application/feed+json", "https://example.org/feed.json"],
		]);
	});

	it("announces each feed in the head, once, under a title of its own (134, 136)", () => {
		const links = findAll(findOne(page, "head"), "link", { rel: "alternate" });
		expect(links).toHaveLength(findAll(page, "link", { rel: "alternate" }).length);
		expect(new Set(links.map(({ attributes }) => attributes.title)).size).toBe(6);
		expect(alternates(parsePage(renderListPage(sampleHome)))).toHaveLength(3);
	});

	it("shows every feed's address as text, with a link and a copy button that waits for the script", () => {
		const rows = findAll(findOne(page, "ul", { class: "addresses" }), "li");
		expect(rows.map((row) => findOne(row, "code").text)).toEqual(
			sampleList.feeds.map(({ url }) => url),
		);
		expect(rows.map((row) => findOne(row, "a").text)).toEqual(["RSS", "Atom", "JSON Feed"]);
		for (const row of rows) expect(findOne(row, "button").attributes.hidden).toBe("");
	});

	it("leads into reader apps by plain https links with the preferred feed's address (140)", () => {
		const feeds = sampleFeeds("/a&b/%E6%96%B0/", "News");
		const readers = findOne(parsePage(renderListPage({ ...sampleList, feeds })), "p", {
			class: "readers",
		});
		const encoded = "https%3A%2F%2Fexample.org%2Fa%26b%2F%25E6%2596%25B0%2Frss.xml";
		expect(findAll(readers, "a").map(({ attributes }) => attributes.href)).toEqual([
			`https://feedly.com/i/subscription/feed/${encoded}`,
			`https://www.inoreader.com/feed/${encoded}`,
			`https://theoldreader.com/feeds/subscribe?url=${encoded}`,
			`https://www.newsblur.com/?url=${encoded}`,
		]);
	});

	it("lists the articles with date, section, authors and summary", () => {
		const [first, , third] = findAll(page, "li", { class: "h-entry" });
		if (!first || !third) throw new Error("Three articles are expected.");
		expect(findOne(first, "h3").text).toBe("Why an id must never change");
		expect(findOne(first, "time").attributes.datetime).toBe("2026-03-14T08:30:00.000Z");
		expect(findOne(first, "p", { class: "about" }).text.replaceAll(/\s+/gu, " ").trim()).toBe(
			"14 March 2026 Atom By Mara Lindqvist",
		);
		expect(findOne(first, "p", { class: "p-summary" }).text).toMatch(/^A reader app knows/u);
		expect(findOne(third, "h3").attributes.lang).toBe("de");
		expect(findAll(third, "p", { class: "p-summary" })).toEqual([]);
	});

	it("nests the sections as they are", () => {
		const tree = findOne(page, "section", { "aria-labelledby": "page-sections" });
		const [atom] = findAll(tree, "li");
		if (!atom) throw new Error("A section is expected.");
		expect(findAll(atom, "a").map(({ text }) => text)).toEqual(["Atom", "Extensions"]);
	});

	it("says so where nothing has been published", () => {
		const empty = parsePage(renderListPage({ ...sampleList, entries: [] }));
		expect(findOne(empty, "section", { class: "entries h-feed" }).text).toContain(
			"Nothing has been published here yet.",
		);
	});

	it("marks where the reader is among the site's sections", () => {
		expect(findOne(page, "a", { "aria-current": "page" }).text).toBe("Formats");
		const below = parsePage(
			renderListPage({
				...sampleList,
				canonicalUrl: "https://example.org/formats/atom/",
				breadcrumbs: [{ name: "Formats", url: "/formats/" }],
			}),
		);
		expect(findOne(below, "a", { "aria-current": "true" }).text).toBe("Formats");
	});

	it("marks its own words as English where it has none in the page's language", () => {
		const hebrew = parsePage(renderListPage({ ...sampleList, language: "he" }));
		expect(findOne(hebrew, "section", { id: "page-subscribe" }).attributes).toMatchObject({
			lang: "en",
			dir: "ltr",
		});
		const times = findAll(hebrew, "time");
		expect(times.map(({ attributes }) => attributes.lang)).toEqual(["en", "en", "en"]);
		expect(findOne(hebrew, "h1").attributes.lang).toBeUndefined();
	});

	it("is the same text each time", () => {
		expect(renderListPage(sampleList)).toBe(renderListPage(structuredClone(sampleList)));
	});
});

function alternates(root: ReturnType<typeof parsePage>): readonly (string | undefined)[][] {
	return findAll(root, "link", { rel: "alternate" }).map(({ attributes }) => [
		attributes.type,
		attributes.href,
	]);
}
