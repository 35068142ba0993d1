import fc from "fast-check";
import { parseFragment } from "parse5";
import { describe, expect, it } from "vitest";
import { findTitle } from "../../../src/articles/body/render-body.ts";
import { dialectNames } from "../../../src/settings/settings.ts";
import { contextOf, rendered } from "./sample.ts";

const dialect = fc.constantFrom(...dialectNames);
const path = fc.constantFrom("a.md", "a.mdx", "a.html");

/** Whole tags of every generator, none of which has words that a reader should get. */
const tags = [
	...["{% if a %}", "{% else %}", "{% endif %}", "{% assign b = 1 %}", "{%- custom 'q' -%}"],
	...["{% note %}", "{% endnote %}", "{{ b.c }}", "{{ 'q' | relative_url }}", "{# q #}"],
	...["{{< figure src='q.png' >}}", "{{< note >}}", "{{< /note >}}", "{{% param q %}}"],
	...["{{ youtube(id='q') }}", "{% quote() %}", "{% end %}", "<Tabs>", "</Tabs>", "<Foo a={b} />"],
	...[
		"<>",
		"</>",
		"{props.b}",
		"{/* q */}",
		"\n:::note\n",
		"\n:::\n",
		"\n!!! note\n    ",
		"{: .q}",
	],
	...["\n> [!NOTE]\n> ", "{#q}", "{% raw %}", "{% endraw %}"],
];
const glue = fc.constantFrom(
	" ",
	"\n",
	"\n\n",
	"\n- ",
	"\n> ",
	"\n# ",
	" **",
	"** ",
	" | ",
	"\n    ",
	"(",
	") ",
);

/** A text of numbered words with tags between them. */
const textWithTags = fc
	.array(fc.tuple(fc.constantFrom(...tags, "", "", ""), glue), { maxLength: 40 })
	.map((pieces) => ({
		words: pieces.map((_, index) => `word${index}w`),
		text: pieces.map(([tag, between], index) => `word${index}w${between}${tag}${between}`).join(""),
	}));

const symbols = fc.string({
	unit: fc.constantFrom(
		..."{}%<>/*#:!?\"'`~\\=|-[]() \n\n\tabZ1",
		"{{",
		"}}",
		"{%",
		"%}",
		"{{<",
		">}}",
	),
	maxLength: 300,
});

function textOf(html: string): string {
	const collect = (node: { value?: string; childNodes?: readonly unknown[] }): string =>
		(node.value ?? "") +
		(node.childNodes ?? []).map((child) => collect(child as typeof node)).join("");
	return collect(parseFragment(html) as never);
}

describe("renderBody of arbitrary text with template code (requirement 58)", () => {
	it("keeps every word that stands outside tags", () => {
		fc.assert(
			fc.property(textWithTags, dialect, path, ({ words, text }, name, file) => {
				const shown = textOf(rendered(name, text, file).html);
				expect(words.filter((word) => !shown.includes(word))).toEqual([]);
			}),
			{ numRuns: 1500 },
		);
	});

	it("never throws, whatever stands where", () => {
		fc.assert(
			fc.property(symbols, dialect, path, (text, name, file) => {
				const { html } = rendered(name, text, file);
				expect(html).not.toMatch(/[\uFDD0\uFDD1]|%EF%B7%9|template-slot/);
				findTitle({ format: "markdown", text, firstLine: 1 }, contextOf(name, file));
			}),
			{ numRuns: 1500 },
		);
	});

	it("keeps code blocks to the letter", () => {
		const code = symbols.filter((text) => !/```|\*\/|raw|verbatim/.test(text));
		fc.assert(
			fc.property(textWithTags, code, dialect, ({ text }, inside, name) => {
				const before = text.replaceAll(/[`<>]|\{% (?:end)?raw %\}|^\s*[:!].*$/gm, "");
				const { html } = rendered(name, `${before}\n\nend\n\n\`\`\`\n${inside}\n\`\`\`\n\n${text}`);
				expect(codeBlocks(html)).toContain(`${inside}\n`);
			}),
			{ numRuns: 1500 },
		);
	});
});

/** The text of every `pre`. */
function codeBlocks(html: string): string[] {
	return Array.from(html.matchAll(/<pre>(.*?)<\/pre>/gs), ([pre]) => textOf(pre));
}
