import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isNavigation, prefersPage } from "../../src/http/navigation.ts";
import { browsers, readers } from "../contract/browsers-and-readers.ts";

const readerOf =
	(headers: Readonly<Record<string, string>>) =>
	(name: string): string | null =>
		Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1] ?? null;

describe("isNavigation", () => {
	it.each(Object.entries(browsers))("knows a person with %s", (_, headers) => {
		expect(isNavigation(readerOf(headers))).toBe(true);
	});

	it.each(Object.entries(readers))("takes no program for a person: %s", (_, headers) => {
		expect(isNavigation(readerOf(headers))).toBe(false);
	});
});

describe("prefersPage", () => {
	it.each([
		["text/html", true],
		["TEXT/HTML;q=0.2, */*;q=0.1", true],
		["text/html;level=1;q=0.9, */*; q=0.8", true],
		["text/html, application/xhtml+xml, image/svg+xml", true],
		["text/html;q=0.9, application/xhtml+xml", true],
		["", false],
		["*/*", false],
		["text/*", false],
		["application/xhtml+xml", false],
		["text/html, */*", false],
		["text/html, text/*", false],
		["text/html, application/*", false],
		["text/html, text/xml", false],
		["text/html, application/xml", false],
		["text/html, application/rdf+xml", false],
		["text/html, application/feed+json", false],
		["text/html, application/json", false],
		["text/html, application/x.atom+xml", false],
		["text/html, text/rss", false],
		["text/html;q=0.5, application/atom+xml;q=0.5", false],
		["text/html;q=0", false],
		["text/html;q=0, */*;q=0", false],
		["text/html;q=nonsense, application/xml;q=0.9", true],
		["text/html;q=0.9, application/xml;q=nonsense", false],
	])("of %j says %s", (accept, expected) => {
		expect(prefersPage(accept)).toBe(expected);
	});

	it("never prefers a page where a feed type stands as high, wherever it stands", () => {
		const feed = fc.constantFrom("application/rss+xml", "text/xml", "application/feed+json", "*/*");
		const other = fc.constantFrom(
			"image/png",
			"application/xhtml+xml",
			"text/html;q=0.3",
			"x/y",
			"",
		);
		const others = fc.array(other, { maxLength: 5 });
		fc.assert(
			fc.property(feed, others, others, (type, before, after) => {
				const accept = [...before, type, "text/html", ...after].join(",");
				expect(prefersPage(accept)).toBe(false);
			}),
		);
	});
});
