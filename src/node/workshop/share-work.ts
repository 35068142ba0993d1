import { setImmediate } from "node:timers/promises";

/** Where work is done: at once on this thread, or on another one. */
export interface Workplaces<Item> {
	here(items: readonly Item[]): void;
	there(items: readonly Item[]): Promise<void>;
	/** Told how many items are done, from time to time. */
	progress(done: number): void;
}

/** Items that are done together: some milliseconds of work. */
const portion = 32;
/** Portions that wait at the other thread, so that it never waits for one. */
const lanes = 2;

/** Does work on two threads, each taking the next portion when it is done with one. */
export async function shareWork<Item>(
	items: readonly Item[],
	{ here, there, progress }: Workplaces<Item>,
): Promise<void> {
	let next = 0;
	let done = 0;

	function take(): readonly Item[] {
		const taken = items.slice(next, next + portion);
		next += portion;
		return taken;
	}

	function noteDone({ length }: readonly Item[]): void {
		done += length;
		progress(done);
	}

	async function workThere(): Promise<void> {
		for (let taken = take(); taken.length > 0; taken = take()) {
			await there(taken);
			noteDone(taken);
		}
	}

	async function workHere(): Promise<void> {
		for (let taken = take(); taken.length > 0; taken = take()) {
			here(taken);
			noteDone(taken);
			await setImmediate();
		}
	}

	await Promise.all([...Array.from({ length: lanes }, workThere), workHere()]);
}
