import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parsePlainYaml } from "../../../src/articles/front-matter/plain-yaml.ts";
import { loadDocument } from "../../../src/articles/front-matter/yaml.ts";

/** Pieces of front matter, plain and awkward, that fall into each other. */
const bits = fc.constantFrom(
	..."title: A|date: 2026-03-14T09:30:00+01:00|tags: [a, b c]|tags: []|draft: true|draft: False|n: 007|v: 1.10".split(
		"|",
	),
	...'key:|- a|  - b|    - c|- x: y|- [a]|- "q"|-|- ~|# comment|a: b # c|a: b: c|a:b|: x|? x|a: |"q": 1'.split(
		"|",
	),
	..."a: 'it''s'|a: 'x'|a: \"x\\n\"|a: \"x\"|a: \"x\" y|a: [a, [b]]|a: [a,]|a: [,]|a: [a:b]|a: {b: c}|a: {}".split(
		"|",
	),
	..."a: &x b|a: *x|<<: x|a: !!str 1|a: |  folded|a: >|a: @x|a: `x`|a: %x|a: null|null: a|true: b|a: ~".split(
		"|",
	),
	..."__proto__: x|constructor: y|a: -|a: - b|a: ? b|---|...|a: é|日本: x|a: 😀|a: ünï cödé|a:\tb|\ta: b".split(
		"|",
	),
	" a: b",
	"  x",
	"",
	"   ",
	"a: b   ",
	"a: \u0085",
	"a: \u2028x",
	"a: \ud800",
	"a: \u0007",
	"a: x\ty",
	"a: [true, null, 12, x/y, 'q', \"r\"]",
	"a: [a b, -c]",
	"a: /path/to",
	"a: .hidden",
	"a: (x)",
	"a: 12:30:45",
	"a: http://x.y/z?a=b#c",
	"a: x #y",
	"a: x#y",
	"a: 0x10",
	"a: 1e3",
	"a: .inf",
	"a: yes",
	"a: no-break blank\u00a0",
	"a: 'x'\u00a0",
	"a: [b\u00a0]",
	"a: [\u3000]",
	"# \u0007",
);

const sources = fc.oneof(
	fc.array(bits, { maxLength: 8 }).map((lines) => lines.join("\n")),
	fc
		.array(fc.oneof(bits, fc.string({ unit: "grapheme", maxLength: 6 })), { maxLength: 8 })
		.map((parts) => parts.join("")),
	fc
		.tuple(
			fc.constantFrom("a: ", "- ", "a: [", "a:\n- "),
			fc.string({ unit: "binary", maxLength: 8 }),
		)
		.map(([before, text]) => before + text),
);

describe("front matter that is read without a library", () => {
	it("means the same to the library, whatever it is", () => {
		fc.assert(
			fc.property(sources, (source) => {
				const read = parsePlainYaml(source);
				if (read !== undefined) expect(read).toEqual(loadDocument(source));
			}),
			{ numRuns: 3000 },
		);
	});

	it("is most of what authors write", () => {
		const source = [
			"# What it is about",
			'title: "Article 3: they never"',
			"date: 2005-01-01T03:00:00Z",
			"tags: [tag-38, C++, tag 72]",
			"author: Writer 29",
			"categories:",
			"  - News",
			"  - 'World news'",
			"draft: false",
			"summary:",
			"",
		].join("\n");
		expect(parsePlainYaml(source)).toEqual({
			title: "Article 3: they never",
			date: "2005-01-01T03:00:00Z",
			tags: ["tag-38", "C++", "tag 72"],
			author: "Writer 29",
			categories: ["News", "World news"],
			draft: false,
			summary: null,
		});
	});

	it("is left to the library where it holds more", () => {
		for (const source of [
			"a: b\na: c",
			"a:\n  b: c",
			"a: |\n  b",
			"a: b\n  c",
			"- a",
			"a: &b c",
			"text",
			"a: b\u00a0",
			"a: 'b'\u3000",
			"# \u0007",
		])
			expect(parsePlainYaml(source)).toBeUndefined();
	});
});
