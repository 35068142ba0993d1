/**
 * Cells of a stored row, each of the type that it must have; every function throws a TypeError where it has not. (A
 * schema library would add its time to each of 100,000 rows at every start.)
 */

import { shareTexts } from "../text/share-alike.ts";

/** A string. */
export function text(value: unknown): string {
	if (typeof value === "string") return value;
	throw new TypeError("A cell is no text.");
}

/** A finite number. */
export function number(value: unknown): number {
	if (typeof value === "number" && Number.isFinite(value)) return value;
	throw new TypeError("A cell is no number.");
}

/** An array. */
export function list(value: unknown): readonly unknown[] {
	if (Array.isArray(value)) return value;
	throw new TypeError("A cell is no list.");
}

/** An object with its fields. */
export function fields(value: unknown): Readonly<Record<string, unknown>> {
	if (isObject(value)) return value;
	throw new TypeError("A cell is no object.");
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === "object" && value !== null;
}

/** An array of strings. */
export function texts(value: unknown): readonly string[] {
	return shareTexts(list(value).map(text));
}

/** An instant, from milliseconds since 1970. */
export function date(value: unknown): Date {
	return new Date(number(value));
}

/** JSON holds null for what an array leaves out. */
export function optionalText(value: unknown): string | undefined {
	return value === undefined || value === null ? undefined : text(value);
}

/** Likewise. */
export function optionalNumber(value: unknown): number | undefined {
	return value === undefined || value === null ? undefined : number(value);
}
