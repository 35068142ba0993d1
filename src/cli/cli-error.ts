/** Everything that stops a command, apart from faults of the folder's files. Codes are permanent. */
const cliErrorTable = {
	USAGE: { title: "The command line cannot be understood", fix: "See `broadsheet --help`." },
	NODE_TOO_OLD: {
		title: "This Node.js is too old",
		fix: "Install Node.js 22.22 or newer.",
	},
	FOLDER_UNREADABLE: {
		title: "The folder of articles cannot be read",
		fix: "Name another folder, or give permission to read it.",
	},
	SETTINGS_UNREADABLE: {
		title: "The settings file cannot be read",
		fix: "Name another file with --settings.",
	},
	SETTINGS_REFUSED: {
		title: "The settings are faulty",
		fix: "Correct what is listed above and start again.",
	},
	LISTEN_FAILED: {
		title: "The server cannot listen",
		fix: "Choose another --port or --host.",
	},
	OUT_NOT_OURS: {
		title: "The output folder holds files that Broadsheet did not write",
		fix: "Name an empty or a new folder with --out.",
	},
	OUT_INSIDE: {
		title: "The output folder lies in the folder of articles",
		fix: "Name a folder beside it with --out: what is built is no article.",
	},
	OUT_UNWRITABLE: {
		title: "The documents cannot be written",
		fix: "Name another folder with --out, or make room.",
	},
	STATE_UNWRITABLE: {
		title: "The state cannot be written",
		fix: "Name another folder with --state, or make room.",
	},
	INTERRUPTED: {
		title: "The command was ended before it was done",
		fix: "Start it again.",
	},
	UNEXPECTED: {
		title: "Something went wrong inside Broadsheet",
		fix: "Please report this with the folder, or the part of it, that shows it.",
	},
} as const;

export type CliErrorCode = keyof typeof cliErrorTable;

/** What ends a command with exit code 1 (2 for USAGE). `message` is one full sentence. */
export class CliError extends Error {
	override name = "CliError" as const;
	readonly code: CliErrorCode;

	constructor(code: CliErrorCode, message: string) {
		super(message);
		this.code = code;
	}
}

/** An error for people: code, title, what happened, what to do. Never a stack trace. */
export function renderCliError(error: unknown): string {
	const known = error instanceof CliError ? error : unexpected(error);
	const { title, fix } = cliErrorTable[known.code];
	return `broadsheet: error ${known.code} ${title}. ${known.message} ${fix}`;
}

/** The exit code of a command that an error ended. */
export function exitCodeOf(error: unknown): number {
	return error instanceof CliError && error.code === "USAGE" ? 2 : 1;
}

function unexpected(error: unknown): CliError {
	const message = error instanceof Error ? error.message : String(error);
	return new CliError("UNEXPECTED", `${message.replace(/\.$/, "")}.`);
}
