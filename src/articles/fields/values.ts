import { cleanLine } from "../clean-text.ts";
import { isMapping } from "../front-matter/parsed-source.ts";

/** A text, or what stands for its own characters (`title = 2026` in TOML); undefined for any other value. */
export function readText(value: unknown): string | undefined {
	switch (typeof value) {
		case "string":
			return value;
		case "number":
			return Number.isFinite(value) ? String(value) : undefined;
		case "bigint":
		case "boolean":
			return String(value);
		default:
			return undefined;
	}
}

/** A text on one line, clean; undefined for what is no text. */
export function readLine(value: unknown): string | undefined {
	const text = readText(value);
	return text === undefined ? undefined : cleanLine(text);
}

/** A name among others: a text, or an object that has one (Docusaurus' `{ label, permalink }`); clean. */
export function readLabel(value: unknown): string | undefined {
	const line = readLine(value);
	if (line !== undefined || !isMapping(value)) return line;
	return readLine(value.label) ?? readLine(value.name);
}

/** What a value is, for messages: `a list`. */
export function describeValue(value: unknown): string {
	if (Array.isArray(value)) return "a list";
	if (value === null || value === undefined) return "empty";
	if (typeof value === "object") return "a mapping";
	return `\`${String(value)}\``;
}
