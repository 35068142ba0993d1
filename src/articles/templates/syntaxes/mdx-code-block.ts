import { endOfFence } from "../markdown-code.ts";
import type { TemplateSyntax } from "../scan.ts";
import { hidden } from "../template-tag.ts";
import { plainTag } from "./known.ts";

/**
 * Docusaurus' fence around MDX, ```` ```mdx-code-block ````: it hides the MDX from translators, and is gone before MDX is read.
 * Source: Docusaurus, "i18n › Using Crowdin › MDX"; its `unwrapMdxCodeBlocks`.
 */
export const mdxCodeBlock: TemplateSyntax = {
	at: "line",
	starts: "`~",
	read(scan, start) {
		const { text } = scan;
		const [opening] =
			/^(?:`{3,}|~{3,})mdx-code-block[ \t]*(?=\n)/.exec(text.slice(start, start + 200)) ?? [];
		const lineStart = text.lastIndexOf("\n", start - 1) + 1;
		const end = opening === undefined ? undefined : endOfFence(text, lineStart, start);
		if (opening === undefined || end === undefined) return undefined;
		const borders = [plainTag(start, start + opening.length, "```", hidden)];
		const closing = text.lastIndexOf("\n", end - 1) + 1;
		const [indent, fence] = /^[ \t>]*([`~]{3,})[ \t]*$/.exec(text.slice(closing, end)) ?? [];
		if (indent !== undefined && fence !== undefined) {
			const closingStart = closing + indent.indexOf(fence);
			borders.push(plainTag(closingStart, end, "```", hidden));
			scan.passed.set(closingStart, end);
		}
		return { tags: borders, end: start + opening.length };
	},
};
