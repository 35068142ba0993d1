import type { Spread } from "./row.ts";

/** The median of measurements, the smallest and the largest. */
export function spreadOf(values: readonly number[]): Spread {
	const sorted = values.toSorted((a, b) => a - b);
	const at = (position: number): number => sorted[position] ?? Number.NaN;
	const middle = (sorted.length - 1) / 2;
	const median = (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2;
	return { median, low: at(0), high: at(sorted.length - 1) };
}

/** The median of the ratios of measurements that were taken in pairs, one right after the other. */
export function ratioOf(ours: readonly number[], theirs: readonly number[]): number {
	return spreadOf(ours.map((value, round) => value / (theirs[round] ?? Number.NaN))).median;
}
