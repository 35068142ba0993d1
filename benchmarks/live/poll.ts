/**
 * Polls feeds at a steady pace, as many readers do, and prints what it saw as JSON. A process of its own, so that
 * nothing else delays its clock. `node poll.ts ORIGIN RATE SECONDS CONNECTIONS PATH…`
 */
import { Agent, get } from "node:http";
import process from "node:process";
import { setTimeout as pause } from "node:timers/promises";

/** What a client saw. */
export interface Polls {
	readonly count: number;
	/** Whole feeds among the answers; all others are 304. */
	readonly full: number;
	/** Milliseconds until the last byte. */
	readonly p50: number;
	readonly p99: number;
	readonly worst: number;
	/** Statuses that are neither 200 nor 304, and failures. */
	readonly errors: readonly string[];
}

/** Polls so often a second, each path in turn, with the entity tag that it was last given there. */
export async function poll(
	origin: string,
	paths: readonly string[],
	pace: { readonly rate: number; readonly seconds: number; readonly connections: number },
): Promise<Polls> {
	const agent = new Agent({ keepAlive: true, maxSockets: pace.connections });
	const tags = new Map<string, string>();
	const times: number[] = [];
	const errors: string[] = [];
	let full = 0;

	function ask(path: string): Promise<void> {
		const start = performance.now();
		const headers = { "Accept-Encoding": "gzip", "If-None-Match": tags.get(path) ?? '"none"' };
		return new Promise((resolve) => {
			const fail = (reason: string) => {
				errors.push(`${path}: ${reason}`);
				resolve();
			};
			const request = get(origin + path, { agent, headers }, (response) => {
				response.resume();
				response.on("end", () => {
					times.push(performance.now() - start);
					if (response.statusCode === 200) full += 1;
					else if (response.statusCode !== 304) return fail(`status ${response.statusCode}`);
					tags.set(path, response.headers.etag ?? "");
					resolve();
				});
				response.on("error", (error) => fail(error.message));
			});
			request.on("error", (error) => fail(error.message));
		});
	}

	// What was never asked for has to be prepared first; that is not what is measured.
	for (const path of paths) await ask(path);
	times.length = 0;
	full = 0;
	const asked: Promise<void>[] = [];
	const start = performance.now();
	for (let number = 0; number < pace.rate * pace.seconds; number++) {
		const wait = start + (number * 1000) / pace.rate - performance.now();
		if (wait > 0) await pause(wait);
		asked.push(ask(paths[number % paths.length] ?? "/"));
	}
	await Promise.all(asked);
	agent.destroy();
	times.sort((a, b) => a - b);
	const at = (part: number): number => times[Math.ceil(times.length * part) - 1] ?? Number.NaN;
	return { count: times.length, full, p50: at(0.5), p99: at(0.99), worst: at(1), errors };
}

if (import.meta.main) {
	const [origin = "", rate, seconds, connections, ...paths] = process.argv.slice(2);
	const pace = { rate: Number(rate), seconds: Number(seconds), connections: Number(connections) };
	process.stdout.write(`${JSON.stringify(await poll(origin, paths, pace))}\n`);
}
