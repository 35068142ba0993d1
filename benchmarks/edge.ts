/**
 * What a poll costs the Worker in workerd, beside a Worker that answers with nothing; the size of its script and how
 * long it takes to start. See benchmarks/README.md for the method.
 */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { bundleWorker, stopBundling } from "../scripts/worker/bundle-worker.ts";
import { type RunningWorkerd, startWorkerd } from "../scripts/worker/start-workerd.ts";
import { readWorkerConfig, type WorkerConfig } from "../scripts/worker/worker-config.ts";
import type { BenchSettings } from "./bench-settings.ts";
import { broadsheetCommand } from "./broadsheet.ts";
import { processorTimeOf } from "./processor-time.ts";
import type { Row } from "./row.ts";
import { writeSampleSite } from "./sample-site.ts";
import { runWrk } from "./serve/wrk.ts";
import { ratioOf, spreadOf } from "./spread.ts";
import { requireTools } from "./tools.ts";

const root = resolve(import.meta.dirname, "..");
/** Of each measurement. */
const usualSeconds = 3;
const serverCore = 0;
const loadCore = 1;
/** As many as keep workerd busy. */
const connections = 8;
const emptyWorker = "export default { fetch() { return new Response(null, { status: 304 }); } };";

const mostCost = 1.3;
const mostScriptInKilobytes = 100;
const longestStartInMilliseconds = 50;

/** A script with the folder in which it is run. */
interface Subject {
	readonly folder: string;
	readonly script: string;
	readonly config: WorkerConfig;
}

/** Measures both Workers in turn, round after round. Rejects where a tool is missing or an answer is wrong. */
export async function edge(settings: BenchSettings): Promise<readonly Row[]> {
	const { rounds, scale, note } = settings;
	const seconds = scale < 1 ? 1 : usualSeconds;
	requireTools(["wrk"], settings);
	const place = mkdtempSync(join(tmpdir(), "broadsheet-edge-"));
	const ending = new AbortController();
	try {
		const site = writeSampleSite(place);
		const config = await readWorkerConfig(root);
		const prepared = buildSite(site.options, join(place, "state/worker"));
		const { script } = await bundleWorker(root, config, join(prepared, "site.json"));
		const subjects = {
			ours: { folder: join(place, "ours"), script, config },
			empty: { folder: join(place, "empty"), script: emptyWorker, config },
		};
		cpSync(join(prepared, "assets"), join(subjects.ours.folder, "assets"), { recursive: true });
		mkdirSync(join(subjects.empty.folder, "assets"), { recursive: true });
		const starts = await measureStarts(subjects, rounds, ending.signal);
		note(`Started ${rounds} times: ${starts.map((start) => start.toFixed(1)).join(", ")} ms more.`);
		const costs = await measureCosts(subjects, site.smallFeed, { rounds, seconds, note });
		return [
			{
				group: "edge",
				what: "Processor time of a 304 in workerd",
				beside: "an empty reply there",
				unit: "µs",
				ours: spreadOf(costs.ours),
				theirs: spreadOf(costs.empty),
				ratio: ratioOf(costs.ours, costs.empty),
				goal: `${mostCost} × or less`,
				reached: ratioOf(costs.ours, costs.empty) <= mostCost ? "yes" : "no",
			},
			buildOwnRow(
				"The Worker's script with gzip",
				"KB",
				[gzipSync(script).length / 1024],
				mostScriptInKilobytes,
			),
			buildOwnRow(
				"Start of the Worker, beyond an empty one's",
				"ms",
				starts,
				longestStartInMilliseconds,
			),
		];
	} finally {
		ending.abort();
		await stopBundling();
		rmSync(place, { recursive: true, force: true });
	}
}

function buildOwnRow(what: string, unit: string, values: readonly number[], most: number): Row {
	const ours = spreadOf(values);
	const reached = ours.median <= most ? "yes" : "no";
	return { group: "edge", what, beside: "", unit, ours, goal: `${most} ${unit} or less`, reached };
}

function buildSite(options: readonly string[], prepared: string): string {
	const [program = "", ...args] = broadsheetCommand;
	const { status, stderr } = spawnSync(program, [...args, "build-worker", ...options], {
		encoding: "utf8",
	});
	if (status !== 0) throw new Error(`build-worker failed:\n${stderr}`);
	return prepared;
}

/** How much longer than an empty one the Worker takes from its process's start to its first answer, in milliseconds. */
async function measureStarts(
	{ ours, empty }: { readonly ours: Subject; readonly empty: Subject },
	rounds: number,
	ending: AbortSignal,
): Promise<readonly number[]> {
	async function measureStart(subject: Subject): Promise<number> {
		const started = performance.now();
		const workerd = await start(subject, ending);
		await (await fetch(`http://127.0.0.1:${workerd.port}/healthz`)).arrayBuffer();
		const taken = performance.now() - started;
		await workerd.stop();
		return taken;
	}
	// The first reads both from disk.
	await measureStart(ours);
	await measureStart(empty);
	const differences: number[] = [];
	for (let round = 0; round < rounds; round++)
		differences.push((await measureStart(ours)) - (await measureStart(empty)));
	return differences;
}

/** The processor time of each Worker for one answer, round by round, in microseconds. */
async function measureCosts(
	subjects: { readonly ours: Subject; readonly empty: Subject },
	path: string,
	{ rounds, seconds, note }: Pick<BenchSettings, "rounds" | "note"> & { readonly seconds: number },
): Promise<{ readonly ours: readonly number[]; readonly empty: readonly number[] }> {
	const ending = new AbortController();
	const ours = await start(subjects.ours, ending.signal);
	const empty = await start(subjects.empty, ending.signal);
	try {
		const etag = await readTag(`http://127.0.0.1:${ours.port}${path}`);
		for (const workerd of [ours, empty]) await measureCost(workerd, path, etag, seconds);
		const costs: { ours: number[]; empty: number[] } = { ours: [], empty: [] };
		for (let round = 0; round < rounds; round++) {
			costs.ours.push(await measureCost(ours, path, etag, seconds));
			costs.empty.push(await measureCost(empty, path, etag, seconds));
			const [mine, theirs] = [costs.ours, costs.empty].map((list) => list.at(-1)?.toFixed(1));
			note(`${round + 1}/${rounds} A 304 in workerd: ${mine} µs; an empty reply: ${theirs} µs`);
		}
		return costs;
	} finally {
		await Promise.all([ours.stop(), empty.stop()]);
	}
}

async function start(
	{ folder, script, config }: Subject,
	ending: AbortSignal,
): Promise<RunningWorkerd> {
	const workerd = await startWorkerd(folder, script, config, ending);
	spawnSync("taskset", ["-a", "-c", "-p", `${serverCore}`, `${workerd.pid}`]);
	return workerd;
}

async function measureCost(
	{ port, pid }: RunningWorkerd,
	path: string,
	etag: string,
	seconds: number,
): Promise<number> {
	const url = `http://127.0.0.1:${port}${path}`;
	const headers = { "If-None-Match": etag, "Accept-Encoding": "gzip" };
	const { status } = await fetch(url, { headers });
	if (status !== 304) throw new Error(`${url} was answered with ${status}, not with 304.`);
	const before = processorTimeOf(pid);
	const requests = "alike" as const;
	const load = { url, headers, requests, connections, seconds, core: loadCore };
	const figures = await runWrk(load);
	return ((processorTimeOf(pid) - before) / figures.requests) * 1e6;
}

async function readTag(url: string): Promise<string> {
	const response = await fetch(url);
	await response.arrayBuffer();
	return response.headers.get("etag") ?? "";
}
