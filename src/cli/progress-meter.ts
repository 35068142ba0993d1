import type { Progress, Step } from "../publication/progress.ts";
import type { Io } from "./io.ts";

/** Tells people how far a command is, once it takes longer than they like to wait. */
export interface ProgressMeter {
	readonly step: Progress;
	/** Wipes what is shown; whatever comes after shows nothing. */
	end(): void;
}

/** What takes less is over before anybody has read a word. In milliseconds. */
const patience = 1000;
/** Between two states of a line that is written over, and between two lines that stay. In milliseconds. */
const intervals = { terminal: 100, pipe: 5000 } as const;
/** Characters of the bar. */
const barLength = 24;

const kinds = { read: "articles", rendered: "articles", wrote: "documents" } as const;

/**
 * A meter that begins to count the time at once. At a terminal it draws one line over and over, at most ten times a
 * second; elsewhere it reports a line now and then.
 */
export function createProgressMeter(io: Io): ProgressMeter {
	let next = io.clock().getTime() + patience;
	let state: "idle" | "shown" | "ended" = "idle";
	return {
		step(step) {
			if (state === "ended") return;
			const now = io.clock().getTime();
			if (now < next) return;
			next = now + intervals[io.reports];
			if (io.reports === "pipe") return io.report(`broadsheet: ${describe(step)}`);
			state = "shown";
			io.progress(`${drawBar(step)} ${describe(step)}`);
		},
		end() {
			if (state === "shown") io.progress("");
			state = "ended";
		},
	};
}

function describe({ name, done, all }: Step): string {
	return `${name} ${done} of ${all} ${kinds[name]}`;
}

function drawBar({ done, all }: Step): string {
	const full = Math.floor((barLength * done) / Math.max(all, 1));
	return `[${"#".repeat(full)}${"-".repeat(barLength - full)}]`;
}
