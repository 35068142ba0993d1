import { distance } from "fastest-levenshtein";
import type { z } from "zod";
import { buildFault, type Fault, type Place } from "../faults/fault.ts";
import { type SectionValues, type SiteValues, sectionSchema, siteSchema } from "./schema.ts";

/** A map of settings as some file holds it, and where in the file each key stands. */
export interface SettingsText {
	readonly data: Readonly<Record<string, unknown>>;
	locate(path: readonly (string | number)[]): Place;
}

/** `strict`: a key that is no setting is an error. `foreign`: the file is another generator's, so it is ignored. */
export type UnknownKeys = "strict" | "foreign";

export interface ParsedSettings<Values> {
	readonly values: Values;
	readonly faults: readonly Fault[];
}

/** The site's settings in one file; every fault at once, by name and place (SETTING_UNKNOWN, SETTING_INVALID). */
export function parseSiteSettings(
	text: SettingsText,
	unknownKeys: UnknownKeys,
): ParsedSettings<SiteValues> {
	const site = parseKeys(siteSchema, text, unknownKeys);
	if (unknownKeys === "foreign") return site;
	const unknown = Object.entries(mapOf(text.data.sections)).flatMap(([path, section]) =>
		Object.keys(mapOf(section))
			.filter((key) => !Object.hasOwn(sectionSchema.shape, key))
			.map((key) => unknownSetting(["sections", path, key], sectionSchema, text)),
	);
	return { values: site.values, faults: [...site.faults, ...unknown] };
}

/** One section's settings; a key that only the site can have is told as such. */
export function parseSectionSettings(
	text: SettingsText,
	unknownKeys: UnknownKeys,
): ParsedSettings<SectionValues> {
	return parseKeys(sectionSchema, text, unknownKeys);
}

function parseKeys<S extends z.ZodObject>(
	schema: S,
	text: SettingsText,
	unknownKeys: UnknownKeys,
): ParsedSettings<z.output<S>> {
	// `image:` with nothing behind it says nothing.
	const given = Object.entries(text.data).filter(([, value]) => value !== null);
	const isKnown = (key: string) => Object.hasOwn(schema.shape, key);
	const known = given.filter(([key]) => isKnown(key));
	const parsed = schema.safeParse(Object.fromEntries(known));
	const issues = parsed.error?.issues ?? [];
	const faultyKeys = new Set(issues.map((issue) => issue.path[0]));
	const values = schema.parse(Object.fromEntries(known.filter(([key]) => !faultyKeys.has(key))));
	if (unknownKeys === "foreign") return { values, faults: [] };
	const unknown = given.filter(([key]) => !isKnown(key));
	return {
		values,
		faults: [
			...unknown.map(([key]) => unknownSetting([key], schema, text)),
			...issues.map((issue) => invalidSetting(issue, text)),
		],
	};
}

function invalidSetting(issue: z.core.$ZodIssue, text: SettingsText): Fault {
	const path = issue.path.filter((step) => typeof step !== "symbol");
	const message = `The setting \`${path.join(".")}\` must be ${issue.message}.`;
	return buildFault("SETTING_INVALID", text.locate(path), message);
}

function unknownSetting(path: readonly string[], schema: z.ZodObject, text: SettingsText): Fault {
	const key = path.at(-1) ?? "";
	return buildFault("SETTING_UNKNOWN", text.locate(path), describeUnknown(key, schema));
}

function mapOf(value: unknown): object {
	return typeof value === "object" && value !== null ? value : {};
}

function describeUnknown(key: string, schema: z.ZodObject): string {
	if (Object.hasOwn(siteSchema.shape, key))
		return `\`${key}\` is a setting of the whole site, so it cannot stand in a section.`;
	const nearest =
		Object.keys(schema.shape).sort((a, b) => distance(a, key) - distance(b, key))[0] ?? "";
	const isClose = distance(nearest.toLowerCase(), key.toLowerCase()) <= Math.max(2, key.length / 3);
	return `There is no setting \`${key}\`.${isClose ? ` Did you mean \`${nearest}\`?` : ""}`;
}
