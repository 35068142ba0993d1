/**
 * Requests a second and latency of `broadsheet serve` beside a bare `node:http` server and nginx, which send the same
 * bytes. See benchmarks/README.md for the method. `node benchmarks/serve.ts [--rounds N] [--seconds N]`
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { writeCorpus } from "./corpus.ts";
import { processorTimeOf } from "./processor-time.ts";
import type { Row } from "./row.ts";
import { prepareNginx } from "./serve/nginx.ts";
import { measureAnswer, prepareAnswers } from "./serve/prepare-answers.ts";
import { buildServeRows, type Scenario, type Served } from "./serve/rows.ts";
import { findPort, type RunningServer, startNginx, startOnCore } from "./serve/servers.ts";
import { runWrk } from "./serve/wrk.ts";

export interface ServeSettings {
	readonly rounds: number;
	/** Of each measurement. */
	readonly seconds: number;
	/** Told what is being measured, a line at a time. */
	readonly note: (line: string) => void;
}

const serverCore = 0;
const loadCore = 1;
const corpus = { articles: 200, sections: 2, tags: 10, authors: 5 };
/** The lengths that give a feed of 48 KB with gzip, and one of 320 KB without, whatever the made-up words compress to. */
const limits = { "section-0": 26, "section-1": 46 };
const readerHeaders = { "User-Agent": "wrk", Accept: "*/*" };

/** Measures every server in turn, round after round. Rejects where a tool is missing or an answer is wrong. */
export async function serve(settings: Partial<ServeSettings> = {}): Promise<readonly Row[]> {
	const { rounds = 5, seconds = 4, note = () => undefined } = settings;
	for (const tool of ["wrk", "nginx", "taskset"]) requireTool(tool);
	const folder = mkdtempSync(join(tmpdir(), "broadsheet-serve-"));
	const running: RunningServer[] = [];
	const keep = (server: RunningServer): RunningServer => {
		running.push(server);
		return server;
	};
	try {
		const ours = keep(await startBroadsheet(folder));
		const paths = Object.keys(limits).map((section) => `/${section}/rss.xml`);
		const answers = await prepareAnswers(ours.origin, paths);
		const answersFile = join(folder, "answers.json");
		writeFileSync(answersFile, JSON.stringify(answers));
		const bareServer = join(import.meta.dirname, "serve/bare-server.ts");
		const servers = [
			["broadsheet", ours],
			[
				"bare node:http",
				keep(await startOnCore(serverCore, [process.execPath, bareServer, answersFile])),
			],
			["nginx", keep(await startNginxOver(answers, folder, false))],
			["nginx with open_file_cache", keep(await startNginxOver(answers, folder, true))],
		] as const;
		const served: Served[] = [];
		for (let round = 0; round < rounds; round++)
			for (const scenario of listScenarios(paths))
				for (const [name, server] of servers) {
					const figures = await measure(server, scenario, seconds);
					served.push({ server: name, scenario, ...figures });
					note(
						`${round + 1}/${rounds} ${scenario.what}, ${scenario.connections} connections, ${name}: ` +
							`${figures.requestsPerSecond.toFixed(0)}/s, p99 ${figures.p99InMilliseconds.toFixed(2)} ms, ` +
							`${figures.microsecondsPerRequest.toFixed(1)} µs of processor, wrk ${(figures.loadBusy * 100).toFixed(0)} %`,
					);
				}
		return buildServeRows(served);
	} finally {
		for (const server of running) await server.stop();
		rmSync(folder, { recursive: true, force: true });
	}
}

async function startBroadsheet(folder: string): Promise<RunningServer> {
	const articles = join(folder, "articles");
	writeCorpus(articles, corpus);
	const settings = join(folder, "settings.yaml");
	const sections = Object.entries(limits).map(([name, limit]) => `  ${name}: { limit: ${limit} }`);
	writeFileSync(settings, `pages: false\narchives: false\nsections:\n${sections.join("\n")}\n`);
	const main = join(import.meta.dirname, "../src/cli/main.ts");
	return startOnCore(serverCore, [
		...[process.execPath, main, "serve", articles, "--port", "0", "--no-watch"],
		...["--settings", settings, "--url", "https://example.org/", "--state", join(folder, "state")],
	]);
}

async function startNginxOver(
	answers: Parameters<typeof prepareNginx>[1],
	folder: string,
	cacheOpenFiles: boolean,
): Promise<RunningServer> {
	const port = await findPort();
	const own = join(folder, `nginx-${port}`);
	mkdirSync(own);
	return startNginx(prepareNginx(own, answers, { port, cacheOpenFiles }), port, serverCore);
}

function listScenarios([small = "", large = ""]: readonly string[]): readonly Scenario[] {
	const kinds = [
		{ what: "200 gzip", path: small, headers: { "Accept-Encoding": "gzip" } },
		{ what: "200 identity", path: large, headers: {} },
		{ what: "304", path: small, headers: { "Accept-Encoding": "gzip" } },
	] as const;
	return [32, 1000].flatMap((connections) => kinds.map((kind) => ({ ...kind, connections })));
}

async function measure(
	server: RunningServer,
	scenario: Scenario,
	seconds: number,
): Promise<Omit<Served, "server" | "scenario">> {
	const url = server.origin + scenario.path;
	const condition = scenario.what === "304" ? { "If-None-Match": await readTag(url) } : {};
	const headers = { ...readerHeaders, ...scenario.headers, ...condition };
	const expected = await measureAnswer(url, headers);
	const before = processorTimeOf(server.pid);
	const figures = await runWrk({
		url,
		headers,
		connections: scenario.connections,
		seconds,
		core: loadCore,
	});
	// wrk rounds what it counts, and the last answers are cut off.
	const difference = Math.abs(figures.bytesPerAnswer / expected - 1);
	if (!(difference < 0.1))
		throw new Error(
			`${url}: answers have ${figures.bytesPerAnswer.toFixed(0)} bytes, not ${expected}.`,
		);
	const processorTime = processorTimeOf(server.pid) - before;
	const answered = figures.requestsPerSecond * seconds;
	return { ...figures, microsecondsPerRequest: (processorTime / answered) * 1e6 };
}

async function readTag(url: string): Promise<string> {
	const response = await fetch(url, { method: "HEAD" });
	return response.headers.get("etag") ?? "";
}

function requireTool(name: string): void {
	const { status } = spawnSync("which", [name]);
	if (status !== 0)
		throw new Error(`${name} is missing: apt-get install nginx-light wrk util-linux`);
}

if (import.meta.main) {
	const { values } = parseArgs({
		options: {
			rounds: { type: "string", default: "5" },
			seconds: { type: "string", default: "4" },
		},
	});
	const rows = await serve({
		rounds: Number(values.rounds),
		seconds: Number(values.seconds),
		note: (line) => process.stderr.write(`${line}\n`),
	});
	for (const { what, beside, unit, ours, theirs, ratio, goal, reached } of rows)
		process.stdout.write(
			`${what} beside ${beside}: ${ours.median.toFixed(2)} (${ours.low.toFixed(2)}–${ours.high.toFixed(2)}) ${unit} / ` +
				`${theirs?.median.toFixed(2)} (${theirs?.low.toFixed(2)}–${theirs?.high.toFixed(2)}) = ${ratio?.toFixed(2)}; ${goal}: ${reached}\n`,
		);
}
