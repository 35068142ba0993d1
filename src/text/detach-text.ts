/**
 * The same text in memory of its own. Engines cut a text by pointing into it, so that a title of thirty characters would
 * keep the whole file in memory for as long as somebody remembers the title.
 */
export function detachText(part: string): string {
	// What is put together is copied once it is cut: only the copy is then kept.
	return ` ${part}`.slice(1);
}
