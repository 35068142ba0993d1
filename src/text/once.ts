/** A function of objects that works each result out once, for as long as the object lives. */
export function createOnce<Key extends object, Result>(
	work: (key: Key) => Result,
): (key: Key) => Result {
	const known = new WeakMap<Key, { readonly result: Result }>();
	return (key) => {
		const entry = known.get(key);
		if (entry) return entry.result;
		const result = work(key);
		known.set(key, { result });
		return result;
	};
}
