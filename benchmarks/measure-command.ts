import { spawnSync } from "node:child_process";
import { timeCommand } from "./tools.ts";

/** What one run of a command took. */
export interface Run {
	/** Wall time. */
	readonly seconds: number;
	/** The largest resident set of any of its processes. */
	readonly megabytes: number;
	/** User and system time of all its threads and processes. */
	readonly processorSeconds: number;
}

/** In milliseconds. */
const longest = 60 * 60 * 1000;

/** Runs a command under GNU time. Throws with what it said where it fails. */
export function measureCommand(command: readonly string[], folder: string): Run {
	const args = ["-f", "%e %M %U %S", ...command];
	const { status, stderr } = spawnSync(timeCommand, args, {
		cwd: folder,
		encoding: "utf8",
		stdio: ["ignore", "ignore", "pipe"],
		timeout: longest,
	});
	if (status !== 0) throw new Error(`${command.join(" ")} failed:\n${stderr}`);
	const [seconds = 0, kilobytes = 0, user = 0, system = 0] =
		stderr.trim().split("\n").at(-1)?.split(" ").map(Number) ?? [];
	return { seconds, megabytes: kilobytes / 1024, processorSeconds: user + system };
}
