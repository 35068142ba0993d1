import fc from "fast-check";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import type { BodyFormat } from "../../../src/articles/article.ts";
import { globalAttributes, readerElements } from "../../../src/articles/body/elements.ts";
import { renderBody } from "../../../src/articles/body/render-body.ts";
import { safeHtml } from "../../../src/articles/body/safe-html.ts";
import { resolve } from "./resolve.ts";

const name = fc.constantFrom(
	...readerElements.keys(),
	..."html head body title script style svg math mi mtext iframe object embed noscript form input select".split(
		" ",
	),
	..."option textarea template x-note center font xmp plaintext noembed frameset image button p a div".split(
		" ",
	),
);
const url = fc.oneof(
	fc.constantFrom(
		"a.png",
		"/b,c.jpg",
		"#x",
		"#y",
		"?q",
		"//host/p",
		"http://h:99999/",
		"javascript:x()",
		" java\nscript:x()",
	),
	fc.constantFrom(
		"vbscript:x",
		"data:text/html,x",
		"data:image/png;base64,AA==",
		"mailto:a@b",
		"\u0001javascript:x",
		"blob:x",
		"",
	),
	fc.webUrl(),
	fc.string({ unit: "binary" }),
);
const attribute = fc.oneof(
	fc.tuple(
		fc.constantFrom(
			"href",
			"src",
			"poster",
			"cite",
			"data",
			"action",
			"data-src",
			"xlink:href",
			"background",
		),
		url,
	),
	fc.tuple(
		fc.constantFrom("srcset", "data-srcset"),
		fc.array(url).map((urls) => urls.join(" 2x, ")),
	),
	fc.tuple(fc.constantFrom("id", "name"), fc.constantFrom("x", "y", "z")),
	fc.tuple(
		fc.constantFrom(
			"class",
			"style",
			"onclick",
			"onerror",
			"title",
			"alt",
			"type",
			"checked",
			"__proto__",
			'a"b',
			"x<y",
		),
		fc.string(),
	),
);
const quoted = attribute.map(([key, value]) => ` ${key}="${value.replaceAll('"', "&quot;")}"`);
const openTag = fc
	.tuple(name, fc.array(quoted, { maxLength: 4 }))
	.map(([tag, rest]) => `<${tag}${rest.join("")}>`);
const piece = fc.oneof(
	{ weight: 4, arbitrary: openTag },
	{ weight: 3, arbitrary: name.map((tag) => `</${tag}>`) },
	{ weight: 2, arbitrary: fc.string({ unit: "binary", maxLength: 6 }) },
	fc.constantFrom(
		"]]>",
		"<![CDATA[",
		"<!--",
		"-->",
		"<!--more-->",
		"&#1;",
		"&#xFFFE;",
		"&lt;script&gt;",
		"&amp;#0;",
		"<",
		"\uD800",
		"\uFFFF",
	),
	fc.constantFrom(
		"\n\n",
		"# ",
		"- [x] ",
		"[a](javascript:b)",
		"![c](d)",
		"```\n",
		"[^1]",
		"\n\n[^1]: e\n",
		"|a|\n|-|\n",
		"\u0000",
		"`",
		"*",
	),
);
const markup = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(""));
const format = fc.constantFrom<BodyFormat>("markdown", "html", "text");

function elementsOf(node: DefaultTreeAdapterTypes.ParentNode): DefaultTreeAdapterTypes.Element[] {
	return node.childNodes.flatMap((child) =>
		"tagName" in child ? [child, ...elementsOf(child)] : [],
	);
}

/** Fails if the HTML has a tag without its partner: with bare attributes and void tags closed, it is XML. */
function expectBalanced(html: string): void {
	const asXml = html.replaceAll(/<[a-z][^>]*>/g, (tag) =>
		tag.replaceAll(/ ([a-z]+)(?=[ >])(?=(?:[^"]*"[^"]*")*[^"]*$)/g, ' $1=""'),
	);
	const parser = new SaxesParser();
	parser.on("error", (error) => {
		throw error;
	});
	parser.write(`<r>${asXml}</r>`).close();
}

function expectAllowed({ tagName, attrs }: DefaultTreeAdapterTypes.Element): void {
	expect(readerElements.has(tagName), tagName).toBe(true);
	const allowed = [...(readerElements.get(tagName) ?? []), ...globalAttributes];
	for (const { name: attributeName, value } of attrs) {
		expect(allowed, `${tagName} ${attributeName}`).toContain(attributeName);
		if (attributeName === "class") expect(value).toMatch(/^language-/);
		if (["src", "cite", "poster"].includes(attributeName))
			expect(value).toMatch(/^(?:https?:\/\/|data:image\/png|mailto:)/);
		if (attributeName === "href") expect(value).toMatch(/^(?:https?:\/\/|mailto:)/);
		if (attributeName === "srcset")
			expect(value).toMatch(/^https?:\/\/\S+(?: [\d.]+x)?(?:, https?:\/\/\S+(?: [\d.]+x)?)*$/);
	}
}

describe("reader-safe HTML, whatever the author typed (requirements 58 to 61)", () => {
	it("has only elements, attributes and addresses that are allowed, all tags balanced", () => {
		fc.assert(
			fc.property(markup, format, (text, bodyFormat) => {
				const { html, excerpt } = renderBody({ format: bodyFormat, text, firstLine: 1 }, resolve);
				expect(html).not.toContain("]]>");
				expect(html).not.toContain("<!");
				for (const part of [html, excerpt]) {
					expect(part).not.toMatch(/[\u0000-\u0008\u000B-\u001F\uFFFE\uFFFF]/);
					expect(part.isWellFormed()).toBe(true);
				}
				expectBalanced(html);
				elementsOf(parseFragment(html)).forEach(expectAllowed);
			}),
			{ numRuns: 1000 },
		);
	});

	it("is left alone by a second cleaning", () => {
		fc.assert(
			fc.property(markup, (text) => {
				const once = safeHtml(text, resolve);
				expect(safeHtml(once, resolve)).toBe(once);
			}),
			{ numRuns: 1000 },
		);
	});

	it("shows every word of a plain text", () => {
		fc.assert(
			fc.property(fc.string({ unit: "grapheme-ascii", minLength: 1 }), (text) => {
				const { html } = renderBody({ format: "text", text, firstLine: 1 }, resolve);
				const shown = elementsOf(parseFragment(html)).flatMap(({ childNodes }) =>
					childNodes.map((child) => ("value" in child ? child.value : "")),
				);
				expect(shown.join("").trim()).toBe(text.trim());
			}),
		);
	});
});
