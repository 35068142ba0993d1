import { stringify } from "yaml";
import type { SiteValues } from "../settings/schema.ts";
import type { Finding } from "./report.ts";

/** What a settings file is made of. */
export interface SettingsSource {
	readonly values: SiteValues;
	/** What some of the values come from. */
	readonly findings: readonly Finding[];
	/** Settings that nobody knows, with an example of each; they stand in the file as comments. */
	readonly unknown: readonly (readonly [setting: string, example: string])[];
	/** A finding's source for people: `hugo.toml:3:1 baseURL`. */
	sourceOf(finding: Finding): string;
}

/** What people look for first. */
const firstKeys = ["dialect", "title", "description", "url", "language", "timezone", "authors"];

/** A settings file (YAML) with the source of each value above it, ready to keep and to edit. */
export function renderSettings({ values, findings, unknown, sourceOf }: SettingsSource): string {
	const placeOf = (key: string) =>
		firstKeys.includes(key) ? firstKeys.indexOf(key) : firstKeys.length;
	const entries = Object.entries(values).sort(([a], [b]) => placeOf(a) - placeOf(b));
	const known = entries.flatMap(([key, value]) => {
		const sources = findings.filter(({ setting }) => setting[0] === key).map(sourceOf);
		const comments = [...new Set(sources)].map((source) => `# ${oneLine(source)}`);
		return [...comments, stringify({ [key]: value }, { lineWidth: 0 }).trimEnd(), ""];
	});
	const missing = unknown.map(([key, example]) =>
		stringify({ [key]: example }, { lineWidth: 0 })
			.replace(/^/, "# ")
			.trimEnd(),
	);
	const hint = missing.length > 0 ? ["# Not known:", ...missing, ""] : [];
	return ["# Settings for Broadsheet, made by `broadsheet init`.", "", ...known, ...hint].join(
		"\n",
	);
}

function oneLine(text: string): string {
	return text.replaceAll(/\s+/g, " ");
}
