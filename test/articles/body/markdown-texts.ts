import fc from "fast-check";

const word = fc.oneof(
	{ weight: 6, arbitrary: fc.constantFrom("one", "two", "three", "Größe", "水", "a-b", "c.", "1") },
	{ weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) },
	{
		weight: 2,
		arbitrary: fc.constantFrom(
			..."< > & \" ' ]]> \\ \\* &amp; &lt;b&gt; &#65; &#13; &#12; &#xFEFF; &#0; &nbsp; &copy; \uFEFF \uFDD00\uFDD1 %EF%B7%900%EF%B7%91 %EF%B7\\%90".split(
				" ",
			),
			"\u00A0",
			"\u2028",
			"  \n",
			"\\\n",
			"\n",
			"[!NOTE]",
			"| x |",
			"{{ a }}",
			"{{ page.title }}",
			"{{ site.url }}",
			"{{ '<&' | upcase }}",
			"{{ 'x' | nofilter }}",
			"{{<ref 'b.md'>}}",
			"\uFDD2",
			"{% raw %}",
			"{{</* b */>}}",
		),
	},
);
const address = fc.oneof(
	fc.constantFrom(
		"a.png",
		"../b.html",
		"#x",
		"?q=1&r",
		"//host/p",
		"https://example.org/a_(b)",
		"http://h:99999/",
		"HTTPS://EXAMPLE.org/ä",
		"javascript:x()",
		"java&#10;script:x()",
		"JAVASCRIPT&colon;x",
	),
	fc.constantFrom(
		"vbscript:x",
		"data:text/html,x",
		"data:image/png;base64,AA==",
		"mailto:a@b",
		"mailto:<!--x-->",
		"tel:1",
		"blob:x",
		"",
		"<a b>",
		"content:page:a.md",
		"{{site.baseurl}}/c",
		"{{page.title}}",
		"{%link d.md%}",
		"{{<ref'e'>}}",
		"%EF%B7%900%EF%B7%91",
		"http://h%EF%B7%900%EF%B7%91/",
		"java\uFDD00\uFDD1script:x",
	),
	fc.webUrl(),
);
const title = fc.constantFrom("", ' "t"', ' "a &amp; <b> \\""', " 'x'", ' ""', ' "&#13;\uFEFF"');
const line = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(" "));

const { phrase } = fc.letrec<{ phrase: string; phrases: string }>((tie) => ({
	phrases: fc.array(tie("phrase"), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(" ")),
	phrase: fc.oneof(
		{ maxDepth: 4, withCrossShrink: true },
		line,
		tie("phrases").map((text) => `*${text}*`),
		tie("phrases").map((text) => `**${text}**`),
		tie("phrases").map((text) => `~~${text}~~`),
		line.map((text) => `\`${text}\``),
		line.map((text) => `\`\` ${text} \`\``),
		fc.tuple(tie("phrases"), address, title).map(([text, to, as]) => `[${text}](${to}${as})`),
		fc.tuple(tie("phrases"), address, title).map(([text, to, as]) => `![${text}](${to}${as})`),
		tie("phrases").map((text) => `[${text}][ref]`),
		address.map((to) => `<${to}>`),
		fc.constantFrom(
			"<br>",
			"<BR />",
			"<!--more-->",
			"<!-- note -->",
			"<!--->",
			"<!-- a -- b -->",
			"<!-- PELICAN_BEGIN_SUMMARY -->",
			"[^n]",
			"^[inline]",
			"<kbd>k</kbd>",
			"<script>x</script>",
			"<b",
			"</p>",
		),
	),
}));

const { block } = fc.letrec<{ block: string; blocks: string }>((tie) => ({
	blocks: fc
		.tuple(
			fc.array(tie("block"), { minLength: 1, maxLength: 4 }),
			fc.constantFrom("\n\n", "\n\n", "\n", "\n\n\n"),
		)
		.map(([parts, between]) => parts.join(between)),
	block: fc.oneof(
		{ maxDepth: 4, withCrossShrink: true },
		phrase,
		phrase.map((text) => `## ${text}`),
		phrase.map((text) => `${text}\n---`),
		tie("blocks").map((text) => text.replaceAll(/^/gm, "> ")),
		fc
			.tuple(fc.constantFrom("- ", "* [ ] ", "- [x] ", "3. ", "0. ", "1) "), tie("blocks"))
			.map(([mark, text]) => mark + text.replaceAll("\n", "\n   ")),
		fc
			.array(fc.tuple(fc.constantFrom("- ", "- [X] ", "1. "), line), { minLength: 1, maxLength: 3 })
			.map((items) => items.map((item) => item.join("")).join("\n")),
		fc
			.tuple(
				fc.constantFrom("", "{{ page.title }}", "js", "language-x y", 'a"b&amp;<', "&#32;"),
				line,
			)
			.map(([language, code]) => `\`\`\`${language}\n${code}\n\`\`\``),
		line.map((code) => `    ${code.replaceAll("\n", "\n    ")}`),
		fc.tuple(line, phrase).map(([a, b]) => `| ${a} | b | c |\n| :-- | --: | --- |\n| ${b} | 1 | |`),
		fc.constantFrom(
			"---",
			"<!--more-->",
			"<!-- truncate -->",
			"  <!-- note -->",
			"<!--a-->\nb",
			"[ref]: /r 'R'",
			"[^n]: note",
			"<div>\n\nd\n\n</div>",
			"::: tip\n\nx\n\n:::",
			"{% raw %}\n",
		),
	),
}));

/** Texts in which all that our Markdown knows stands side by side, well and badly written. */
export const markdownTexts: fc.Arbitrary<string> = fc
	.array(block, { minLength: 1, maxLength: 5 })
	.map((blocks) => blocks.join("\n\n"));
