import type { Place } from "../../faults/fault.ts";
import type { SectionSettings, SiteSettings } from "../../settings/settings.ts";
import type { MediaReference, Person } from "../article.ts";
import { cleanText } from "../clean-text.ts";
import { type ParsedInstant, parseInstant } from "../date.ts";
import type { Dialect } from "../dialects/dialect.ts";
import type { FrontMatter } from "../front-matter.ts";
import { createFieldLookup, type FoundField } from "./field-lookup.ts";
import type { FieldName } from "./field-names.ts";
import { createFieldReport, type FieldReport } from "./field-report.ts";
import { findHiding } from "./find-hiding.ts";
import { readFlag } from "./flag.ts";
import { parseEnclosures, parseImage } from "./parse-media.ts";
import { parsePeople } from "./parse-people.ts";
import { describeValue, readLabel, readLine, readText } from "./values.ts";

/** What an article's front matter says, checked. All text is clean. Undefined: not said, or not usable. */
export interface ArticleFields {
	readonly title: string | undefined;
	readonly date: ParsedInstant | undefined;
	readonly updated: Date | undefined;
	readonly publish: Date | undefined;
	readonly expires: Date | undefined;
	readonly slug: string | undefined;
	readonly permalink: { readonly written: string; readonly place: Place } | undefined;
	readonly summary: string | undefined;
	readonly authors: readonly Person[];
	readonly tags: readonly string[];
	readonly categories: readonly string[];
	readonly image: MediaReference | undefined;
	readonly enclosures: readonly MediaReference[];
	readonly language: string | undefined;
	/** What translations of one article have in common, as their author says. */
	readonly translationKey: string | undefined;
	/** Why it is not to be published: a phrase such as "`draft` is set". */
	readonly hiddenBy: string | undefined;
	/** Old addresses of the article, as written. */
	readonly aliases: readonly string[];
	readonly id: string | undefined;
	/** Faults of every field; an error among them leaves the article out. */
	readonly faults: FieldReport["faults"];
}

export interface FieldsContext {
	readonly path: string;
	readonly site: SiteSettings;
	readonly section: SectionSettings;
	readonly dialect: Dialect;
}

/**
 * Parses the fields of an article under all the names that generators have for them; keys that Broadsheet does not
 * know are the author's own. Faults, all at once: DATE_INVALID and FIELD_INVALID (errors: dates, title, slug,
 * permalink, id, draft), FIELD_IGNORED (warning: anything that an article can be served without).
 */
export function parseFields(frontMatter: FrontMatter, context: FieldsContext): ArticleFields {
	const { site, section, dialect } = context;
	const lookup = createFieldLookup(frontMatter.data, context.path, site, dialect);
	const report = createFieldReport(frontMatter);

	const line = (name: FieldName): string | undefined => parseLine(lookup.find(name), report);
	const date = (name: FieldName): ParsedInstant | undefined =>
		parseDate(lookup.find(name, isDate), section.timezone, dialect, report);
	const labels = (name: FieldName): string[] =>
		parseLabels(
			lookup.find(name, (value) => value !== false),
			dialect.listSeparator,
			report,
		);
	const image = lookup.find("image", isNoFlag);
	const enclosures = lookup.find("enclosures", isNoFlag);
	const authors = lookup.find("authors");

	return {
		title: parseTitle(lookup.find("title"), report),
		date: date("date"),
		updated: date("updated")?.instant,
		publish: date("publish")?.instant,
		expires: date("expires")?.instant,
		slug: line("slug"),
		permalink: parseOwnPermalink(lookup.find("permalink", isNoFlag), report),
		summary: parseSummary(lookup.find("summary", isNoFlag), report),
		image: image && parseImage(image, report),
		language: parseLanguage(lookup.find("language"), report),
		translationKey: line("translationKey"),
		id: line("id"),
		authors: authors === undefined ? [] : parsePeople(authors, site.authorsById, report),
		tags: labels("tags"),
		categories: labels("categories"),
		enclosures: enclosures === undefined ? [] : parseEnclosures(enclosures, report),
		aliases: labels("aliases"),
		hiddenBy: findHiding(lookup, frontMatter.body, report) ?? dialect.hiddenBy(lookup.valueOf),
		faults: report.faults,
	};
}

