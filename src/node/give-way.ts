import { readlinkSync } from "node:fs";
import { setPriority } from "node:os";

/** How much this thread steps back behind those that answer requests: a third of their share of a busy processor. */
const niceness = 10;

/**
 * Lets the other threads of this process run first where there is not processor enough for all. On Linux, where a
 * priority is a thread's own; elsewhere nothing is done.
 */
export function giveWay(): void {
	try {
		const [thread] = /\d+$/.exec(readlinkSync("/proc/thread-self")) ?? [];
		if (thread !== undefined) setPriority(Number(thread), niceness);
	} catch {
		// There is no such folder, or it is forbidden: then all threads are equal.
	}
}
