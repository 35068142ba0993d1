/** Time and memory of `build` beside Hugo's, and of a warm start beside a cold one. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type BenchSettings, formatCount, scaled } from "./bench-settings.ts";
import { broadsheetCommand, type Documents, startBroadsheet, writeRunFlags } from "./broadsheet.ts";
import { prepareHugo } from "./hugo.ts";
import { prepareLeastBuild } from "./least-build.ts";
import { measureCommand, type Run } from "./measure-command.ts";
import { prepareCorpus, readCorpus } from "./prepared-corpus.ts";
import type { Row } from "./row.ts";
import { ratioOf, spreadOf } from "./spread.ts";
import { requireTools } from "./tools.ts";

/** Builds of a hundred thousand articles take minutes: more rounds tell nothing more of them. */
const mostRoundsOfMany = 3;
const many = 50_000;
/** The factor of Hugo's figures that is to be reached. */
const goals = { "feeds alone": 0.5, everything: 1 } as const;
const warmGoal = 0.15;
const leastName = "js-yaml, markdown-it and as many bytes written, on two threads";
/** Until a server has prepared what it prepares in the background, and no second is shared by two starts. */
const settles = 4000;

/** Measures builds of 10,000 and 100,000 articles, beside Hugo's and beside themselves when nothing changed. */
export async function build(settings: BenchSettings): Promise<readonly Row[]> {
	requireTools(["hugo", "time"], settings);
	const rows: Row[] = [];
	// ext4 looks at every lately deleted file before it makes another: nothing is deleted before the end.
	const place = mkdtempSync(join(tmpdir(), "broadsheet-build-"));
	try {
		for (const size of [10_000, 100_000].filter((size) => size <= settings.largest)) {
			const articles = scaled(size, settings);
			const rounds =
				articles > many ? Math.min(settings.rounds, mostRoundsOfMany) : settings.rounds;
			for (const documents of ["feeds alone", "everything"] as const)
				rows.push(...measureBuilds(articles, documents, place, { ...settings, rounds }));
		}
	} finally {
		rmSync(place, { recursive: true, force: true });
	}
	rows.push(...(await measureStarts(scaled(10_000, settings), settings)));
	return rows;
}

function measureBuilds(
	articles: number,
	documents: Documents,
	place: string,
	settings: BenchSettings,
): Row[] {
	const corpus = prepareCorpus(articles, settings);
	const [cold, warm, hugo, least]: [Run[], Run[], Run[], Run[]] = [[], [], [], []];
	for (let round = 0; round < settings.rounds; round++) {
		const root = mkdtempSync(join(place, "round-"));
		const [ours, theirs] = [join(root, "broadsheet"), join(root, "hugo")];
		mkdirSync(ours);
		const flags = writeRunFlags(ours, documents);
		const built = join(ours, "out");
		const command = [...broadsheetCommand, "build", corpus, "--out", built, ...flags];
		/** With the articles in the system's memory, whoever comes first. */
		const measure = (command: readonly string[], folder: string): Run => {
			readCorpus(corpus);
			return measureCommand(command, folder);
		};
		cold.push(measure(command, ours));
		hugo.push(measure(prepareHugo(theirs, corpus, documents), theirs));
		if (documents === "feeds alone") {
			const place = join(root, "least");
			const made = { articles: corpus, built, state: join(ours, "state") };
			least.push(measure(prepareLeastBuild(place, made), place));
		}
		warm.push(measure(command, ours));
		const times = [cold, warm, hugo].map((runs) => runs.at(-1)?.seconds.toFixed(2));
		settings.note(
			`${round + 1}/${settings.rounds} ${formatCount(articles)} articles, ${documents}: ${times[0]} s, warm ${times[1]} s, Hugo ${times[2]} s`,
		);
	}
	const what = `${formatCount(articles)} articles, ${documents}`;
	const beside = documents === "feeds alone" ? "Hugo, RSS of the sections" : "Hugo, RSS and pages";
	const goal = goals[documents];
	const seconds = (runs: readonly Run[]) => runs.map((run) => run.seconds);
	const megabytes = (runs: readonly Run[]) => runs.map((run) => run.megabytes);
	const processor = (runs: readonly Run[]) => runs.map((run) => run.processorSeconds);
	return [
		compare(`cold build, ${what}`, beside, "s", seconds(cold), seconds(hugo), goal),
		compare(`memory of it, ${what}`, beside, "MB", megabytes(cold), megabytes(hugo), goal),
		compare(`processor time of it, ${what}`, beside, "s", processor(cold), processor(hugo)),
		...(least.length > 0
			? [
					compare(`cold build, ${what}`, leastName, "s", seconds(cold), seconds(least)),
					compare(`memory of it, ${what}`, leastName, "MB", megabytes(cold), megabytes(least)),
				]
			: []),
		compare(`warm build, ${what}`, "the cold build", "s", seconds(warm), seconds(cold), warmGoal),
	];
}

/** From the start of the process until a section's feed was fetched, with nothing remembered and with everything. */
async function measureStarts(articles: number, settings: BenchSettings): Promise<Row[]> {
	const corpus = prepareCorpus(articles, settings);
	const root = mkdtempSync(join(tmpdir(), "broadsheet-start-"));
	const [cold, warm]: [number[], number[]] = [[], []];
	try {
		const flags = writeRunFlags(root, "everything");
		for (let round = 0; round < settings.rounds; round++) {
			rmSync(join(root, "state"), { recursive: true, force: true });
			cold.push(await measureStart(corpus, flags));
			warm.push(await measureStart(corpus, flags));
			settings.note(
				`${round + 1}/${settings.rounds} start: ${cold.at(-1)?.toFixed(2)} s, warm ${warm.at(-1)?.toFixed(2)} s`,
			);
		}
	} finally {
		rmSync(root, { recursive: true, force: true });
	}
	const what = `warm start of serve, ${formatCount(articles)} articles`;
	return [compare(what, "the cold start", "s", warm, cold, warmGoal)];
}

async function measureStart(corpus: string, flags: readonly string[]): Promise<number> {
	const server = await startBroadsheet(corpus, flags);
	try {
		const start = performance.now();
		const response = await fetch(`${server.origin}/section-0/atom.xml`);
		await response.bytes();
		if (response.status !== 200) throw new Error(`The feed's status is ${response.status}.`);
		const seconds = server.readyAfter + (performance.now() - start) / 1000;
		await pause(settles);
		return seconds;
	} finally {
		await server.stop();
	}
}

function compare(
	what: string,
	beside: string,
	unit: string,
	ours: readonly number[],
	theirs: readonly number[],
	goal?: number,
): Row {
	const ratio = ratioOf(ours, theirs);
	return {
		group: "build",
		what,
		beside,
		unit,
		ours: spreadOf(ours),
		theirs: spreadOf(theirs),
		ratio,
		goal: goal === undefined ? "" : `${goal} × or less`,
		reached: goal === undefined ? "report" : ratio <= goal ? "yes" : "no",
	};
}
