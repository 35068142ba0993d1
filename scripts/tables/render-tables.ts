import { listFigures } from "../../benchmarks/render-results.ts";
import { readResults, resultsFile } from "../../benchmarks/stored-results.ts";
import { fieldNames } from "../../src/articles/fields/field-names.ts";
import {
	commandTable,
	defaultFolder,
	folderVariable,
	type OptionKind,
	optionTable,
} from "../../src/cli/options.ts";
import { faultTable } from "../../src/faults/fault-table.ts";
import { feedFormats } from "../../src/feeds/formats.ts";
import { resolveSite } from "../../src/settings/resolve-settings.ts";
import { sectionSchema, siteSchema } from "../../src/settings/schema.ts";
import { settingDescriptions } from "./setting-descriptions.ts";

/** Every table of the documents, made from the tables of the code and from what was measured, by name. */
export function renderTables(): Readonly<Record<string, string>> {
	const figures = listFigures(readResults(resultsFile));
	return {
		...(figures.length > 0 && {
			figures: renderTable(["what", "Broadsheet", "beside", "ratio", "goal"], figures),
		}),
		commands: renderTable(
			["command", "does"],
			Object.values(commandTable).map(({ usage, description }) => [code(usage), description]),
		),
		options: renderTable(
			["option", "environment", "commands", "says"],
			[
				[
					"`FOLDER`",
					code(folderVariable),
					"all",
					`the folder of articles (default: ${defaultFolder})`,
				],
				...Object.entries<OptionKind>(optionTable).map(([name, kind]) => [
					code(`--${name}${kind.placeholder ? ` ${kind.placeholder}` : ""}`),
					kind.variable ? code(kind.variable) : "",
					renderCommands(kind),
					kind.description,
				]),
			],
		),
		settings: renderTable(
			["setting", "of", "default", "says"],
			Object.entries(settingDescriptions).map(([name, description]) => [
				code(name),
				Object.hasOwn(sectionSchema.shape, name) ? "site, sections" : "site",
				renderDefault(name),
				description,
			]),
		),
		fields: renderTable(
			["field", "names in front matter"],
			Object.entries(fieldNames).map(([name, names]) => [name, names.map(code).join(", ")]),
		),
		formats: renderTable(
			["format", "file", "Content-Type"],
			feedFormats.map(({ label, fileName, contentType }) => [
				label,
				code(fileName),
				code(contentType),
			]),
		),
		faults: renderTable(
			["code", "severity", "what is wrong", "what to do"],
			Object.entries(faultTable).map(([name, { severity, title, fix }]) => [
				code(name),
				severity,
				title,
				fix,
			]),
		),
	};
}

const marker = /(<!-- table: (\w+) -->\n)[\s\S]*?(<!-- end -->)/g;

/** A document with its tables as they are; a table stands between `<!-- table: NAME -->` and `<!-- end -->`. */
export function insertTables(document: string): string {
	const tables = renderTables();
	return document.replaceAll(marker, (whole, start: string, name: string, end: string) =>
		tables[name] === undefined ? whole : `${start}\n${tables[name]}\n\n${end}`,
	);
}

function renderCommands({ commands }: OptionKind): string {
	return commands.length === Object.keys(commandTable).length
		? "all"
		: commands.map(code).join(", ");
}

/** What a setting is where nobody says anything of it. */
function renderDefault(name: string): string {
	const site: Readonly<Record<string, unknown>> = { ...resolveSite([], "", {}) };
	if (name === "url") return "the listener's";
	if (name === "feedsUrl") return "`url`";
	if (name === "authority") return "the host of `url`";
	if (!(name in siteSchema.shape)) throw new Error(`${name} is no setting`);
	const value = site[name];
	const isNothing = value === undefined || (typeof value === "object" && value !== null);
	return isNothing ? "" : code(String(value));
}

function renderTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
	const line = (cells: readonly string[]) =>
		`| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
	return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

function code(text: string): string {
	return `\`${text}\``;
}
