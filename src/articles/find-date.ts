import { buildFault, type Fault } from "../faults/fault.ts";
import { parseInstant } from "./date.ts";
import type { Dialect } from "./dialects/dialect.ts";
import type { ArticleFields } from "./fields/parse-fields.ts";
import type { ParseContext } from "./parse-context.ts";
import type { ArticleText } from "./split-article.ts";

/** When an article was published, and what says so. */
export interface Dating {
	readonly published: Date;
	readonly source: "text" | "path" | "nothing";
	/** The zone that the date itself names, in minutes east of UTC. */
	readonly offsetInMinutes?: number;
}

interface Parts {
	readonly text: ArticleText;
	readonly fields: ArticleFields;
	readonly dialect: Dialect;
	readonly context: ParseContext;
}

/** The date of an article that has none, and is kept all the same: Go's zero time, which Hugo's feeds give. */
const undated = new Date("0001-01-01T00:00:00Z");

/**
 * The date of an article: the front matter's, else that of an archive's first line, the path's, or the time of
 * publishing. Without any the dialect decides: a fault DATE_MISSING or NOT_AN_ARTICLE and undefined, or the first of all
 * days with the warning DATE_UNKNOWN. DATE_INVALID for a path with a day that no calendar has.
 */
export function findDate(path: string, parts: Parts, faults: Fault[]): Dating | undefined {
	const { text, fields, dialect } = parts;
	if (fields.date !== undefined) {
		const { instant, offsetInMinutes } = fields.date;
		return {
			published: instant,
			source: "text",
			...(offsetInMinutes !== undefined && { offsetInMinutes }),
		};
	}
	const start = text.frontMatter.locate([]);
	const written = text.date ?? dialect.dateOf(path);
	const parsed =
		written === undefined
			? undefined
			: parseInstant(written, text.settings.timezone, dialect.dateHabits);
	if (parsed !== undefined && "instant" in parsed)
		return { published: parsed.instant, source: text.date === undefined ? "path" : "text" };
	if (fields.publish !== undefined) return { published: fields.publish, source: "text" };
	if (faults.some(({ code }) => code === "DATE_INVALID")) return undefined;
	if (parsed !== undefined) {
		const message = `The path has the date \`${written}\`: ${parsed.reason}.`;
		faults.push(buildFault("DATE_INVALID", start, message));
		return undefined;
	}
	if (fields.hiddenBy !== undefined) return { published: undated, source: "nothing" };
	return acceptUndated(parts, faults);
}

function acceptUndated({ text, dialect }: Parts, faults: Fault[]): Dating | undefined {
	const start = text.frontMatter.locate([]);
	if (dialect.undated === "keep") {
		const message = `This file has no date, and ${dialect.name} has it in its feed all the same.`;
		faults.push(buildFault("DATE_UNKNOWN", start, message));
		return { published: undated, source: "nothing" };
	}
	const message = "The article says no date, and its file's name has none.";
	faults.push(
		dialect.undated === "omit"
			? buildFault("NOT_AN_ARTICLE", start, "This file has no date, so it is a page.")
			: buildFault("DATE_MISSING", start, message),
	);
	return undefined;
}

/** The zone in which the dialect writes the date's parts: IANA, or `+01:00`. */
export function findZone(dating: Dating, timezone: string, { permalinkZone }: Dialect): string {
	if (permalinkZone === "UTC") return "UTC";
	if (permalinkZone === "settings" || dating.offsetInMinutes === undefined) return timezone;
	const minutes = Math.abs(dating.offsetInMinutes);
	const digits = (value: number) => String(value).padStart(2, "0");
	const sign = dating.offsetInMinutes < 0 ? "-" : "+";
	return `${sign}${digits(Math.floor(minutes / 60))}:${digits(minutes % 60)}`;
}
