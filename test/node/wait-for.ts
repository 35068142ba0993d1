/** Nothing here takes long; a machine under load may. In milliseconds. */
const patience = 15_000;

/** Waits until something is so; `describe` says how it is instead. */
export async function waitFor(
	isSo: () => boolean | Promise<boolean>,
	describe: () => string,
): Promise<void> {
	const end = performance.now() + patience;
	while (!(await isSo())) {
		if (performance.now() > end) throw new Error(`Waited in vain. ${describe()}`);
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}
