import { type KeyPath, pathKey } from "./parsed-source.ts";

/** By `pathKey`: where a key stands, and what is written behind its `=` on that line. */
export type TomlPlaces = ReadonlyMap<string, { readonly offset: number; readonly value: string }>;

const keyText = String.raw`(?:[\w-]+|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')`;
const dottedKey = String.raw`${keyText}(?:[ \t]*\.[ \t]*${keyText})*`;
const header = new RegExp(String.raw`^[ \t]*\[(\[?)[ \t]*(${dottedKey})[ \t]*\]`);
const assignment = new RegExp(String.raw`^([ \t]*)(${dottedKey})[ \t]*=[ \t]*(.*)$`);

/**
 * Finds the keys of a TOML source line by line. It only serves places: a line inside a multi-line string that looks
 * like a key may be taken for one, unless the real key comes later.
 */
export function indexToml(source: string): TomlPlaces {
	const places = new Map<string, { offset: number; value: string }>();
	const itemsOfTable = new Map<string, number>();
	let table: KeyPath = [];
	let offset = 0;
	for (const line of source.split("\n")) {
		const tableLine = header.exec(line);
		const keyLine = assignment.exec(line);
		if (tableLine !== null) {
			const name = splitKey(tableLine[2] ?? "");
			if (tableLine[1] === "[") {
				const item = itemsOfTable.get(pathKey(name)) ?? 0;
				itemsOfTable.set(pathKey(name), item + 1);
				table = [...name, item];
				if (item === 0) places.set(pathKey(name), { offset, value: "" });
			} else {
				table = name;
			}
			places.set(pathKey(table), { offset, value: "" });
		} else if (keyLine !== null) {
			const path = [...table, ...splitKey(keyLine[2] ?? "")];
			places.set(pathKey(path), {
				offset: offset + (keyLine[1]?.length ?? 0),
				value: keyLine[3] ?? "",
			});
		}
		offset += line.length + 1;
	}
	return places;
}

function splitKey(dotted: string): string[] {
	return [...dotted.matchAll(new RegExp(keyText, "g"))].map(([part]) =>
		/^["']/.test(part) ? part.slice(1, -1) : part,
	);
}
