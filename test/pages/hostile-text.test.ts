import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderListPage } from "../../src/pages/list-page.ts";
import type { ArticlePage, FeedLink, ListPage, PageFrame } from "../../src/pages/page.ts";
import { findAll, findOne, outlineOf, type ParsedElement, parsePage } from "./parsed-page.ts";
import { renderWholePage, sampleArticle, sampleFrame, sampleList } from "./sample-pages.ts";

const dangerous = [
	"</title><script>alert(1)</script>",
	'" onload="alert(1)',
	"' autofocus onfocus='",
	"--><!--",
	"]]>",
	"&lt;&amp;&#x3c;&notanentity;",
	"</bdi></a></main>",
	"$&$1$`",
	"\u202Eevil\u2066",
];

/** Text as `cleanText` leaves it: without what XML 1.0 forbids, and with LF alone as the end of a line. */
const text = fc
	.oneof(fc.string({ unit: "binary" }), fc.string(), fc.constantFrom(...dangerous))
	.map((any) =>
		any
			.toWellFormed()
			.replaceAll(
				/[\u0000-\u0008\u000B-\u001F\u007F-\u009F\uFFFE\uFFFF]|\p{Noncharacter_Code_Point}/gu,
				"",
			),
	)
	.map((clean) => `x${clean}x`);

describe("any text in any field", () => {
	it("stays text on the page of a section: its elements are those of harmless text", () => {
		fc.assert(
			fc.property(text, (hostile) => {
				const page = parsePage(renderListPage(listOf(hostile)));
				expect(elementsOf(page)).toBe(elementsOf(parsePage(renderListPage(listOf("harmless")))));
				expectFrame(page, hostile);
				expect(findOne(page, "h1").text).toBe(hostile);
				expect(findOne(page, "p", { class: "description" }).text).toBe(hostile);
				expect(findOne(page, "p", { class: "p-summary" }).text).toBe(hostile);
				const title = findOne(page, "a", { class: "p-name u-url" });
				expect([title.text, title.attributes.href]).toEqual([hostile, hostile]);
				const author = findOne(page, "a", { class: "p-author h-card" });
				expect([author.text, author.attributes.href]).toEqual([hostile, hostile]);
				const rows = ["sections", "tags", "authors"].map((id) =>
					findOne(page, "section", { "aria-labelledby": `page-${id}` }),
				);
				for (const row of rows) {
					const { text: name, attributes } = findOne(row, "a");
					expect([name, attributes.href]).toEqual([hostile, hostile]);
				}
			}),
			{ numRuns: 300 },
		);
	});

	it("stays text on the page of an article", () => {
		fc.assert(
			fc.property(text, (hostile) => {
				const page = parsePage(renderWholePage(articleOf(hostile)));
				expect(elementsOf(page)).toBe(
					elementsOf(parsePage(renderWholePage(articleOf("harmless")))),
				);
				expectFrame(page, hostile);
				expect(findOne(page, "h1").text).toBe(hostile);
				expect(findOne(page, "p", { class: "description p-summary" }).text).toBe(hostile);
				expect(findOne(page, "meta", { name: "description" }).attributes.content).toBe(hostile);
				expect(findOne(page, "audio").attributes).toMatchObject({
					src: hostile,
					"aria-label": hostile,
				});
				expect(findOne(page, "a", { rel: "prev" }).text).toBe(hostile);
				expect(findOne(page, "a", { rel: "next" }).attributes.href).toBe(hostile);
			}),
			{ numRuns: 300 },
		);
	});
});

function expectFrame(page: ParsedElement, hostile: string): void {
	const [first] = findAll(page, "link", { rel: "alternate" });
	expect([first?.attributes.title, first?.attributes.href]).toEqual([hostile, hostile]);
	expect(findOne(page, "p", { class: "nameplate" }).text).toBe(hostile);
	expect(findOne(page, "meta", { property: "og:title" }).attributes.content).toBe(hostile);
	expect(findOne(page, "meta", { property: "og:image" }).attributes.content).toBe(hostile);
	expect(findOne(findOne(page, "ul", { class: "addresses" }), "code").text).toBe(hostile);
}

/** The page's elements, without those that only say where a long address may break. */
function elementsOf(page: ParsedElement): string {
	return outlineOf(page).replaceAll(/ ?wbr\(\)/gu, "");
}

function frameOf(text: string): PageFrame {
	const feed: FeedLink = { label: text, mediaType: text, title: text, url: text };
	return {
		...sampleFrame,
		title: text,
		siteTitle: text,
		siteUrl: "/elsewhere/",
		siteLanguage: text,
		feeds: [feed],
		siteFeeds: [feed],
		navigation: [{ name: text, url: text }],
		breadcrumbs: [{ name: text, url: text }],
		opmlUrl: text,
		assets: { stylesheetUrl: text, scriptUrl: text, iconUrl: text },
		image: { url: text },
	};
}

function listOf(text: string): ListPage {
	const link = { name: text, url: text };
	return {
		...sampleList,
		...frameOf(text),
		description: text,
		sections: [{ ...link, children: [] }],
		tags: [link],
		authors: [link],
		entries: [
			{
				title: text,
				url: text,
				published: sampleArticle.published,
				summary: text,
				authors: [link],
				section: link,
				language: text,
			},
		],
	};
}

function articleOf(text: string): ArticlePage {
	const link = { name: text, url: text };
	return {
		...sampleArticle,
		...frameOf(text),
		authors: [link],
		tags: [link],
		summary: text,
		standfirst: text,
		enclosures: [{ url: text, mediaType: "audio/mpeg", lengthInBytes: 1, title: text }],
		previous: link,
		next: link,
	};
}
