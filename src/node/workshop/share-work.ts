import { setImmediate } from "node:timers/promises";

/** Where work is done: at once on this thread, or on another one. */
export interface Workplaces<Item, Result> {
	here(items: readonly Item[]): readonly Result[];
	there(items: readonly Item[]): Promise<readonly Result[]>;
	/** Told how many items are done, from time to time. */
	progress?(done: number): void;
}

interface Portion<Item> {
	readonly start: number;
	readonly items: readonly Item[];
}

/** Items that are done together: some milliseconds of work. */
const portion = 32;
/** Portions that wait at the other thread, so that it never waits for one. */
const lanes = 2;

/** Does work on two threads, each taking the next portion when it is done with one; results in the items' order. */
export async function shareWork<Item, Result>(
	items: readonly Item[],
	{ here, there, progress }: Workplaces<Item, Result>,
): Promise<Result[]> {
	const results: Result[] = [];
	let next = 0;
	let done = 0;

	function take(): Portion<Item> | undefined {
		if (next >= items.length) return undefined;
		const start = next;
		next += portion;
		return { start, items: items.slice(start, next) };
	}

	function put({ start, items: taken }: Portion<Item>, made: readonly Result[]): void {
		for (const [index, result] of made.entries()) results[start + index] = result;
		done += taken.length;
		progress?.(done);
	}

	async function workThere(): Promise<void> {
		for (let work = take(); work; work = take()) put(work, await there(work.items));
	}

	async function workHere(): Promise<void> {
		for (let work = take(); work; work = take()) {
			put(work, here(work.items));
			await setImmediate();
		}
	}

	await Promise.all([...Array.from({ length: lanes }, workThere), workHere()]);
	return results;
}
