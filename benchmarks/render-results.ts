import type { Row, Spread } from "./row.ts";
import { type GroupName, type GroupResult, groupNames, type Results } from "./stored-results.ts";

const titles: Readonly<Record<GroupName, string>> = {
	serve: "Serving",
	build: "Building",
	live: "Following changes",
	growth: "Growth",
	edge: "At the edge",
};

/** Every group's results as Markdown, each with the machine, the versions and the date of its run. */
export function renderResults(results: Results): string {
	const groups = groupNames.flatMap((name) => {
		const group = results[name];
		return group ? [renderGroup(name, group)] : [];
	});
	return `# Results

Written by \`npm run bench\`. [The method](README.md) says what was measured and how. Medians, with the smallest and the
largest in brackets; a ratio is the median of the ratios of pairs that were measured one right after the other.

${groups.join("\n")}`;
}

function renderGroup(
	name: GroupName,
	{ date, rounds, machine, versions, rows }: GroupResult,
): string {
	const lines = rows.map((row) => `| ${listCells(row).join(" | ")} |`);
	return `## ${titles[name]}

${date}; ${rounds} ${rounds === 1 ? "round" : "rounds"}; ${machine}; ${versions.join("; ")}.

| what | Broadsheet | beside | its figure | ratio | goal | reached |
| --- | --- | --- | --- | --- | --- | --- |
${lines.join("\n")}
`;
}

function listCells({ what, beside, unit, ours, theirs, ratio, goal, reached }: Row): string[] {
	return [
		what,
		formatSpread(ours, unit),
		beside,
		theirs ? formatSpread(theirs, unit) : "",
		ratio === undefined ? "" : `${formatFigure(ratio)} ×`,
		goal,
		reached === "report" ? "" : reached,
	];
}

/** Everything that has a goal, in short: what, the median, beside what, the ratio, the goal. */
export function listFigures(results: Results): string[][] {
	return groupNames
		.flatMap((name) => results[name]?.rows ?? [])
		.filter(({ reached }) => reached !== "report")
		.map(({ what, unit, ours, beside, ratio, goal, reached }) => [
			what,
			`${formatFigure(ours.median)} ${unit}`.trim(),
			beside,
			ratio === undefined ? "" : `${formatFigure(ratio)} ×`,
			reached === "yes" ? goal : `${goal}: missed`,
		]);
}

/** Rows as text for a terminal. */
export function renderTable(rows: readonly Row[]): string {
	return rows
		.map((row) => {
			const [what, ours, beside, theirs, ratio, goal, reached] = listCells(row);
			const peer = theirs ? `\n    ${beside}: ${theirs}; ratio ${ratio || "none"}` : "";
			const aim = goal ? `\n    goal: ${goal}; reached: ${reached}` : "";
			return `${what}\n    Broadsheet: ${ours}${peer}${aim}\n`;
		})
		.join("");
}

function formatSpread({ median, low, high }: Spread, unit: string): string {
	return `${formatFigure(median)} ${unit} (${formatFigure(low)}–${formatFigure(high)})`.replace(
		"  ",
		" ",
	);
}

/** Three significant digits, whole from 100 up. */
export function formatFigure(value: number): string {
	return Math.abs(value) >= 100
		? Math.round(value).toLocaleString("en-GB")
		: String(Number(value.toPrecision(3)));
}
