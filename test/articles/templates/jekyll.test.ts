import { describe, expect, it } from "vitest";
import { htmlOf, rendered } from "./sample.ts";

// https://jekyllrb.com/docs/liquid/ and https://shopify.github.io/liquid/
describe("Jekyll's Liquid", () => {
	it.each([
		[
			"the site's address",
			"[a]({{ site.url }}{{ site.baseurl }}/b)",
			'<p><a href="https://example.org/base/b">a</a></p>',
		],
		[
			"an address with a filter",
			'![a]({{ "/b.png" | relative_url }})',
			'<p><img src="https://example.org/base/b.png" alt="a" /></p>',
		],
		[
			"an absolute address",
			'<a href="{{ "/b" | absolute_url }}">a</a>',
			'<p><a href="https://example.org/base/b">a</a></p>',
		],
		[
			"quotes of the other kind in HTML",
			"<img src='{{ \"/b.png\" | relative_url }}'>",
			'<img src="https://example.org/base/b.png" />',
		],
		[
			"an address as a reference below the text",
			"[a]\n\n[a]: {{ site.baseurl }}/b",
			'<p><a href="https://example.org/base/b">a</a></p>',
		],
		[
			"a value in a table, whose filter has a bar",
			'| a | b |\n| - | - |\n| {{ "c" | upcase }} | d |',
			"<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>C</td><td>d</td></tr></tbody></table>",
		],
		[
			"a value with the characters of HTML as text",
			"*{{ page.title }}*",
			"<p><em>Storm &amp; rain</em></p>",
		],
		["a link whose address is not known as text", "[a]({{ site.repository }}/b)", "<p>a</p>"],
		[
			"a post's address",
			"[a]({% post_url 2020-01-01-b %}#c)",
			'<p><a href="https://example.org/post/2020-01-01-b#c">a</a></p>',
		],
		[
			"a page's address",
			"[a]({% link _posts/2020-01-01-b.md %})",
			'<p><a href="https://example.org/page/_posts/2020-01-01-b.md">a</a></p>',
		],
		[
			"an address that breaks its line",
			"[a]({% link\n_docs/b.md %})",
			'<p><a href="https://example.org/page/_docs/b.md">a</a></p>',
		],
		[
			"highlighted code to the letter",
			'{% highlight ruby linenos %}\ndef a\n\n  "{{ b }}" # *c*\nend\n{% endhighlight %}',
			'<pre><code class="language-ruby">def a\n\n  "{{ b }}" # *c*\nend\n</code></pre>',
		],
		[
			"highlighted code in a list",
			"1. a\n   {% highlight sh %}\n   b\n     c\n   {% endhighlight %}\n2. d",
			'<ol><li>a<pre><code class="language-sh">b\n  c\n</code></pre></li><li>d</li></ol>',
		],
		["the text of raw", "{% raw %}{{ a }} {% b %}{% endraw %} {{ c }}", "<p>{{ a }} {% b %} </p>"],
		[
			"a raw text around code",
			"{% raw %}\n```liquid\n{{ a }}\n```\n{{ b }}\n{% endraw %}",
			'<pre><code class="language-liquid">{{ a }}\n</code></pre><p>{{ b }}</p>',
		],
		[
			"a raw text in code as its author means it",
			"`{% raw %}{{ a }}{% endraw %}`",
			"<p><code>{{ a }}</code></p>",
		],
		[
			"code spans to the letter",
			"`{{ a }}` and ``{% b ` %}``",
			"<p><code>{{ a }}</code> and <code>{% b ` %}</code></p>",
		],
		[
			"indented code to the letter",
			"a\n\n    {% b %}\n    {{ c }}\n",
			"<p>a</p><pre><code>{% b %}\n{{ c }}\n</code></pre>",
		],
		["fenced code to the letter", "~~~\n{% a %}\n~~~", "<pre><code>{% a %}\n</code></pre>"],
		[
			"an open brace in code and a closed one behind it",
			"`{{` opens, `}}` closes",
			"<p><code>{{</code> opens, <code>}}</code> closes</p>",
		],
		["both branches", "{% if a %}\nb\n{% else %}\nc\n{% endif %}", "<p>b</p><p>c</p>"],
		[
			"a list around which a loop stands",
			"{% for a in b %}\n- c {{ a }}\n{% endfor %}",
			"<ul><li>c </li></ul>",
		],
		["nothing of comments", "a {% comment %} b\n\nc {% endcomment %} d", "<p>a  d</p>"],
		["nothing of white space control", "a {%- assign b = '}}' -%} c", "<p>a  c</p>"],
		[
			"a picture that is included",
			'{% include figure.html src="/a.png" alt="b" caption="c" %}',
			'<figure><img src="https://example.org/a.png" alt="b" /><figcaption>c</figcaption></figure>',
		],
		[
			"a picture that is included under any name",
			'{% include a/b.html image="/a.png" alt="c" %}',
			'<p><img src="https://example.org/a.png" alt="c" /></p>',
		],
		[
			"a film that is included",
			'{% include youtube.html id="a" %}',
			'<p><a href="https://www.youtube.com/watch?v=a">https://www.youtube.com/watch?v=a</a></p>',
		],
		["nothing of another file", "a {% include b.html c=d %} e", "<p>a  e</p>"],
		[
			"kramdown's attributes away",
			"a *b*{: .c} d\n{: #e .f}\n\n# G {#h}",
			"<p>a <em>b</em> d</p><h1>G </h1>",
		],
		["kramdown's table of contents away with its list", "* TOC\n{:toc}\n\na", "<p>a</p>"],
		["kramdown's comments away", "{::comment}\na\n{:/comment}\n\nb", "<p>b</p>"],
		[
			"a tag in a quotation",
			"> {% note %}\n> a\n> {% endnote %}",
			"<blockquote><aside><p><strong>Note</strong></p><p>a</p></aside></blockquote>",
		],
		[
			"tags in two code spans with a text between",
			"`{% raw %}` a {{ page.title }} `{% endraw %}` b `{% highlight c %}` d `{% endhighlight %}`",
			"<p><code>{% raw %}</code> a Storm &amp; rain <code>{% endraw %}</code> b <code>{% highlight c %}</code> d <code>{% endhighlight %}</code></p>",
		],
		[
			"a tag between two others that belong together",
			"{% note %}\n{% custom %}\na\n{% endnote %}",
			"<aside><p><strong>Note</strong></p><p>a</p></aside>",
		],
	])("gives %s", (_, text, expected) => {
		expect(htmlOf("jekyll", text)).toBe(expected);
	});

	it("is read in HTML too, but not in its code", () => {
		const text = '<p>{% if a %}b{% endif %}</p><pre>{{ c }}</pre><img alt="{{ d }}" src="/e.png">';
		expect(htmlOf("jekyll", text, "news/storm.html")).toBe(
			'<p>b</p><pre>{{ c }}</pre><img src="https://example.org/e.png" alt="" />',
		);
	});

	it("counts what was lost", () => {
		const { dropped } = rendered(
			"jekyll",
			"{% if a %}{{ b.c }}{% endif %}{% raw %}{{ d }}{% endraw %}`{{ e }}`",
		);
		expect([...dropped]).toEqual([
			["{% if %}", 1],
			["{{ b.c }}", 1],
		]);
	});
});
