import { tz } from "@date-fns/tz";
import { format } from "date-fns/format";
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
		rememberAnswers((time: number) =>
			format(new Date(time), words.datePattern, { locale: words.locale, in: tz(timezone) }),
		),
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
