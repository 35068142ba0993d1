import type { ConfigText, Found } from "./config-text.ts";
import { isTable, Unreadable } from "./unreadable.ts";

/**
 * The value at a path (`services`, `rss`, `limit`) in the first of some files that has it. Case does not count where no
 * key has the very letters (Hugo: "Configuration keys are case-insensitive"). A value that is `null` says nothing.
 */
export function findValue(
	texts: readonly ConfigText[],
	...path: readonly (string | number)[]
): Found | undefined {
	for (const text of texts) {
		const found = findIn(text, path);
		if (found !== undefined) return found;
	}
	return undefined;
}

/** The items of a mapping, each found for itself; none where there is no mapping. */
export function findEntries(
	texts: readonly ConfigText[],
	...path: readonly (string | number)[]
): readonly (readonly [string, Found])[] {
	const merged = new Map<string, Found>();
	for (const text of texts.toReversed()) {
		const { value } = findIn(text, path) ?? {};
		if (!isTable(value)) continue;
		for (const key of Object.keys(value)) {
			const found = findIn(text, [...path, key]);
			if (found) merged.set(key, found);
		}
	}
	return [...merged];
}

function findIn(text: ConfigText, path: readonly (string | number)[]): Found | undefined {
	let value: unknown = text.data;
	const written: (string | number)[] = [];
	for (const step of path) {
		if (value instanceof Unreadable) break;
		const key = keyOf(value, step);
		if (key === undefined) return undefined;
		value = readItem(value, key);
		written.push(key);
	}
	if (value === undefined || value === null) return undefined;
	return { value, place: text.locate(written), key: nameOf(written) };
}

function keyOf(value: unknown, step: string | number): string | number | undefined {
	if (Array.isArray(value)) return typeof step === "number" && step in value ? step : undefined;
	if (!isTable(value) || typeof step === "number") return undefined;
	if (Object.hasOwn(value, step)) return step;
	const lower = step.toLowerCase();
	return Object.keys(value).find((key) => key.toLowerCase() === lower);
}

function readItem(value: unknown, key: string | number): unknown {
	if (Array.isArray(value)) return value[Number(key)];
	return isTable(value) ? value[key] : undefined;
}

/** The export of a script is not spoken of: everybody calls it by its keys. */
function nameOf(path: readonly (string | number)[]): string {
	const [first, ...rest] = path;
	return (first === "default" && rest.length > 0 ? rest : path).join(".");
}
