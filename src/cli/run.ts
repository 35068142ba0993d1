import { exitCodeOf, renderCliError } from "./cli-error.ts";
import { build } from "./commands/build.ts";
import { buildWorker } from "./commands/build-worker.ts";
import { check } from "./commands/check.ts";
import { init } from "./commands/init.ts";
import { serve } from "./commands/serve.ts";
import type { Io } from "./io.ts";
import type { CommandName } from "./options.ts";
import { type Arguments, type OptionValues, parseArguments } from "./parse-arguments.ts";
import { renderHelp } from "./render-help.ts";
import { readVersion } from "./version.ts";

type Command = (folder: string, values: OptionValues, io: Io) => Promise<number>;

const commands: Readonly<Record<CommandName, Command>> = {
	serve,
	build,
	"build-worker": buildWorker,
	check,
	init,
};

/** Runs a command line (without the program) and gives its exit code; whatever goes wrong is told in one line. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
	try {
		return await runCommand(parseArguments(argv, io.env), io);
	} catch (error) {
		io.report(renderCliError(error));
		return exitCodeOf(error);
	}
}

async function runCommand(args: Arguments, io: Io): Promise<number> {
	switch (args.command) {
		case "help":
			io.print(renderHelp());
			return 0;
		case "version":
			io.print(await readVersion());
			return 0;
		default:
			return await commands[args.command](args.folder, args.values, io);
	}
}
