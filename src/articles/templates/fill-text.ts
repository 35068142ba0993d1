import type { ResolveReference } from "../body/references.ts";
import { showCode } from "./code-escapes.ts";
import { countLost, restoreText, textOf } from "./fill-templates.ts";
import type { MaskedText } from "./mask-templates.ts";
import { splitPlaceholders } from "./placeholders.ts";
import type { TemplateContext } from "./template-context.ts";

/** Puts what tags become into the parts of a text, as `fillTemplates` puts it into its nodes. */
export interface TextFilling {
	/** Plain characters. */
	fillText(text: string): string;
	fillAttribute(value: string): string;
	/** Code as it is shown: its tags are what their author wrote. */
	fillCode(code: string): string;
	/** A word of a code's attribute. */
	fillCodeAttribute(value: string): string;
	/** How often tags of a kind were lost so far. */
	countDropped(): ReadonlyMap<string, number>;
}

/** Begins with a text whose tags all become plain characters or addresses; undefined for any other. */
export function beginTextFilling(
	{ tags }: MaskedText,
	context: TemplateContext,
	resolve: ResolveReference,
): TextFilling | undefined {
	if (!tags.every(({ meaning: { type } }) => type === "text" || type === "address"))
		return undefined;
	const filling = { tags, context, resolve, seen: new Set<number>() };
	function fill(text: string, textAt: (index: number) => string): string {
		const parts = splitPlaceholders(text);
		if (parts[0] === text) return text;
		return parts.map((part) => (typeof part === "string" ? part : textAt(part))).join("");
	}
	return {
		fillText: (text) =>
			fill(text, (index) => {
				const tag = tags[index];
				filling.seen.add(index);
				return tag === undefined ? "" : textOf(tag, filling);
			}),
		fillAttribute: (value) =>
			fill(value, (index) => {
				const meaning = tags[index]?.meaning;
				filling.seen.add(index);
				if (meaning?.type === "address") return meaning.reference;
				return meaning?.type === "text" ? meaning.text : "";
			}),
		fillCode: (code) => showCode(restoreText(code, filling), context),
		fillCodeAttribute: (value) => restoreText(value, filling),
		countDropped: () => countLost(filling),
	};
}

/** For a text without template code. */
export const noFilling: TextFilling = {
	fillText: (text) => text,
	fillAttribute: (value) => value,
	fillCode: (code) => code,
	fillCodeAttribute: (value) => value,
	countDropped: () => new Map(),
};
