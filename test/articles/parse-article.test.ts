import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { digestBytes } from "../../src/node/node-runtime.ts";
import { faultsOf, parseFile } from "./sample-context.ts";

describe("parseArticle", () => {
	it("makes an article of a Markdown file", () => {
		const content = "---\ntitle: AT&T <b>\ndate: 2026-03-14 09:30\n---\n\nText.\n";
		expect(parseFile("news/name.md", content)).toEqual({
			faults: [],
			article: {
				path: "news/name.md",
				section: [{ slug: "news", name: "News" }],
				title: "AT&T <b>",
				url: "https://example.org/news/name/",
				published: new Date("2026-03-14T08:30:00Z"),
				updated: new Date("2026-03-14T08:30:00Z"),
				visibleFrom: new Date("2026-03-14T08:30:00Z"),
				draft: false,
				generatorId: "https://example.org/news/name/",
				aliases: [],
				authors: [],
				tags: [],
				categories: [],
				enclosures: [],
				body: {
					format: "markdown",
					firstLine: 5,
					length: 7,
					fingerprint: digestBytes("AT&T <b>\0\nText.\n"),
					fileNames: [],
				},
			},
			body: { format: "markdown", text: "\nText.\n", firstLine: 5 },
		});
	});

	it("takes the title from the first heading, and then from the file's name", () => {
		const headed = parseFile("2026-03-14-a.md", "# The *first* heading\n\nText.\n");
		expect(headed.article?.title).toBe("The first heading");
		expect(headed.body?.text).not.toContain("heading");
		expect(parseFile("2026-03-14-some_name.md", "Text.").article?.title).toBe("Some name");
		expect(parseFile("2026-03-14-NASA-and-ESA.md", "Text.").article?.title).toBe("NASA and ESA");
	});

	it("reads an archive's first line in plain text: its crumbs win over the folder", () => {
		const content = " date 2026-03-03 Homepage > News > Business > A title\n\nText.\n\nMore.\n";
		const parsed = parseFile("dump/000_4c3d.txt", content);
		expect(parsed.article).toMatchObject({
			section: [
				{ slug: "news", name: "News" },
				{ slug: "business", name: "Business" },
			],
			title: "A title",
			url: "https://example.org/news/business/000_4c3d/",
			published: new Date("2026-03-02T23:00:00Z"),
		});
		expect(parsed.body).toEqual({ format: "text", text: "\nText.\n\nMore.\n", firstLine: 2 });
	});

	it("reads plain text with front matter, and HTML", () => {
		expect(parseFile("a.txt", "---\ndate: 2026-03-14\n---\nText").body).toEqual({
			format: "text",
			text: "Text",
			firstLine: 4,
		});
		expect(parseFile("2026-03-14-a.html", "<p>Text</p>").article?.body.format).toBe("html");
	});

	it("reports a wrong archive line, and nothing else of the file", () => {
		expect(faultsOf(parseFile("a.txt", "date 2017-02-29 Home > A\n"))).toEqual([
			"1:6 DATE_INVALID",
		]);
	});

	it("reports broken front matter alone", () => {
		expect(faultsOf(parseFile("a.md", "---\ntitle: a: b\n---\nText"))).toEqual([
			"2:8 FRONT_MATTER_SYNTAX",
		]);
		expect(faultsOf(parseFile("a.md", "---\ntitle: a\nText"))).toEqual([
			"1:1 FRONT_MATTER_UNCLOSED",
		]);
	});

	it("keeps an article whose key stands twice", () => {
		const parsed = parseFile("a.md", "---\ndate: 2026-03-13\ndate: 2026-03-14\n---\n");
		expect(parsed.article?.published).toEqual(new Date("2026-03-13T23:00:00Z"));
		expect(faultsOf(parsed)).toEqual(["3:1 FRONT_MATTER_DUPLICATE_KEY"]);
	});

	it("leaves an article out whose own address leads elsewhere", () => {
		const content = "---\ndate: 2026-03-14\npermalink: https://example.com/\n---\n";
		expect(faultsOf(parseFile("a.md", content))).toEqual(["3:1 FIELD_INVALID"]);
	});

	it("warns of a text that is larger than a feed may be", () => {
		const large = parseFile("2026-03-14-a.md", "é".repeat(60), { maxBytes: 100 });
		expect(large.article).toBeDefined();
		expect(faultsOf(large)).toEqual(["1:1 ARTICLE_TOO_LARGE"]);
		expect(parseFile("2026-03-14-a.md", "e".repeat(60), { maxBytes: 100 }).faults).toEqual([]);
	});

	it("takes the time of publishing for the date where there is no other", () => {
		expect(parseFile("a.md", "---\npublishDate: 2026-03-14\n---\n").article?.published).toEqual(
			new Date("2026-03-13T23:00:00Z"),
		);
	});

	it("never throws, and gives an article or an error, whatever the bytes and the name", () => {
		const endings = fc.constantFrom(".md", ".html", ".txt", "");
		const name = fc
			.string({ unit: "grapheme", minLength: 1 })
			.filter((text) => !text.includes("/"));
		const keys = fc.constantFrom(
			"title",
			"date",
			"slug",
			"permalink",
			"tags",
			"author",
			"image",
			"enclosure",
			"lang",
			"draft",
			"id",
			"summary",
		);
		const values = fc.oneof(fc.json({ maxDepth: 2 }), fc.string({ unit: "grapheme" }));
		const front = fc
			.array(fc.tuple(keys, values), { maxLength: 5 })
			.map(
				(lines) => `---\n${lines.map(([key, value]) => `${key}: ${value}`).join("\n")}\n---\nText`,
			);
		const bytes = fc.oneof(
			fc.uint8Array({ maxLength: 60 }),
			front.map((text) => new TextEncoder().encode(text)),
		);
		fc.assert(
			fc.property(name, endings, bytes, (stem, ending, content) => {
				const parsed = parseFile(`2026-03-14-${stem}${ending}`, content);
				const isLeftOut = parsed.faults.some(({ severity }) => severity === "error");
				expect(parsed.article === undefined).toBe(isLeftOut);
				if (parsed.article === undefined) return;
				expect(new URL(parsed.article.url).href).toBe(parsed.article.url);
				expect(parsed.article.title).not.toBe("");
			}),
			{ numRuns: 1000 },
		);
	});
});
