/** How the time of a cold build grows with the number of articles, beside Hugo's. */
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BenchSettings, formatCount, scaled } from "./bench-settings.ts";
import { broadsheetCommand, writeRunFlags } from "./broadsheet.ts";
import { prepareHugo } from "./hugo.ts";
import { measureCommand } from "./measure-command.ts";
import { prepareCorpus, readCorpus } from "./prepared-corpus.ts";
import type { Row } from "./row.ts";
import { slopeOf } from "./slope.ts";
import { ratioOf, spreadOf } from "./spread.ts";
import { requireTools } from "./tools.ts";

const sizes = [1000, 3000, 10_000, 30_000, 100_000];
const mostExponent = 1.05;
const beside = "Hugo, RSS of the sections";

interface Sample {
	readonly articles: number;
	readonly ours: number;
	readonly theirs: number;
}

/** Measures cold builds of the feeds alone, and the slope of their times on logarithmic scales. */
export async function growth(settings: BenchSettings): Promise<readonly Row[]> {
	requireTools(["hugo", "time"], settings);
	const rounds: Sample[][] = [];
	for (let round = 0; round < settings.rounds; round++) {
		const samples = sizes.map((size) => measureSize(scaled(size, settings), settings));
		rounds.push(samples);
		const times = samples.map(
			({ articles, ours, theirs }) => `${articles}: ${ours} s, ${theirs} s`,
		);
		settings.note(`${round + 1}/${settings.rounds} ${times.join("; ")}`);
	}
	return [buildSlopeRow(rounds, settings), ...sizes.map((_, index) => buildSizeRow(rounds, index))];
}

function measureSize(articles: number, settings: BenchSettings): Sample {
	const corpus = prepareCorpus(articles, settings);
	const root = mkdtempSync(join(tmpdir(), "broadsheet-growth-"));
	try {
		const [ours, theirs] = [join(root, "broadsheet"), join(root, "hugo")];
		mkdirSync(ours);
		const flags = writeRunFlags(ours, "feeds alone");
		const command = [...broadsheetCommand, "build", corpus, "--out", join(ours, "out"), ...flags];
		const hugoCommand = prepareHugo(theirs, corpus, "feeds alone");
		const measure = (command: readonly string[], folder: string): number => {
			readCorpus(corpus);
			return measureCommand(command, folder).seconds;
		};
		return { articles, ours: measure(command, ours), theirs: measure(hugoCommand, theirs) };
	} finally {
		rmSync(root, { recursive: true, force: true });
	}
}

function buildSlopeRow(rounds: readonly (readonly Sample[])[], settings: BenchSettings): Row {
	const [ours, theirs] = (["ours", "theirs"] as const).map((side) =>
		rounds.map((samples) =>
			slopeOf(samples.map((sample) => [Math.log(sample.articles), Math.log(sample[side])])),
		),
	);
	const [first = 0, last = 0] = [sizes.at(0), sizes.at(-1)].map((size) =>
		scaled(size ?? 0, settings),
	);
	const spread = spreadOf(ours ?? []);
	return {
		group: "growth",
		what: `exponent of growth from ${formatCount(first)} to ${formatCount(last)} articles`,
		beside,
		unit: "",
		ours: spread,
		theirs: spreadOf(theirs ?? []),
		goal: `${mostExponent} or less`,
		reached: spread.median <= mostExponent ? "yes" : "no",
	};
}

function buildSizeRow(rounds: readonly (readonly Sample[])[], index: number): Row {
	const samples = rounds.flatMap((round) => round[index] ?? []);
	const [ours, theirs] = [samples.map((one) => one.ours), samples.map((one) => one.theirs)];
	return {
		group: "growth",
		what: `cold build, ${formatCount(samples[0]?.articles ?? 0)} articles`,
		beside,
		unit: "s",
		ours: spreadOf(ours),
		theirs: spreadOf(theirs),
		ratio: ratioOf(ours, theirs),
		goal: "",
		reached: "report",
	};
}
