import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { setPriority } from "node:os";

/** How much this thread steps back behind those that answer requests: a third of their share of a busy processor. */
const niceness = 10;

/** V8's helpers collect the garbage of all threads, and most of that is not the answering one's. */
function listHelpers(): number[] {
	const threads = readdirSync("/proc/self/task");
	return threads
		.filter((thread) => readFileSync(`/proc/self/task/${thread}/comm`, "utf8") === "V8Worker\n")
		.map(Number);
}

/**
 * Lets the other threads of this process run first where there is not processor enough for all. On Linux, where a
 * priority is a thread's own; elsewhere nothing is done.
 */
export function giveWay(): void {
	try {
		const [thread] = /\d+$/.exec(readlinkSync("/proc/thread-self")) ?? [];
		if (thread !== undefined) setPriority(Number(thread), niceness);
		for (const helper of listHelpers()) setPriority(helper, niceness);
	} catch {
		// There is no such folder, or it is forbidden: then all threads are equal.
	}
}
