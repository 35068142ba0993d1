import { describe, expect, it } from "vitest";
import { showsPicture } from "../../src/pages/article-body.ts";
import { findAll, findOne, parsePage } from "./parsed-page.ts";
import { renderWholePage, sampleArticle } from "./sample-pages.ts";

const page = parsePage(renderWholePage(sampleArticle));
const byline = (root: typeof page): string =>
	findOne(root, "p", { class: "about" }).text.replaceAll(/\s+/gu, " ").trim();

describe("renderArticlePage", () => {
	it("heads the article with title, authors and date", () => {
		expect(findOne(page, "h1").text).toBe("Why an id must never change");
		expect(byline(page)).toBe("By Mara Lindqvist, Teo Okafor 14 March 2026 Updated 20 March 2026");
	});

	it("names no day of change where it is the day of publication", () => {
		const updated = new Date("2026-03-14T20:00:00Z");
		const sameDay = parsePage(renderWholePage({ ...sampleArticle, updated }));
		expect(byline(sameDay)).toBe("By Mara Lindqvist, Teo Okafor 14 March 2026");
	});

	it("says to other sites that it is an article, and when it was published", () => {
		const contentOf = (property: string) => findOne(page, "meta", { property }).attributes.content;
		expect(contentOf("og:type")).toBe("article");
		expect(contentOf("og:title")).toBe("Why an id must never change");
		expect(contentOf("article:published_time")).toBe("2026-03-14T08:30:00.000Z");
		expect(contentOf("article:modified_time")).toBe("2026-03-20T10:00:00.000Z");
	});

	it("announces its section's feeds before the site's (134)", () => {
		const links = findAll(page, "link", { rel: "alternate" });
		expect(links.map(({ attributes }) => attributes.href)).toEqual(
			[...sampleArticle.feeds, ...sampleArticle.siteFeeds].map(({ url }) => url),
		);
	});

	it("shows the body as it is", () => {
		const body = findOne(page, "div", { class: "e-content body" });
		expect(findOne(body, "h2").text).toBe("Three ways to break it");
		expect(findAll(body, "code").map(({ text }) => text)[0]).toBe("atom:id");
		expect(findOne(body, "figcaption").text).toBe("Each letter has its own hole.");
	});

	it("lets tables and code scroll by themselves, by keyboard too", () => {
		const body = findOne(page, "div", { class: "e-content body" });
		const frame = findOne(body, "div", { role: "group", tabindex: "0" });
		expect(frame.attributes["aria-label"]).toBe("Table");
		expect(findAll(frame, "table")).toHaveLength(1);
		expect(findOne(body, "pre").attributes.tabindex).toBe("0");
	});

	it("takes nothing for a table or code that only begins with the same letters", () => {
		const html = "<p>&lt;pre&gt; &lt;/table&gt;</p><prefix></prefix>";
		const other = renderWholePage(sampleArticle, html);
		expect(other).toContain(html);
		expect(other).not.toContain('class="scroll"');
	});

	it("plays audio without loading it beforehand, and links every file", () => {
		const media = findOne(page, "section", { class: "media" });
		expect(findOne(media, "audio").attributes).toMatchObject({
			controls: "",
			preload: "none",
			src: "https://example.org/formats/ids.mp3",
			"aria-label": "The article, read aloud",
		});
		expect(findAll(media, "a").map(({ text }) => text)).toEqual([
			"The article, read aloud",
			"notes on ids.pdf",
		]);
		expect(findAll(media, "small").map(({ text }) => text)).toEqual([
			"audio/mpeg, 12 MB",
			"application/pdf",
		]);
	});

	it("names a file without a title by its address, without what no text may hold", () => {
		const url = "https://example.org/%00body%00%E2%80%94one.mp3";
		const enclosures = [{ url, mediaType: "audio/mpeg", lengthInBytes: 1 }];
		const text = renderWholePage({ ...sampleArticle, enclosures });
		const media = findOne(parsePage(text), "section", { class: "media" });
		expect(findOne(media, "bdi").text).toBe("body—one.mp3");
		expect(text).not.toContain("\0");
	});

	it("shows the article's picture, unless the body does", () => {
		const image = { url: "https://example.org/formats/hero.png?a=1&b=2" };
		const withPicture = parsePage(renderWholePage({ ...sampleArticle, image }));
		expect(findOne(withPicture, "img", { class: "u-photo" }).attributes.src).toBe(image.url);
		const html = '<p><img src="https://example.org/formats/hero.png?a=1&amp;b=2" alt=""></p>';
		const inBody = parsePage(
			renderWholePage(
				{ ...sampleArticle, image, isPictureInBody: showsPicture(html, image.url) },
				html,
			),
		);
		expect(findAll(inBody, "img", { class: "u-photo" })).toEqual([]);
	});

	it("leads to its tags, its neighbours and a subscription to its section", () => {
		const tags = findOne(page, "section", { "aria-labelledby": "page-tags" });
		expect(findAll(tags, "a").map(({ text }) => text)).toEqual(["identity", "dates", "XML"]);
		expect(findOne(page, "a", { rel: "prev" }).text).toBe("What became of XSLT");
		expect(findOne(page, "a", { rel: "next" }).text).toBe("Polling politely");
		expect(findOne(page, "h2", { id: "page-subscribe-name" }).text).toBe(
			"Subscribe to this section",
		);
	});

	it("offers the site itself where the article is in no section", () => {
		const top = parsePage(renderWholePage({ ...sampleArticle, breadcrumbs: [] }));
		expect(findOne(top, "h2", { id: "page-subscribe-name" }).text).toBe("Subscribe");
	});
});
