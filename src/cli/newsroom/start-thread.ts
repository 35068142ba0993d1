import { getCompileCacheDir } from "node:module";
import { dirname } from "node:path";
import { Worker } from "node:worker_threads";
import { openWire } from "../../node/port-wire.ts";
import type { NewsroomLine } from "./messages.ts";

/** Starts a newsroom in a thread of its own. Its entry lies beside this file, in whatever form the project runs. */
export function startNewsroomThread(): NewsroomLine {
	const entry = import.meta.url.endsWith(".ts") ? "./thread.ts" : "./thread.js";
	const compiled = getCompileCacheDir();
	const worker = new Worker(new URL(entry, import.meta.url), {
		// What Node.js gives is the folder for its own version, inside of the one that it was told.
		...(compiled !== undefined && { workerData: dirname(compiled) }),
	});
	const lost = new Promise<never>((_, reject) => {
		worker.on("error", reject);
		worker.on("exit", () => reject(new Error("The newsroom ended.")));
	});
	lost.catch(() => undefined);
	return {
		wire: openWire(worker),
		lost,
		end: async () => {
			await worker.terminate();
		},
	};
}
