import type { Fault } from "../faults/fault.ts";
import { parseSiteSettings } from "../settings/parse-settings.ts";
import type { SiteValues } from "../settings/schema.ts";
import type { Finding } from "./report.ts";
import { isTable } from "./unreadable.ts";

/** Settings as a file would hold them. */
export type SettingsData = Record<string, unknown>;

/** Puts findings together as a settings file would have them; of `defaults`, the weightiest last, where it counts. */
export function assembleSettings(findings: readonly Finding[]): SettingsData {
	const data: SettingsData = {};
	for (const { setting, value } of findings) addValue(data, setting, value);
	if (isTable(data.defaults))
		data.defaults = Object.fromEntries(Object.entries(data.defaults).reverse());
	return data;
}

function addValue(
	data: SettingsData,
	[key = "", ...rest]: readonly string[],
	value: unknown,
): void {
	const known = Object.hasOwn(data, key) ? data[key] : undefined;
	if (rest.length > 0) {
		const table: SettingsData = isTable(known) ? known : {};
		data[key] = table;
		addValue(table, rest, value);
		return;
	}
	data[key] = Array.isArray(known) && Array.isArray(value) ? [...known, ...value] : value;
}

/** Checks findings as the settings of a file are; faulty ones are left out, each with its fault. */
export function buildValues(findings: readonly Finding[]): {
	readonly values: SiteValues;
	readonly faults: readonly Fault[];
} {
	return parseSiteSettings(
		{
			data: assembleSettings(findings),
			locate: (path) => findPlace(findings, path.map(String)),
		},
		"strict",
	);
}

function findPlace(findings: readonly Finding[], path: readonly string[]): Finding["place"] {
	const nearest = findings.toSorted(
		(a, b) => countShared(b.setting, path) - countShared(a.setting, path),
	)[0];
	return nearest?.place ?? { file: "", line: 1, column: 1 };
}

function countShared(a: readonly string[], b: readonly string[]): number {
	const end = a.findIndex((step, index) => step !== b[index]);
	return end < 0 ? a.length : end;
}
