/** Records of one kind, by key. A record is never changed, only replaced. */
export interface RecordShelf<Value> {
	get(key: string): Value | undefined;
	set(key: string, value: Value): void;
	delete(key: string): void;
	entries(): Iterable<[string, Value]>;
	/** Keys and records in JSON, in the order of the keys. */
	list(): Iterable<readonly [key: string, json: string]>;
}

/** Takes in records as they are stored. */
export interface StoredShelf {
	/** One that is stored already: its text is parsed when somebody asks for it. */
	load(key: string, text: string): void;
	/** One from elsewhere, which is to be stored. */
	restore(key: string, text: string): void;
	/** What is to be stored, in JSON; undefined for a record that was taken out. */
	listChanges(): readonly (readonly [key: string, json: string | undefined])[];
	/** Says that all of it is. */
	noteStored(): void;
}

export interface OpenShelf<Value> extends RecordShelf<Value>, StoredShelf {
	/** A shelf with the same records. */
	draft(): OpenShelf<Value>;
	/** Takes over what a draft of this shelf holds: both are one from then on. */
	keep(draft: OpenShelf<Value>): void;
	/** What it is made of. */
	readonly contents: ShelfContents<Value>;
}

interface ShelfContents<Value> {
	readonly values: Map<string, Value>;
	/** Keys of what is to be stored. */
	readonly changed: Set<string>;
	/** What has been written as JSON and is still to be stored: a first build does both to every record. */
	readonly json: Map<string, string>;
}

/** `parse` gives the record that some data is; throws where it is none. */
export function openShelf<Value>(
	parse: (data: unknown) => Value,
	known: ReadonlyMap<string, Value> = new Map(),
): OpenShelf<Value> {
	let contents: ShelfContents<Value> = {
		values: new Map(known),
		changed: new Set(),
		json: new Map(),
	};
	/** What nobody has asked for yet. */
	const texts = new Map<string, string>();

	function parseText(text: string): Value | undefined {
		try {
			return parse(JSON.parse(text));
		} catch {
			return undefined;
		}
	}

	function get(key: string): Value | undefined {
		const value = contents.values.get(key);
		if (value !== undefined || texts.size === 0) return value;
		const text = texts.get(key);
		if (text === undefined) return undefined;
		texts.delete(key);
		const parsed = parseText(text);
		if (parsed !== undefined) contents.values.set(key, parsed);
		return parsed;
	}

	function set(key: string, value: Value): void {
		texts.delete(key);
		contents.values.set(key, value);
		noteChange(key);
	}

	function noteChange(key: string): void {
		contents.changed.add(key);
		contents.json.delete(key);
	}

	function readAll(): Map<string, Value> {
		for (const key of [...texts.keys()]) get(key);
		return contents.values;
	}

	function render(key: string): string {
		const { values, changed, json } = contents;
		const known = json.get(key);
		if (known !== undefined) return known;
		const text = JSON.stringify(values.get(key));
		if (changed.has(key)) json.set(key, text);
		return text;
	}

	return {
		get contents() {
			return contents;
		},
		get,
		set,
		load: (key, text) => texts.set(key, text),
		delete(key) {
			const isKnown = contents.values.delete(key);
			if (texts.delete(key) || isKnown) noteChange(key);
		},
		entries: () => readAll().entries(),
		*list() {
			const values = readAll();
			// By UTF-16 code units, as everywhere; in less time than by a function of ours.
			for (const key of [...values.keys()].sort()) yield [key, render(key)];
		},
		restore(key, text) {
			const value = parseText(text);
			if (value !== undefined) set(key, value);
		},
		listChanges() {
			const { values, changed, json } = contents;
			// What was listed is in order, so that whoever sorts it has nothing to do.
			const changes: (readonly [string, string | undefined])[] = [...json];
			for (const key of changed) {
				if (json.has(key)) continue;
				const value = values.get(key);
				changes.push([key, value === undefined ? undefined : JSON.stringify(value)]);
			}
			return changes;
		},
		noteStored() {
			contents.changed.clear();
			contents.json.clear();
		},
		draft: () => openShelf(parse, readAll()),
		keep(draft) {
			for (const key of contents.changed) draft.contents.changed.add(key);
			contents = draft.contents;
			texts.clear();
		},
	};
}
