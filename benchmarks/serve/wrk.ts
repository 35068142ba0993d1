import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { processorTimeOf } from "../processor-time.ts";

/** What is asked for, and by how many at once. */
export interface Load {
	readonly url: string;
	readonly headers: Readonly<Record<string, string>>;
	/** The same bytes each time, or each with a User-Agent of its own. */
	readonly requests: "alike" | "no two alike";
	readonly connections: number;
	readonly seconds: number;
	/** The processor that wrk runs on. */
	readonly core: number;
}

export interface LoadFigures {
	readonly requests: number;
	readonly requestsPerSecond: number;
	readonly p99InMilliseconds: number;
	/** The share of its core that wrk was busy: near 1, the figures are wrk's, not the server's. */
	readonly loadBusy: number;
	readonly bytesPerAnswer: number;
}

/** How often wrk's processor time is looked at, in milliseconds: it is gone when the process is. */
const lookInterval = 50;

/** Runs `wrk` with one thread. Rejects where any answer was an error, or a connection broke. */
export async function runWrk(load: Load): Promise<LoadFigures> {
	const { url, headers, requests, connections, seconds, core } = load;
	const child = spawn(
		"taskset",
		[
			...["-c", `${core}`, "wrk", "-t1", `-c${connections}`, `-d${seconds}s`, "--latency"],
			...["--timeout", "10s"],
			...(requests === "alike" ? [] : ["-s", join(import.meta.dirname, "no-two-alike.lua")]),
			...Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}: ${value}`]),
			url,
		],
		{ stdio: ["ignore", "pipe", "inherit"] },
	);
	let output = "";
	child.stdout.on("data", (chunk: Buffer) => {
		output += chunk.toString();
	});
	const started = performance.now();
	let loadBusy = 0;
	const timer = setInterval(() => {
		try {
			const elapsed = (performance.now() - started) / 1000;
			if (child.pid !== undefined && elapsed < seconds)
				loadBusy = processorTimeOf(child.pid) / elapsed;
		} catch {
			// It has just ended.
		}
	}, lookInterval);
	const [code] = await once(child, "close");
	clearInterval(timer);
	if (code !== 0 || /Non-2xx|Socket errors/.test(output))
		throw new Error(`wrk ${url} with ${connections} connections:\n${output}`);
	return { ...parseWrk(output), loadBusy };
}

function parseWrk(output: string): Omit<LoadFigures, "loadBusy"> {
	const read = (pattern: RegExp): string => pattern.exec(output)?.[1] ?? "";
	const requests = Number(read(/(\d+) requests in/));
	return {
		requests,
		requestsPerSecond: Number(read(/Requests\/sec:\s+([\d.]+)/)),
		p99InMilliseconds: parseTime(read(/^\s+99%\s+(\S+)/m)),
		bytesPerAnswer: parseBytes(read(/requests in [^,]+, (\S+) read/)) / requests,
	};
}

function parseTime(text: string): number {
	const factors = { us: 0.001, ms: 1, s: 1000, m: 60_000 };
	return multiply(text, factors);
}

function parseBytes(text: string): number {
	return multiply(text, { B: 1, KB: 2 ** 10, MB: 2 ** 20, GB: 2 ** 30 });
}

function multiply(text: string, factors: Readonly<Record<string, number>>): number {
	const [, number = "", unit = ""] = /^([\d.]+)([A-Za-z]+)$/.exec(text) ?? [];
	return Number(number) * (factors[unit] ?? Number.NaN);
}
