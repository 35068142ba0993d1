import { enableCompileCache, getCompileCacheDir } from "node:module";
import { dirname } from "node:path";
import { type ResourceLimits, Worker, workerData } from "node:worker_threads";

/**
 * Starts a thread whose entry `name` lies beside the module at the URL `from`, as TypeScript among the sources, as
 * JavaScript in a bundle, where all entries lie together (so no two may have one name). `resourceLimits` are V8's.
 */
export function startThread(
	from: string,
	name: string,
	resourceLimits: ResourceLimits = {},
): Worker {
	const ending = from.endsWith(".ts") ? "ts" : "js";
	const compiled = getCompileCacheDir();
	return new Worker(new URL(`./${name}.${ending}`, from), {
		resourceLimits,
		// What Node.js gives is the folder for its own version, inside of the one that it was told.
		...(compiled !== undefined && { workerData: dirname(compiled) }),
	});
}

/**
 * Keeps what is compiled where the thread that started this one does: a thread does not inherit that, and compiling
 * would be half of its start. To be called before anything large is loaded.
 */
export function keepCompiled(): void {
	if (typeof workerData === "string") enableCompileCache(workerData);
}
