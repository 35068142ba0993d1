import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseSelection, queryOf } from "../../src/http/parse-selection.ts";

/** The address that a query leads to; `whole` and `impossible` as they are. */
function canonical(query: string): string {
	const asked = parseSelection(query);
	return typeof asked === "string" ? asked : asked.query;
}

describe("the query of a feed's address", () => {
	it.each([
		["?limit=20", "?limit=20"],
		[
			"?tag=xml&author=ida-marlowe&lang=en&limit=20",
			"?author=ida-marlowe&lang=en&limit=20&tag=xml",
		],
		["?tag=b&tag=a&tag=b", "?tag=a&tag=b"],
		["?tag=XML", "?tag=xml"],
		["?author=Ida+Marlowe", "?author=ida-marlowe"],
		["?author=Ida%20Marlowe", "?author=ida-marlowe"],
		["?tag=привет", "?tag=%D0%BF%D1%80%D0%B8%D0%B2%D0%B5%D1%82"],
		["?tag=%d0%bf", "?tag=%D0%BF"],
		["?tag=e%CC%81t%C3%A9", "?tag=%C3%A9t%C3%A9"],
		["?lang=en_GB", "?lang=en-gb"],
		["?lang=en&lang=fr", "?lang=en"],
		["?limit=007", "?limit=7"],
		["?limit=99999999999999999999", "?limit=1000000"],
		["?utm_source=x&limit=5&null", "?limit=5"],
		["?&&limit=5&", "?limit=5"],
	])("%s stands for %s", (query, expected) => {
		expect(canonical(query)).toBe(expected);
		expect(canonical(expected)).toBe(expected);
	});

	it.each([
		"?limit=0",
		"?limit=-1",
		"?limit=2.5",
		"?limit=ten",
		"?limit",
		"?limit=1e3",
		"?tag=",
		"?author=+&lang=",
	])("%s asks for the address without it", (query) => {
		expect(parseSelection(query)).toEqual({ selection: undefined, query: "" });
	});

	it.each(["?", "?null", "?utm_source=x&utm_medium=y", "?%zz", "?TAG=x", "??limit=5"])(
		"%s is no business of ours (30)",
		(query) => {
			expect(parseSelection(query)).toBe("whole");
		},
	);

	it.each(["?tag=!!!", "?tag=xml&author=...", "?lang=english%20please", "?lang=*", "?lang=en--gb"])(
		"%s is nothing that an entry can have",
		(query) => {
			expect(parseSelection(query)).toBe("impossible");
		},
	);

	it("takes no more tags and authors than a request can look up", () => {
		const tags = (count: number) => Array.from({ length: count }, (_, n) => `tag=t${n}`).join("&");
		expect(canonical(`?${tags(8)}`)).toBe(`?${tags(8)}`);
		expect(canonical(`?${tags(8)}&author=a`)).toBe("impossible");
	});

	it("has one spelling for every selection, and only letters of URLs in it", () => {
		const value = fc.oneof(
			fc.string({ unit: "binary" }),
			fc.constantFrom("<script>", "\r\n", "%0d%0a", "&", "#"),
		);
		const pair = fc.tuple(fc.constantFrom("tag", "author", "lang", "limit", "other"), value);
		fc.assert(
			fc.property(fc.array(pair, { maxLength: 6 }), fc.boolean(), (pairs, encoded) => {
				const written = pairs.map(([name, text]) => {
					const wellFormed = text.toWellFormed();
					return `${name}=${encoded ? encodeURIComponent(wellFormed) : wellFormed}`;
				});
				const asked = parseSelection(`?${written.join("&")}`);
				if (typeof asked === "string") return;
				expect(asked.query).toMatch(/^(?:\?[\w%=&.~-]*)?$/);
				expect(canonical(asked.query)).toBe(asked.query === "" ? "whole" : asked.query);
			}),
		);
	});
});

describe("queryOf", () => {
	it.each([
		["http://a/rss.xml", ""],
		["http://a/rss.xml?limit=5", "?limit=5"],
		["http://a/rss.xml?limit=5#x", "?limit=5"],
		["http://a/rss.xml#?limit=5", ""],
		["http://a/rss.xml?a?b", "?a?b"],
	])("of %s is %j", (url, query) => {
		expect(queryOf(url)).toBe(query);
	});
});
