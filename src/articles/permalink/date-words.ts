import { TZDate } from "@date-fns/tz";
import { format } from "date-fns/format";

/** The words of a date in patterns of addresses, with date-fns' tokens. */
const dateTokens = {
	year: "yyyy",
	short_year: "yy",
	month: "MM",
	i_month: "M",
	short_month: "MMM",
	long_month: "MMMM",
	day: "dd",
	i_day: "d",
	y_day: "DDD",
	w_year: "RRRR",
	week: "II",
	w_day: "i",
	short_day: "EEE",
	long_day: "EEEE",
	monthname: "MMMM",
	weekdayname: "EEEE",
	yearday: "D",
	hour: "HH",
	minute: "mm",
	second: "ss",
} as const;

/** What a pattern's date words stand for at an instant in a zone (IANA, or `+01:00`): `:month` is `03`, `:i_month` is `3`. */
export function buildDateWord(word: string, instant: Date, zone: string): string | undefined {
	if (!isDateWord(word)) return undefined;
	const options = { useAdditionalDayOfYearTokens: true } as const;
	return format(new TZDate(instant.getTime(), zone), dateTokens[word], options);
}

function isDateWord(word: string): word is keyof typeof dateTokens {
	return Object.hasOwn(dateTokens, word);
}
