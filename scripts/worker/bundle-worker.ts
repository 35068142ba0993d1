import { join } from "node:path";
import { build, stop } from "esbuild";
import type { WorkerConfig } from "./worker-config.ts";

export interface WorkerBundle {
	readonly script: string;
	/** Every module in the script, as a path from the project's folder. */
	readonly modules: readonly string[];
}

/**
 * The Worker as one module, by the bundler and the options of `wrangler deploy` (its COMMON_ESBUILD_OPTIONS and build
 * conditions). `siteFile` stands for the `broadsheet:site` of the aliases. Rejects with what esbuild found.
 */
export async function bundleWorker(
	root: string,
	config: WorkerConfig,
	siteFile: string,
): Promise<WorkerBundle> {
	const { outputFiles, metafile } = await build({
		absWorkingDir: root,
		entryPoints: [join(root, config.main)],
		bundle: true,
		write: false,
		metafile: true,
		format: "esm",
		target: "es2024",
		supported: { using: true },
		conditions: ["workerd", "worker", "browser"],
		keepNames: config.keep_names,
		external: ["cloudflare:*"],
		alias: { ...config.alias, "broadsheet:site": siteFile },
		logLevel: "silent",
	});
	const [output] = outputFiles;
	if (!output) throw new Error("esbuild wrote no script.");
	return { script: output.text, modules: Object.keys(metafile.inputs) };
}

/** Ends the bundler's own process, which waits for more work. */
export const stopBundling: () => Promise<void> = stop;
