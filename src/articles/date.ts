import {
	type DateHabits,
	type DateParts,
	type NotADate,
	parseDateParts,
	strictHabits,
} from "./date/date-parts.ts";
import { readWallClock } from "./date/wall-clock.ts";

export type { DateHabits } from "./date/date-parts.ts";

/** A moment; `hasTime` is false where the text named a day alone, whose first moment it then is. */
export interface ParsedInstant {
	readonly instant: Date;
	readonly hasTime: boolean;
	/** The zone that the text names, in minutes east of UTC. */
	readonly offsetInMinutes?: number;
}

/**
 * Parses a date of front matter. A text that names no zone is a time in `zone` (IANA), a day alone is its midnight
 * there; a local time that the zone skips (spring) moves forward by what was skipped. Numbers are refused: seconds and
 * milliseconds look alike. `habits` are those of a generator's own parser. Years from 1000 to 9999 (RFC 3339 §1, RFC 5322 §3.3). Refused values say why, in a phrase.
 */
export function parseInstant(
	value: unknown,
	zone: string,
	habits: DateHabits = strictHabits,
): ParsedInstant | NotADate {
	if (value instanceof Date) return checkInstant({ instant: value, hasTime: true });
	if (typeof value !== "string") return { reason: "only a text can be a date" };
	const parts = parseDateParts(tidy(value), habits);
	if ("reason" in parts) return parts;
	return checkInstant({
		instant: buildInstant(parts, zone),
		hasTime: parts.time !== undefined,
		...(parts.offsetInMinutes !== undefined && { offsetInMinutes: parts.offsetInMinutes }),
	});
}

/** The date that a file's name begins with, as written, and what follows it: `2026-03-14-name`, `2026-03-14`. */
export function dateFromFileName(
	name: string,
): { readonly date: string; readonly rest: string } | undefined {
	const match = /^(\d{4}-\d{2}-\d{2})(?:[-_ ]+(.*))?$/s.exec(name);
	return match?.[1] === undefined ? undefined : { date: match[1], rest: match[2] ?? "" };
}

/** Blanks of every kind become one; characters that cannot be seen go; a minus sign becomes a hyphen. */
function tidy(text: string): string {
	if (/^[!-~]+(?: [!-~]+)*$/.test(text)) return text;
	return text
		.replaceAll(/[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g, "")
		.replaceAll("\u2212", "-")
		.replaceAll(/\s+/g, " ")
		.trim();
}

function buildInstant(parts: DateParts, zone: string): Date {
	const { year, month, day, offsetInMinutes } = parts;
	const { hour, minute, second, millisecond } = parts.time ?? midnight;
	const shown = Date.UTC(year, month - 1, day, hour, minute, second, millisecond);
	return offsetInMinutes === undefined
		? readWallClock(new Date(shown), zone)
		: new Date(shown - offsetInMinutes * 60_000);
}

const midnight = { hour: 0, minute: 0, second: 0, millisecond: 0 } as const;

function checkInstant(parsed: ParsedInstant): ParsedInstant | NotADate {
	const year = parsed.instant.getUTCFullYear();
	return year >= 1000 && year <= 9999
		? parsed
		: { reason: "only the years 1000 to 9999 can be written in a feed" };
}
