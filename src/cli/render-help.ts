import { commandTable, folderVariable, type OptionKind, optionTable } from "./options.ts";

/** What `--help` prints: every command and every flag, from their tables. */
export function renderHelp(): string {
	const commands = Object.values(commandTable).map(({ usage, description }) => [
		usage,
		description,
	]);
	const options = Object.entries<OptionKind>(optionTable).map(([name, kind]) => [
		`--${name}${kind.placeholder ? ` ${kind.placeholder}` : ""}`,
		kind.description + (kind.variable ? ` [${kind.variable}]` : ""),
	]);
	return [
		"Usage: broadsheet COMMAND [FOLDER] [OPTIONS]",
		"",
		"Every section of a folder of articles as a feed in RSS 2.0, Atom 1.0 and JSON Feed 1.1.",
		"",
		...alignRows(commands),
		"",
		`FOLDER is \`articles\` if none is named [${folderVariable}].`,
		"",
		...alignRows(options),
	].join("\n");
}

function alignRows(rows: readonly (readonly string[])[]): string[] {
	const width = Math.max(...rows.map(([name = ""]) => name.length));
	return rows.map(([name = "", description = ""]) => `  ${name.padEnd(width)}  ${description}`);
}
