import type { BodyFormat } from "../article.ts";
import { syntaxesOf } from "./dialect-syntaxes.ts";
import { findTags } from "./find-tags.ts";
import { pairTags } from "./pair-tags.ts";
import { placeholderOf, removePlaceholders } from "./placeholders.ts";
import type { TemplateContext } from "./template-context.ts";
import type { TemplateTag } from "./template-tag.ts";

/** A text with a placeholder for each of its tags. */
export interface MaskedText {
	readonly text: string;
	readonly tags: readonly TemplateTag[];
}

/**
 * Takes the template code out of a clean Markdown or HTML text, so that it cannot be mistaken for Markdown: a placeholder
 * stands for each tag, all else stays as it is. Code keeps what looks like a tag. Never throws.
 */
export function maskTemplates(
	text: string,
	format: BodyFormat,
	context: TemplateContext,
): MaskedText {
	const syntaxes = format === "text" ? [] : syntaxesOf(context);
	if (syntaxes.length === 0) return { text, tags: [] };
	const clean = removePlaceholders(text);
	const found = findTags(clean, format, syntaxes, context);
	const pieces: string[] = [];
	let end = 0;
	for (const [index, tag] of found.entries()) {
		// A border that its author did not write (the end of an indented callout) has a line of its own.
		const isOwnLine = tag.start === tag.end;
		pieces.push(clean.slice(end, tag.start));
		if (isOwnLine && clean[tag.start - 1] !== "\n") pieces.push("\n");
		pieces.push(placeholderOf(index));
		if (isOwnLine) pieces.push("\n");
		end = tag.end;
	}
	pieces.push(clean.slice(end));
	return { text: pieces.join(""), tags: pairTags(found, clean) };
}
