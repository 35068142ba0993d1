import { parse, TomlDate, TomlError } from "smol-toml";
import { isMapping, type KeyPath, type ParsedSource, pathKey } from "./parsed-source.ts";
import { offsetOf } from "./text-place.ts";
import { indexToml, type TomlPlaces } from "./toml-places.ts";

/** Parses TOML 1.0. Dates come as strings, as written: the parser moves 2017-02-29 to March. Never throws. */
export function parseToml(source: string): ParsedSource {
	let places: TomlPlaces | undefined;
	const getPlaces = (): TomlPlaces => {
		places ??= indexToml(source);
		return places;
	};
	const offsetOfKey: ParsedSource["offsetOfKey"] = (path) => getPlaces().get(pathKey(path))?.offset;
	try {
		const data = writeDates(parse(source), [], getPlaces);
		return { data: isMapping(data) ? data : undefined, problems: [], offsetOfKey };
	} catch (error) {
		const offset = error instanceof TomlError ? offsetOf(source, error.line, error.column) : 0;
		const reason = error instanceof Error ? explainReason(error.message) : "unreadable";
		const code = reason === "invalid date" ? "DATE_INVALID" : "FRONT_MATTER_SYNTAX";
		const message = `This is not TOML: ${reason}.`;
		return { data: undefined, problems: [{ code, offset, message }], offsetOfKey };
	}
}

function explainReason(message: string): string {
	return (message.split("\n")[0] ?? "").replace("Invalid TOML document: ", "");
}

function writeDates(value: unknown, path: KeyPath, getPlaces: () => TomlPlaces): unknown {
	if (value instanceof TomlDate) {
		const written = getPlaces().get(pathKey(path))?.value ?? "";
		return /^\d{4}-\d\d-\d\d[^#,\]}]*/.exec(written)?.[0].trim() ?? value.toISOString();
	}
	if (Array.isArray(value)) {
		return value.map((item, index) => writeDates(item, [...path, index], getPlaces));
	}
	if (!isMapping(value)) return value;
	const entries = Object.entries(value);
	return Object.fromEntries(
		entries.map(([key, item]) => [key, writeDates(item, [...path, key], getPlaces)]),
	);
}
