/**
 * Runs the command line from a bundle of the sources, which starts many times faster than some hundred files of
 * TypeScript. The bundle lies in node_modules/.cache and is made anew whenever a source has changed; where none can be
 * made (a package is missing, the folder is read-only), the sources themselves run. decisions/019-start.md
 */
import "./require-node.js";
import { createHash } from "node:crypto";
import { existsSync, readdirSync, statSync } from "node:fs";
import { enableCompileCache } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const root = join(import.meta.dirname, "..");
const cache = join(root, "node_modules/.cache/broadsheet");

/** Another name whenever a source, a library or the way of bundling may be another. */
function nameSources() {
	const hash = createHash("sha256").update(root);
	for (const path of [
		...listSources("src"),
		"package.json",
		"package-lock.json",
		"node_modules/.package-lock.json",
		"scripts/bundle.ts",
	]) {
		const file = statSync(join(root, path), { throwIfNoEntry: false });
		hash.update(`${path}\0${file?.size}\0${file?.mtimeMs}\n`);
	}
	return hash.digest("base64url").slice(0, 22);
}

/** Every TypeScript file below a folder, several times faster than by `recursive`. */
function listSources(folder) {
	return readdirSync(join(root, folder), { withFileTypes: true })
		.sort((a, b) => (a.name < b.name ? -1 : 1))
		.flatMap((entry) => {
			const path = `${folder}/${entry.name}`;
			if (entry.isDirectory()) return listSources(path);
			return path.endsWith(".ts") ? [path] : [];
		});
}

async function findProgram() {
	const name = nameSources();
	const program = join(cache, name, "main.js");
	try {
		if (!existsSync(program)) {
			const { cacheBundle } = await import("./cache-bundle.ts");
			await cacheBundle(root, cache, name);
		}
		enableCompileCache(join(cache, name, "compiled"));
		return program;
	} catch {
		return join(root, "src/cli/main.ts");
	}
}

await import(pathToFileURL(await findProgram()).href);
