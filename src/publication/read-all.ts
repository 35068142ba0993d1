/** How many files are open at once: more gains nothing and runs into the system's limit. */
const filesAtOnce = 32;

/** Applies an asynchronous function to every item, some at a time. */
export async function readAll<Item>(
	items: readonly Item[],
	read: (item: Item) => Promise<void>,
): Promise<void> {
	const queue = items.values();
	async function work(): Promise<void> {
		for (const item of queue) await read(item);
	}
	await Promise.all(Array.from({ length: filesAtOnce }, work));
}
