import { tz } from "@date-fns/tz";
import { format } from "date-fns/format";
import { type Html, html } from "./html.ts";
import type { Interface } from "./interface-language.ts";

/** A day as people write it in the interface's language, as seen in an IANA zone: `14 March 2026`. */
export function formatDay(instant: Date, timezone: string, { words }: Interface): string {
	return format(instant, words.datePattern, { locale: words.locale, in: tz(timezone) });
}

/** A day for people, with the instant in UTC for machines (HTML, the `time` element). `className` is microformats2's name. */
export function renderDay(
	instant: Date,
	className: "dt-published" | "dt-updated",
	timezone: string,
	speech: Interface,
): Html {
	return html`<time class="${className}" datetime="${instant.toISOString()}"${speech.lang}>${formatDay(instant, timezone, speech)}</time>`;
}
