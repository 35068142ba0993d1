import { openWire } from "../../node/port-wire.ts";
import { startThread } from "../../node/start-thread.ts";
import type { NewsroomLine } from "./messages.ts";

/**
 * A publication makes and drops much at once: with the small nursery of a build it would take a third longer. In megabytes;
 * `--max-semi-space-size`, which is a third of it, goes before this, for every thread.
 */
const maxYoungGenerationSizeMb = 48;

/** Starts a newsroom in a thread of its own. */
export function startNewsroom(): NewsroomLine {
	const worker = startThread(import.meta.url, "newsroom-thread", { maxYoungGenerationSizeMb });
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
