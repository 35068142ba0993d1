import { describe, expect, it } from "vitest";
import { findTitle } from "../../../src/articles/body/render-body.ts";
import { contextOf, htmlOf, rendered } from "./sample.ts";

// https://mdxjs.com/docs/what-is-mdx/ and https://docusaurus.io/docs/markdown-features
describe("MDX", () => {
	it.each([
		[
			"nothing of imports and exports",
			'import A from "b";\nimport {\n  c,\n} from "d"\n\nexport const e = {\n  f: "g",\n\n};\n\nh',
			"<p>h</p>",
		],
		[
			"prose that begins like an import",
			"import duties rose from 3 % to 5 %",
			"<p>import duties rose from 3 % to 5 %</p>",
		],
		[
			"tabs with their labels, whatever their indentation",
			'<Tabs groupId="a" values={[{b: 1}]}>\n  <TabItem value="npm" label="With npm">\n\n    ```bash\n    npm i {c}\n    ```\n\n  </TabItem>\n  <TabItem value="yarn">\n    yarn **add**\n  </TabItem>\n</Tabs>',
			'<p><strong>With npm</strong></p><pre><code class="language-bash">npm i {c}\n</code></pre><p><strong>yarn</strong></p><p>yarn <strong>add</strong></p>',
		],
		["the content of a component", "a <Foo bar={`}>`} {...baz}>b</Foo> c", "<p>a b c</p>"],
		["nothing of a component without content", "a <Foo.Bar baz={{ a: '}' }} /> b", "<p>a  b</p>"],
		["fragments away", "<>\n*a*\n</>", "<p><em>a</em></p>"],
		["expressions away", "a {props.b} c {/* d */}", "<p>a  c </p>"],
		["expressions that are texts", "a{' '}{\"{b}\"} {`c`} {1}", "<p>a {b} c 1</p>"],
		["escaped characters as text", "\\{a\\} \\<B>", "<p>{a} &lt;B&gt;</p>"],
		[
			"code to the letter",
			"`{a} <B/>`\n\n```js\nimport a from 'b'\n:::\n```",
			"<p><code>{a} &lt;B/&gt;</code></p><pre><code class=\"language-js\">import a from 'b'\n:::\n</code></pre>",
		],
		["no code by indentation", "<Foo>\n      a\n</Foo>", "<p>a</p>"],
		[
			"HTML with JSX's attributes",
			'<div className="a" style={{b: 1}}>\n  *c* <b>d</b>\n</div>',
			"<div><p><em>c</em> <b>d</b></p></div>",
		],
		[
			"an element on one line without a paragraph",
			"<summary>a *b*</summary>",
			"<summary>a <em>b</em></summary>",
		],
		[
			"pictures that are imported or required",
			'import p from "./p.png"\n\n<img src={p} alt="a" /> <img src={require("./q.png").default} />',
			'<img src="https://example.org/news/storm/p.png" alt="a" /> <img src="https://example.org/news/storm/q.png" />',
		],
		[
			"a link component",
			'<Link to="/a">b</Link> c',
			'<p><a href="https://example.org/a">b</a> c</p>',
		],
		[
			"code in components",
			'<CodeBlock language="js">\n{`a {\n\n}`}\n</CodeBlock>',
			'<pre><code class="language-js">a {\n\n}</code></pre>',
		],
		[
			"code elements",
			'<code>{"{a}"}</code> <code>{b}</code>',
			"<p><code>{a}</code> <code>{b}</code></p>",
		],
		[
			"details",
			"<details>\n<summary>a</summary>\n\nb\n</details>",
			"<details><summary>a</summary><p>b</p></details>",
		],
		[
			"an admonition as a component",
			'<Admonition type="tip" title="A">\n\nb\n\n</Admonition>',
			"<aside><p><strong>A</strong></p><p>b</p></aside>",
		],
		[
			"addresses in angle brackets",
			"<https://example.net/>",
			'<p><a href="https://example.net/">https://example.net/</a></p>',
		],
		["a sign between numbers", "1 < 2 and 3 > 2", "<p>1 &lt; 2 and 3 &gt; 2</p>"],
		["braces without an end as text", "a { b", "<p>a { b</p>"],
		["a heading without its id", "## A {#b}", "<h2>A </h2>"],
		[
			"a link component alone",
			'<Link to="/a">*b*</Link>',
			'<p><a href="https://example.org/a"><em>b</em></a></p>',
		],
		[
			"a callout on one line",
			'<Admonition type="tip">a *b*</Admonition>',
			"<aside><p><strong>Tip</strong></p><p>a <em>b</em></p></aside>",
		],
		[
			"a callout around two paragraphs, on their own lines",
			'<Admonition type="tip">a\n\nb</Admonition>',
			"<aside><p><strong>Tip</strong></p><p>a</p><p>b</p></aside>",
		],
		[
			"what Docusaurus wraps for its translators",
			"```mdx-code-block\nimport A from 'b';\n\n<A>\n```\n\nc\n\n```mdx-code-block\n</A>\n```\n\n```js\nd\n```",
			'<p>c</p><pre><code class="language-js">d\n</code></pre>',
		],
	])("gives %s", (_, text, expected) => {
		expect(htmlOf("docusaurus", text)).toBe(expected);
	});

	it.each([
		["astro", "a.mdx", "<p>a </p>"],
		["astro", "a.md", "<p>a {b}</p>"],
		["next", "a.mdx", "<p>a </p>"],
		["next", "a.md", "<p>a {b}</p>"],
		["hugo", "a.md", "<p>a {b}</p>"],
		["docusaurus", "a.md", "<p>a </p>"],
		["broadsheet", "a.mdx", "<p>a {b}</p>"],
	] as const)("is what %s reads in %s", (dialect, path, expected) => {
		expect(htmlOf(dialect, "a {b}", path)).toBe(expected);
	});

	it("ends the summary at its own comment", () => {
		const { excerpt, html } = rendered("docusaurus", "a\n\nb\n\n{/* truncate */}\n\nc");
		expect(excerpt).toBe("a b");
		expect(html).not.toContain("truncate");
	});

	it("counts what was lost, imports and comments aside", () => {
		const { dropped } = rendered("docusaurus", 'import a from "b"\n\n<A /> {c} {d.e} {/* f */}');
		expect([...dropped]).toEqual([
			["<A>", 1],
			["{…}", 2],
		]);
	});

	it("finds the title behind imports, and takes it out", () => {
		const text = 'import a from "b"\n\n# Title {#c}\n\nd';
		const found = findTitle({ format: "markdown", text, firstLine: 1 }, contextOf("docusaurus"));
		expect(found?.title).toBe("Title");
		expect(found?.body.text).not.toContain("Title");
		expect(found?.body.text.split("\n")).toHaveLength(5);
	});
});
