import { formatFigure } from "../render-results.ts";
import type { Row } from "../row.ts";
import {
	colourOf,
	drawLegend,
	drawLine,
	drawSeries,
	drawText,
	drawUpright,
	renderSvg,
} from "./svg.ts";

const size = { width: 720, height: 440 };
const area = { left: 76, right: 690, top: 92, bottom: 376 };

interface Point {
	readonly articles: number;
	readonly ours: number;
	readonly theirs: number;
}

/** The time of a cold build by the number of articles, both on logarithmic scales; undefined without measurements. */
export function drawGrowth(rows: readonly Row[]): string | undefined {
	const points = rows.flatMap(readPoint);
	const slopes = rows.find(({ unit }) => unit === "");
	if (points.length < 2) return undefined;
	const times = points.flatMap(({ ours, theirs }) => [ours, theirs]);
	const placeX = createScale(
		points.map(({ articles }) => articles),
		area.left,
		area.right,
	);
	const placeY = createScale(times, area.bottom, area.top);
	const legend = [
		`Broadsheet, three formats${describeSlope(slopes?.ours.median)}`,
		`Hugo, RSS${describeSlope(slopes?.theirs?.median)}`,
	];
	const shapes = [
		drawText(
			area.left,
			34,
			"Cold build by number of articles: the feeds alone",
			"start",
			"text title",
		),
		drawLegend(area.left, 64, legend),
		...placeY.ticks.flatMap((tick) => [
			drawLine([area.left, placeY.place(tick)], [area.right, placeY.place(tick)], "grid"),
			drawText(area.left - 10, placeY.place(tick) + 4, formatTime(tick), "end", "quiet"),
		]),
		...points.map(({ articles }) =>
			drawText(
				placeX.place(articles),
				area.bottom + 22,
				articles.toLocaleString("en-GB"),
				"middle",
				"quiet",
			),
		),
		drawLine([area.left, area.bottom], [area.right, area.bottom], "axis"),
		drawText((area.left + area.right) / 2, area.bottom + 48, "articles", "middle", "quiet"),
		drawUpright(20, (area.top + area.bottom) / 2, "wall time"),
		...(["theirs", "ours"] as const).map((side) =>
			drawSeries(
				points.map((point) => [placeX.place(point.articles), placeY.place(point[side])]),
				colourOf(side === "ours" ? 0 : 1),
			),
		),
		...points.flatMap((point) => labelPoint(point, placeX.place(point.articles), placeY.place)),
	];
	const last = points.at(-1);
	return renderSvg(
		size,
		`Cold build of ${last?.articles} articles: Broadsheet ${last?.ours} s, Hugo ${last?.theirs} s.`,
		shapes,
	);
}

/** The larger time above its dot, the smaller below. */
function labelPoint(
	{ ours, theirs }: Point,
	x: number,
	placeY: (time: number) => number,
): string[] {
	const [above, below] = ours > theirs ? [ours, theirs] : [theirs, ours];
	return [
		drawText(x, placeY(above) - 12, formatTime(above), "middle", "text mark"),
		drawText(x, placeY(below) + 22, formatTime(below), "middle", "text mark"),
	];
}

function readPoint({ what, unit, ours, theirs }: Row): Point[] {
	const [, articles] = /([\d,]+) articles$/.exec(what) ?? [];
	if (unit !== "s" || articles === undefined || !theirs) return [];
	return [
		{ articles: Number(articles.replaceAll(",", "")), ours: ours.median, theirs: theirs.median },
	];
}

function describeSlope(slope: number | undefined): string {
	return slope === undefined ? "" : ` (exponent ${slope.toFixed(2)})`;
}

function formatTime(seconds: number): string {
	return `${formatFigure(seconds)} s`;
}

/** A logarithmic scale that holds all values with room at its ends, and round numbers on it. */
function createScale(
	values: readonly number[],
	from: number,
	to: number,
): { place(value: number): number; readonly ticks: readonly number[] } {
	const decades = Math.log10(Math.max(...values) / Math.min(...values));
	const low = Math.log10(Math.min(...values)) - 0.06 * decades - 0.1;
	const high = Math.log10(Math.max(...values)) + 0.06 * decades;
	const ticks = Array.from({ length: 12 }, (_, index) => index - 4)
		.flatMap((power) => [1, 2, 5].map((digit) => digit * 10 ** power))
		.filter((tick) => Math.log10(tick) >= low && Math.log10(tick) <= high);
	return {
		ticks,
		place: (value) => from + ((Math.log10(value) - low) / (high - low)) * (to - from),
	};
}
