import { isMapping } from "../articles/front-matter/parsed-source.ts";

/** Stands for a value that cannot be known without running a program, or that has no meaning here. */
export class Unreadable {
	/** Why, as a phrase: `a call of a function`. */
	readonly reason: string;

	constructor(reason: string) {
		this.reason = reason;
	}
}

/** Whether a value is neither given up nor absent. */
export function isReadable(value: unknown): boolean {
	return value !== undefined && value !== null && !(value instanceof Unreadable);
}

/** Whether a value is a mapping whose keys can be read. */
export function isTable(value: unknown): value is Readonly<Record<string, unknown>> {
	return isMapping(value) && !(value instanceof Unreadable);
}
