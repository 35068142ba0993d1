import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const idLength = 22;

/**
 * Names the code that runs: another text whenever Broadsheet's own code, or a library under it, may be another, so that
 * what was stored by former code can be told. A bundle holds its name (whoever bundles defines it); sources are named by the
 * sizes and times of their files.
 */
export function readBuildId(): string {
	return process.env.BROADSHEET_BUILD_ID ?? digestSources(join(import.meta.dirname, "../.."));
}

function digestSources(root: string): string {
	const hash = createHash("sha256");
	const sources = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
		.filter((path) => path.endsWith(".ts"))
		.sort();
	for (const path of [...sources.map((path) => join("src", path)), "package-lock.json"]) {
		const file = statSync(join(root, path), { throwIfNoEntry: false });
		hash.update(`${path}\0${file?.size}\0${file?.mtimeMs}\n`);
	}
	return hash.digest("base64url").slice(0, idLength);
}
