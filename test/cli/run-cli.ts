import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import type { Io } from "../../src/cli/io.ts";
import { run } from "../../src/cli/run.ts";

export interface CliResult {
	readonly code: number;
	/** Lines of standard output. */
	readonly printed: readonly string[];
	/** Lines of standard error. */
	readonly reported: readonly string[];
	/** What was shown while the command went on. */
	readonly progress: readonly string[];
}

/** 2026-06-01T12:00:00Z, whenever the tests run. */
export const now: Date = new Date(Date.UTC(2026, 5, 1, 12));

/** Runs a command line in this process, as `broadsheet ARGV…` in a folder. */
export async function runCli(argv: readonly string[], io: Partial<Io>): Promise<CliResult> {
	const [printed, reported, progress]: [string[], string[], string[]] = [[], [], []];
	const code = await run(argv, {
		env: {},
		folder: tmpdir(),
		output: "pipe",
		reports: "pipe",
		clock: () => now,
		// The deployed site, of which there is none.
		fetch: async () => new Response("Not found.\n", { status: 404 }),
		interrupted: () => new Promise(() => undefined),
		print: (line) => printed.push(line),
		report: (line) => reported.push(line),
		progress: (line) => progress.push(line),
		...io,
	});
	return { code, printed, reported, progress };
}

/** An empty folder that goes with the test. */
export async function makeFolder(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), "broadsheet-test-"));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	return folder;
}
