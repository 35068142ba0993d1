/** The arguments of a tag, without their quotes. */
export interface TagArguments {
	readonly positional: readonly string[];
	/** Names in lower case. */
	readonly named: ReadonlyMap<string, string>;
	/** As written. */
	readonly text: string;
}

const argument =
	/(?:([A-Za-z_][\w.-]*)\s*(?:=|:(?=[\s"'`]))\s*)?(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|`([^`]*)`|([^\s,"'`][^\s,]*))/g;

/**
 * Parses what stands behind a tag's name: `"a" b key="c" key: 'd'`, with blanks or commas between. Quotes are `"`, `'`
 * and `` ` `` (Hugo, "Shortcodes": raw string parameters); a `"` or `'` within them has a backslash before it.
 */
export function parseArguments(text: string): TagArguments {
	const positional: string[] = [];
	const named = new Map<string, string>();
	for (const [, name, double, single, raw, bare] of text.matchAll(argument)) {
		const value = raw ?? bare ?? (double ?? single ?? "").replaceAll(/\\(["'\\])/g, "$1");
		if (name === undefined) positional.push(value);
		else named.set(name.toLowerCase(), value);
	}
	return { positional, named, text: text.trim() };
}

/** Gives the first of several names that has a value. */
export function namedArgument(
	{ named }: TagArguments,
	...names: readonly string[]
): string | undefined {
	for (const name of names) {
		const value = named.get(name);
		if (value !== undefined && value !== "") return value;
	}
	return undefined;
}
