import { foundOne, type TemplateSyntax } from "../scan.ts";
import { hidden, lost, type Meaning } from "../template-tag.ts";
import { endOfBraces, literalValue } from "./braces.ts";
import { plainTag } from "./known.ts";

/**
 * MDX's expressions: `{props.name}`, which nobody evaluates here, `{'text'}`, comments. The comment with which an author
 * ends the summary stays one. Sources: MDX, "What is MDX? › Expressions"; Docusaurus, "Blog › Blog list" (truncate).
 */
export const mdxExpression: TemplateSyntax = {
	at: "anywhere",
	starts: "{",
	read(scan, start) {
		const end = endOfBraces(scan, start);
		if (end === undefined) return undefined;
		return foundOne(plainTag(start, end, "{…}", meaningOf(scan.text.slice(start + 1, end - 1))));
	},
};

function meaningOf(expression: string): Meaning {
	const comment = /^\s*\/\*([\s\S]*?)\*\/\s*$/.exec(expression)?.[1];
	if (comment !== undefined && /^\s*(?:more|truncate)\s*$/i.test(comment)) {
		return { type: "html", block: "<!--more-->", inline: "<!--more-->" };
	}
	if (comment !== undefined || expression.trim() === "") return hidden;
	// Docusaurus: the id of a heading, `{#id}`.
	if (/^#[\w-]+$/.test(expression)) return hidden;
	const value = literalValue(expression);
	return value === undefined ? lost : { type: "text", text: value };
}
