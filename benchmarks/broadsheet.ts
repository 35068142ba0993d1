import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";

const program = join(import.meta.dirname, "../scripts/broadsheet.js");

/** The command as `npm run broadsheet` runs it. */
export const broadsheetCommand: readonly string[] = [
	process.execPath,
	"--max-semi-space-size=4",
	"--v8-pool-size=1",
	program,
];

/** `serve` as `npm start` runs it. */
export const serveCommand: readonly string[] = [
	process.execPath,
	"--max-semi-space-size=16",
	"--v8-pool-size=1",
	program,
	"serve",
];

/** Runs the command once, since its first run after a change of the sources bundles them. */
export function bundleBroadsheet(): void {
	const [command = "", ...args] = broadsheetCommand;
	const { status, stderr } = spawnSync(command, [...args, "--version"], { encoding: "utf8" });
	if (status !== 0) throw new Error(stderr);
}

/** `feeds alone`: nothing but the lists' newest entries; `everything`: a page for each article and all archives too. */
export type Documents = "feeds alone" | "everything";

/** Writes a settings file for a run and gives the flags that lead to it and to a state of its own. */
export function writeRunFlags(folder: string, documents: Documents): readonly string[] {
	const settings = join(folder, "settings.yaml");
	const everything = String(documents === "everything");
	writeFileSync(settings, `title: Bench\npages: ${everything}\narchives: ${everything}\n`);
	return [
		...["--settings", settings, "--url", "https://example.com/"],
		...["--state", join(folder, "state")],
	];
}

/** A server that is ready. */
export interface BroadsheetServer {
	readonly origin: string;
	readonly pid: number;
	/** Lines of errors that it has reported so far. */
	errors(): readonly string[];
	/** From the start of the process until it said that it is ready, in seconds. */
	readonly readyAfter: number;
	stop(): Promise<void>;
}

/** Starts `serve` over a folder at any free port. Rejects with what it said where it ends before it is ready. */
export async function startBroadsheet(
	articles: string,
	flags: readonly string[],
): Promise<BroadsheetServer> {
	const [command = "", ...args] = serveCommand;
	const start = performance.now();
	const child = spawn(command, [...args, articles, "--port", "0", ...flags], {
		stdio: ["ignore", "pipe", "pipe"],
	});
	const ended = once(child, "exit");
	let said = "";
	const errors: string[] = [];
	createInterface({ input: child.stderr }).on("line", (line) => {
		said = `${said}${line}\n`.slice(-10_000);
		if (/\berror\b/i.test(line)) errors.push(line);
	});
	for await (const line of createInterface({ input: child.stdout })) {
		const origin = /http:\/\/\S+/.exec(line)?.[0];
		if (origin === undefined || child.pid === undefined) continue;
		return {
			origin,
			pid: child.pid,
			errors: () => errors,
			readyAfter: (performance.now() - start) / 1000,
			async stop() {
				child.kill("SIGTERM");
				await ended;
			},
		};
	}
	throw new Error(`The server ended before it was ready:\n${said}`);
}
