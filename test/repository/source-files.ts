import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const root: string = join(import.meta.dirname, "../..");

/** Every TypeScript file below `src/` that git knows or would add, as a path from the root, with its text. */
export function readSources(): { readonly path: string; readonly text: string }[] {
	const list = ["ls-files", "--cached", "--others", "--exclude-standard", "src"];
	return execFileSync("git", list, { cwd: root, encoding: "utf8" })
		.split("\n")
		.filter((path) => path.endsWith(".ts") && existsSync(join(root, path)))
		.map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}
