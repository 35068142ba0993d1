import type { Place } from "../faults/fault.ts";
import type { Found } from "./config-text.ts";
import { isTable, Unreadable } from "./unreadable.ts";

/** A path of settings keys: `["sections", "posts", "permalink"]`. */
export type SettingPath = readonly string[];

/** A setting that a site's own configuration gives. */
export interface Finding {
	readonly setting: SettingPath;
	readonly value: unknown;
	/** `file` counts from the site's root. */
	readonly place: Place;
	/** The key (or keys) of the configuration: `baseURL`. */
	readonly key: string;
}

/** Something in a site's own configuration that could not be known, or that no setting can say. */
export interface Unread {
	/** The setting that it would have given, if it is for one. */
	readonly setting?: string;
	readonly key: string;
	/** `file` counts from the site's root. */
	readonly place: Place;
	/** A phrase. */
	readonly reason: string;
}

/** Gathers what a site's configuration gives. What is said first stays; what is added comes to it. */
export interface Report {
	/**
	 * Says a setting. `convert` turns the generator's value into the setting's: undefined says nothing, `Unreadable`
	 * says why it cannot.
	 */
	say(
		setting: string | SettingPath,
		found: Found | undefined,
		convert?: (value: unknown) => unknown,
	): void;
	/** Adds to a setting that is a list; items that are `Unreadable` are told one by one. */
	add(
		setting: string,
		found: Found | undefined,
		convert: (value: unknown) => readonly (string | Unreadable)[],
	): void;
	/** Whether a setting was said. */
	has(setting: string): boolean;
	/** Tells of a value that no setting can express. */
	cannot(found: Found | undefined, reason: string): void;
	readonly findings: readonly Finding[];
	readonly unread: readonly Unread[];
}

/** An empty report. */
export function createReport(): Report {
	const findings = new Map<string, Finding>();
	const unread: Unread[] = [];
	return {
		say(setting, found, convert = (value) => value) {
			const path = typeof setting === "string" ? [setting] : setting;
			const name = path.join(".");
			if (found === undefined || findings.has(name)) return;
			const { place, key } = found;
			const value = found.value instanceof Unreadable ? found.value : convert(found.value);
			if (value instanceof Unreadable)
				unread.push({ setting: name, place, key, reason: value.reason });
			else if (saysSomething(value)) findings.set(name, { setting: path, value, place, key });
		},
		add(setting, found, convert) {
			if (found === undefined) return;
			const { place, key } = found;
			const items = found.value instanceof Unreadable ? [found.value] : convert(found.value);
			for (const item of items)
				if (item instanceof Unreadable) unread.push({ place, key, reason: item.reason });
			const value = items.filter((item) => typeof item === "string");
			if (value.length > 0)
				findings.set(`${setting} ${findings.size}`, { setting: [setting], value, place, key });
		},
		has: (setting) => findings.has(setting),
		cannot(found, reason) {
			if (found) unread.push({ place: found.place, key: found.key, reason });
		},
		get findings() {
			return [...findings.values()];
		},
		get unread() {
			return unread.filter(({ setting }) => setting === undefined || !findings.has(setting));
		},
	};
}

function saysSomething(value: unknown): boolean {
	if (value === undefined || value === null) return false;
	if (typeof value === "string") return /\S/.test(value);
	if (Array.isArray(value)) return value.length > 0;
	return !isTable(value) || Object.keys(value).length > 0;
}
