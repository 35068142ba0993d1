import { YAMLException } from "js-yaml";
import { type ErrorCode, parseDocument } from "yaml";
import type { SourceProblem } from "./parsed-source.ts";

/** What the `yaml` library's codes mean to somebody who writes articles. */
const sentences: Partial<Record<ErrorCode, string>> = {
	BAD_ALIAS: "An alias (`*name`) refers to an anchor (`&name`) that is not there.",
	BAD_DQ_ESCAPE:
		"A backslash stands in double quotation marks before a letter that it does not go with.",
	BAD_INDENT: "The line is indented by another width than its neighbours.",
	BAD_SCALAR_START:
		"A value begins with a character that YAML reserves: put it in quotation marks.",
	BLOCK_AS_IMPLICIT_KEY: "A value holds `: `: put the whole value in quotation marks.",
	MULTILINE_IMPLICIT_KEY:
		"A line holds no `key: value`, or a quotation mark before it is not closed.",
	TAB_AS_INDENT: "A tab indents this line; YAML wants blanks.",
};

/**
 * Says why js-yaml refused a source, with the place that the `yaml` library gives (it is slower, and tells more).
 * Never throws.
 */
export function explainYaml(source: string, error: unknown): SourceProblem {
	return explainByYaml(source) ?? explainByError(source, error);
}

function explainByYaml(source: string): SourceProblem | undefined {
	try {
		const options = { uniqueKeys: false, prettyErrors: false, logLevel: "silent" } as const;
		const first = parseDocument(source, options).errors[0];
		if (first === undefined) return undefined;
		const message = sentences[first.code] ?? sentence(first.message);
		return { code: "FRONT_MATTER_SYNTAX", offset: first.pos[0], message };
	} catch {
		return undefined;
	}
}

/** Says why js-yaml refused a source, in its own words and at its own place. Never throws. */
export function explainByError(source: string, error: unknown): SourceProblem {
	if (!(error instanceof YAMLException)) {
		const reason = error instanceof Error ? error.message : "This is not YAML";
		return { code: "FRONT_MATTER_SYNTAX", offset: 0, message: sentence(reason) };
	}
	const offset = Math.min(error.mark?.position ?? 0, source.length);
	if (!error.reason.includes("complex keys")) {
		return { code: "FRONT_MATTER_SYNTAX", offset, message: sentence(error.reason) };
	}
	const message = "A value begins with `{` or `[`: put it in quotation marks.";
	const brackets = source.search(/\{\{|\{%|\[\[/);
	return { code: "FRONT_MATTER_SYNTAX", offset: brackets < 0 ? offset : brackets, message };
}

function sentence(text: string): string {
	const line = text.replaceAll(/\s+/g, " ").trim();
	return `${line.charAt(0).toUpperCase()}${line.slice(1)}${/[.!?]$/.test(line) ? "" : "."}`;
}
