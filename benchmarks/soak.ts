/**
 * An hour's worth of edits and polls, compressed into five minutes, over a server that follows its folder: nothing may
 * be lost, fail, or grow. Prints a report and keeps it in soak.md; `--try` takes 20 seconds and keeps nothing.
 * `npm run soak -- [--try] [--articles N] [--seconds N] [--seed N]`
 */
import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs, promisify } from "node:util";
import {
	type BroadsheetServer,
	bundleBroadsheet,
	startBroadsheet,
	writeRunFlags,
} from "./broadsheet.ts";
import { createRandom } from "./corpus.ts";
import { parsePolls } from "./live/load.ts";
import { corpusShape, prepareCorpus } from "./prepared-corpus.ts";
import { compareDocuments, seeDocuments } from "./soak/documents.ts";
import { type EditedFolder, editFolder } from "./soak/edits.ts";
import { waitUntilMet } from "./soak/expectation.ts";
import { fullSeconds, isGood, renderSoak, type SoakReport } from "./soak/report.ts";
import { watchMemory } from "./soak/watch-memory.ts";
import { spreadOf } from "./spread.ts";

/** A busy newsroom's hour, which passes in the time of a full run. */
const hour = { edits: 600, polls: 100_000 };
const connections = 64;
/** Until the server has prepared what is asked for all the time, and seen every kind of edit, as a part of the whole time. */
const warmUp = 0.2;
/** Until what the last edits touched is prepared, in milliseconds. */
const settles = 5000;
/** Article pages that are compared at the end: those that were made or edited last, and some more. */
const pagesCompared = 2000;

interface SoakSettings {
	readonly articles: number;
	readonly seconds: number;
	readonly seed: number;
}

/** Runs a soak. The same seed gives the same edits. */
async function soak({ articles, seconds, seed }: SoakSettings): Promise<SoakReport> {
	const note = (line: string) => process.stderr.write(`${line}\n`);
	const root = mkdtempSync(join(tmpdir(), "broadsheet-soak-"));
	const folder = join(root, "articles");
	cpSync(prepareCorpus(articles, { note }), folder, { recursive: true });
	const edited = editFolder(folder, { ...corpusShape, articles }, createRandom(seed));
	const flags = writeRunFlags(root, "everything");
	bundleBroadsheet();
	const server = await startBroadsheet(folder, flags);
	try {
		note(`editing and polling for ${seconds} seconds`);
		const polling = pollAll(server.origin, seconds);
		const memory = watchLater(server, seconds * warmUp * 1000);
		const [polls, editing] = await Promise.all([polling, editAll(server.origin, edited, seconds)]);
		const memoryReport = memory.end();
		await pause(settles);
		note("comparing with a cold server");
		const pages = edited.pages().slice(-pagesCompared);
		const seen = await seeDocuments(server.origin, pages);
		const differences = await compareWithCold(root, folder, seen, pages);
		return {
			articles,
			seconds,
			...editing,
			polls,
			errors: [...polls.errors, ...server.errors()],
			memory: memoryReport,
			documents: seen.size,
			differences,
		};
	} finally {
		await server.stop();
		rmSync(root, { recursive: true, force: true });
	}
}

/** The lists that stay, in all three formats, and their pages. */
async function pollAll(origin: string, seconds: number): Promise<ReturnType<typeof parsePolls>> {
	const { sections, tags, authors } = corpusShape;
	const count = (length: number, name: string) =>
		Array.from({ length }, (_, number) => `/${name}${number}`);
	const lists = [
		"",
		...count(sections, "section-"),
		...count(tags / 5, "tags/tag-"),
		...count(authors / 5, "authors/writer-"),
	];
	const names = ["rss.xml", "atom.xml", "feed.json", ""];
	const paths = lists.flatMap((list) => names.map((name) => `${list}/${name}`));
	const rate = Math.round(hour.polls / fullSeconds);
	const args = [
		join(import.meta.dirname, "live/poll.ts"),
		origin,
		...[rate, seconds, connections].map(String),
	];
	const { stdout } = await promisify(execFile)(process.execPath, [...args, ...paths], {
		maxBuffer: 2 ** 26,
	});
	return parsePolls(stdout);
}

/** Edits at a steady pace; waits for each edit to be seen while others go on. */
async function editAll(
	origin: string,
	edited: EditedFolder,
	seconds: number,
): Promise<Pick<SoakReport, "edits" | "kinds" | "delays" | "lost">> {
	const kinds = new Map<string, number>();
	const [delays, lost]: [number[], string[]] = [[], []];
	const waits: Promise<void>[] = [];
	const edits = Math.round((hour.edits * seconds) / fullSeconds);
	const start = performance.now();
	for (let number = 0; number < edits; number++) {
		await pause(Math.max(0, start + (number * seconds * 1000) / edits - performance.now()));
		const expectation = edited.edit();
		const kind = expectation?.edit ?? "touch";
		kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
		if (!expectation) continue;
		waits.push(
			waitUntilMet(origin, expectation).then((delay) => {
				if (delay === undefined) lost.push(`${kind}: ${expectation.address}`);
				else delays.push(delay);
				edited.release(expectation);
			}),
		);
	}
	await Promise.all(waits);
	return { edits, kinds, delays: spreadOf(delays), lost };
}

function watchLater({ pid }: BroadsheetServer, wait: number): ReturnType<typeof watchMemory> {
	let watch: ReturnType<typeof watchMemory> | undefined;
	const timer = setTimeout(() => {
		watch = watchMemory(pid);
	}, wait);
	return {
		end() {
			clearTimeout(timer);
			if (!watch) throw new Error("The soak was over before the server was warm.");
			return watch.end();
		},
	};
}

/** What a server that has just started, with a copy of the state, serves otherwise. */
async function compareWithCold(
	root: string,
	folder: string,
	seen: Awaited<ReturnType<typeof seeDocuments>>,
	pages: readonly string[],
): Promise<string[]> {
	const copy = join(root, "copy");
	cpSync(join(root, "state"), join(copy, "state"), { recursive: true });
	const cold = await startBroadsheet(folder, [...writeRunFlags(copy, "everything"), "--no-watch"]);
	try {
		return compareDocuments(seen, await seeDocuments(cold.origin, pages));
	} finally {
		await cold.stop();
	}
}

const { values } = parseArgs({
	options: {
		try: { type: "boolean", default: false },
		articles: { type: "string" },
		seconds: { type: "string" },
		seed: { type: "string", default: "1" },
	},
});
const report = await soak({
	articles: Number(values.articles ?? (values.try ? 1000 : 10_000)),
	seconds: Number(values.seconds ?? (values.try ? 20 : fullSeconds)),
	seed: Number(values.seed),
});
const text = renderSoak(report);
process.stdout.write(text);
for (const line of [...report.lost, ...report.errors, ...report.differences].slice(0, 50))
	process.stderr.write(`${line}\n`);
if (!values.try) writeFileSync(join(import.meta.dirname, "soak.md"), text);
process.exitCode = isGood(report) ? 0 : 1;
