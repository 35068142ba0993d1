import { type Finding, foundOne, type Scan, type TemplateSyntax } from "../scan.ts";
import { hidden } from "../template-tag.ts";
import { endOfBraces } from "./braces.ts";
import { plainTag } from "./known.ts";

const importStatement =
	/import\s+(?:([\w$]+)?[\w$\s*{},]*?\sfrom\s*)?(["'])([^"'\n]{1,1000})\2[^\S\n]*;?(?=\s|$)/y;
const exportStart = /export\s+(?:(?:const|let|var|function|class|async|default)\b|[{*])/y;

/**
 * MDX's `import … from "…"` and `export …`, where a line begins with them. An export ends with the first blank line
 * behind its brackets. Source: MDX, "What is MDX? › ESM".
 */
export const mdxModules: TemplateSyntax = {
	at: "line",
	starts: "ie",
	read(scan, start) {
		if (start > 0 && scan.text[start - 1] !== "\n") return undefined;
		return readImport(scan, start) ?? readExport(scan, start);
	},
};

function readImport(scan: Scan, start: number): Finding | undefined {
	importStatement.lastIndex = start;
	const match = importStatement.exec(scan.text);
	if (match === null) return undefined;
	const [source, name, , from] = match;
	if (name !== undefined && from !== undefined) scan.imports.set(name, from);
	return foundOne(plainTag(start, start + source.length, "import", hidden));
}

function readExport(scan: Scan, start: number): Finding | undefined {
	exportStart.lastIndex = start;
	if (!exportStart.test(scan.text)) return undefined;
	const { text } = scan;
	const stop = /[{`]|\n(?=[^\S\n]*(?:\n|$))|\n(?=(?:import|export)\s)|$(?![\s\S])/g;
	stop.lastIndex = start;
	for (;;) {
		const match = stop.exec(text);
		if (match === null) return undefined;
		const isBracket = match[0] === "{" || match[0] === "`";
		if (!isBracket) return foundOne(plainTag(start, match.index, "export", hidden));
		stop.lastIndex =
			(match[0] === "{" ? endOfBraces(scan, match.index) : endOfTemplate(text, match.index)) ??
			match.index + 1;
	}
}

function endOfTemplate(text: string, start: number): number | undefined {
	const end = text.indexOf("`", start + 1);
	return end < 0 ? undefined : end + 1;
}
