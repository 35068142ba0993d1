import { exitCodeOf, renderCliError } from "./cli-error.ts";
import type { Io } from "./io.ts";
import type { CommandName } from "./options.ts";
import { type Arguments, type OptionValues, parseArguments } from "./parse-arguments.ts";

type Command = (folder: string, values: OptionValues, io: Io) => Promise<number>;

/** Each is loaded when it is to run: a start costs what its command needs. */
const commands: Readonly<Record<CommandName, () => Promise<Command>>> = {
	serve: async () => (await import("./commands/serve.ts")).serve,
	build: async () => (await import("./commands/build.ts")).build,
	"build-worker": async () => (await import("./commands/build-worker.ts")).buildWorker,
	check: async () => (await import("./commands/check.ts")).check,
	init: async () => (await import("./commands/init.ts")).init,
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
			io.print((await import("./render-help.ts")).renderHelp());
			return 0;
		case "version":
			io.print(await (await import("./version.ts")).readVersion());
			return 0;
		default: {
			const command = await commands[args.command]();
			return await command(args.folder, args.values, io);
		}
	}
}
