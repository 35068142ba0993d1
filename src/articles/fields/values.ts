import * as z from "zod";
import { cleanLine } from "../clean-text.ts";

/** Text, or a value that stands for its own characters (`title = 2026` in TOML). */
export const textSchema = z
	.union([z.string(), z.number(), z.bigint(), z.boolean()])
	.transform((value) => String(value));

/** Text on one line, clean. */
export const lineSchema = textSchema.transform(cleanLine);

/** A name among others: text, or an object that has one (Docusaurus' `{ label, permalink }`). */
export const labelSchema = z.union([
	lineSchema,
	z.object({ label: lineSchema }).transform(({ label }) => label),
	z.object({ name: lineSchema }).transform(({ name }) => name),
]);

/** What a value is, for messages: `a list`. */
export function describeValue(value: unknown): string {
	if (Array.isArray(value)) return "a list";
	if (value === null || value === undefined) return "empty";
	if (typeof value === "object") return "a mapping";
	return `\`${String(value)}\``;
}
