import { formatFigure } from "../render-results.ts";
import type { Row } from "../row.ts";
import { colourOf, drawBar, drawLegend, drawLine, drawText, renderSvg } from "./svg.ts";

const width = 720;
const area = { left: 118, right: 620, top: 84 };
const bar = { height: 18, gap: 4 };
const groupGap = 26;
const unit = "requests a second";

/** Peers that only the table shows: four can be told apart. */
const leftOut: readonly string[] = ["bare node:net", "nginx without its log"];

/** Requests a second of each kind, of Broadsheet and of its peers, as bars; undefined without measurements. */
export function drawRequests(rows: readonly Row[]): string | undefined {
	const rates = rows.filter((row) => row.unit === unit && !leftOut.includes(row.beside));
	if (rates.length === 0) return undefined;
	const kinds = [...new Set(rates.map(({ what }) => nameOf(what)))];
	const peers = [...new Set(rates.map(({ beside }) => beside))];
	const most = Math.max(...rates.flatMap(({ ours, theirs }) => [ours.median, theirs?.median ?? 0]));
	const shapes: string[] = [];
	let top = area.top;
	for (const kind of kinds) {
		const ofKind = rates.filter(({ what }) => nameOf(what) === kind);
		const figures = [
			ofKind[0]?.ours.median,
			...peers.map((peer) => ofKind.find(({ beside }) => beside === peer)?.theirs?.median),
		];
		const height = figures.length * (bar.height + bar.gap) - bar.gap;
		shapes.push(drawText(area.left - 12, top + height / 2 + 4, kind, "end"));
		for (const [index, figure] of figures.entries()) {
			if (figure === undefined) continue;
			const y = top + index * (bar.height + bar.gap);
			const length = ((area.right - area.left) * figure) / most;
			shapes.push(drawBar({ x: area.left, y, width: length, height: bar.height }, colourOf(index)));
			shapes.push(drawText(area.left + length + 8, y + 14, formatFigure(figure), "start", "quiet"));
		}
		shapes.push(drawLine([area.left, top - 6], [area.left, top + height + 6], "axis"));
		top += height + groupGap;
	}
	const connections = /\d+ connections/.exec(rates[0]?.what ?? "")?.[0] ?? "";
	return renderSvg(
		{ width, height: top + 8 },
		`Requests a second of Broadsheet and of ${peers.join(", ")}.`,
		[
			drawText(24, 34, `Requests a second on one core, ${connections}`, "start", "text title"),
			drawLegend(24, 62, ["Broadsheet", ...peers]),
			...shapes,
		],
	);
}

/** `200 gzip` of `Requests a second, 200 gzip, 32 connections (wrk at its limit)`. */
function nameOf(what: string): string {
	return what.split(", ")[1] ?? what;
}
