import { monthNames, parseMonth } from "./month.ts";
import { parseOffset } from "./offset.ts";

/** A date as a calendar and a clock show it, checked: every part is one that they have. */
export interface DateParts {
	readonly year: number;
	/** From 1. */
	readonly month: number;
	readonly day: number;
	readonly time?: TimeParts;
	/** Minutes east of UTC; absent where the text names no zone. */
	readonly offsetInMinutes?: number;
}

export interface TimeParts {
	readonly hour: number;
	readonly minute: number;
	readonly second: number;
	readonly millisecond: number;
}

/** What generators' parsers of dates do where a careful one refuses. */
export interface DateHabits {
	/** `roll`: 2017-02-29 is the first of March. */
	readonly overflow: "refuse" | "roll";
	/** What the first number of `05/06/2026` is. */
	readonly order: "unclear" | "month first" | "day first";
}

/** Only what cannot be mistaken. */
export const strictHabits: DateHabits = { overflow: "refuse", order: "unclear" };

/** Why a text is no date: a phrase that follows a colon. */
export interface NotADate {
	readonly reason: string;
}

interface DayForm {
	readonly pattern: RegExp;
	read(match: RegExpExecArray, habits: DateHabits): Day | NotADate;
}

interface Day {
	readonly year: number;
	readonly month: number;
	readonly day: number;
}

const weekday = String.raw`(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,? )?`;

const dayForms: readonly DayForm[] = [
	{
		pattern: /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/,
		read: ([, year, , month, day]) => ({
			year: Number(year),
			month: Number(month),
			day: Number(day),
		}),
	},
	{
		pattern: new RegExp(
			String.raw`^${weekday}(\d{1,2})(?:st|nd|rd|th|\.)?[ -]([a-z]+)\.?,?[ -](\d{4})(?!\d)`,
			"i",
		),
		read: ([, day, month, year]) => readNamedMonth(year, month, day),
	},
	{
		pattern: new RegExp(
			String.raw`^${weekday}([a-z]+)\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})(?!\d)`,
			"i",
		),
		read: ([, month, day, year]) => readNamedMonth(year, month, day),
	},
	{
		pattern: /^(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)/,
		read: ([, day, month, year]) => ({
			year: Number(year),
			month: Number(month),
			day: Number(day),
		}),
	},
	{
		pattern: /^(\d{1,2})([/-])(\d{1,2})\2(\d{4})(?!\d)/,
		read: ([, first, , second, year], { order }) =>
			readUnordered(Number(year), Number(first), Number(second), order),
	},
];

const clock =
	/^(?:t|,? (?:at )?)(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,](\d+))?)?(?: ?([ap])\.?m\.?)?(?![\da-z]*:)/i;

/**
 * Parses a date as people and generators write it: ISO 8601 and RFC 3339 with their usual deviations
 * (`2026/3/4 9:30 -4`), RFC 2822, and English month names. `05/25/2014` is read where only one order is possible.
 */
export function parseDateParts(text: string, habits: DateHabits): DateParts | NotADate {
	for (const { pattern, read } of dayForms) {
		const match = pattern.exec(text);
		if (match === null) continue;
		const day = read(match, habits);
		if ("reason" in day) return day;
		return checkDay(day, habits) ?? readRest(day, text.slice(match[0].length));
	}
	if (/^\d+$/.test(text)) return { reason: "a number alone is not a date" };
	return { reason: "this is not a form of date that Broadsheet knows" };
}

function readRest(day: Day, text: string): DateParts | NotADate {
	const match = clock.exec(text);
	if (match === null) {
		const offset = readOffset(text, / ?(z|utc|gmt|[+-]\d\d:\d\d)/iy);
		return "reason" in offset ? offset : { ...day, ...offset };
	}
	const [whole, hour, minute, second, fraction, half] = match;
	const time = {
		hour: half === undefined ? Number(hour) : readHalfDay(Number(hour), half),
		minute: Number(minute),
		second: Number(second ?? 0),
		millisecond: Number((fraction ?? "").slice(0, 3).padEnd(3, "0")),
	};
	const fault = checkTime(time);
	if (fault !== undefined) return fault;
	// Some repeat the year behind the time: `2023-01-29 18:30:22 2023 -0800`.
	const rest = text.slice(whole.length);
	const isRepeated = `${rest} `.startsWith(` ${day.year} `);
	const offset = readOffset(isRepeated ? rest.slice(5) : rest, / ?(\S+)/y);
	return "reason" in offset ? offset : { ...day, time, ...offset };
}

function readOffset(
	text: string,
	pattern: RegExp,
): { readonly offsetInMinutes?: number } | NotADate {
	const bare = leaveZoneName(text);
	if (bare === "") return {};
	const written = pattern.exec(bare);
	if (written === null || written[0] !== bare) return { reason: `\`${bare.trim()}\` follows it` };
	const offsetInMinutes = parseOffset(written[1] ?? "");
	return offsetInMinutes === undefined
		? { reason: `\`${written[1]}\` is not a zone that Broadsheet knows; write it as +01:00` }
		: { offsetInMinutes };
}

/** JavaScript writes the zone's name behind the offset, and so does Go: `-0400 (EDT)`, `-0400 EDT`. */
function leaveZoneName(text: string): string {
	if (!text.includes(" ") && !text.endsWith(")")) return text;
	return text.replace(/ ?\([^()]*\)$/, "").replace(/([+-]\d{4}) [A-Z]{2,5}$/, "$1");
}

function readNamedMonth(
	year: string | undefined,
	name: string | undefined,
	day: string | undefined,
): Day | NotADate {
	const month = parseMonth(name ?? "");
	return month === undefined
		? { reason: `\`${name}\` is not an English month` }
		: { year: Number(year), month, day: Number(day) };
}

/** The order of day and month is a country's habit: read only where it cannot be mistaken. */
function readUnordered(
	year: number,
	first: number,
	second: number,
	order: DateHabits["order"],
): Day | NotADate {
	if (first > 12) return { year, month: second, day: first };
	if (second > 12 || first === second) return { year, month: first, day: second };
	if (order === "month first") return { year, month: first, day: second };
	if (order === "day first") return { year, month: second, day: first };
	return { reason: "nobody can tell which number is the month; write the year first" };
}

/** The hour of a 12-hour clock as a 24-hour clock shows it; NaN for an hour that it does not have. */
function readHalfDay(hour: number, half: string): number {
	if (hour < 1 || hour > 12) return Number.NaN;
	return (hour % 12) + (half.toLowerCase() === "p" ? 12 : 0);
}

function checkDay({ year, month, day }: Day, { overflow }: DateHabits): NotADate | undefined {
	if (year < 1000) return { reason: "years before 1000 cannot be written in a feed" };
	if (month < 1 || month > 12) return { reason: `there is no month ${month}` };
	// The day before the first of the next month, whose number, from 0, is this one's from 1.
	const days = new Date(Date.UTC(year, month, 0)).getUTCDate();
	if (day >= 1 && day <= (overflow === "roll" ? 31 : days)) return undefined;
	return { reason: `${monthNames[month - 1]} ${year} has the days 1 to ${days}` };
}

function checkTime({ hour, minute, second }: TimeParts): NotADate | undefined {
	if (Number.isNaN(hour)) return { reason: "a 12-hour clock shows the hours 1 to 12" };
	if (hour > 23) return { reason: `there is no hour ${hour}` };
	if (minute > 59) return { reason: `there is no minute ${minute}` };
	if (second > 59) return { reason: `there is no second ${second}` };
	return undefined;
}
