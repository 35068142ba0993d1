/** A few values, those that were used last. */
export interface Recent<Value> {
	get(key: string): Value | undefined;
	set(key: string, value: Value): void;
	clear(): void;
}

/** Keeps at most `capacity` values. */
export function createRecent<Value>(capacity: number): Recent<Value> {
	const values = new Map<string, Value>();
	function set(key: string, value: Value): void {
		values.delete(key);
		values.set(key, value);
		const [oldest] = values.keys();
		if (values.size > capacity && oldest !== undefined) values.delete(oldest);
	}
	return {
		set,
		get(key) {
			const value = values.get(key);
			if (value !== undefined) set(key, value);
			return value;
		},
		clear: () => values.clear(),
	};
}
