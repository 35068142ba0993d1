type Value = string | boolean | null | readonly (string | boolean | null)[];

/** What may mean something else to YAML, wherever it stands: of all white space only the blank is no letter to it. */
const unusual = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]|[^\S ]/u;
const line = /^([A-Za-z_][\w-]*):(?: +(\S.*))?$/;
const item = /^( *)- +(\S.*)$/;
/** A scalar without quotation marks: no character that means something to YAML at its beginning … */
const plainStart = /^[\p{L}\p{N}/._(]/u;
/** … nor something that ends it or makes a mapping of it further on. */
const plainEnd = /: |:$| #/;
const doubleQuoted = /^"([^"\\]*)"$/;
const singleQuoted = /^'([^']*)'$/;
const flowList = /^\[(.*)\]$/;
/** An item between commas: words of letters and digits with what may stand between them. */
const flowItem = /^[\p{L}\p{N}][\p{L}\p{N} _./+-]*$/u;

const words: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
	...["~", "null", "Null", "NULL"].map((word) => [word, null] as const),
	...["true", "True", "TRUE"].map((word) => [word, true] as const),
	...["false", "False", "FALSE"].map((word) => [word, false] as const),
]);

/**
 * Reads YAML that holds nothing but keys with scalars in one line and lists of them, as most front matter does, in a
 * fraction of a library's time. Undefined for everything else, and wherever there is a doubt: a library then says what
 * it means. What is read means the same to the library (decisions/009-parsing-speed.md).
 */
export function parsePlainYaml(source: string): Record<string, unknown> | undefined {
	const data: Record<string, unknown> = {};
	const lines = source.split("\n");
	for (let index = 0; index < lines.length; index++) {
		const text = lines[index] ?? "";
		if (unusual.test(text)) return undefined;
		if (text === "" || text.startsWith("#")) continue;
		const match = line.exec(text);
		const key = match?.[1];
		if (key === undefined || words.has(key) || key === "__proto__" || Object.hasOwn(data, key))
			return undefined;
		const written = match?.[2];
		const list = written === undefined ? readItems(lines, index + 1) : undefined;
		if (list === "doubtful") return undefined;
		const value = written === undefined ? (list?.values ?? null) : readValue(written.trimEnd());
		if (value === undefined) return undefined;
		data[key] = value;
		index += list?.count ?? 0;
		// What is indented belongs to the value before, in one way or another.
		if (/^[ \t]/.test(lines[index + 1] ?? "")) return undefined;
	}
	return data;
}

/** A list whose items have a line each, from this line on; undefined where none begins. */
function readItems(
	lines: readonly string[],
	start: number,
):
	| { readonly values: readonly (string | boolean | null)[]; readonly count: number }
	| "doubtful"
	| undefined {
	const values: (string | boolean | null)[] = [];
	let indent: string | undefined;
	for (let index = start; ; index++) {
		const text = lines[index] ?? "";
		if (!/^ *-/.test(text)) break;
		const match = unusual.test(text) ? null : item.exec(text);
		indent ??= match?.[1];
		if (!match || match[1] !== indent) return "doubtful";
		const value = readScalar(match[2]?.trimEnd() ?? "");
		if (value === undefined) return "doubtful";
		values.push(value);
	}
	return values.length === 0 ? undefined : { values, count: values.length };
}

function readValue(text: string): Value | undefined {
	const list = flowList.exec(text)?.[1];
	if (list === undefined) return readScalar(text);
	if (list.trim() === "") return [];
	const values = list.split(",").map((part) => readFlowItem(part.trim()));
	const known = values.filter((value) => value !== undefined);
	return known.length === values.length ? known : undefined;
}

function readFlowItem(text: string): string | boolean | null | undefined {
	const quoted = readQuoted(text);
	if (quoted !== undefined) return quoted;
	return flowItem.test(text) ? resolveWord(text) : undefined;
}

function readScalar(text: string): string | boolean | null | undefined {
	const quoted = readQuoted(text);
	if (quoted !== undefined) return quoted;
	return plainStart.test(text) && !plainEnd.test(text) ? resolveWord(text) : undefined;
}

function readQuoted(text: string): string | undefined {
	return doubleQuoted.exec(text)?.[1] ?? singleQuoted.exec(text)?.[1];
}

function resolveWord(text: string): string | boolean | null {
	return words.has(text) ? (words.get(text) ?? null) : text;
}
