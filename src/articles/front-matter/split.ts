/** The languages that front matter is written in. */
export type FrontMatterLanguage = "yaml" | "toml" | "json";

/** Where front matter stands in a text; all numbers are offsets. */
export type FrontMatterSplit =
	| { readonly kind: "none" }
	| {
			readonly kind: "fenced";
			readonly language: FrontMatterLanguage;
			readonly fenceStart: number;
			readonly sourceStart: number;
			readonly sourceEnd: number;
			readonly bodyStart: number;
	  }
	| { readonly kind: "unclosed"; readonly fence: string; readonly fenceStart: number };

const yamlKey = /^\s*(?:#.*\n\s*)*["']?[\p{L}_][\p{L}\p{M}\p{N}_.-]*["']?[ \t]*:(?:\s|$)/u;

/** Whether a YAML source, parsable or not, is meant as front matter: its first line is a key. */
export function beginsWithKey(source: string): boolean {
	return yamlKey.test(source);
}

interface Fence {
	readonly opening: RegExp;
	readonly closing: RegExp;
	readonly language: FrontMatterLanguage;
	/** What the first line behind the opening fence looks like, if the fence is meant as one. */
	readonly firstKey: RegExp;
}

/** `---` is any run of three or more hyphens; `---toml` and `---json` name another language (gray-matter). */
const fences: readonly Fence[] = [
	{
		opening: /-{3,}[ \t]*(?:ya?ml)?[ \t]*(?:\n|$)/iy,
		closing: /^(?:-{3,}|\.{3})[ \t]*$/gm,
		language: "yaml",
		firstKey: yamlKey,
	},
	{
		opening: /-{3,}[ \t]*toml[ \t]*(?:\n|$)/iy,
		closing: /^-{3,}[ \t]*$/gm,
		language: "toml",
		firstKey: /^/,
	},
	{
		opening: /-{3,}[ \t]*json[ \t]*(?:\n|$)/iy,
		closing: /^-{3,}[ \t]*$/gm,
		language: "json",
		firstKey: /^/,
	},
	{
		opening: /\+{3}[ \t]*(?:\n|$)/y,
		closing: /^\+{3}[ \t]*$/gm,
		language: "toml",
		firstKey: /^\s*(?:#.*\n\s*)*(?:\[|["'\w.-]+[ \t]*=)/,
	},
	{
		opening: /;{3}[ \t]*(?:\n|$)/y,
		closing: /^;{3}[ \t]*$/gm,
		language: "json",
		firstKey: /^\s*["{]/,
	},
];

/**
 * Finds the front matter of a text with `\n` line ends and no byte order mark. Blank lines may stand before it,
 * and blanks behind its fences. A fence without an end counts only if a key follows it: else it is a Markdown rule.
 */
export function splitFrontMatter(text: string): FrontMatterSplit {
	const start = /^(?:[ \t]*\n)*/.exec(text)?.[0].length ?? 0;
	for (const fence of fences) {
		fence.opening.lastIndex = start;
		const opening = fence.opening.exec(text);
		if (opening === null) continue;
		const sourceStart = start + opening[0].length;
		fence.closing.lastIndex = sourceStart;
		const closing = fence.closing.exec(text);
		if (closing !== null) {
			return {
				kind: "fenced",
				language: fence.language,
				fenceStart: start,
				sourceStart,
				sourceEnd: closing.index,
				bodyStart: Math.min(closing.index + closing[0].length + 1, text.length),
			};
		}
		return fence.firstKey.test(text.slice(sourceStart))
			? { kind: "unclosed", fence: opening[0].trim(), fenceStart: start }
			: { kind: "none" };
	}
	return splitBareJson(text, start);
}

/** A JSON object that opens the file without a fence (Hugo): from its `{` to the `}` that closes it. */
function splitBareJson(text: string, start: number): FrontMatterSplit {
	const opening = /\{\s*["}]/y;
	opening.lastIndex = start;
	if (!opening.test(text)) return { kind: "none" };
	const end = findClosingBrace(text, start);
	if (end === undefined) return { kind: "unclosed", fence: "{", fenceStart: start };
	const rest = /[ \t]*\n?/y;
	rest.lastIndex = end;
	return {
		kind: "fenced",
		language: "json",
		fenceStart: start,
		sourceStart: start,
		sourceEnd: end,
		bodyStart: end + (rest.exec(text)?.[0].length ?? 0),
	};
}

function findClosingBrace(text: string, start: number): number | undefined {
	const marks = /"(?:[^"\\\n]|\\.)*"|[{}]/g;
	marks.lastIndex = start;
	let depth = 0;
	for (let mark = marks.exec(text); mark !== null; mark = marks.exec(text)) {
		if (mark[0] === "{") depth += 1;
		if (mark[0] === "}") depth -= 1;
		if (depth === 0) return marks.lastIndex;
	}
	return undefined;
}
