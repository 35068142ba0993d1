import { describeFields, nikolaForm, readLineFields } from "./line-fields.ts";
import type { ParsedSource } from "./parsed-source.ts";

/** The lines of Nikola's oldest form, one value on each. */
const bareOrder = ["title", "slug", "date", "tags", "link", "description"];

/**
 * What a `.meta` file beside an article says of it (Nikola: "Metadata in a separate file"): lines of `.. key: value`, or
 * one bare value on each line in a fixed order.
 */
export function parseSidecar(text: string): NonNullable<ParsedSource["data"]> {
	const start = /^\s*/.exec(text)?.[0].length ?? 0;
	const { fields } = readLineFields(text, start, nikolaForm);
	const bare = text
		.split("\n")
		.map((line, index) => ({ key: bareOrder[index] ?? "", value: line.trim(), offset: 0 }))
		.filter(({ key, value }) => key !== "" && value !== "");
	return describeFields(fields.length > 0 ? fields : bare).data ?? {};
}
