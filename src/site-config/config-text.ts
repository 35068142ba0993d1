import type { Place } from "../faults/fault.ts";
import type { Unreadable } from "./unreadable.ts";

/** What a configuration file says, as data. Nothing of it was executed. */
export interface ConfigText {
	/** Path from the site's root, with `/`. */
	readonly file: string;
	/** Values that only running the file would give are `Unreadable`. */
	readonly data: Readonly<Record<string, unknown>>;
	/** Why the file cannot be read at all, and where. */
	readonly problem?: Unreadable & { readonly place: Place };
	/** Where a key stands, else its nearest known ancestor, else the file's beginning. */
	locate(path: readonly (string | number)[]): Place;
}

/** A value of a configuration file, and where it stands. */
export interface Found {
	readonly value: unknown;
	readonly place: Place;
	/** The key as the generator's people know it: `services.rss.limit`. */
	readonly key: string;
}
