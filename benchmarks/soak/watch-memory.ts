import { readFileSync } from "node:fs";
import { slopeOf } from "../slope.ts";
import { spreadOf } from "../spread.ts";

/** What a process kept in memory over time, once it was warm. */
export interface MemoryReport {
	/** Resident set in megabytes, in the median of the first and of the last quarter. */
	readonly first: number;
	readonly last: number;
	/** Megabytes a minute, by least squares. */
	readonly slope: number;
	/** The largest resident set ever, in megabytes. */
	readonly peak: number;
}

/** In milliseconds. */
const interval = 500;

/** Samples the resident set of a process (Linux: `VmRSS`) until `end` is called. */
export function watchMemory(pid: number): { end(): MemoryReport } {
	const samples: (readonly [minutes: number, megabytes: number])[] = [];
	const start = performance.now();
	const timer = setInterval(() => {
		samples.push([(performance.now() - start) / 60_000, readMemory(pid, "VmRSS")]);
	}, interval);
	return {
		end() {
			clearInterval(timer);
			const quarter = Math.ceil(samples.length / 4);
			const medianOf = (some: typeof samples) =>
				spreadOf(some.map(([, megabytes]) => megabytes)).median;
			return {
				first: medianOf(samples.slice(0, quarter)),
				last: medianOf(samples.slice(-quarter)),
				slope: slopeOf(samples),
				peak: readMemory(pid, "VmHWM"),
			};
		},
	};
}

function readMemory(pid: number, field: "VmRSS" | "VmHWM"): number {
	const status = readFileSync(`/proc/${pid}/status`, "utf8");
	return Number(new RegExp(`^${field}:\\s+(\\d+) kB`, "m").exec(status)?.[1]) / 1024;
}
