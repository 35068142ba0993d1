import { describe, expect, it } from "vitest";
import { renderDocument, renderElement } from "../../src/feeds/xml.ts";
import { parseStrictly } from "./parse-strictly.ts";

describe("renderDocument", () => {
	it("begins with the declaration and ends with a newline (requirement 58)", () => {
		expect(
			renderDocument({
				name: "a",
				attributes: { b: "1", c: undefined, d: "2" },
				content: [{ name: "e", content: "f" }, { name: "g" }, { name: "h", content: [] }],
			}),
		).toBe(
			'<?xml version="1.0" encoding="utf-8"?>\n<a b="1" d="2">\n  <e>f</e>\n  <g/>\n  <h/>\n</a>\n',
		);
	});
});

describe("renderElement", () => {
	it("indents by the number of elements round it", () => {
		expect(renderElement({ name: "a", content: [{ name: "b", content: "c" }] }, 2)).toBe(
			"\n    <a>\n      <b>c</b>\n    </a>",
		);
	});

	it("escapes text so that it comes back as it was, a carriage return too", () => {
		const text = "a & b < c > d ]]> &amp; \"e\" 'f'\r\n\tg";
		const xml = renderElement({ name: "a", content: text }, 0);
		expect(xml).toBe("\n<a>a &amp; b &lt; c &gt; d ]]&gt; &amp;amp; \"e\" 'f'&#xD;\n\tg</a>");
		expect(parseStrictly(xml).text).toBe(text);
	});

	it("escapes attributes so that quotes, tabs and newlines come back as they were", () => {
		const text = "a & b < c > d \"e\" 'f'\r\n\tg";
		const xml = renderElement({ name: "a", attributes: { b: text } }, 0);
		expect(xml).toBe("\n<a b=\"a &amp; b &lt; c &gt; d &quot;e&quot; 'f'&#xD;&#xA;&#x9;g\"/>");
		expect(parseStrictly(xml).attributes.b).toBe(text);
	});
});
