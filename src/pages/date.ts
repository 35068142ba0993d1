import { format } from "date-fns/format";
import { showWallClock } from "../articles/date/wall-clock.ts";
import { createOnce } from "../text/once.ts";
import { rememberAnswers } from "../text/remember-answers.ts";
import { type Html, html } from "./html.ts";
import type { Interface } from "./interface-language.ts";

/** A day as people write it in the interface's language, as seen in an IANA zone: `14 March 2026`. */
export function formatDay(instant: Date, timezone: string, { words }: Interface): string {
	return writersOf(words)(timezone)(instant.getTime());
}

/** One article stands in many lists, and a zone's calendar is asked slowly: days are written once. */
const writersOf = createOnce((words: Interface["words"]) =>
	rememberAnswers((timezone: string) =>
		rememberAnswers((time: number) => {
			const shown = showWallClock(new Date(time), timezone);
			// The machine's own noon of that day: a pattern of day, month and year says the same in every zone.
			const noon = new Date(2000, 0, 1, 12);
			noon.setFullYear(shown.getUTCFullYear(), shown.getUTCMonth(), shown.getUTCDate());
			return format(noon, words.datePattern, { locale: words.locale });
		}),
	),
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
