import process from "node:process";
import { formatCount } from "../bench-settings.ts";
import { formatFigure } from "../render-results.ts";
import type { Spread } from "../row.ts";
import { describeMachine } from "../stored-results.ts";
import type { MemoryReport } from "./watch-memory.ts";

/** What a soak found. */
export interface SoakReport {
	readonly articles: number;
	readonly seconds: number;
	readonly edits: number;
	/** Kinds of edits, with how often each was done. */
	readonly kinds: ReadonlyMap<string, number>;
	/** Milliseconds until an edit was seen. */
	readonly delays: Spread;
	/** What was never seen, in words. */
	readonly lost: readonly string[];
	readonly polls: {
		readonly count: number;
		readonly full: number;
		readonly p99: number;
		readonly worst: number;
	};
	/** Polls that failed, and whatever the server reported as an error. */
	readonly errors: readonly string[];
	readonly memory: MemoryReport;
	readonly documents: number;
	/** Documents that a cold server does not serve alike. */
	readonly differences: readonly string[];
}

/** A shorter run says nothing of memory: a heap takes its time to find its size. In seconds. */
export const fullSeconds = 300;
/** How much of the first quarter's memory the last one may have more. */
const mostGrowth = 0.1;

/** Whether nothing was lost, failed or differed, and memory stayed flat. */
export function isGood(report: SoakReport): boolean {
	return judge(report).every(([, , verdict]) => verdict !== "no");
}

/** The report as Markdown. */
export function renderSoak(report: SoakReport): string {
	const { articles, seconds, edits, kinds, polls } = report;
	const perSecond = (count: number) => formatFigure(count / seconds);
	const list = [...kinds].map(([kind, count]) => `${kind} ${count}`).join(", ");
	const rows = judge(report).map(
		([what, figure, verdict]) => `| ${what} | ${figure} | ${verdict} |`,
	);
	return `# Soak

Written by \`npm run soak\`. A server over ${formatCount(articles)} articles for ${formatCount(seconds)} seconds, at twelve times the pace of
a busy hour: ${formatCount(edits)} edits (${perSecond(edits)} a second: ${list}) and ${formatCount(polls.count)} conditional polls (${perSecond(polls.count)} a second).
${new Date().toISOString().slice(0, 10)}; ${describeMachine()}; Node.js ${process.versions.node}.

| what | found | good |
| --- | --- | --- |
${rows.join("\n")}

Until an edit was seen: ${formatFigure(report.delays.median)} ms in the median, ${formatFigure(report.delays.high)} ms at worst (no document changes twice within a
second). Polls: ${formatCount(polls.full)} whole documents, the rest 304; 99th percentile ${formatFigure(polls.p99)} ms, ${formatFigure(polls.worst)} ms at worst.
`;
}

function judge(
	report: SoakReport,
): (readonly [what: string, figure: string, verdict: "yes" | "no" | "too short"])[] {
	const { seconds, memory, lost, errors, differences, documents } = report;
	const megabytes = (value: number) => `${formatFigure(value)} MB`;
	const is = (good: boolean) => (good ? "yes" : "no");
	return [
		["edits that were never seen", String(lost.length), is(lost.length === 0)],
		["errors", String(errors.length), is(errors.length === 0)],
		[
			"memory in the first and in the last quarter, once warm",
			`${megabytes(memory.first)}, ${megabytes(memory.last)} (${formatFigure(memory.slope)} MB a minute; peak ${megabytes(memory.peak)})`,
			seconds < fullSeconds ? "too short" : is(memory.last <= memory.first * (1 + mostGrowth)),
		],
		[
			`documents that a cold server with a copy of the state serves otherwise, of ${formatCount(documents)}`,
			String(differences.length),
			is(differences.length === 0),
		],
	];
}
