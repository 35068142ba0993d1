import { tzOffset } from "@date-fns/tz";
import { rememberAnswers } from "../../text/remember-answers.ts";

const msPerDay = 86_400_000;

/** An instant as the clocks of a zone (IANA, or `+01:00`) show it: a date whose fields of UTC are theirs. */
export function showWallClock(instant: Date, zone: string): Date {
	if (zone === "UTC") return instant;
	const day = Math.floor(instant.getTime() / msPerDay);
	const offset = steadyOffset(zone, day, day) ?? tzOffset(zone, instant);
	return new Date(instant.getTime() + Math.round(offset * 60) * 1000);
}

/**
 * The instant at which the clocks of a zone (IANA) show what the fields of UTC of `shown` are. What they skip (spring)
 * moves forward by what was skipped; what they show twice (autumn) is the second time east of Greenwich, else the first.
 * date-fns' `TZDate` answers the same where the machine's own zone is UTC, and errs at the changes of others.
 */
export function readWallClock(shown: Date, zone: string): Date {
	if (zone === "UTC") return shown;
	const day = Math.floor(shown.getTime() / msPerDay);
	const steady = steadyOffset(zone, day - 1, day + 1);
	if (steady !== undefined) return moveBack(shown, steady);
	const guess = tzOffset(zone, shown);
	const offset = tzOffset(zone, moveBack(shown, guess));
	if (offset === guess) return moveBack(shown, guess);
	const isShown = tzOffset(zone, moveBack(shown, offset)) === offset;
	return moveBack(shown, isShown ? offset : Math.min(guess, offset));
}

function moveBack(shown: Date, offsetInMinutes: number): Date {
	return new Date(shown.getTime() - Math.round(offsetInMinutes * 60) * 1000);
}

/**
 * The offset that a zone keeps from the first of these days of UTC (counted from 1970) to the last, in minutes; undefined
 * where it changes. No zone has ever changed its offset and taken it back on one day.
 */
function steadyOffset(zone: string, first: number, last: number): number | undefined {
	const offsetAt = offsetsOf(zone);
	const offset = offsetAt(first);
	for (let day = first + 1; day <= last + 1; day++) if (offsetAt(day) !== offset) return undefined;
	return offset;
}

/** The offset of a zone at the beginning of a day: asking costs far more than remembering. */
const offsetsOf = rememberAnswers(
	(zone: string) =>
		rememberAnswers((day: number) => tzOffset(zone, new Date(day * msPerDay)), 20_000),
	100,
);
