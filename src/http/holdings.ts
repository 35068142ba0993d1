/** Values by key, with room for so much and no more. */
export interface Holdings<Value> {
	/** What is held, which counts as a use of it. */
	get(key: string): Value | undefined;
	/** What is held, without using it. */
	peek(key: string): Value | undefined;
	/** Holds a value of a weight; others that were not used lately make room. */
	set(key: string, value: Value, weight: number): void;
	delete(key: string): void;
}

interface Held<Value> {
	readonly value: Value;
	readonly weight: number;
	isUsed: boolean;
}

/**
 * Holds values of `mostWeight` together; `onDropped` is told of each that had to make room. What was used since it was
 * last looked at gets a second chance, so that a use costs no more than a mark.
 */
export function createHoldings<Value>(
	mostWeight: number,
	onDropped: (key: string, value: Value) => void,
): Holdings<Value> {
	const held = new Map<string, Held<Value>>();
	let weight = 0;

	function remove(key: string): void {
		weight -= held.get(key)?.weight ?? 0;
		held.delete(key);
	}

	function makeRoom(newest: string): void {
		for (const [key, entry] of held) {
			if (weight <= mostWeight) return;
			if (key === newest) continue;
			remove(key);
			if (entry.isUsed) {
				entry.isUsed = false;
				held.set(key, entry);
				weight += entry.weight;
			} else onDropped(key, entry.value);
		}
	}

	return {
		get(key) {
			const entry = held.get(key);
			if (entry === undefined) return undefined;
			entry.isUsed = true;
			return entry.value;
		},
		peek: (key) => held.get(key)?.value,
		set(key, value, itsWeight) {
			remove(key);
			held.set(key, { value, weight: itsWeight, isUsed: false });
			weight += itsWeight;
			makeRoom(key);
		},
		delete: remove,
	};
}
