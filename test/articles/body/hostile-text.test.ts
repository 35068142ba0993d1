import { describe, expect, it } from "vitest";
import type { BodyFormat } from "../../../src/articles/article.ts";
import { findTitle, renderBody, renderSummary } from "../../../src/articles/body/render-body.ts";
import { resolve } from "./resolve.ts";

describe("a text that was made to stop its parser", () => {
	it.each<[string, BodyFormat, string]>([
		["100,000 open elements", "html", `${"<div>".repeat(100_000)}end`],
		["100,000 open elements in Markdown", "markdown", `${"<b>".repeat(100_000)}end`],
		["100,000 open paragraphs", "html", `${"<b><p>".repeat(50_000)}end`],
		["100,000 end tags", "html", `${"<div>".repeat(500)}${"</x>".repeat(100_000)}end`],
		[
			"a pile of hidden pictures",
			"html",
			`${"<div><noscript><img src=a></noscript>".repeat(200)}end`,
		],
		["5 MB of stars", "markdown", `${"*".repeat(5_000_000)}\n\nend`],
		["200,000 brackets", "markdown", `${"[".repeat(200_000)} end`],
		["100,000 open footnotes", "markdown", `${"^[".repeat(100_000)} end`],
		["100,000 quotes in quotes", "markdown", `${">".repeat(100_000)} x\n\nend`],
		["30,000 short paragraphs", "markdown", `${"a\n\n".repeat(30_000)}end`],
		["a srcset of 100,000 open brackets", "html", `<img srcset="${"a (".repeat(100_000)}">end`],
		["a title of a million spaces", "html", `<p title="${" ".repeat(1_000_000)}x">end</p>`],
		["100,000 open markers", "text", `${"<!--".repeat(100_000)} end`],
		["a million blank lines", "text", `${" \n".repeat(1_000_000)}end`],
	])("still comes to its end: %s", (_, format, text) => {
		const body = { format, text, firstLine: 1 };
		expect(renderBody(body, resolve).html).toMatch(/end(?:<\/[a-z]+>|\s)*$/);
		expect(findTitle(body)).toBeUndefined();
		expect(renderSummary(text.slice(-50_000))).toContain("end");
	});

	it("keeps an ordinary depth of elements", () => {
		const nested = `${"<div>".repeat(200)}end${"</div>".repeat(200)}`;
		expect(renderBody({ format: "html", text: nested, firstLine: 1 }, resolve).html).toBe(nested);
	});
});
