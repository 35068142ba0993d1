import { format } from "date-fns/format";
import { showWallClock } from "../articles/date/wall-clock.ts";
import { createOnce } from "../text/once.ts";
import { rememberAnswers } from "../text/remember-answers.ts";
import { type Html, html } from "./html.ts";
import type { Interface } from "./interface-language.ts";

/** A day as people write it in the interface's language, as seen in an IANA zone: `14 March 2026`. */
export function formatDay(instant: Date, timezone: string, { words }: Interface): string {
	const shown = showWallClock(instant, timezone);
	return writerOf(words)(Math.floor(shown.getTime() / dayInMs));
}

const dayInMs = 24 * 60 * 60 * 1000;

/** Many articles are of one day, and stand in many lists: each day, counted from 1970, is written once. */
const writerOf = createOnce((words: Interface["words"]) =>
	rememberAnswers((day: number) => {
		const date = new Date(day * dayInMs);
		// The machine's own noon of that day: a pattern of day, month and year says the same in every zone.
		const noon = new Date(2000, 0, 1, 12);
		noon.setFullYear(date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate());
		return format(noon, words.datePattern, { locale: words.locale });
	}),
);

/** A day for people, with the instant in UTC for machines (HTML, the `time` element). `className` is microformats2's name. */
export function renderDay(
	instant: Date,
	className: "dt-published" | "dt-updated",
	timezone: string,
	speech: Interface,
): Html {
	return html`<time class="${className}" datetime="${instant.toISOString()}"${speech.lang}>${formatDay(instant, timezone, speech)}</time>`;
}
