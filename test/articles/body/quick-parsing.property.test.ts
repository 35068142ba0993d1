import fc from "fast-check";
import MarkdownIt, { type MarkdownIt as Parser } from "markdown-it";
import footnotes from "markdown-it-footnote";
import taskLists from "markdown-it-task-lists";
import { describe, expect, it } from "vitest";
import { quickParsing } from "../../../src/articles/body/quick-parsing.ts";
import { markdownTexts } from "./markdown-texts.ts";

const own = createParser();
const quick = createParser().use(quickParsing);

function createParser(): Parser {
	return new MarkdownIt({ html: true }).use(footnotes).use(taskLists);
}

const pieces = "http:// https:// // / a B . .. - _ ~ ? # = & 9 www. com % : @ é xn--".split(" ");

describe("quickParsing", () => {
	it("gives the tokens that markdown-it gives", () => {
		fc.assert(
			fc.property(markdownTexts, (text) => {
				const tokens = quick.parse(text, {});
				expect(JSON.parse(JSON.stringify(tokens))).toEqual(
					JSON.parse(JSON.stringify(own.parse(text, {}))),
				);
				const { options, renderer } = quick;
				expect(renderer.render(tokens, options, {})).toBe(own.render(text));
			}),
			{ numRuns: 1000 },
		);
	});

	it("finds the lines that markdown-it finds", () => {
		const lines = fc
			.array(fc.constantFrom("a", " ", "\t", "\n", "\u00a0", "\u2028"), { maxLength: 20 })
			.map((characters) => characters.join(""));
		fc.assert(
			fc.property(lines, (text) => {
				const [found, expected] = [quick, own].map((parser) => {
					const { State } = parser.block;
					const { bMarks, eMarks, tShift, sCount, bsCount, lineMax } = new State(
						text,
						parser,
						{},
						[],
					);
					return { bMarks, eMarks, tShift, sCount, bsCount, lineMax };
				});
				expect(found).toEqual(expected);
			}),
			{ numRuns: 1000 },
		);
	});

	it("normalises addresses as markdown-it does", () => {
		const address = fc.oneof(
			fc.array(fc.constantFrom(...pieces)).map((parts) => parts.join("")),
			fc.webUrl(),
			fc.constantFrom(`https://${"x".repeat(70)}.org/`, `https://${"x.".repeat(150)}org/`),
		);
		fc.assert(
			fc.property(address, (url) => {
				expect(quick.normalizeLink(url)).toBe(own.normalizeLink(url));
			}),
			{ numRuns: 2000 },
		);
	});

	it("sets, joins and finds attributes", () => {
		const [token] = quick.parse("a", {});
		token?.attrSet("a", "1");
		token?.attrJoin("a", "2");
		token?.attrJoin("b", "3");
		token?.attrSet("b", "4");
		expect(token?.attrs).toEqual([
			["a", "1 2"],
			["b", "4"],
		]);
		expect([token?.attrGet("b"), token?.attrGet("c"), token?.attrIndex("b")]).toEqual([
			"4",
			null,
			1,
		]);
	});
});
