/** A key's way down from the top of the front matter: names, and numbers in lists (counted from 0). */
export type KeyPath = readonly (string | number)[];

/** One thing wrong in the source of front matter. */
export interface SourceProblem {
	readonly code: "FRONT_MATTER_SYNTAX" | "FRONT_MATTER_DUPLICATE_KEY" | "DATE_INVALID";
	/** Where, counted from the beginning of the source. */
	readonly offset: number;
	/** One full sentence. */
	readonly message: string;
}

/** What a language (YAML, TOML, JSON) makes of the source between two fences. */
export interface ParsedSource {
	/** Undefined: the source is not a mapping, or it cannot be parsed. */
	readonly data: Readonly<Record<string, unknown>> | undefined;
	readonly problems: readonly SourceProblem[];
	/** The offset of a key, or of an item of a list; undefined if it is not there. */
	offsetOfKey(path: KeyPath): number | undefined;
}

/** Whether a value is a mapping: an object that is neither a list nor a date. */
export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
	return (
		typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date)
	);
}

/** The form in which maps of places are keyed by path. */
export function pathKey(path: KeyPath): string {
	return path.join("\n");
}
