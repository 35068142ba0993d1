import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildNameSlug, buildSlug } from "../../src/articles/slug.ts";

describe("buildSlug", () => {
	it.each([
		["Hello, World!", "hello-world"],
		["Don't panic", "don-t-panic"],
		["  --a--b--  ", "a-b"],
		["snake_case stays", "snake_case-stays"],
		["Ärger in Köln", "ärger-in-köln"],
		["A\u0308rger", "ärger"],
		["中文測試", "中文測試"],
		["हिन्दी", "हिन्दी"],
		["٢ مقدمة", "٢-مقدمة"],
		["C++", "c"],
		["🚀", ""],
		["", ""],
	])("makes %j into %j", (text, slug) => {
		expect(buildSlug(text)).toBe(slug);
	});

	it("changes nothing the second time", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme" }), (text) => {
				expect(buildSlug(buildSlug(text))).toBe(buildSlug(text));
			}),
		);
	});
});

describe("buildNameSlug", () => {
	it("keeps a name that has no letters", () => {
		expect(buildNameSlug("!!!")).toBe("!!!");
		expect(buildNameSlug("US Politics")).toBe("us-politics");
	});
});
