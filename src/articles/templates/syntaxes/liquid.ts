import { findTagEnd, innerLines } from "../delimited.ts";
import { readOutput } from "../liquid-value.ts";
import { type Finding, foundOne, type Scan, type TemplateSyntax } from "../scan.ts";
import { hidden } from "../template-tag.ts";
import { namedTag, plainTag } from "./known.ts";

const quotes = ['"', "'"];
/** Tags between which everything is text. */
const rawTags = ["raw", "verbatim"];
/** Tags between which everything is code, or nothing for a reader. */
const bodyTags = ["highlight", "codeblock", "code", "comment", "mermaid", "schema", "javascript"];

/**
 * Liquid and Nunjucks: `{% tag %}`, `{{ output }}` and Nunjucks' comments `{# … #}`, with `-` for white space.
 * Sources: "Liquid template language" (tags, `raw`, `comment`, white space control); Nunjucks, "Templating"; Jekyll,
 * "Tags"; Hexo, "Tag plugins"; Eleventy, "Shortcodes" (a paired one ends with `end` and its name).
 */
export const liquid: TemplateSyntax = {
	at: "anywhere",
	starts: "{",
	read(scan, start) {
		const second = scan.text[start + 1];
		if (second === "%") return readTag(scan, start);
		if (second === "{") return readVariable(scan, start);
		return second === "#" ? readComment(scan, start) : undefined;
	},
};

function readTag(scan: Scan, start: number): Finding | undefined {
	const { text, context } = scan;
	const end = findTagEnd(scan, start + 2, "%}", quotes) + 2;
	if (end < 2) return undefined;
	const inside = text.slice(start + 2, end - 2).replaceAll(/^-|-$/g, "");
	const [, name = "", args = ""] = /^\s*([A-Za-z_][\w.-]*)\s*([\s\S]*)$/.exec(inside) ?? [];
	const kind = `{% ${name} %}`;
	if (name === "") return foundOne(plainTag(start, end, "{% %}", { type: "lost" }));
	if (rawTags.some((raw) => name === `end${raw}`))
		return foundOne(plainTag(start, end, kind, hidden));
	if (name.startsWith("end") && name.length > 3) {
		return foundOne(
			namedTag({ start, end, kind, name: name.slice(3), role: "close", args }, context),
		);
	}
	const closer = [...rawTags, ...bodyTags].includes(name) ? findEndTag(scan, name, end) : undefined;
	if (closer === undefined)
		return foundOne(namedTag({ start, end, kind, name, role: "open", args }, context));
	if (rawTags.includes(name)) {
		const borders = [
			plainTag(start, end, kind, hidden),
			plainTag(closer[0], closer[1], kind, hidden),
		];
		return { tags: borders, end: closer[1] };
	}
	const body = innerLines(text, start, end, closer[0]);
	return foundOne(
		namedTag({ start, end: closer[1], kind, name, role: "single", args, body }, context),
	);
}

function findEndTag(scan: Scan, name: string, from: number): readonly [number, number] | undefined {
	const pattern = new RegExp(`\\{%-?\\s*end${name}\\s*-?%\\}`, "g");
	return scan.search(`end${name}`, pattern, from);
}

function readVariable(scan: Scan, start: number): Finding | undefined {
	const end = findTagEnd(scan, start + 2, "}}", quotes) + 2;
	if (end < 2) return undefined;
	const inside = scan.text.slice(start + 2, end - 2).replaceAll(/^-|-$/g, "");
	const { kind, meaning } = readOutput(inside, scan.context);
	return foundOne(plainTag(start, end, kind, meaning));
}

function readComment(scan: Scan, start: number): Finding | undefined {
	const end = scan.indexOf("#}", start + 2);
	// A colour or a set in a text is no comment: one stands apart from its words.
	if (end < 0 || !/^\{#-?\s/.test(scan.text.slice(start, start + 4))) return undefined;
	return foundOne(plainTag(start, end + 2, "{# #}", hidden));
}
