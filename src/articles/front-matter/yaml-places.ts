import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE } from "js-yaml";
import { type KeyPath, pathKey } from "./parsed-source.ts";

/** Where every key and list item of a YAML (or JSON) source stands. */
export interface YamlPlaces {
	/** Offsets by `pathKey`; of a key that stands twice, the last. */
	readonly offsets: ReadonlyMap<string, number>;
	readonly duplicates: readonly { readonly key: string; readonly offset: number }[];
}

/** Indexes the keys of a source that js-yaml can parse; empty for one that it cannot. Never throws. */
export function indexYaml(source: string): YamlPlaces {
	try {
		return walkEvents(source, parseEvents(source, {}));
	} catch {
		return { offsets: new Map(), duplicates: [] };
	}
}

function walkEvents(source: string, events: readonly Event[]): YamlPlaces {
	const offsets = new Map<string, number>();
	const duplicates: { key: string; offset: number }[] = [];
	let next = 1;

	function walkNode(path: KeyPath): void {
		const event = events[next];
		next += 1;
		if (event?.type === EVENT_ID.MAPPING) walkMapping(path);
		if (event?.type === EVENT_ID.SEQUENCE) walkSequence(path);
	}

	function walkMapping(path: KeyPath): void {
		const seen = new Set<string>();
		while (isInside(events[next])) {
			const event = events[next];
			const key = event?.type === EVENT_ID.SCALAR ? getScalarValue(source, event) : "";
			const offset = offsetOfEvent(event);
			walkNode(path);
			if (seen.has(key) && offset !== undefined) duplicates.push({ key, offset });
			seen.add(key);
			if (offset !== undefined) offsets.set(pathKey([...path, key]), offset);
			walkNode([...path, key]);
		}
		next += 1;
	}

	function walkSequence(path: KeyPath): void {
		for (let item = 0; isInside(events[next]); item += 1) {
			const offset = offsetOfEvent(events[next]);
			if (offset !== undefined) offsets.set(pathKey([...path, item]), offset);
			walkNode([...path, item]);
		}
		next += 1;
	}

	walkNode([]);
	return { offsets, duplicates };
}

function isInside(event: Event | undefined): boolean {
	return event !== undefined && event.type !== EVENT_ID.POP;
}

function offsetOfEvent(event: Event | undefined): number | undefined {
	if (event === undefined) return undefined;
	if (event.type === EVENT_ID.SCALAR) {
		const isQuoted =
			event.style === SCALAR_STYLE.SINGLE_QUOTED || event.style === SCALAR_STYLE.DOUBLE_QUOTED;
		return event.valueStart - (isQuoted ? 1 : 0);
	}
	if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) return event.start;
	if (event.type === EVENT_ID.ALIAS) return event.anchorStart - 1;
	return undefined;
}
