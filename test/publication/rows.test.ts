import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Article } from "../../src/articles/article.ts";
import { buildFault } from "../../src/faults/fault.ts";
import { buildArticleRow, parseArticleRow } from "../../src/publication/article-row.ts";
import type { EntryFacts } from "../../src/publication/entry-facts.ts";
import { buildFactsRow, parseFactsRow } from "../../src/publication/facts-row.ts";
import { parseReading, renderReading } from "../../src/publication/reading-row.ts";

const text = fc.string({ unit: "grapheme", maxLength: 12 });
const texts = fc.array(text, { maxLength: 3 });
const date = fc.date({ noInvalidDate: true });
const count = fc.nat();

const person = fc.record({ name: text, email: text, url: text }, { requiredKeys: ["name"] });
const media = fc.record(
	{ reference: text, mediaType: text, lengthInBytes: count, title: text },
	{ requiredKeys: ["reference"] },
);

const article: fc.Arbitrary<Article> = fc.record(
	{
		path: text,
		section: fc.array(fc.record({ slug: text, name: text }), { maxLength: 3 }),
		tree: text,
		translationKey: text,
		title: text,
		url: text,
		ownId: text,
		published: date,
		updated: date,
		visibleFrom: date,
		visibleUntil: date,
		draft: fc.boolean(),
		hiddenBy: text,
		generatorId: text,
		aliases: texts,
		language: text,
		authors: fc.array(person, { maxLength: 2 }),
		tags: texts,
		categories: texts,
		summary: text,
		image: media,
		enclosures: fc.array(media, { maxLength: 2 }),
		body: fc.record({
			format: fc.constantFrom("markdown", "html", "text", "unsupported"),
			firstLine: count,
			length: count,
			fingerprint: text,
			fileNames: texts,
		}),
	},
	{
		requiredKeys: [
			"path",
			"section",
			"title",
			"url",
			"published",
			"updated",
			"visibleFrom",
			"draft",
			"generatorId",
			"aliases",
			"authors",
			"tags",
			"categories",
			"enclosures",
			"body",
		],
	},
);

const facts: fc.Arbitrary<EntryFacts> = fc
	.record(
		{
			under: text,
			id: text,
			alternates: fc.array(fc.record({ language: text, url: text }), { maxLength: 2 }),
			asked: fc.array(fc.tuple(text, text), { maxLength: 2 }),
			files: texts,
			summary: text,
			language: text,
			enclosures: fc.array(
				fc.record(
					{ url: text, mediaType: text, lengthInBytes: count, title: text },
					{ requiredKeys: ["url", "mediaType", "lengthInBytes"] },
				),
				{ maxLength: 2 },
			),
			image: fc.record({ url: text, mediaType: text }, { requiredKeys: ["url"] }),
			dropped: fc.array(fc.tuple(text, count), { maxLength: 2 }),
			key: text,
			sizes: fc.array(fc.record({ hash: text, lengthInBytes: count }), {
				minLength: 1,
				maxLength: 3,
			}),
		},
		{
			requiredKeys: [
				"under",
				"id",
				"alternates",
				"asked",
				"files",
				"summary",
				"language",
				"enclosures",
				"dropped",
				"key",
				"sizes",
			],
		},
	)
	.map(({ key, sizes, ...rest }) => ({ ...rest, pieces: sizes.map((size) => ({ key, ...size })) }));

/** As a file gives it back. */
function stored(row: unknown): unknown {
	return JSON.parse(JSON.stringify(row));
}

describe("rows of the index", () => {
	it("give every article back as it was", () => {
		fc.assert(
			fc.property(article, (one) => {
				expect(parseArticleRow(stored(buildArticleRow(one)))).toEqual(one);
			}),
		);
	});

	it("give back what is known of every entry", () => {
		fc.assert(
			fc.property(facts, (one) => {
				expect(parseFactsRow(stored(buildFactsRow(one)))).toEqual(one);
			}),
		);
	});

	it("give back what a file said, with its faults and what it depended on", () => {
		const place = { file: "a.md", line: 3, column: 2 };
		const fault = buildFault("DATE_INVALID", place, "The date is none.");
		fc.assert(
			fc.property(article, fc.boolean(), (value, isFaulty) => {
				const kept = {
					version: "1",
					under: "x y",
					reading: {
						...(isFaulty ? {} : { value }),
						faults: [fault],
						sections: [["news", "world"], []],
						neighbours: [["news/_index.md", true] as const],
					},
				};
				const line = renderReading("a.md", kept);
				expect(line).not.toContain("\n");
				expect(parseReading(line)).toEqual(kept);
			}),
		);
	});

	it("say nothing where they are torn or of another shape", () => {
		fc.assert(
			fc.property(article, fc.nat(), (value, cut) => {
				const reading = { value, faults: [], sections: [], neighbours: [] };
				const line = renderReading(value.path, { version: "1", under: "", reading });
				expect(parseReading(line.slice(0, cut % line.length))).toBeUndefined();
			}),
		);
		for (const line of ["", "null", "{}", "[]", '["a.md"]', '["a.md","1","",[],[],[["NO",1]]]'])
			expect(parseReading(line)).toBeUndefined();
	});
});
