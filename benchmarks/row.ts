/** What repeated measurements gave. */
export interface Spread {
	readonly median: number;
	readonly low: number;
	readonly high: number;
}

/** One figure, beside a peer's of the same run where it has one. */
export interface Row {
	readonly group: "serve" | "build" | "live" | "growth" | "edge";
	readonly what: string;
	readonly beside: string;
	readonly unit: string;
	readonly ours: Spread;
	readonly theirs?: Spread;
	readonly ratio?: number;
	readonly goal: string;
	readonly reached: "yes" | "no" | "report";
}
