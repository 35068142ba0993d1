import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";

export const root: string = join(import.meta.dirname, "../..");

/** Every file below these paths that git knows or would add, as a path from the root. */
export function listFiles(...paths: readonly string[]): string[] {
	const list = ["ls-files", "--cached", "--others", "--exclude-standard", ...paths];
	return execFileSync("git", list, { cwd: root, encoding: "utf8" })
		.split("\n")
		.filter((path) => path !== "" && existsSync(join(root, path)));
}

/** Every TypeScript file below `src/`, with its text. */
export function readSources(): { readonly path: string; readonly text: string }[] {
	return listFiles("src")
		.filter((path) => path.endsWith(".ts"))
		.map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }));
}
