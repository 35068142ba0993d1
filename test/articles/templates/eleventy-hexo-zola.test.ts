import { describe, expect, it } from "vitest";
import { htmlOf, rendered } from "./sample.ts";

// https://www.11ty.dev/docs/shortcodes/, /docs/filters/url/, /docs/plugins/image/
describe("Eleventy's tags", () => {
	it.each([
		[
			"a picture of the image plugin",
			'{% image "assets/a.jpg", "The team", "100vw" %}',
			'<p><img src="https://example.org/assets/a.jpg" alt="The team" /></p>',
		],
		["an address", '[a]({{ "/b/" | url }})', '<p><a href="https://example.org/base/b/">a</a></p>'],
		[
			"a page that a filter embeds as a link",
			'{{ "https://www.youtube-nocookie.com/embed/a" | embed: "B: c" }}',
			'<p><a href="https://www.youtube.com/watch?v=a">B: c</a></p>',
		],
		["the words that a filter would have changed", 'a, {{ "maya" | team_link }}', "<p>a, maya</p>"],
		["nothing of a date", "a {{ 'now' | date: '%Y' }} b", "<p>a  b</p>"],
		[
			"the content of paired shortcodes",
			'{% callout "x" %}\na *b*\n{% endcallout %}\n\n{% custom %}c{% endcustom %}',
			"<aside><p>a <em>b</em></p></aside><p>c</p>",
		],
		["nothing of Nunjucks' comments", "a {# b #} c", "<p>a  c</p>"],
		[
			"a film",
			'{% youtube "a" %}',
			'<p><a href="https://www.youtube.com/watch?v=a">https://www.youtube.com/watch?v=a</a></p>',
		],
	])("give %s", (_, text, expected) => {
		expect(htmlOf("eleventy", text)).toBe(expected);
	});

	it("say which filter was lost, though its words stay", () => {
		expect([...rendered("eleventy", '{{ "a" | b }}').dropped]).toEqual([["{{ | b }}", 1]]);
	});
});

