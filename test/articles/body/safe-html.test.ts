import { describe, expect, it } from "vitest";
import { safeHtml } from "../../../src/articles/body/safe-html.ts";
import { resolve } from "./resolve.ts";

const safe = (html: string): string => safeHtml(html, resolve);

describe("safeHtml: what could harm a reader (requirement 61)", () => {
	it.each([
		["a script", "<p>a<script>alert(1)</script>b</p>", "<p>ab</p>"],
		["a style sheet", "<style>p{}</style><p>a</p>", "<p>a</p>"],
		["a style attribute", '<p style="width:expression(1)">a</p>', "<p>a</p>"],
		["an event handler", '<p onclick="x()" ONLOAD=y>a</p>', "<p>a</p>"],
		["a script in a link", '<a href="javascript:x()">a</a>', "a"],
		["a script in a link, disguised", '<a href=" java&#10;script&colon;x()">a</a>', "a"],
		["a script in a link behind a control character", '<a href="&#1;javascript:x()">a</a>', "a"],
		["a document in a link", '<a href="data:text/html,x">a</a>', "a"],
		["a drawing in an address", '<img src="data:image/svg+xml,x" alt="a">', "a"],
		[
			"a base address",
			'<base href="https://evil.example/"><a href="x">a</a>',
			'<a href="https://example.org/news/storm/x">a</a>',
		],
		[
			"where a link opens",
			'<a href="/" target="_blank" rel="noopener" ping="/p">a</a>',
			'<a href="https://example.org/">a</a>',
		],
		["a comment", "a<!-- secret -->b", "ab"],
		["a conditional comment", "a<!--[if IE]><script>x</script><![endif]-->b", "ab"],
		[
			"a drawing with its labels",
			"a<svg><title>t</title><text>x</text><script>y</script></svg>b",
			"ab",
		],
		["a template", "a<template><p>b</p></template>", "a"],
		["the end of CDATA", "a]]>b<i title=']]>'>c</i>", 'a]]&gt;b<i title="]]&gt;">c</i>'],
		["a reference to a control character", "a&#0;b&#1;c&#xFFFF;", "a\uFFFDbc"],
	])("takes out %s", (_, html, expected) => {
		expect(safe(html)).toBe(expected);
	});
});

describe("safeHtml: forms", () => {
	it("keeps a form's words and drops its controls", () => {
		const form =
			'<form action="/s"><label>Name <input name="n" value="v"></label><select><option>1</option></select>' +
			"<textarea>t</textarea><button>Send</button></form>";
		expect(safe(form)).toBe("<div>Name Send</div>");
	});

	it("shows checkboxes as characters", () => {
		expect(safe('<li><input type="checkbox" checked> a</li><li><input type=checkbox> b</li>')).toBe(
			"<li>☑ a</li><li>☐ b</li>",
		);
	});
});

describe("safeHtml: embedded pages become links", () => {
	it.each([
		[
			"an iframe, named by its title",
			'<iframe src="/map" title="A map"></iframe>',
			'<p><a href="https://example.org/map">A map</a></p>',
		],
		[
			"an iframe without a title, named by its address",
			'<iframe src="//maps.example/x?a=1&amp;b=2">old browser</iframe>',
			'<p><a href="https://maps.example/x?a=1&amp;b=2">https://maps.example/x?a=1&amp;b=2</a></p>',
		],
		[
			"an iframe inside a paragraph",
			'<p>See <iframe src="/map" title="A map"></iframe>.</p>',
			'<p>See <a href="https://example.org/map">A map</a>.</p>',
		],
		[
			"a lazy iframe",
			'<iframe src="about:blank" data-src="/map" title="A map"></iframe>',
			'<p><a href="https://example.org/map">A map</a></p>',
		],
		[
			"a YouTube player",
			'<iframe src="https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ?start=42&rel=0" title="Film"></iframe>',
			'<p><a href="https://www.youtube.com/watch?v=dQw4w9WgXcQ&amp;t=42">Film</a></p>',
		],
		[
			"a Vimeo player",
			'<iframe src="https://player.vimeo.com/video/76979871?h=8272103f6e" title="Film"></iframe>',
			'<p><a href="https://vimeo.com/76979871/8272103f6e">Film</a></p>',
		],
		[
			"an embed",
			'<embed src="a.pdf" title="A">',
			'<p><a href="https://example.org/news/storm/a.pdf">A</a></p>',
		],
		[
			"an object",
			'<object data="a.pdf" title="A"><p>No plug-in</p></object>',
			'<p><a href="https://example.org/news/storm/a.pdf">A</a></p>',
		],
		["an object without an address: its fallback", "<object><p>Text</p></object>", "<p>Text</p>"],
		[
			"an iframe with a script for an address: nothing",
			'<iframe src="javascript:x()"></iframe>',
			"",
		],
	])("%s", (_, html, expected) => {
		expect(safe(html)).toBe(expected);
	});
});

