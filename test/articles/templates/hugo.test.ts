import { describe, expect, it } from "vitest";
import { htmlOf, rendered } from "./sample.ts";

// https://gohugo.io/content-management/shortcodes/ and the pages of the embedded shortcodes.
describe("Hugo's shortcodes", () => {
	it.each([
		[
			"a figure with its caption and link",
			'{{< figure src="/a.png" alt="A" caption="See *b*" link="/c" >}}',
			'<figure><a href="https://example.org/c"><img src="https://example.org/a.png" alt="A" /></a><figcaption>See <em>b</em></figcaption></figure>',
		],
		[
			"a figure within a phrase as its picture",
			'a {{< figure src="b.png" caption="*B*" >}} c',
			'<p>a <img src="https://example.org/news/storm/b.png" alt="B" /> c</p>',
		],
		[
			"a film as a link to its page",
			"{{< youtube 0RKpf3rK57I >}}",
			'<p><a href="https://www.youtube.com/watch?v=0RKpf3rK57I">https://www.youtube.com/watch?v=0RKpf3rK57I</a></p>',
		],
		[
			"a film with names",
			'{{< youtube id="0RKpf3rK57I" title="A film" start=30 >}}',
			'<p><a href="https://www.youtube.com/watch?v=0RKpf3rK57I">A film</a></p>',
		],
		[
			"Vimeo",
			"{{< vimeo 55073825 >}}",
			'<p><a href="https://vimeo.com/55073825">https://vimeo.com/55073825</a></p>',
		],
		[
			"a post on X",
			'{{< x user="SanDiegoZoo" id="1453110110599868418" >}}',
			'<p><a href="https://x.com/SanDiegoZoo/status/1453110110599868418">https://x.com/SanDiegoZoo/status/1453110110599868418</a></p>',
		],
		[
			"a gist",
			"{{< gist jmooring 50a7482715eac222e230d1e64dd9a89b >}}",
			'<p><a href="https://gist.github.com/jmooring/50a7482715eac222e230d1e64dd9a89b">https://gist.github.com/jmooring/50a7482715eac222e230d1e64dd9a89b</a></p>',
		],
		[
			"a link's address by ref",
			'[a]({{< ref "b.md#c" >}} "t")',
			'<p><a href="https://example.org/page/b.md#c" title="t">a</a></p>',
		],
		[
			"a link's address by relref with a name, in HTML",
			'<a href="{{< relref path="b.md" >}}">a</a>',
			'<p><a href="https://example.org/page/b.md">a</a></p>',
		],
		["an address in the text", 'a {{< ref "b" >}} c', "<p>a https://example.org/page/b c</p>"],
		[
			"highlighted code to the letter, tags and blank lines included",
			'{{< highlight go "linenos=table" >}}\nfunc a() {\n\n\tb := "{{< c >}}"\n}\n{{< /highlight >}}',
			'<pre><code class="language-go">func a() {\n\n\tb := "{{&lt; c &gt;}}"\n}\n</code></pre>',
		],
		[
			"code within a phrase",
			"a {{< highlight go >}}b{{< /highlight >}} c",
			'<p>a <code class="language-go">b</code> c</p>',
		],
		[
			"details",
			'{{< details summary="See *a*" >}}\nThis is **b**.\n{{< /details >}}',
			"<details><summary>See <em>a</em></summary><p>This is <strong>b</strong>.</p></details>",
		],
		[
			"an alert of the theme Docsy",
			'{{% alert title="Note" color="warning" %}}\n- a\n- b\n{{% /alert %}}',
			"<aside><p><strong>Note</strong></p><ul><li>a</li><li>b</li></ul></aside>",
		],
		[
			"an alert without a title",
			'{{% alert color="primary" %}}\na\n{{% /alert %}}',
			"<aside><p>a</p></aside>",
		],
		[
			"tabs with their labels",
			'{{< tabs >}}\n{{% tab "macOS" %}}\na\n{{% /tab %}}\n{{< /tabs >}}',
			"<p><strong>macOS</strong></p><p>a</p>",
		],
		["the content of one that is not known", "{{< a b=1 >}}\n*c*\n{{< /a >}}", "<p><em>c</em></p>"],
		["the content of one within a phrase", "a {{< b >}}c{{< /b >}} d", "<p>a c d</p>"],
		["nothing of a single one that is not known", "a\n\n{{< b >}}\n\nc", "<p>a</p><p>c</p>"],
		["nothing of one that closes itself", "{{< b />}}\n\nc", "<p>c</p>"],
		["nothing of a comment", "a {{% comment %}} b {{% /comment %}} c", "<p>a  c</p>"],
		["raw parameters and quotes", '{{< a `b "c" >}}` >}}d', "<p>d</p>"],
		[
			"parameters on several lines",
			'{{< figure\n  src="/a.png"\n  alt="b"\n>}}',
			'<p><img src="https://example.org/a.png" alt="b" /></p>',
		],
		[
			"an escaped shortcode as text",
			"{{</* figure */>}} {{%/* b */%}}",
			"<p>{{&lt; figure &gt;}} {{% b %}}</p>",
		],
		[
			"an escaped shortcode in code as its author means it",
			"`{{</* a */>}}`",
			"<p><code>{{&lt; a &gt;}}</code></p>",
		],
		["other braces as text", "{{ a }} {% b %} {c}", "<p>{{ a }} {% b %} {c}</p>"],
		["what is never closed as text", "a {{< b", "<p>a {{&lt; b</p>"],
		["a heading without its attributes", "## A {#b .c}", "<h2>A </h2>"],
		[
			"tags in a list that goes on",
			"- a\n- b\n  {{% note %}}\n  - c\n  {{% /note %}}\n- d",
			"<ul><li>a</li><li>b<aside><p><strong>Note</strong></p><ul><li>c</li></ul></aside></li><li>d</li></ul>",
		],
	])("gives %s", (_, text, expected) => {
		expect(htmlOf("hugo", text)).toBe(expected);
	});

	it("counts what was lost, a pair once", () => {
		const { dropped } = rendered(
			"hugo",
			"{{< a >}}b{{< /a >}} {{< a >}} {{% c %}} {{< youtube d >}}",
		);
		expect([...dropped]).toEqual([
			["{{< a >}}", 2],
			["{{< c >}}", 1],
		]);
	});
});
