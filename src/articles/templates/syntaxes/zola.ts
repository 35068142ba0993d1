import { findTagEnd } from "../delimited.ts";
import { type Finding, foundOne, type Scan, type TemplateSyntax } from "../scan.ts";
import { parseArguments } from "../tag-arguments.ts";
import { namedTag, plainTag } from "./known.ts";

const quotes = ['"', "'", "`"];

/**
 * Zola's shortcodes: `{{ name(key="value") }}`, and `{% name(…) %}` with a body up to `{% end %}`; shown as text when a
 * comment's marks stand inside the braces. Without parentheses they are text. Source: Zola, "Content › Shortcodes".
 */
export const zolaShortcodes: TemplateSyntax = {
	at: "anywhere",
	starts: "{",
	read(scan, start) {
		const opening = scan.text.slice(start, start + 2);
		if (opening === "{{") return readShortcode(scan, start, "}}");
		return opening === "{%" ? readShortcode(scan, start, "%}") : undefined;
	},
};

function readShortcode(scan: Scan, start: number, closer: "}}" | "%}"): Finding | undefined {
	const { text, context } = scan;
	if (text.startsWith("/*", start + 2)) return readComment(scan, start, closer);
	const end = findTagEnd(scan, start + 2, closer, quotes) + 2;
	if (end < 2) return undefined;
	const inside = text
		.slice(start + 2, end - 2)
		.replaceAll(/^-|-$/g, "")
		.trim();
	const isBody = closer === "%}";
	if (isBody && inside === "end") {
		const tag = { start, end, kind: "{% end %}", name: "end", pairName: "end", args: "" };
		return foundOne(namedTag({ ...tag, role: "close" }, context));
	}
	const [, name, list = ""] = /^(\w+)\s*\(([\s\S]*)\)$/.exec(inside) ?? [];
	if (name === undefined) return undefined;
	const tag = {
		start,
		end,
		kind: isBody ? `{% ${name}() %}` : `{{ ${name}() }}`,
		name,
		pairName: "end",
		args: parseArguments(list),
	};
	return foundOne(namedTag({ ...tag, role: isBody ? "open" : "single" }, context));
}

function readComment(scan: Scan, start: number, closer: "}}" | "%}"): Finding | undefined {
	const ending = `*/${closer}`;
	const end = scan.indexOf(ending, start + 4);
	if (end < 0) return undefined;
	const shown = scan.text.slice(start, start + 2) + scan.text.slice(start + 4, end) + closer;
	return foundOne(plainTag(start, end + ending.length, "{{/* */}}", { type: "text", text: shown }));
}
