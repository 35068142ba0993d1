/** A function of objects that works each result out once, for as long as the object lives. */
export function createOnce<Key extends object, Result extends NonNullable<unknown>>(
	work: (key: Key) => Result,
): (key: Key) => Result {
	const known = new WeakMap<Key, Result>();
	return (key) => {
		const before = known.get(key);
		if (before !== undefined) return before;
		const result = work(key);
		known.set(key, result);
		return result;
	};
}
