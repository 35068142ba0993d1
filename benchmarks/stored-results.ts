import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, release, totalmem } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { z } from "zod";
import type { Row } from "./row.ts";
import { readToolVersion } from "./tools.ts";

export const groupNames = ["serve", "build", "live", "growth", "edge"] as const;
export type GroupName = (typeof groupNames)[number];

const spreadSchema = z.object({ median: z.number(), low: z.number(), high: z.number() });

const rowSchema = z.object({
	group: z.enum(groupNames),
	what: z.string(),
	beside: z.string(),
	unit: z.string(),
	ours: spreadSchema,
	theirs: spreadSchema.exactOptional(),
	ratio: z.number().exactOptional(),
	goal: z.string(),
	reached: z.enum(["yes", "no", "report"]),
});

const groupSchema = z.object({
	/** The day of the run. */
	date: z.string(),
	rounds: z.number(),
	machine: z.string(),
	versions: z.array(z.string()),
	rows: z.array(rowSchema),
});

const resultsSchema = z.partialRecord(z.enum(groupNames), groupSchema);

/** What the last run of a group found, and where. */
export type GroupResult = z.output<typeof groupSchema>;
export type Results = Readonly<Partial<Record<GroupName, GroupResult>>>;

/** Where the results of the last full runs are kept. */
export const resultsFile: string = join(import.meta.dirname, "results.json");

/** The results that are kept in a file; none where there is no such file. */
export function readResults(path: string): Results {
	return existsSync(path) ? resultsSchema.parse(JSON.parse(readFileSync(path, "utf8"))) : {};
}

/** Keeps results in a file. */
export function writeResults(path: string, results: Results): void {
	writeFileSync(path, `${JSON.stringify(results, undefined, "\t")}\n`);
}

/** What a group found just now on this machine. */
export function buildGroupResult(rows: readonly Row[], rounds: number): GroupResult {
	const tools = (["hugo", "nginx", "wrk"] as const).map(readToolVersion);
	return {
		date: new Date().toISOString().slice(0, 10),
		rounds,
		machine: describeMachine(),
		versions: [`Node.js ${process.versions.node}`, ...tools.flatMap((version) => version ?? [])],
		rows: [...rows],
	};
}

/** The processors, the memory and the system on which something was measured. */
export function describeMachine(): string {
	const memory = Math.round(totalmem() / 2 ** 30);
	const [processor] = cpus();
	const system = /^\d+\.\d+/.exec(release())?.[0] ?? "";
	return `${cpus().length} × ${processor?.model.trim() ?? "processor"}, ${memory} GB, Linux ${system}`;
}
