import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";

const program = join(import.meta.dirname, "least-build.js");

/**
 * Gives the command that does the least that the same libraries can do for a build that has just been made: see
 * least-build.js. `built` is the build's output, `state` its state folder.
 */
export function prepareLeastBuild(
	folder: string,
	{ articles, built, state }: Readonly<Record<"articles" | "built" | "state", string>>,
): readonly string[] {
	mkdirSync(folder, { recursive: true });
	const plan = join(folder, "plan.json");
	const sizes = readdirSync(built, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => statSync(join(entry.parentPath, entry.name)).size);
	writeFileSync(plan, JSON.stringify({ rendered: countRendered(state), sizes }));
	return [process.execPath, program, articles, join(folder, "out"), plan];
}

/** The articles that were rendered: each has a line in the index, which begins with an empty path. */
function countRendered(state: string): number {
	const index = readdirSync(state).find((name) => name.endsWith(".index")) ?? "";
	const lines = readFileSync(join(state, index), "utf8").split("\n");
	return lines.filter((line) => line.startsWith('["",')).length;
}
