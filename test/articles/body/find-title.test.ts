import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Body, BodyFormat } from "../../../src/articles/article.ts";
import { findTitle } from "../../../src/articles/body/render-body.ts";

const bodyOf = (format: BodyFormat, text: string): Body => ({ format, text, firstLine: 4 });

describe("findTitle", () => {
	it.each<[BodyFormat, string, string, string]>([
		["markdown", "# One *two* & `three` #\n\nText", "One two & three", "\n\nText"],
		["markdown", "\nOne\ntwo\n===\n\nText", "One two", "\n\n\n\n\nText"],
		["markdown", "<!-- lint off -->\n\n## One\nText", "One", "<!-- lint off -->\n\n\nText"],
		["markdown", '<h1 align="center">\nOne</h1>\n\nText', "One", "\n\n\nText"],
		["markdown", "[x]: /y\n\n# [One][x]\n\nText [x]", "One", "[x]: /y\n\n\n\nText [x]"],
		[
			"html",
			"<header><h1>One <i>two</i>\n</h1></header><p>Text</p>",
			"One two",
			"<header>\n</header><p>Text</p>",
		],
		[
			"html",
			"<html><head><title>x</title></head><body><h2>One</h2>Text",
			"One",
			"<html><head><title>x</title></head><body>Text",
		],
	])("takes the heading that begins a %s text: %j", (format, text, title, rest) => {
		expect(findTitle(bodyOf(format, text))).toEqual({ title, body: bodyOf(format, rest) });
	});

	it.each<[BodyFormat, string, string]>([
		["markdown", "Text\n\n# One", "One"],
		["markdown", "![a](b.png)\n\n# One", "One"],
		["markdown", "```\n# no heading\n```\n\n# One", "One"],
		["markdown", "#\n\n# One", "One"],
		["markdown", "> # Quoted\n\n# One", "One"],
		["html", "<p>Text</p><h1>One</h1>", "One"],
		["html", '<img src="a"><h1>One</h1>', "One"],
		["html", "<h1>One<h2>Two</h2>Text", "One"],
		["html", "<title>One</title><p>Text</p>", "One"],
	])("leaves a heading further down a %s text where it is: %j", (format, text, title) => {
		expect(findTitle(bodyOf(format, text))).toEqual({ title, body: bodyOf(format, text) });
	});

	it.each<[BodyFormat, string]>([
		["markdown", "Text\n\n    # code\n\n#hashtag"],
		["html", "<p>Text</p><!-- <h1>x</h1> --><script>'<h1>x</h1>'</script>"],
		["text", "# One\n\nText"],
	])("finds none in %s: %j", (format, text) => {
		expect(findTitle(bodyOf(format, text))).toBeUndefined();
	});

	it("keeps the number of lines, so that places in the file stay true", () => {
		const line = fc.constantFrom(
			"# a",
			"b",
			"",
			"===",
			"<h1>",
			"c</h1>",
			"- d",
			"```",
			"<!-- e",
			"-->",
			"[f]: g",
		);
		fc.assert(
			fc.property(
				fc.array(line),
				fc.constantFrom<BodyFormat>("markdown", "html"),
				(lines, format) => {
					const found = findTitle(bodyOf(format, lines.join("\n")));
					if (found) expect(found.body.text.split("\n")).toHaveLength(Math.max(lines.length, 1));
				},
			),
		);
	});
});
