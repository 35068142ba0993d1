import { describe, expect, it } from "vitest";
import { type DialectName, dialectNames } from "../../../src/settings/settings.ts";
import { htmlOf, rendered } from "./sample.ts";

const note = "<aside><p><strong>Note</strong></p><p>a <em>b</em></p></aside>";

// https://docusaurus.io/docs/markdown-features/admonitions, https://github.com/markdown-it/markdown-it-container,
// https://python-markdown.github.io/extensions/admonition/
describe("callouts", () => {
	it.each([
		["between colons", ":::note\n\na *b*\n\n:::", note],
		["between colons without blank lines", ":::note\na *b*\n:::", note],
		[
			"with a title in brackets",
			":::tip[A *title*]\na\n:::",
			"<aside><p><strong>A <em>title</em></strong></p><p>a</p></aside>",
		],
		[
			"with a title behind a blank",
			"::: warning Watch out\na\n:::",
			"<aside><p><strong>Watch out</strong></p><p>a</p></aside>",
		],
		[
			"with attributes",
			":::info[A]{#b .c}\nd\n:::",
			"<aside><p><strong>A</strong></p><p>d</p></aside>",
		],
		[
			"in each other",
			"::::info\n:::note\na *b*\n:::\n::::",
			`<aside><p><strong>Info</strong></p>${note}</aside>`,
		],
		["in a list", "- a\n\n  :::note\n  a *b*\n  :::", `<ul><li><p>a</p>${note}</li></ul>`],
		[
			"around code that holds colons",
			":::tip\n```\n:::\n```\n:::",
			"<aside><p><strong>Tip</strong></p><pre><code>:::\n</code></pre></aside>",
		],
		[
			"that open",
			":::details Click *me*\na\n:::",
			"<details><summary>Click <em>me</em></summary><p>a</p></details>",
		],
		["of an unknown kind keep their content", ":::left\na\n:::", "<p>a</p>"],
		[
			"without an end keep their title and content",
			":::note\n\na *b*",
			"<p><strong>Note</strong></p><p>a <em>b</em></p>",
		],
		["of Python-Markdown", "!!! note\n    a *b*\n\nc", `${note}<p>c</p>`],
		[
			"of Python-Markdown with a title and two paragraphs",
			'!!! danger "Don\'t"\n    a\n\n    b\n\nc',
			"<aside><p><strong>Don't</strong></p><p>a</p><p>b</p></aside><p>c</p>",
		],
		[
			"of PyMdown, which open",
			'??? note "More"\n    a',
			"<details><summary>More</summary><p>a</p></details>",
		],
		["of three marks that are none", "!!! wow\na", "<p>!!! wow\na</p>"],
	])("%s", (_, text, expected) => {
		for (const dialect of ["pelican", "eleventy", "docusaurus", "hugo"] as const) {
			expect(htmlOf(dialect, text), dialect).toBe(expected);
		}
	});

	it.each(dialectNames)("of GitHub's form, in %s", (dialect: DialectName) => {
		expect(htmlOf(dialect, "> [!WARNING]\n> a *b*\n>\n> c")).toBe(
			"<blockquote><p><strong>Warning</strong></p><p>a <em>b</em></p><p>c</p></blockquote>",
		);
		expect(htmlOf(dialect, "> [!tip]- My title\n>\n> a")).toBe(
			"<blockquote><p><strong>My title</strong></p><p>a</p></blockquote>",
		);
	});

	it("are text in Broadsheet's own folders, as all template code", () => {
		const text = ":::note {{ a }} {% b %} {{< c >}} {d}";
		expect(rendered("broadsheet", text).html.trim()).toBe(
			"<p>:::note {{ a }} {% b %} {{&lt; c &gt;}} {d}</p>",
		);
	});
});

describe("the author's marks of a summary", () => {
	it.each<[DialectName, string]>([
		["hugo", "a\n\nb\n\n<!--more-->\n\nc"],
		["zola", "a\n\nb\n\n<!-- more -->\n\nc"],
		["docusaurus", "a\n\nb\n\n<!-- truncate -->\n\nc"],
		["pelican", "x\n\n<!-- PELICAN_BEGIN_SUMMARY -->\na\n\nb\n<!-- PELICAN_END_SUMMARY -->\n\nc"],
		["pelican", "a\n\nb\n\n<!-- PELICAN_END_SUMMARY -->\n\nc"],
		["broadsheet", "a\n\nb\n\n<!-- TEASER_END -->\n\nc"],
	])("are known: %s", (dialect, text) => {
		const { excerpt, html } = rendered(dialect, text);
		expect(excerpt).toBe("a b");
		expect(html).not.toContain("<!--");
	});
});
