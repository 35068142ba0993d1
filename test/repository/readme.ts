import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./source-files.ts";

export const readme: string = readFileSync(join(root, "README.md"), "utf8");

/** The text of the README below a heading, up to the next one that is not deeper. */
export function readSection(heading: string): string {
	const start = new RegExp(`^(#+) ${heading.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`, "m").exec(
		readme,
	);
	if (!start) throw new Error(`The README has no heading “${heading}”.`);
	const rest = readme.slice(start.index + start[0].length);
	const end = new RegExp(`^#{1,${start[1]?.length ?? 1}} `, "m").exec(rest);
	return rest.slice(0, end?.index);
}

/** The first code block in a language below a heading. */
export function readCodeBlock(heading: string, language: string): string {
	const block = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, "m");
	return block.exec(readSection(heading))?.[1] ?? "";
}
