const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const time = String.raw`(?<hour>\d\d):(?<minute>\d\d):(?<second>\d\d)`;
const month = `(?<month>${months.join("|")})`;

/** `Sun, 06 Nov 1994 08:49:37 GMT` */
const imfFixdate = new RegExp(
	String.raw`^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (?<day>\d\d) ${month} (?<year>\d{4}) ${time} GMT$`,
);
/** `Sunday, 06-Nov-94 08:49:37 GMT` */
const rfc850 = new RegExp(
	String.raw`^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, (?<day>\d\d)-${month}-(?<year>\d\d) ${time} GMT$`,
);
/** `Sun Nov  6 08:49:37 1994` */
const asctime = new RegExp(
	String.raw`^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) ${month} (?<day>[ \d]\d) ${time} (?<year>\d{4})$`,
);

/**
 * The instant that an HTTP-date names, in any of its three forms, or undefined where the text is none of them
 * or no calendar has the day. The name of the weekday is not compared with the date.
 * A two-digit year that would lie more than 50 years after `now` is the past one. RFC 9110 §5.6.7; requirements 10, 11.
 */
export function parseHttpDate(text: string, now: Date): Date | undefined {
	// No form is longer than `Wednesday, 06-Nov-94 08:49:37 GMT`.
	if (text.length > 33) return undefined;
	const parts = (imfFixdate.exec(text) ?? rfc850.exec(text) ?? asctime.exec(text))?.groups;
	if (parts === undefined) return undefined;
	const { day = "", month: name = "", year = "", hour = "", minute = "", second = "" } = parts;
	// A leap second is in the grammar; it reads as the second after it.
	if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 60) return undefined;
	const monthIndex = months.indexOf(name);
	const instantIn = (fullYear: number): Date => {
		const instant = new Date(0);
		instant.setUTCFullYear(fullYear, monthIndex, Number(day));
		instant.setUTCHours(Number(hour), Number(minute), Number(second));
		return instant;
	};
	const exists = (fullYear: number): boolean => {
		const midnight = new Date(0);
		midnight.setUTCFullYear(fullYear, monthIndex, Number(day));
		return midnight.getUTCMonth() === monthIndex && midnight.getUTCDate() === Number(day);
	};
	const fullYear = year.length === 2 ? fullYearOf(Number(year), instantIn, now) : Number(year);
	return exists(fullYear) ? instantIn(fullYear) : undefined;
}

/** The latest year with these two last digits whose instant is at most 50 years after `now`. */
function fullYearOf(twoDigits: number, instantIn: (year: number) => Date, now: Date): number {
	const limit = new Date(now);
	limit.setUTCFullYear(now.getUTCFullYear() + 50);
	const century = limit.getUTCFullYear() - (limit.getUTCFullYear() % 100);
	const year = century + twoDigits;
	return instantIn(year) > limit ? year - 100 : year;
}

/** An instant as IMF-fixdate, the only form to send: `Sun, 06 Nov 1994 08:49:37 GMT`. RFC 9110 §5.6.7; requirement 12. */
export function renderHttpDate(instant: Date): string {
	return instant.toUTCString();
}
