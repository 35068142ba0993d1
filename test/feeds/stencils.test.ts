import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cleanText } from "../../src/articles/clean-text.ts";
import type { Entry } from "../../src/feeds/feed.ts";
import { rss } from "../../src/feeds/rss.ts";
import { buildItem, writeItem } from "../../src/feeds/rss-item.ts";
import { createStencils } from "../../src/feeds/stencils.ts";
import { minimalEntry } from "./sample-feed.ts";

describe("createStencils", () => {
	it("has each shape written once, however many texts it is filled with", () => {
		let written = 0;
		const render = createStencils(({ name, kind }: { name: string; kind: string }) => {
			written += 1;
			return `<${kind}>${name}</${kind}>${name}`;
		});
		const documents = ["a", "b", "c"].flatMap((name) =>
			["x", "y"].map((kind) => render((hold) => ({ name: hold(name), kind }))),
		);
		expect(documents.slice(0, 2)).toEqual(["<x>a</x>a", "<y>a</y>a"]);
		expect(documents.slice(-2)).toEqual(["<x>c</x>c", "<y>c</y>c"]);
		expect(written).toBe(2);
	});

	it("lets the library see that a text is empty", () => {
		const render = createStencils((name: string) => (name ? `<${name}>` : "none"));
		expect(render((hold) => hold(""))).toBe("none");
	});

	it("fills in texts that look like holes as they are", () => {
		const render = createStencils((names: readonly string[]) => names.join(" "));
		const texts = ["\u00911\u0092", "$&", "\u00910\u0092"];
		expect(render((hold) => texts.map(hold))).toBe(texts.join(" "));
	});

	it("gives the items that the feed package writes of the texts themselves", () => {
		const text = fc.string({ unit: "binary", minLength: 1 }).map(cleanText);
		const url = fc.webUrl({ withQueryParameters: true });
		const entry: fc.Arbitrary<Entry> = fc.record(
			{
				id: fc.oneof(url, fc.constant(minimalEntry.url)),
				title: text,
				url: fc.constant(minimalEntry.url),
				published: fc.constant(minimalEntry.published),
				updated: fc.constantFrom(minimalEntry.updated, new Date("2026-04-01T00:00:00Z")),
				authors: fc.array(fc.record({ name: text })),
				categories: fc.array(fc.record({ label: text })),
				summary: text,
				contentHtml: text,
				enclosures: fc.array(
					fc.record({ url, mediaType: fc.constant("audio/mpeg"), lengthInBytes: fc.nat() }),
				),
				image: fc.record({ url }),
				language: fc.constantFrom("en", "de"),
			},
			{
				requiredKeys: [
					"id",
					"title",
					"url",
					"published",
					"updated",
					"authors",
					"categories",
					"summary",
					"enclosures",
				],
			},
		);
		// Of a reference the package would read `&amp;` as its own.
		const protect = (written: string): string => written.replaceAll("&", "\uFFFE");
		fc.assert(
			fc.property(entry, (one) => {
				const direct = writeItem(buildItem(one, protect)).replaceAll("\uFFFE", "&");
				expect(rss.renderEntry(one)).toBe(direct);
			}),
		);
	});
});
