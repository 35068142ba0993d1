/**
 * Measures Broadsheet beside its peers, prints a table, and keeps everything in results.json, results.md and the plots;
 * groups that are not asked for stay as their last run left them. A run of another scale is a try, of which nothing is
 * kept. The README's table follows with `npm run write-tables`.
 * `npm run bench -- [serve|build|live|growth|edge …] [--rounds N] [--scale FACTOR] [--largest N] [--install]`
 */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import type { BenchSettings, Measure } from "./bench-settings.ts";
import { bundleBroadsheet } from "./broadsheet.ts";
import { drawGrowth } from "./plot/draw-growth.ts";
import { drawRequests } from "./plot/draw-requests.ts";
import { renderResults, renderTable } from "./render-results.ts";
import {
	buildGroupResult,
	type GroupName,
	groupNames,
	type Results,
	readResults,
	resultsFile,
	writeResults,
} from "./stored-results.ts";

const here = import.meta.dirname;

/** Runs groups one after the other; each is kept as soon as it is done. */
async function bench(groups: readonly GroupName[], settings: BenchSettings): Promise<void> {
	bundleBroadsheet();
	for (const name of groups) {
		// Only what is asked for is loaded: another group's tools may be missing.
		const module: Readonly<Record<string, Measure>> = await import(`./${name}.ts`);
		const measure = module[name];
		if (!measure) throw new Error(`benchmarks/${name}.ts has no ${name}().`);
		settings.note(`${name}:`);
		const rows = await measure(settings);
		process.stdout.write(renderTable(rows));
		if (settings.scale !== 1) continue;
		const result = buildGroupResult(rows, settings.rounds);
		keep({ ...readResults(resultsFile), [name]: result });
	}
}

function keep(results: Results): void {
	writeResults(resultsFile, results);
	writeFileSync(join(here, "results.md"), renderResults(results));
	const plots = {
		"growth.svg": drawGrowth(results.growth?.rows ?? []),
		"requests.svg": drawRequests(results.serve?.rows ?? []),
	};
	for (const [name, plot] of Object.entries(plots))
		if (plot !== undefined) writeFileSync(join(here, name), plot);
}

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		rounds: { type: "string", default: "5" },
		scale: { type: "string", default: "1" },
		largest: { type: "string", default: "100000" },
		install: { type: "boolean", default: false },
	},
});
const unknown = positionals.filter((name) => !groupNames.some((known) => known === name));
if (unknown.length > 0)
	throw new Error(`There is no ${unknown.join(", ")}: ${groupNames.join(", ")}.`);
const groups = groupNames.filter((name) => positionals.length === 0 || positionals.includes(name));
await bench(groups, {
	rounds: Number(values.rounds),
	scale: Number(values.scale),
	largest: Number(values.largest),
	tools: values.install ? "install" : "ask",
	note: (line) => process.stderr.write(`${line}\n`),
});
