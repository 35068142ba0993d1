import { execFile } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { promisify } from "node:util";
import { z } from "zod";

const pollsSchema = z.object({
	count: z.number(),
	full: z.number(),
	p99: z.number(),
	worst: z.number(),
	errors: z.array(z.string()),
});

const run = promisify(execFile);

/** What poll.ts printed. */
export function parsePolls(text: string): z.output<typeof pollsSchema> {
	return pollsSchema.parse(JSON.parse(text));
}

/** Polls in a process of its own (see poll.ts); the 99th percentile in milliseconds. Rejects if any answer was an error. */
export async function pollSteadily(
	origin: string,
	paths: readonly string[],
	pace: { readonly rate: number; readonly seconds: number; readonly connections: number },
): Promise<number> {
	const { rate, seconds, connections } = pace;
	const args = [
		join(import.meta.dirname, "poll.ts"),
		origin,
		...[rate, seconds, connections].map(String),
	];
	const { stdout } = await run(process.execPath, [...args, ...paths], { maxBuffer: 2 ** 24 });
	const { p99, errors } = parsePolls(stdout);
	if (errors.length > 0) throw new Error(`${errors.length} polls failed: ${errors[0]}`);
	return p99;
}

/** Asks for one address as fast as it is answered, by wrk; the 99th percentile in milliseconds. */
export async function pollAtFullSpeed(
	url: string,
	load: { readonly connections: number; readonly seconds: number },
): Promise<number> {
	const { stdout } = await run("wrk", [
		...["-t1", `-c${load.connections}`, `-d${load.seconds}s`, "--latency"],
		...["-H", "Accept-Encoding: gzip", url],
	]);
	if (/Non-2xx|Socket errors/.test(stdout)) throw new Error(`wrk saw errors:\n${stdout}`);
	const [, number, unit] = /99%\s+([\d.]+)(us|ms|s)\b/.exec(stdout) ?? [];
	const factor = { us: 0.001, ms: 1, s: 1000 }[unit === "us" || unit === "s" ? unit : "ms"];
	return Number(number) * factor;
}
