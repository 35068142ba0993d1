import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sharePeople, shareSection } from "../../src/articles/share-parts.ts";
import { shareLists } from "../../src/publication/read-article.ts";
import { shareAlike, shareTexts } from "../../src/text/share-alike.ts";

const text = fc.string({ unit: fc.oneof(fc.constantFrom("", "\0", "/", ",", "a"), fc.string()) });

describe("what is shared", () => {
	it("says what was asked for, and is one object for all that say it", () => {
		const asked = fc.array(fc.array(text, { maxLength: 2 }), { maxLength: 2 });
		const crumbs = fc.array(fc.record({ slug: text, name: text }), { maxLength: 3 });
		const people = fc.array(
			fc.record({ name: text, email: text, url: text }, { requiredKeys: ["name"] }),
			{ maxLength: 2 },
		);
		fc.assert(
			fc.property(
				crumbs,
				people,
				fc.array(text, { maxLength: 3 }),
				asked,
				(section, authors, texts, sections) => {
					expect(shareSection(section)).toEqual(section);
					expect(sharePeople(authors)).toEqual(authors);
					expect(shareTexts(texts)).toEqual(texts);
					const reading = { sections, faults: [], neighbours: [] };
					expect(shareLists(reading)).toEqual(reading);
					expect(shareSection(structuredClone(section))).toBe(shareSection(section));
					expect(sharePeople(structuredClone(authors))).toBe(sharePeople(authors));
				},
			),
		);
	});

	it("is forgotten where there is more and more of it", () => {
		const share = shareAlike(({ id }: { readonly id: number }) => String(id));
		const first = share({ id: 0 });
		expect(share({ id: 0 })).toBe(first);
		for (let id = 1; id < 5000; id++) share({ id });
		expect(share({ id: 0 })).not.toBe(first);
	});
});
