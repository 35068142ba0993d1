import { describe, expect, it } from "vitest";
import type { BodyFormat } from "../../../src/articles/article.ts";
import { renderBody, renderSummary } from "../../../src/articles/body/render-body.ts";
import { articleUrl, resolve } from "./resolve.ts";

const render = (format: BodyFormat, text: string) =>
	renderBody({ format, text, firstLine: 1 }, resolve);
const html = (format: BodyFormat, text: string): string => render(format, text).html.trim();
const excerpt = (format: BodyFormat, text: string): string => render(format, text).excerpt;

describe("renderBody of Markdown", () => {
	it.each([
		[
			"a paragraph",
			"One *two* **three** `four`",
			"<p>One <em>two</em> <strong>three</strong> <code>four</code></p>",
		],
		["HTML within it", "a <kbd>b</kbd>\n\n<div>c</div>", "<p>a <kbd>b</kbd></p>\n<div>c</div>"],
		["strikethrough", "~~a~~", "<p><s>a</s></p>"],
		[
			"code with its language",
			"```js\na < b\n```",
			'<pre><code class="language-js">a &lt; b\n</code></pre>',
		],
		[
			"a relative link",
			'[a](../b.html "t")',
			'<p><a href="https://example.org/news/b.html" title="t">a</a></p>',
		],
		["a link that must go", "[a](javascript:b)", "<p>a</p>"],
		["a bare address", "https://example.org", "<p>https://example.org</p>"],
		["quotes as typed", '"a" -- b...', '<p>"a" -- b...</p>'],
		["Windows line ends", "a\r\n\r\nb", "<p>a</p>\n<p>b</p>"],
	])("renders %s", (_, text, expected) => {
		expect(html("markdown", text)).toBe(expected);
	});

	it("renders tables with their alignment", () => {
		const table = html("markdown", "| a | b |\n| --- | --: |\n| 1 | 2 |");
		expect(table).toContain('<th align="right">b</th>');
		expect(table).toContain("<td>1</td>");
	});

	it("shows task lists with characters", () => {
		expect(html("markdown", "- [x] a\n- [ ] b")).toBe("<ul>\n<li>☑ a</li>\n<li>☐ b</li>\n</ul>");
	});

	it("links a footnote with its mark, both ways, at the article's own address", () => {
		const text = html("markdown", "a[^n]\n\n[^n]: b");
		expect(text).toContain(`<sup><a href="${articleUrl}#fn1" id="fnref1">[1]</a></sup>`);
		expect(text).toContain('<li id="fn1">');
		expect(text).toContain(`<a href="${articleUrl}#fnref1">`);
	});
});

describe("renderBody of plain text", () => {
	it("parts paragraphs at blank lines, also blank ones with spaces, and lets wrapped lines flow", () => {
		expect(html("text", "One\nline.\n \t\n\n   Two.\n")).toBe("<p>One\nline.</p>\n<p>Two.</p>");
	});

	it("shows every character for itself", () => {
		expect(html("text", "<b>AT&T</b> &amp; *x* ]]> https://example.org")).toBe(
			"<p>&lt;b&gt;AT&amp;T&lt;/b&gt; &amp;amp; *x* ]]&gt; https://example.org</p>",
		);
	});

	it("gives nothing for a text without words", () => {
		expect(render("text", " \n\n ")).toMatchObject({ html: "", excerpt: "" });
	});
});

describe("renderBody: the excerpt", () => {
	it.each<[BodyFormat, string, string, string]>([
		["markdown", "One.\n\n<!-- More -->\n\nTwo.", "One.", "<p>One.</p>\n\n<p>Two.</p>"],
		["markdown", "One. <!--more--> Two.", "One.", "<p>One.  Two.</p>"],
		["markdown", "One.\n<!--truncate-->\nTwo.", "One.", "<p>One.</p>\n\n<p>Two.</p>"],
		["html", "<p>One.</p><p><!-- MORE --></p><p>Two.</p>", "One.", "<p>One.</p><p>Two.</p>"],
		["html", "<div><p>One.<!--more-->Two.</p></div>", "One.", "<div><p>One.Two.</p></div>"],
		["text", "One.\n\n<!--more-->\n\nTwo.", "One.", "<p>One.</p>\n\n<p>Two.</p>"],
		["text", "One. <!-- more -->Two.", "One.", "<p>One. Two.</p>"],
	])("of %s ends at the author's marker, which vanishes: %j", (format, text, summary, shown) => {
		expect(excerpt(format, text)).toBe(summary);
		expect(html(format, text)).toBe(shown);
	});

	it.each<[BodyFormat, string]>([
		["markdown", "One.\n\n```\n<!--more-->\n```"],
		["markdown", "One.\n\n    <!--more-->"],
		["markdown", "One.\n\nSee `<!--more-->`."],
		["html", "<p>One.</p><pre>a <!--more--> b</pre>"],
	])("of %s does not end at a marker in code: %j", (format, text) => {
		expect(excerpt(format, `${text}\n\n`)).toBe("One.");
		expect(excerpt(format, `# Head\n\n${text}`)).not.toContain("```");
	});

	it("is all that stands before the marker, however much", () => {
		const long = "Words of an author. ".repeat(40).trim();
		expect(excerpt("markdown", `${long}\n\n${long}\n\n<!--more-->\n\nx`)).toBe(`${long} ${long}`);
	});

	it("is otherwise the first paragraph that has text", () => {
		expect(
			excerpt(
				"markdown",
				"# Title\n\n![a](b.png)\n\nFirst *words*[^1] &amp; more.\n\nNext.\n\n[^1]: Note.",
			),
		).toBe("First words & more.");
		expect(excerpt("text", "\n\nFirst\nwords.\n\nNext.")).toBe("First words.");
	});

	it("is the whole text where nothing is a paragraph", () => {
		expect(excerpt("markdown", "- one\n- two")).toBe("one two");
		expect(excerpt("html", "one<br>two<script>x</script>")).toBe("one two");
	});

	it("is cut at a word's end", () => {
		const cut = excerpt("text", "word, ".repeat(100));
		expect(cut).toMatch(/^(word, )+word…$/);
		expect(cut.length).toBeLessThanOrEqual(300);
		expect(cut.length).toBeGreaterThan(280);
	});

	it("is cut between whole characters where no spaces part the words", () => {
		expect(excerpt("text", "日".repeat(400))).toBe(`${"日".repeat(299)}…`);
		expect(excerpt("text", "👨‍👩‍👧".repeat(100))).toMatch(/^(?:👨‍👩‍👧)+…$/u);
		expect(excerpt("text", `a${"é".normalize("NFD").repeat(300)}`)).toMatch(/^a(?:e\u0301)+…$/);
	});
});

describe("renderSummary", () => {
	it.each([
		["One *two* [three](/x)", "One two three"],
		["<p>One <b>two</b></p><p>three &amp; four</p>", "One two three & four"],
		["One\n  two\n\nthree", "One two three"],
		["1. May", "1. May"],
		["# 1 of 5 < 6 & AT&T snake_case", "# 1 of 5 < 6 & AT&T snake_case"],
		["a<script>b</script><!-- c -->d", "ad"],
		["a\u0000 ]]> b\uD800", "a ]]> b\uFFFD"],
		["", ""],
	])("gives %j as %j", (text, expected) => {
		expect(renderSummary(text)).toBe(expected);
	});
});
