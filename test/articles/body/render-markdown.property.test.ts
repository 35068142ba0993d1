import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readBody } from "../../../src/articles/body/render-body.ts";
import {
	parseMarkdownSource,
	renderDirectly,
	renderThroughHtml,
} from "../../../src/articles/body/render-markdown.ts";
import type { DialectName } from "../../../src/settings/settings.ts";
import { contextOf } from "../templates/sample.ts";
import { markdownTexts } from "./markdown-texts.ts";
import { resolve } from "./resolve.ts";

const dialect = fc.constantFrom<DialectName | "none">(
	"none",
	"broadsheet",
	"jekyll",
	"hugo",
	"zola",
);

function parse(text: string, name: DialectName | "none") {
	const templates = name === "none" ? undefined : contextOf(name);
	return parseMarkdownSource(readBody({ format: "markdown", text, firstLine: 1 }, templates));
}

describe("Markdown rendered without a parser of HTML", () => {
	it("is byte for byte what the parser and the sanitizer make of it (requirements 60, 61)", () => {
		fc.assert(
			fc.property(markdownTexts, dialect, (text, name) => {
				const direct = renderDirectly(parse(text, name), resolve);
				if (direct) expect(direct).toEqual(renderThroughHtml(parse(text, name), resolve));
			}),
			{ numRuns: 1500 },
		);
	});

	it.each([
		["phrases", "a *b* **c** ~~d~~ `e` [f](g) ![h](i) <https://example.org/>\\\nj"],
		[
			"blocks",
			"# a\n\n> b\n\n- c\n- [x] d\n\n3. e\n\n---\n\n```js\nf\n```\n\n| g |\n| :-- |\n| h |",
		],
		["the author's marker", "a\n\n<!--more-->\n\nb<br>c <!-- d -->"],
		["what looks like a tag's place in an address", "[a](http://b%EF%B7%900%EF%B7%91/)"],
		["character references", "&amp; &#65; &nbsp; &hearts;"],
	])("is the way of %s", (_, text) => {
		expect(renderDirectly(parse(text, "broadsheet"), resolve)).toBeDefined();
	});

	it("is the way of template code that stands for plain characters and addresses", () => {
		const text =
			"{{ page.title }} [a]({% link b.md %}) ![{{ page.title }}]({{ site.baseurl }}/c.png) `{{ d }}`";
		const direct = renderDirectly(parse(text, "jekyll"), resolve);
		expect(direct).toEqual(renderThroughHtml(parse(text, "jekyll"), resolve));
		expect(direct?.html).toContain("Storm &amp; rain");
	});

	it.each([
		["HTML", "a <b>c</b>"],
		["a broken tag", "<div"],
		["footnotes", "a[^b]\n\n[^b]: c"],
		["alerts", "> [!NOTE]\n> a"],
		["the beginning of a summary", "<!-- PELICAN_BEGIN_SUMMARY -->\n\na"],
		["a paragraph of nothing but the author's marker", "[](javascript:a)<!--more-->"],
		["characters that no XML holds", "a&#12;b"],
	])("leaves %s to them", (_, text) => {
		expect(renderDirectly(parse(text, "broadsheet"), resolve)).toBeUndefined();
	});
});
