import type { BodyFormat } from "../article.ts";
import { endOfHtmlCode } from "./html-code.ts";
import {
	contentStart,
	endOfFence,
	endOfSpan,
	findSpanRuns,
	type SpanRuns,
} from "./markdown-code.ts";
import { type Finding, openScan, type Scan, type TemplateSyntax } from "./scan.ts";
import type { TemplateContext } from "./template-context.ts";
import type { FoundTag } from "./template-tag.ts";

/**
 * Finds the tags of a text in their order, none within another. What begins first wins: a tag, or code (fenced, in
 * backticks, in `<pre>` or `<code>`, in a comment), in which no tag is looked for.
 */
export function findTags(
	text: string,
	format: BodyFormat,
	syntaxes: readonly TemplateSyntax[],
	context: TemplateContext,
): readonly FoundTag[] {
	const scan = openScan(text, context);
	const inline = syntaxes.filter(({ at }) => at === "anywhere");
	const lineSyntaxes = syntaxes.filter(({ at }) => at === "line");
	const special = format === "markdown" ? "\n\\`<" : "\n<";
	const characters = new Set([...special, ...inline.flatMap(({ starts }) => [...starts])]);
	const next = new RegExp(`[${[...characters].map((c) => `\\u${hex(c)}`).join("")}]`, "g");
	const tags: FoundTag[] = [];
	let runs: SpanRuns | undefined;
	let at = 0;
	let isLineStart = true;

	while (at < text.length) {
		if (isLineStart) {
			isLineStart = false;
			const start = contentStart(text, at);
			const found = readAny(lineSyntaxes, scan, start);
			const fence = format === "markdown" ? endOfFence(text, at, start) : undefined;
			at = found ? take(found) : (scan.passed.get(start) ?? fence ?? start);
		}
		next.lastIndex = at;
		const match = next.exec(text);
		if (match === null) break;
		at = step(match.index, match[0]);
	}
	return tags.sort((a, b) => a.start - b.start);

	function take({ tags: found, end }: Finding): number {
		tags.push(...found);
		return end;
	}

	function step(start: number, character: string): number {
		if (character === "\n") {
			isLineStart = true;
			return start + 1;
		}
		if (format === "markdown" && character === "\\" && /[\\`<{:]/.test(text[start + 1] ?? "")) {
			// Of the templates only MDX knows a backslash as Markdown does; see the syntaxes.
			return text[start + 1] === "{" && !hasBackslash(context) ? start + 1 : start + 2;
		}
		if (format === "markdown" && character === "`") return endOfBackticks(start);
		const found = readAny(inline, scan, start);
		if (found) return take(found);
		return (character === "<" ? endOfHtmlCode(scan, start) : undefined) ?? start + 1;
	}

	function endOfBackticks(start: number): number {
		const { length = 1 } = /^`+/.exec(text.slice(start, start + 10_000))?.[0] ?? {};
		if (runs === undefined || start >= runs.end) runs = findSpanRuns(text, start);
		return endOfSpan(runs, start, length) ?? start + length;
	}
}

function readAny(
	syntaxes: readonly TemplateSyntax[],
	scan: Scan,
	start: number,
): Finding | undefined {
	const character = scan.text[start] ?? "";
	for (const syntax of syntaxes) {
		const found = syntax.starts.includes(character) ? syntax.read(scan, start) : undefined;
		if (found) return found;
	}
	return undefined;
}

function hasBackslash({ dialect }: TemplateContext): boolean {
	return ["docusaurus", "astro", "next"].includes(dialect);
}

function hex(character: string): string {
	return character.charCodeAt(0).toString(16).padStart(4, "0");
}
