export const commandTable = {
	serve: {
		usage: "serve [FOLDER]",
		description: "serve the folder's feeds and pages, and follow its changes",
	},
	build: {
		usage: "build [FOLDER] --out DIR",
		description: "write every document, for any static host",
	},
	"build-worker": {
		usage: "build-worker [FOLDER]",
		description: "prepare the folder for the Worker (`wrangler` runs this)",
	},
	check: {
		usage: "check [FOLDER]",
		description: "print everything that is wrong with the folder; exit 1 if there is an error",
	},
	init: {
		usage: "init [FOLDER]",
		description: "say what is recognised of a site, and write site.yaml with its settings",
	},
} as const;

export type CommandName = keyof typeof commandTable;
const everyCommand: readonly CommandName[] = ["serve", "build", "build-worker", "check", "init"];

/** A flag of the command line, and its twin in the environment. */
export interface OptionKind {
	/** What stands for the value in `--help`; a flag without one stands alone. */
	readonly placeholder?: string;
	readonly variable?: string;
	readonly commands: readonly CommandName[];
	readonly description: string;
}

/** Every flag. `--help` prints this table, the README repeats it. */
export const optionTable = {
	settings: {
		placeholder: "FILE",
		variable: "BROADSHEET_SETTINGS",
		commands: everyCommand,
		description: "a YAML file with settings, for a folder that must not be touched",
	},
	url: {
		placeholder: "URL",
		variable: "BROADSHEET_URL",
		commands: everyCommand,
		description: "the site's public address",
	},
	state: {
		placeholder: "DIR",
		variable: "BROADSHEET_STATE",
		commands: everyCommand,
		description: "where to remember what was published (default: .broadsheet)",
	},
	port: {
		placeholder: "N",
		variable: "BROADSHEET_PORT",
		commands: ["serve"],
		description: "the port to listen at, 0 for any free one (default: 3000)",
	},
	host: {
		placeholder: "H",
		variable: "BROADSHEET_HOST",
		commands: ["serve"],
		description: "the name or address to listen at (default: 127.0.0.1)",
	},
	"no-watch": {
		commands: ["serve"],
		description: "do not follow changes of the folder",
	},
	out: {
		placeholder: "DIR",
		commands: ["build"],
		description: "the folder to write; one that Broadsheet did not write is not touched",
	},
	json: {
		commands: ["check"],
		description: "print each fault as a line of JSON",
	},
	help: { commands: everyCommand, description: "print this help" },
	version: { commands: everyCommand, description: "print the version" },
} as const satisfies Record<string, OptionKind>;

/** The environment's twin of the positional FOLDER. */
export const folderVariable = "BROADSHEET_ARTICLES";
export const defaultFolder = "articles";
export const defaultState = ".broadsheet";
