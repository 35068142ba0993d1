import { buildFault, type Fault } from "../faults/fault.ts";
import { detachText } from "../text/detach-text.ts";
import { parseInstant } from "./date.ts";
import { countLines, normalizeLineEnds, placeAt } from "./front-matter/text-place.ts";

/** The first line of a plain-text archive's file, and the text behind it. */
export interface ArchiveText {
	/** As written; checked. */
	readonly date: string;
	/** The names between the site and the title, from the top: `News`, `Business`. */
	readonly section: readonly string[];
	readonly title: string;
	readonly body: string;
	/** The line of the file, counted from 1, in which `body` begins. */
	readonly bodyFirstLine: number;
}

const firstLine =
	/^\s*date[ \t]+(?:(\d[\d/.-]*(?:[T \t]\d{1,2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?)[ \t]+(?=\S)|(?=[^\n]*[ \t]>[ \t])(\S+)[ \t]+)([^\n]*)(?:\n|$)/;

/**
 * Parses the archive format: `date 2026-03-03 Homepage > News > Business > Title`, then paragraphs. White space may
 * stand before it. A `>` with blanks on both sides parts two crumbs; the first is the site, the last the title.
 * Undefined: the text does not begin so. Fault: DATE_INVALID where the date stands; its zone is `zone`.
 */
export function parseArchiveText(
	text: string,
	file: string,
	zone: string,
): ArchiveText | { readonly fault: Fault } | undefined {
	const whole = normalizeLineEnds(text);
	const match = firstLine.exec(whole);
	if (match === null) return undefined;
	const [line, dateLike, otherWord, trail = ""] = match;
	const date = dateLike ?? otherWord ?? "";
	const parsed = parseInstant(date, zone);
	if ("reason" in parsed) {
		const start = whole.indexOf("date");
		const place = placeAt(whole, whole.indexOf(date, start + "date".length), file);
		const message = `The date of the first line, \`${date}\`, cannot be used: ${parsed.reason}.`;
		return { fault: buildFault("DATE_INVALID", place, message) };
	}
	const crumbs = detachText(trail)
		.split(/[ \t]+>[ \t]+/)
		.map((crumb) => crumb.trim());
	return {
		date,
		section: crumbs.slice(1, -1).filter((crumb) => crumb !== ""),
		title: crumbs.at(-1) ?? "",
		body: whole.slice(line.length),
		bodyFirstLine: countLines(whole.slice(0, line.length)),
	};
}
