import process from "node:process";
import { compareEntries, isPassed, leastShares } from "./parity/compare-entries.ts";
import { readCorpus } from "./parity/read-corpus.ts";

/** So many differences are printed for each folder. */
const differencesShown = 10;

const folders = process.argv.slice(2);
if (folders.length === 0) {
	process.stderr.write(
		"Usage: npm run parity -- FOLDER…\nEach folder holds content/, site.yaml and reference.json.\n",
	);
	process.exit(2);
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`.padStart(9);
const width = Math.max(...folders.map((folder) => folder.length));
const titles = ["expected", "made", "links", "titles", "instants", "order", "faults"];
process.stdout.write(`${"".padEnd(width)} ${titles.map((title) => title.padStart(9)).join("")}\n`);
let hasFailed = false;
for (const folder of folders) {
	const corpus = await readCorpus(folder, new Date());
	const comparison = compareEntries(corpus);
	const errors = corpus.contents.faults.filter(({ severity }) => severity === "error");
	const numbers = [comparison.expected, comparison.made].map((count) => String(count).padStart(9));
	const { links, titles: sameTitles, instants, order, differences } = comparison;
	const shares = [links, sameTitles, instants, order].map(percent);
	const row = [...numbers, ...shares, String(errors.length).padStart(9)].join("");
	process.stdout.write(`${folder.padEnd(width)} ${row}  ${isPassed(comparison) ? "" : "FAILED"}\n`);
	for (const difference of differences.slice(0, differencesShown))
		process.stdout.write(`    ${difference}\n`);
	const rest = differences.length - differencesShown;
	if (rest > 0) process.stdout.write(`    and ${rest} more\n`);
	hasFailed ||= !isPassed(comparison);
}
process.stdout.write(
	`Wanted: links ${leastShares.links}, titles ${leastShares.titles}, instants ${leastShares.instants}\n`,
);
process.exitCode = hasFailed ? 1 : 0;
