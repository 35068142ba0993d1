/** How many files are open at once: more gains nothing and runs into the system's limit. */
const filesAtOnce = 32;

/** Applies an asynchronous function to every item, some at a time; results in the items' order. */
export async function readAll<Item, Result>(
	items: readonly Item[],
	read: (item: Item) => Promise<Result>,
): Promise<Result[]> {
	const results: Result[] = [];
	const queue = items.entries();
	async function work(): Promise<void> {
		for (const [index, item] of queue) results[index] = await read(item);
	}
	await Promise.all(Array.from({ length: filesAtOnce }, work));
	return results;
}
