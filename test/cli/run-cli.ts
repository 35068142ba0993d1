import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { MessageChannel } from "node:worker_threads";
import { onTestFinished } from "vitest";
import type { Io } from "../../src/cli/io.ts";
import type { FromNewsroom, NewsroomLine, ToNewsroom } from "../../src/cli/newsroom/messages.ts";
import { runNewsroom } from "../../src/cli/newsroom/run-newsroom.ts";
import { run } from "../../src/cli/run.ts";
import { openWire } from "../../src/node/port-wire.ts";

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
	const clock = io.clock ?? (() => now);
	const code = await run(argv, {
		env: {},
		folder: tmpdir(),
		output: "pipe",
		reports: "pipe",
		clock,
		openNewsroom: () => openNewsroomHere(clock),
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

/** A newsroom in this thread, so that it can be given a clock; all else is as between two threads. */
function openNewsroomHere(clock: () => Date): NewsroomLine {
	const { port1, port2 } = new MessageChannel();
	const running = runNewsroom(openWire<FromNewsroom, ToNewsroom>(port2), {
		clock,
		giveWay: () => {},
		settle: () => {},
	});
	return {
		wire: openWire(port1),
		lost: new Promise(() => {}),
		async end() {
			await running;
			port1.close();
		},
	};
}

/** An empty folder that goes with the test. */
export async function makeFolder(): Promise<string> {
	const folder = await mkdtemp(join(tmpdir(), "broadsheet-test-"));
	onTestFinished(() => rm(folder, { recursive: true, force: true }));
	return folder;
}