describe("safeHtml: addresses (requirement 60)", () => {
	it("makes every address absolute", () => {
		const html =
			'<a href="../x">a</a><img src="/i.png" alt="i" srcset="i.png 1x, /i2.png 2x">' +
			'<video src="v.mp4" poster="p.jpg" controls><track src="t.vtt" kind="captions"></video>' +
			'<audio controls><source src="s.mp3" type="audio/mpeg"></audio>' +
			'<blockquote cite="?q">q</blockquote><picture><source srcset="w.webp"><img src="w.png" alt=""></picture>';
		const page = "https://example.org/news";
		expect(safe(html)).toBe(
			`<a href="${page}/x">a</a>` +
				`<img src="https://example.org/i.png" srcset="${page}/storm/i.png 1x, https://example.org/i2.png 2x" alt="i" />` +
				`<video src="${page}/storm/v.mp4" poster="${page}/storm/p.jpg" controls>` +
				`<track src="${page}/storm/t.vtt" kind="captions" /></video>` +
				`<audio controls><source src="${page}/storm/s.mp3" type="audio/mpeg" /></audio>` +
				`<blockquote cite="${page}/storm/?q">q</blockquote>` +
				`<picture><source srcset="${page}/storm/w.webp" /><img src="${page}/storm/w.png" alt="" /></picture>`,
		);
	});

	it.each(["mailto:a@example.org", "tel:+4912345", "xmpp:a@example.org", "magnet:?xt=urn:btih:c"])(
		"leaves %s as it is",
		(href) => {
			expect(safe(`<a href="${href}">a</a>`)).toBe(`<a href="${href}">a</a>`);
		},
	);

	it("keeps a picture that stands in its address", () => {
		const img = '<img src="data:image/png;base64,iVBORw0KGgo=" alt="a" />';
		expect(safe(img)).toBe(img);
	});

	it("drops what the article cannot resolve, and keeps its words", () => {
		const html = '<a href="x">a</a><img src="y" alt="b"><img src="z"><video src="v">c</video>';
		expect(safeHtml(html, () => undefined)).toBe("abc");
	});

	it("trusts no resolver with the scheme", () => {
		expect(safeHtml('<a href="x">a</a>', () => "javascript:x()")).toBe("a");
	});

	it("loads lazy pictures, once", () => {
		const html =
			'<img class="lazy" src="data:image/gif;base64,R0" data-src="/a.png" alt="a"><noscript><img src="/a.png" alt="a"></noscript>' +
			'<noscript><img src="/b.png" alt="b"></noscript> <img data-srcset="/b.png 2x" alt="b">';
		expect(safe(html)).toBe(
			'<img src="https://example.org/a.png" alt="a" />' +
				' <img src="https://example.org/b.png" srcset="https://example.org/b.png 2x" alt="b" />',
		);
	});

	it("keeps what a noscript alone holds", () => {
		const html = '<script src="g.js"></script><noscript><a href="/g">See it</a></noscript>';
		expect(safe(html)).toBe('<a href="https://example.org/g">See it</a>');
	});
});

describe("safeHtml: ids and classes", () => {
	it("keeps an id only where a link of the same text points to it", () => {
		const html = '<a href="#f%C3%BC">1</a><p id="fü">a</p><p id="other">b</p><a name="x"></a>';
		expect(safe(html)).toBe(
			'<a href="https://example.org/news/storm/#f%C3%BC">1</a><p id="fü">a</p><p>b</p>',
		);
	});

	it("keeps old-style anchors that a link points to", () => {
		expect(safe('<a href="#x">1</a><a name="x"></a>')).toBe(
			'<a href="https://example.org/news/storm/#x">1</a><a id="x"></a>',
		);
	});

	it("keeps of classes the language of code alone", () => {
		expect(
			safe(
				'<pre class="hl language-c++"><code class="x language-js">a</code></pre><p class="lead">b</p>',
			),
		).toBe('<pre class="language-c++"><code class="language-js">a</code></pre><p>b</p>');
	});
});

describe("safeHtml: what an article needs", () => {
	it.each([
		'<figure><img src="https://example.org/a.png" alt="a" width="3" height="2" title="t" /><figcaption>c</figcaption></figure>',
		'<table><caption>c</caption><thead><tr><th colspan="2" align="right" scope="col">h</th></tr></thead><tbody><tr><td rowspan="2">d</td></tr></tbody></table>',
		"<details open><summary>s</summary>d</details>",
		'<ol start="3" reversed type="a"><li value="3">a</li></ol>',
		'<dl><dt>t</dt><dd>d</dd></dl><p><abbr title="x">y</abbr><time datetime="2026-03-14">14</time></p>',
		'<p dir="rtl" lang="ar"><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby><q cite="https://example.org/q">q</q></p>',
		"<p><kbd>k</kbd><mark>m</mark><sub>1</sub><sup>2</sup><ins>i</ins><del>d</del><cite>c</cite></p>",
	])("keeps %s", (html) => {
		expect(safe(html)).toBe(html);
	});

	it("keeps the content of elements that it does not know", () => {
		expect(safe("<my-note><p>a</p></my-note><blink>b</blink>")).toBe("<p>a</p>b");
	});

	it("keeps the alignment of table cells, also from a style", () => {
		expect(safe('<table><tr><td style="color:red;text-align: Center">a</td></tr></table>')).toBe(
			'<table><tr><td align="center">a</td></tr></table>',
		);
	});

	it("gives a player the controls that a script would have given it", () => {
		expect(safe('<video autoplay src="https://example.org/v.mp4"></video>')).toBe(
			'<video src="https://example.org/v.mp4" controls></video>',
		);
	});

	it("reads a formula as its TeX source", () => {
		const html =
			'<math><semantics><mi>x</mi><annotation encoding="application/x-tex">x^2</annotation></semantics></math>';
		expect(safe(html)).toBe("x^2");
	});

	it("takes of a document its body alone", () => {
		const html =
			"<!DOCTYPE html><html><head><title>T</title><noscript>n</noscript></head><body class='b'><p>a</p></body></html>";
		expect(safe(html).trim()).toBe("<p>a</p>");
	});
});
