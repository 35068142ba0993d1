import type { Row } from "../row.ts";
import { ratioOf, spreadOf } from "../spread.ts";
import type { Load } from "./wrk.ts";

export interface Scenario {
	readonly what: "200 gzip" | "200 identity" | "304";
	readonly path: string;
	readonly headers: Readonly<Record<string, string>>;
	readonly connections: number;
	readonly requests: Load["requests"];
}

/** One measurement of one server. */
export interface Served {
	readonly server: string;
	readonly scenario: Scenario;
	readonly requestsPerSecond: number;
	readonly p99InMilliseconds: number;
	/** Processor time of the server's process for each request. */
	readonly microsecondsPerRequest: number;
	readonly loadBusy: number;
	readonly bytesPerAnswer: number;
}

/** A load generator that is busier than this measures itself. */
const busiest = 0.95;
const fewConnections = 32;

const peers = [
	"bare node:http",
	"bare node:net",
	"nginx",
	"nginx without its log",
	"nginx without its log, with open_file_cache",
] as const;

/** All but the one that only the rates are compared with. */
const peersOfMost = peers.filter((peer) => !peer.includes("open_file_cache"));

/** The ratio to reach of requests a second, by peer; 304 beside nginx has its own. */
const leastRates = { "bare node:http": 0.95, nginx: 1 } as const;
const leastNotModifiedRate = 0.9;
const mostLatency = 1.25;

type Figure = "requestsPerSecond" | "p99InMilliseconds" | "microsecondsPerRequest";

/** The table of one run: requests a second beside each peer, then the latency beside nginx. */
export function buildServeRows(served: readonly Served[]): readonly Row[] {
	const kinds = ["200 gzip", "200 identity", "304"] as const;
	const few = { connections: fewConnections, requests: "alike" } as const;
	const rates = kinds.flatMap((what) =>
		peers.map((peer) => buildRow(served, { what, peer, ...few, figure: "requestsPerSecond" })),
	);
	const differentRates = kinds.flatMap((what) =>
		peersOfMost.map((peer) =>
			buildRow(served, {
				...{ what, peer, ...few },
				requests: "no two alike",
				figure: "requestsPerSecond",
			}),
		),
	);
	const latencies = [fewConnections, 1000].flatMap((connections) =>
		kinds.flatMap((what) =>
			peersOfMost.map((peer) =>
				buildRow(served, {
					...{ what, peer, connections },
					requests: "alike",
					figure: "p99InMilliseconds",
				}),
			),
		),
	);
	const costs = kinds.flatMap((what) =>
		peersOfMost.map((peer) =>
			buildRow(served, { what, peer, ...few, figure: "microsecondsPerRequest" }),
		),
	);
	return [...rates, ...differentRates, ...latencies, ...costs];
}

interface Wanted {
	readonly what: Scenario["what"];
	readonly peer: string;
	readonly connections: number;
	readonly requests: Load["requests"];
	readonly figure: Figure;
}

function buildRow(
	served: readonly Served[],
	{ what, peer, connections, requests, figure }: Wanted,
): Row {
	const of = (server: string): readonly Served[] =>
		served.filter(
			(one) =>
				one.server === server &&
				one.scenario.what === what &&
				one.scenario.requests === requests &&
				one.scenario.connections === connections,
		);
	const [ours, theirs] = [of("broadsheet"), of(peer)];
	const [mine, other] = [ours, theirs].map((list) => list.map((one) => one[figure]));
	const ratio = ratioOf(mine ?? [], other ?? []);
	const isLimited = [...ours, ...theirs].some(({ loadBusy }) => loadBusy >= busiest);
	return {
		group: "serve",
		what: `${describe(figure)}, ${what}, ${connections} connections${requests === "alike" ? "" : `, ${requests}`}`,
		beside: peer,
		unit: units[figure],
		ours: spreadOf(mine ?? []),
		theirs: spreadOf(other ?? []),
		ratio,
		...judge(ratio, { what, peer, requests, figure, limitedBy: isLimited ? "wrk" : undefined }),
	};
}

const units = {
	requestsPerSecond: "requests a second",
	p99InMilliseconds: "ms",
	microsecondsPerRequest: "µs",
} as const;

function describe(figure: Figure): string {
	if (figure === "requestsPerSecond") return "Requests a second";
	return figure === "p99InMilliseconds" ? "99th percentile of latency" : "Processor time";
}

function judge(
	ratio: number,
	{
		what,
		peer,
		requests,
		figure,
		limitedBy,
	}: Omit<Wanted, "connections"> & { limitedBy: string | undefined },
): Pick<Row, "goal" | "reached"> {
	if (figure === "p99InMilliseconds" && peer === "nginx")
		return { goal: `${mostLatency} × or less`, reached: ratio <= mostLatency ? "yes" : "no" };
	if (requests !== "alike") return { goal: "", reached: "report" };
	if (figure !== "requestsPerSecond" || !(peer === "bare node:http" || peer === "nginx"))
		return { goal: "", reached: "report" };
	const limit = limitedBy === undefined ? "" : `; ${limitedBy} was at its limit`;
	const least = what === "304" && peer === "nginx" ? leastNotModifiedRate : leastRates[peer];
	return { goal: `${least} × or more${limit}`, reached: ratio >= least ? "yes" : "no" };
}
