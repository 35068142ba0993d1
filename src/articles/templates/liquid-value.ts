import type { TemplateContext } from "./template-context.ts";
import { lost, type Meaning } from "./template-tag.ts";
import { element, escapeHtml, startTag } from "./write-html.ts";

interface Filter {
	readonly name: string;
	/** As written. */
	readonly args: readonly string[];
}

type FilterRule = (value: string, argument: string, context: TemplateContext) => string;

/**
 * Filters that need nothing but the site's address. Sources: Liquid's and Nunjucks' lists of filters; Jekyll, "Liquid
 * filters" (`relative_url`, `absolute_url`); Eleventy, "Filters" (`url`).
 */
const filters: ReadonlyMap<string, FilterRule> = new Map<string, FilterRule>([
	["absolute_url", (value, _, context) => origin(context) + withBase(value, context)],
	["append", (value, argument) => value + argument],
	["capitalize", (value) => value.replace(/^./u, (first) => first.toUpperCase())],
	["downcase", (value) => value.toLowerCase()],
	["lower", (value) => value.toLowerCase()],
	["prepend", (value, argument) => argument + value],
	["relative_url", (value, _, context) => withBase(value, context)],
	["upcase", (value) => value.toUpperCase()],
	["upper", (value) => value.toUpperCase()],
	["url", (value, _, context) => withBase(value, context)],
	...["cgi_escape", "escape", "escape_once", "htmlBaseUrl", "markdownify", "normalize_whitespace"]
		.concat(["safe", "smartify", "string", "strip", "strip_html", "trim", "uri_escape"])
		.concat(["url_encode", "xml_escape"])
		.map((name): [string, FilterRule] => [name, (value) => value]),
]);

/** What `{{ … }}` gives a reader: a text, a link to a page that some filter would have shown, or nothing. */
export function readOutput(
	expression: string,
	context: TemplateContext,
): { readonly kind: string; readonly meaning: Meaning } {
	const [base = "", ...rest] = splitOutsideQuotes(expression, "|").map((part) => part.trim());
	const literal = parseLiteral(base);
	let value = literal ?? context.variables.get(base);
	const name = /^[\w.[\]-]{1,60}$/.test(base) ? base : "…";
	if (value === undefined) return { kind: `{{ ${name} }}`, meaning: lost };
	let unknown: Filter | undefined;
	for (const filter of rest.map(parseFilter)) {
		const argument = readArgument(filter.args[0], context);
		const rule = filters.get(filter.name);
		if (rule === undefined || argument === undefined) unknown ??= filter;
		else value = rule(value, argument, context);
	}
	if (unknown === undefined)
		return { kind: `{{ ${name} }}`, meaning: { type: "text", text: value } };
	const kind = `{{ | ${unknown.name} }}`;
	if (/^(?:date|strftime)/.test(unknown.name) || value === "now") return { kind, meaning: lost };
	if (!/^https?:\/\/\S+$/.test(value))
		return { kind, meaning: { type: "text", text: value, loses: "filter" } };
	const title = readArgument(unknown.args[0], context) ?? "";
	const embedded = `${startTag("iframe", { src: value, title })}</iframe>`;
	return {
		kind,
		meaning: {
			type: "html",
			block: embedded,
			inline: element("a", { href: value }, escapeHtml(title || value)),
		},
	};
}

function parseLiteral(text: string): string | undefined {
	const [, double, single] = /^(?:"([^"]*)"|'([^']*)')$/s.exec(text) ?? [];
	return double ?? single ?? (/^-?\d+(?:\.\d+)?$/.test(text) ? text : undefined);
}

function readArgument(argument: string | undefined, context: TemplateContext): string | undefined {
	if (argument === undefined) return "";
	return parseLiteral(argument) ?? context.variables.get(argument);
}

/** `name: a, b` in Liquid, `name(a, b)` in Nunjucks. */
function parseFilter(text: string): Filter {
	const [, name = "", list = ""] = /^([\w.]*)\s*[:(]?\s*([\s\S]*?)\)?$/.exec(text) ?? [];
	const args = splitOutsideQuotes(list, ",").map((part) => part.trim());
	return { name, args: args.filter((part) => part !== "") };
}

function splitOutsideQuotes(text: string, separator: string): string[] {
	const parts: string[] = [];
	let start = 0;
	let quote = "";
	for (let at = 0; at < text.length; at += 1) {
		const character = text[at] ?? "";
		if (quote !== "") quote = character === quote ? "" : quote;
		else if (character === '"' || character === "'") quote = character;
		else if (character === separator) {
			parts.push(text.slice(start, at));
			start = at + 1;
		}
	}
	return [...parts, text.slice(start)];
}

function origin({ variables }: TemplateContext): string {
	return variables.get("site.url") ?? "";
}

function withBase(path: string, { variables }: TemplateContext): string {
	const base = variables.get("site.baseurl") ?? "";
	return path.startsWith("/") && !path.startsWith("//") ? base + path : path;
}