// https://hexo.io/docs/tag-plugins
describe("Hexo's tags", () => {
	it.each([
		[
			"a quotation of a book",
			"{% blockquote David Levithan, Wide Awake %}\nDo not.\n\nSeek.\n{% endblockquote %}",
			"<blockquote><p>Do not.</p><p>Seek.</p><footer>— <strong>David Levithan</strong> <cite>Wide Awake</cite></footer></blockquote>",
		],
		[
			"a quotation of a page",
			"{% blockquote Seth Godin https://example.net/a Welcome to Island %}\nEvery one.\n{% endblockquote %}",
			'<blockquote><p>Every one.</p><footer>— <strong>Seth Godin</strong> <cite><a href="https://example.net/a">Welcome to Island</a></cite></footer></blockquote>',
		],
		[
			"a quotation of nobody",
			"{% blockquote %}\na\n{% endblockquote %}",
			"<blockquote><p>a</p></blockquote>",
		],
		[
			"a pull quote",
			"{% pullquote left %}\na\n{% endpullquote %}",
			"<blockquote><p>a</p></blockquote>",
		],
		[
			"code with its title, language and link",
			"{% codeblock .compact lang:js https://underscorejs.org/#compact Underscore.js %}\n_.compact([0, {{1}}]);\n{% endcodeblock %}",
			'<figure><figcaption>.compact <a href="https://underscorejs.org/#compact">Underscore.js</a></figcaption><pre><code class="language-js">_.compact([0, {{1}}]);\n</code></pre></figure>',
		],
		[
			"a film",
			"{% youtube TIbZDRXM-Tg %}",
			'<p><a href="https://www.youtube.com/watch?v=TIbZDRXM-Tg">https://www.youtube.com/watch?v=TIbZDRXM-Tg</a></p>',
		],
		[
			"a gist",
			"{% gist 996818 %}",
			'<p><a href="https://gist.github.com/996818">https://gist.github.com/996818</a></p>',
		],
		[
			"a fiddle",
			"{% jsfiddle ccWP7 %}",
			'<p><a href="https://jsfiddle.net/ccWP7">https://jsfiddle.net/ccWP7</a></p>',
		],
		[
			"an embedded page",
			"{% iframe https://example.net/a 300 200 %}",
			'<p><a href="https://example.net/a">https://example.net/a</a></p>',
		],
		[
			"an article's picture",
			'{% asset_img b.jpg 10 20 "This is" %}',
			'<p><img src="https://example.org/news/storm/b.jpg" alt="This is" width="10" height="20" /></p>',
		],
		[
			"an article's picture with a class",
			"{% asset_img small b.jpg %}",
			'<p><img src="https://example.org/news/storm/b.jpg" alt="" /></p>',
		],
		[
			"a picture",
			"{% img left /a/b.png 320 240 'Place' %}",
			'<p><img src="https://example.org/a/b.png" alt="Place" width="320" height="240" /></p>',
		],
		[
			"a link to a post",
			"a {% post_link b 'A *title*' %} c",
			'<p>a <a href="https://example.org/post/b">A *title*</a> c</p>',
		],
		[
			"a link to a post without a title",
			"{% post_link my-first-post %}",
			'<p><a href="https://example.org/post/my-first-post">My first post</a></p>',
		],
		[
			"a link to an article's file",
			"{% asset_link a.pdf The file %}",
			'<p><a href="https://example.org/news/storm/a.pdf">The file</a></p>',
		],
		[
			"a link",
			"{% link Example https://example.net/a true %}",
			'<p><a href="https://example.net/a">Example</a></p>',
		],
		[
			"a note of the theme NexT",
			"{% note info %}\na\n{% endnote %}",
			"<aside><p><strong>Info</strong></p><p>a</p></aside>",
		],
		["a raw text", "{% raw %}a {{ b }}{% endraw %}", "<p>a {{ b }}</p>"],
	])("give %s", (_, text, expected) => {
		expect(htmlOf("hexo", text)).toBe(expected);
	});
});

// https://www.getzola.org/documentation/content/shortcodes/
describe("Zola's shortcodes", () => {
	it.each([
		[
			"a film",
			'{{ youtube(id="a", autoplay=true) }}',
			'<p><a href="https://www.youtube.com/watch?v=a">https://www.youtube.com/watch?v=a</a></p>',
		],
		[
			"a quotation",
			'{% quote(author="Vincent") %}\nA **quote**\n{% end %}',
			"<blockquote><p>A <strong>quote</strong></p><footer>— <cite>Vincent</cite></footer></blockquote>",
		],
		[
			"the body of one that is not known",
			"{% aside() %}\na\n{% end %}\n{% b(c=1) %}\nd\n{% end %}",
			"<aside><p>a</p></aside><p>d</p>",
		],
		[
			"bodies in bodies",
			"{% b() %}\n{% note() %}\na\n{% end %}\nc\n{% end %}",
			"<aside><p><strong>Note</strong></p><p>a</p></aside><p>c</p>",
		],
		["one without parentheses as text", "{{ a }}", "<p>{{ a }}</p>"],
		["an escaped one as text", "{{/* a(b=1) */}} {%/* c() */%}", "<p>{{ a(b=1) }} {% c() %}</p>"],
		[
			"an escaped one in code as its author means it",
			"`{{/* a() */}}`",
			"<p><code>{{ a() }}</code></p>",
		],
		["code to the letter", "`{{ a() }}`", "<p><code>{{ a() }}</code></p>"],
		[
			"a picture",
			'{{ image(src="a.png", alt="b") }}',
			'<p><img src="https://example.org/news/storm/a.png" alt="b" /></p>',
		],
	])("give %s", (_, text, expected) => {
		expect(htmlOf("zola", text)).toBe(expected);
	});
});