/** A yes or no where a value belongs says nothing of it: `published: false`, `excerpt: false`, `permalink: true`. */
function isNoFlag(value: unknown): boolean {
	return readFlag(value) === undefined;
}

/** Eleventy's `date: Last Modified` and the like ask for a file's time, which never counts here. */
function isDate(value: unknown): boolean {
	const isFileTime =
		typeof value === "string" && /^(?:git )?(?:last modified|created)$/i.test(value.trim());
	return !isFileTime && isNoFlag(value);
}

/** A title in brackets (`title: [News]`) is a list to YAML. */
function parseTitle(field: FoundField | undefined, report: FieldReport): string | undefined {
	const items = Array.isArray(field?.value) ? field.value.map(readLine) : [undefined];
	return items.includes(undefined) ? parseLine(field, report) : items.join(", ") || undefined;
}

function parseLine(field: FoundField | undefined, report: FieldReport): string | undefined {
	if (field === undefined) return undefined;
	const line = readLine(field.value);
	if (line !== undefined) return line || undefined;
	report.error(field, `it is a text, not ${describeValue(field.value)}`);
	return undefined;
}

function parseDate(
	field: FoundField | undefined,
	zone: string,
	{ dateHabits }: Dialect,
	report: FieldReport,
): ParsedInstant | undefined {
	if (field === undefined) return undefined;
	const parsed = parseInstant(field.value, zone, dateHabits);
	if ("instant" in parsed) return parsed;
	report.error(field, parsed.reason, "DATE_INVALID");
	return undefined;
}

function parseOwnPermalink(
	field: FoundField | undefined,
	report: FieldReport,
): ArticleFields["permalink"] {
	if (field === undefined) return undefined;
	const text = readText(field.value);
	if (text !== undefined) return { written: text.trim(), place: report.locate(field) };
	report.error(field, `it is an address, not ${describeValue(field.value)}`);
	return undefined;
}

function parseSummary(field: FoundField | undefined, report: FieldReport): string | undefined {
	if (field === undefined) return undefined;
	const text = readText(field.value);
	if (text !== undefined) return cleanText(text).trim() || undefined;
	report.warning(field, [], `it is a text, not ${describeValue(field.value)}`);
	return undefined;
}

function parseLabels(
	field: FoundField | undefined,
	separator: RegExp,
	report: FieldReport,
): string[] {
	if (field === undefined) return [];
	const items: readonly unknown[] = Array.isArray(field.value)
		? field.value.flat(2)
		: splitLabels(field, separator);
	const labels = items.flatMap((item, index) => {
		if (item === null) return [];
		const label = readLabel(item);
		if (label !== undefined) return label || [];
		report.warning(field, [index], `it holds names, not ${describeValue(item)}`);
		return [];
	});
	return [...new Set(labels)];
}

/** A key in the singular (`category: open source`) names one, where blanks part several. */
function splitLabels({ key, value }: FoundField, separator: RegExp): readonly unknown[] {
	if (typeof value !== "string") return [value];
	const isOne = separator.test(" ") && /^(?:tag|category)$/i.test(key);
	return isOne ? [value] : value.split(separator);
}

/** BCP 47, in its canonical letters (`en-us` and `en_US` are `en-US`). */
function parseLanguage(field: FoundField | undefined, report: FieldReport): string | undefined {
	if (field === undefined) return undefined;
	try {
		return Intl.getCanonicalLocales(String(field.value).trim().replaceAll("_", "-"))[0];
	} catch {
		report.warning(field, [], "it is not a language tag such as `en` or `pt-BR`");
		return undefined;
	}
}
