import type { Article } from "../articles/article.ts";
import type { Contents } from "../publication/contents.ts";
import { listArticles } from "../sections/list-articles.ts";
import type { SiteValues } from "../settings/schema.ts";
import type { Finding, Unread } from "../site-config/report.ts";

/** Sections that are shown with an article each. */
const mostSections = 12;
/** Characters of a value that are shown. */
const widestValue = 70;

type SourceOf = (finding: Pick<Finding, "place" | "key">) => string;

/** What was found of a site: each setting with its value and its place; what was given on the command line first. */
export function renderFound(
	given: SiteValues,
	findings: readonly Finding[],
	sourceOf: SourceOf,
): string[] {
	const rows = [
		...Object.entries(given).map(([setting, value]) => [setting, renderValue(value), "(given)"]),
		...findings.map((finding) => [
			finding.setting.join("."),
			renderValue(finding.value),
			sourceOf(finding),
		]),
	];
	return rows.length === 0 ? [] : ["", "Found", ...alignRows(rows)];
}

/** What could not be known of a site, and what no setting can say. */
export function renderUnread(
	unknown: readonly (readonly [setting: string, example: string])[],
	unread: readonly Unread[],
	sourceOf: SourceOf,
): string[] {
	const told = new Set(unread.map(({ setting }) => setting));
	const rows = [
		...unread.map((one) => [one.setting ?? "", one.reason, sourceOf(one)]),
		...unknown
			.filter(([setting]) => !told.has(setting))
			.map(([setting, example]) => [
				setting,
				setting === "url" || setting === "title"
					? "nobody names it: write it into site.yaml"
					: `nobody names it: ${example} stands for it`,
				"",
			]),
	];
	return rows.length === 0 ? [] : ["", "Not known", ...alignRows(rows)];
}

/** How many articles would be published, with the newest one of each section; `standIn` is no address, and not shown. */
export function renderArticleSamples(
	{ articles, leftOut }: Contents,
	now: Date,
	standIn: string,
): string[] {
	const { visible } = listArticles(articles, now);
	const sections = new Map<string, Article[]>();
	for (const article of visible) {
		const section = article.section[0]?.slug ?? "(in no section)";
		sections.set(section, [...(sections.get(section) ?? []), article]);
	}
	const shown = [...sections].slice(0, mostSections).flatMap(([section, of]) => {
		const [newest] = of;
		if (!newest) return [];
		const day = newest.published.toISOString().slice(0, 10);
		return [
			`  ${section}: ${of.length}, for example`,
			`    ${day} ${newest.title}`,
			`    ${newest.url.replace(standIn, "")}`,
		];
	});
	const more = sections.size - mostSections;
	return [
		"",
		`Would publish ${visible.length} of ${articles.length} articles; other texts: ${leftOut.length}. \`broadsheet check\` says why these are left out.`,
		...shown,
		...(more > 0 ? [`  and ${more} more sections`] : []),
		"",
	];
}

function renderValue(value: unknown): string {
	const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
	const line = text.replaceAll(/\s+/g, " ");
	return line.length > widestValue ? `${line.slice(0, widestValue - 1)}…` : line;
}

function alignRows(rows: readonly (readonly string[])[]): string[] {
	const width = (column: number) => Math.max(...rows.map((row) => row[column]?.length ?? 0));
	const widths = [width(0), width(1)];
	return rows.map((row) =>
		`  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd(),
	);
}
