import { TZDate } from "@date-fns/tz";
import { getDayOfYear } from "date-fns/getDayOfYear";
import { getISODay } from "date-fns/getISODay";
import { getISOWeek } from "date-fns/getISOWeek";
import { getISOWeekYear } from "date-fns/getISOWeekYear";
import { monthNames } from "../date/month.ts";
import { showWallClock } from "../date/wall-clock.ts";

/** Words that the fields of a clock give, which are the fields of UTC here. */
const clockWords = {
	year: (clock) => padded(yearOf(clock), 4),
	short_year: (clock) => padded(yearOf(clock) % 100, 2),
	month: (clock) => padded(clock.getUTCMonth() + 1, 2),
	i_month: (clock) => String(clock.getUTCMonth() + 1),
	short_month: (clock) => monthName(clock).slice(0, 3),
	long_month: monthName,
	day: (clock) => padded(clock.getUTCDate(), 2),
	i_day: (clock) => String(clock.getUTCDate()),
	short_day: (clock) => weekdayName(clock).slice(0, 3),
	long_day: weekdayName,
	monthname: monthName,
	weekdayname: weekdayName,
	hour: (clock) => padded(clock.getUTCHours(), 2),
	minute: (clock) => padded(clock.getUTCMinutes(), 2),
	second: (clock) => padded(clock.getUTCSeconds(), 2),
} as const satisfies Record<string, (clock: Date) => string>;

/** Words that take a calendar: dates that show the time of their zone as local. */
const calendarWords = {
	y_day: (date) => padded(getDayOfYear(date), 3),
	yearday: (date) => String(getDayOfYear(date)),
	w_year: (date) => padded(getISOWeekYear(date), 4),
	week: (date) => padded(getISOWeek(date), 2),
	w_day: (date) => String(getISODay(date)),
} as const satisfies Record<string, (date: TZDate) => string>;

/** What a pattern's date words stand for at an instant in a zone (IANA, or `+01:00`): `:month` is `03`, `:i_month` is `3`. */
export function buildDateWord(word: string, instant: Date, zone: string): string | undefined {
	if (isWordOf(clockWords, word)) return clockWords[word](showWallClock(instant, zone));
	if (isWordOf(calendarWords, word))
		return calendarWords[word](new TZDate(instant.getTime(), zone));
	return undefined;
}

function isWordOf<Words extends object>(
	words: Words,
	word: string | keyof Words,
): word is keyof Words {
	return Object.hasOwn(words, word);
}

function padded(value: number, digits: number): string {
	return String(value).padStart(digits, "0");
}

/** The year before 1 is 1 BC: west of Greenwich, the first of all days is in it. */
function yearOf(clock: Date): number {
	const year = clock.getUTCFullYear();
	return year > 0 ? year : 1 - year;
}

function monthName(clock: Date): string {
	return monthNames[clock.getUTCMonth()] ?? "";
}

const weekdayNames = [
	"Sunday",
	"Monday",
	"Tuesday",
	"Wednesday",
	"Thursday",
	"Friday",
	"Saturday",
] as const;

function weekdayName(clock: Date): string {
	return weekdayNames[clock.getUTCDay()] ?? "";
}
