import type { Row } from "./row.ts";

/** How a group of benchmarks is run. */
export interface BenchSettings {
	/** How often everything is measured, each side in turn. */
	readonly rounds: number;
	/** Factor of the numbers of articles: less than 1 for a try. */
	readonly scale: number;
	/** Folders of more articles are left out. */
	readonly largest: number;
	/** Whether a missing tool is installed, or only named. */
	readonly tools: "ask" | "install";
	/** Told what is being measured, a line at a time. */
	readonly note: (line: string) => void;
}

/** Measures one group. Rejects where a tool is missing or something goes wrong. */
export type Measure = (settings: BenchSettings) => Promise<readonly Row[]>;

/** A number of articles at the scale of this run. */
export function scaled(articles: number, { scale }: BenchSettings): number {
	return Math.max(20, Math.round(articles * scale));
}

/** A whole number as people read it: `10,000`. */
export function formatCount(count: number): string {
	return count.toLocaleString("en-GB");
}
