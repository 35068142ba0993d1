import { tsPlugin } from "@sveltejs/acorn-typescript";
import { Parser, type Program } from "acorn";
import { type ParsedSource, pathKey } from "../../articles/front-matter/parsed-source.ts";
import { createEvaluator } from "./evaluate.ts";

const typescript = Parser.extend(tsPlugin());
const options = {
	ecmaVersion: "latest",
	sourceType: "module",
	allowReturnOutsideFunction: true,
	allowHashBang: true,
} as const;

/**
 * Reads a JavaScript or TypeScript module as text. `data` holds its exports: `default` (also `module.exports`) and
 * every constant at its top by name; under `calls` the arguments of methods called on the argument of an exported
 * function (`eleventyConfig.setInputDirectory("src")`). Literals, and what is made of them, are read; all else is
 * `Unreadable`. Never throws, and never runs anything.
 */
export function parseScript(source: string): ParsedSource {
	const program = parseProgram(source);
	if ("reason" in program) {
		const { reason, offset } = program;
		const message = `This is not JavaScript: ${reason}.`;
		return {
			data: undefined,
			problems: [{ code: "FRONT_MATTER_SYNTAX", offset, message }],
			offsetOfKey: () => undefined,
		};
	}
	const evaluator = createEvaluator(program);
	return {
		data: evaluator.exports,
		problems: [],
		offsetOfKey: (path) => evaluator.offsets.get(pathKey(path)),
	};
}

function parseProgram(
	source: string,
): Program | { readonly reason: string; readonly offset: number } {
	try {
		return typescript.parse(source, options);
	} catch {
		// A few things in JavaScript look like types.
	}
	try {
		return Parser.parse(source, options);
	} catch (error) {
		const message = error instanceof Error ? error.message : "unreadable";
		const isPlaced = error instanceof SyntaxError && "pos" in error;
		return {
			reason: message.replace(/ \(\d+:\d+\)$/, "").replace(/^./, (first) => first.toLowerCase()),
			offset: isPlaced ? Number(error.pos) : 0,
		};
	}
}
