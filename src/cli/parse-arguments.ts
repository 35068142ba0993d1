import { parseArgs } from "node:util";
import { closest, distance } from "fastest-levenshtein";
import { CliError } from "./cli-error.ts";
import {
	type CommandName,
	commandTable,
	defaultFolder,
	folderVariable,
	type OptionKind,
	optionTable,
} from "./options.ts";

/** A command line and its environment, understood. Relative paths are as written. */
export type Arguments =
	| { readonly command: "help" | "version" }
	| { readonly command: CommandName; readonly folder: string; readonly values: OptionValues };

/** The options that were given, by name; a flag without a value is the empty text. */
export type OptionValues = ReadonlyMap<string, string>;

/** Understands `argv` (without the program) and the environment; throws CliError USAGE for all that is wrong with them. */
export function parseArguments(
	argv: readonly string[],
	env: Readonly<Record<string, string | undefined>>,
): Arguments {
	const { tokens } = parseArgs({
		args: [...argv],
		strict: false,
		tokens: true,
		options: parserOptions,
	});
	const words = tokens.flatMap((token) => (token.kind === "positional" ? token.value : []));
	const given = tokens.filter((token) => token.kind === "option");
	if (given.some(({ name }) => name === "version")) return { command: "version" };
	const [command, folder, ...more] = words;
	if (command === undefined || given.some(({ name }) => name === "help"))
		return { command: "help" };
	if (!isCommand(command)) throw unknownCommand(command);
	if (more.length > 0) throw usage(`There is one folder too many: “${more.join(" ")}”.`);

	const values = new Map<string, string>();
	for (const [name, kind] of Object.entries<OptionKind>(optionTable)) {
		const fromEnv = kind.variable && env[kind.variable];
		if (fromEnv && kind.commands.includes(command)) values.set(name, fromEnv);
	}
	for (const { name, rawName, value } of given)
		values.set(name, readOption(command, name, rawName, value));
	return { command, folder: folder ?? env[folderVariable] ?? defaultFolder, values };
}

const kinds: Readonly<Record<string, OptionKind>> = optionTable;

const parserOptions = Object.fromEntries(
	Object.entries(kinds).map(([name, { placeholder }]) => [
		name,
		{ type: placeholder ? ("string" as const) : ("boolean" as const) },
	]),
);

function readOption(
	command: CommandName,
	name: string,
	rawName: string,
	value: string | undefined,
): string {
	const kind = Object.hasOwn(kinds, name) ? kinds[name] : undefined;
	if (!kind) {
		const nearest = closest(name, Object.keys(kinds));
		const hint = distance(name, nearest) <= 2 ? ` Did you mean --${nearest}?` : "";
		throw usage(`There is no option ${rawName}.${hint}`);
	}
	if (!kind.commands.includes(command)) throw usage(`\`${command}\` has no option --${name}.`);
	if (kind.placeholder && !value)
		throw usage(`The option --${name} needs a value, ${kind.placeholder}.`);
	if (!kind.placeholder && value !== undefined) throw usage(`The option --${name} takes no value.`);
	return value ?? "";
}

function isCommand(word: string): word is CommandName {
	return Object.hasOwn(commandTable, word);
}

function unknownCommand(word: string): CliError {
	const nearest = closest(word, Object.keys(commandTable));
	const hint = distance(word, nearest) <= 2 ? ` Did you mean \`${nearest}\`?` : "";
	return usage(`There is no command “${word}”.${hint}`);
}

function usage(message: string): CliError {
	return new CliError("USAGE", message);
}
