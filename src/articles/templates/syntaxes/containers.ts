import { type Finding, foundOne, type Scan, type TemplateSyntax } from "../scan.ts";
import { parseArguments } from "../tag-arguments.ts";
import { hidden } from "../template-tag.ts";
import { namedTag, plainTag } from "./known.ts";

const containerLine = /(:{3,})[ \t]*(?:\{?\.?([A-Za-z][\w-]*)\}?([^\n]*))?(?=\n|$)/y;

/**
 * Containers between lines of colons: `:::note[Title]`, `::: tip Title`, `:::details{open}`; `::::` may hold `:::`.
 * Sources: Docusaurus, "Admonitions"; markdown-it-container, "Syntax"; Starlight, "Asides".
 */
export const colonContainers: TemplateSyntax = {
	at: "line",
	starts: ":",
	read(scan, start) {
		containerLine.lastIndex = start;
		const [line, colons = "", name, rest = ""] = containerLine.exec(scan.text) ?? [];
		if (line === undefined) return undefined;
		const end = start + line.length;
		const pairName = colons;
		if (name === undefined) {
			const tag = plainTag(start, end, ":::", hidden);
			return foundOne({ ...tag, role: "close", pairName });
		}
		const kind = `:::${name}`;
		const title = titleOf(rest);
		const named = new Map(title === undefined ? [] : [["title", title]]);
		const args = { positional: [], named, text: title ?? "" };
		const tag = namedTag({ start, end, kind, name, pairName, role: "open", args }, scan.context);
		// Without its end it goes to the text's, but its title still stands before what it holds.
		return foundOne({ ...tag, meaningAs: () => tag.meaningAs("pair") });
	},
};

function titleOf(rest: string): string | undefined {
	const text = rest.replace(/\{[^{}]*\}\s*$/, "").trim();
	const title = /^\[(.*)\]$/s.exec(text)?.[1] ?? text;
	return title.replace(/:{3,}$/, "").trim() || undefined;
}

const exclamation =
	/(!!!|\?\?\?\+?)[ \t]+([A-Za-z][\w-]*)((?:[ \t]+[A-Za-z][\w-]*)*)[ \t]*("[^"\n]*")?[ \t]*(?=\n|$)/y;

/**
 * Python-Markdown's admonitions: `!!! note "Title"` above a text that is indented by four columns; `???` (PyMdown's
 * Details) is one that opens. Sources: Python-Markdown, "Admonition"; PyMdown Extensions, "Details"; both as Pelican's
 * `MARKDOWN` setting has them.
 */
export const indentedAdmonitions: TemplateSyntax = {
	at: "line",
	starts: "!?",
	read(scan, start) {
		exclamation.lastIndex = start;
		const [line, marks = "", name = "", , title] = exclamation.exec(scan.text) ?? [];
		const lineStart = scan.text.lastIndexOf("\n", start - 1) + 1;
		const column = start - lineStart;
		if (line === undefined || scan.text.slice(lineStart, start).trim() !== "") return undefined;
		const end = start + line.length;
		const close = endOfIndented(scan, end, column + 4);
		if (close === undefined) return undefined;
		const kind = `${marks.slice(0, 3)} ${name}`;
		const pairName = `${kind}${start}`;
		const args = title === undefined ? parseArguments("") : parseArguments(`title=${title}`);
		const tagName = marks === "!!!" ? name : "details";
		const tag = { start, end, kind, name: tagName, pairName, args };
		const opening = namedTag({ ...tag, role: "open" }, scan.context);
		const closing = plainTag(close, close, kind, hidden);
		return { tags: [opening, { ...closing, role: "close", pairName }], end } satisfies Finding;
	},
};

/** The offset of the first line that is neither blank nor indented so far; undefined where no line is indented. */
function endOfIndented({ text }: Scan, from: number, columns: number): number | undefined {
	let end: number | undefined;
	let at = from + 1;
	while (at > 0 && at < text.length) {
		const next = text.indexOf("\n", at);
		const line = text.slice(at, next < 0 ? text.length : next);
		const indent = /^[ \t]*/.exec(line)?.[0].replaceAll("\t", "    ").length ?? 0;
		if (line.trim() !== "") {
			if (indent < columns) return end;
			end = next < 0 ? text.length : next + 1;
		}
		if (next < 0) break;
		at = next + 1;
	}
	return end;
}
