/**
 * Requests a second and latency of `broadsheet serve` beside bare servers of Node.js' and nginx, which send the same
 * bytes. See benchmarks/README.md for the method.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import type { BenchSettings } from "./bench-settings.ts";
import { serveCommand } from "./broadsheet.ts";
import { processorTimeOf } from "./processor-time.ts";
import type { Row } from "./row.ts";
import { type SampleSite, writeSampleSite } from "./sample-site.ts";
import { type NginxSettings, prepareNginx } from "./serve/nginx.ts";
import { measureAnswer, prepareAnswers } from "./serve/prepare-answers.ts";
import { buildServeRows, type Scenario, type Served } from "./serve/rows.ts";
import { findPort, type RunningServer, startNginx, startOnCore } from "./serve/servers.ts";
import { runWrk } from "./serve/wrk.ts";
import { requireTools } from "./tools.ts";

const serverFolder = join(import.meta.dirname, "serve");
const serverCore = 0;
const loadCore = 1;
/** Of each measurement. */
const usualSeconds = 4;
/** For each server and scenario, before anything counts. */
const warmUpInSeconds = 2;
const readerHeaders = { "User-Agent": "wrk", Accept: "*/*" };

/** Measures every server in turn, round after round. Rejects where a tool is missing or an answer is wrong. */
export async function serve(settings: BenchSettings): Promise<readonly Row[]> {
	const { rounds, scale, note } = settings;
	const seconds = scale < 1 ? 1 : usualSeconds;
	requireTools(["wrk", "nginx"], settings);
	const folder = mkdtempSync(join(tmpdir(), "broadsheet-serve-"));
	const running: RunningServer[] = [];
	const keep = (server: RunningServer): RunningServer => {
		running.push(server);
		return server;
	};
	try {
		const site = writeSampleSite(folder);
		const ours = keep(await startBroadsheet(site));
		const answers = await prepareAnswers(ours.origin, [site.smallFeed, site.largeFeed]);
		const answersFile = join(folder, "answers.json");
		writeFileSync(answersFile, JSON.stringify(answers));
		const startBare = (name: string): Promise<RunningServer> =>
			startOnCore(serverCore, [process.execPath, join(serverFolder, name), answersFile]);
		const servers = [
			["broadsheet", ours],
			["bare node:http", keep(await startBare("bare-server.ts"))],
			["bare node:net", keep(await startBare("bare-connection.ts"))],
			[
				"nginx",
				keep(await startNginxOver(answers, folder, { files: "open", log: "each request" })),
			],
			[
				"nginx without its log",
				keep(await startNginxOver(answers, folder, { files: "open", log: "nothing" })),
			],
			[
				"nginx without its log, with open_file_cache",
				keep(await startNginxOver(answers, folder, { files: "remember", log: "nothing" })),
			],
		] as const;
		// Code that has just been loaded is slow, and a document is compressed when somebody first asks for it.
		for (const scenario of listScenarios(site))
			for (const [, server] of servers) await measure(server, scenario, warmUpInSeconds);
		const served: Served[] = [];
		for (let round = 0; round < rounds; round++)
			for (const scenario of listScenarios(site))
				for (const [name, server] of servers) {
					const figures = await measure(server, scenario, seconds);
					served.push({ server: name, scenario, ...figures });
					note(
						`${round + 1}/${rounds} ${scenario.what}, ${scenario.connections} connections, ${scenario.requests}, ${name}: ` +
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

function startBroadsheet({ options }: SampleSite): Promise<RunningServer> {
	const command = [...serveCommand, ...options, "--port", "0", "--no-watch"];
	return startOnCore(serverCore, command);
}

async function startNginxOver(
	answers: Parameters<typeof prepareNginx>[1],
	folder: string,
	settings: Omit<NginxSettings, "port">,
): Promise<RunningServer> {
	const port = await findPort();
	const own = join(folder, `nginx-${port}`);
	mkdirSync(own);
	return startNginx(prepareNginx(own, answers, { port, ...settings }), port, serverCore);
}

function listScenarios({ smallFeed, largeFeed }: SampleSite): readonly Scenario[] {
	const kinds = [
		{ what: "200 gzip", path: smallFeed, headers: { "Accept-Encoding": "gzip" } },
		{ what: "200 identity", path: largeFeed, headers: {} },
		{ what: "304", path: smallFeed, headers: { "Accept-Encoding": "gzip" } },
	] as const;
	const alike = [32, 1000].flatMap((connections) =>
		kinds.map((kind) => ({ ...kind, connections, requests: "alike" }) as const),
	);
	const different = kinds.map(
		(kind) => ({ ...kind, connections: 32, requests: "no two alike" }) as const,
	);
	return [...alike, ...different];
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
		requests: scenario.requests,
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
	return { ...figures, microsecondsPerRequest: (processorTime / figures.requests) * 1e6 };
}

async function readTag(url: string): Promise<string> {
	const response = await fetch(url, { method: "HEAD" });
	return response.headers.get("etag") ?? "";
}
