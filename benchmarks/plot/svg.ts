/** The colours of a plot, in light and in dark: it brings its own background, so it can be read on any page. */
const style = `
svg { --back: #ffffff } .text { fill: #1f2328 } .quiet { fill: #59636e }
.axis { stroke: #8c959f } .grid { stroke: #e4e8ec }
.a { --c: #0b57d0 } .b { --c: #c2410c } .c { --c: #6b7280 } .d { --c: #a16207 }
@media (prefers-color-scheme: dark) {
svg { --back: #14181d } .text { fill: #e6edf3 } .quiet { fill: #a3adb8 }
.axis { stroke: #6e7681 } .grid { stroke: #2a3038 }
.a { --c: #7cacf8 } .b { --c: #fb923c } .c { --c: #9ca3af } .d { --c: #facc15 }
}
.back { fill: var(--back) }
text { font: 13px system-ui, -apple-system, "Segoe UI", Helvetica, Arial, sans-serif }
.mark { paint-order: stroke; stroke: var(--back); stroke-width: 4px; stroke-linejoin: round }
.title { font-size: 16px; font-weight: 600 }
.line { fill: none; stroke: var(--c); stroke-width: 2.5 }
.fill { fill: var(--c) }`;

/** Names of the colours, for series in their order. */
export const seriesColours = ["a", "b", "c", "d"] as const;
export type SeriesColour = (typeof seriesColours)[number];

/** A text's place: where it begins, ends, or has its middle. */
export type Anchor = "start" | "middle" | "end";

/** A whole drawing of this size in pixels, with what it shows in one sentence. */
export function renderSvg(
	size: { readonly width: number; readonly height: number },
	description: string,
	shapes: readonly string[],
): string {
	const { width, height } = size;
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeText(description)}">
<style>${style}</style>
<rect class="back" width="${width}" height="${height}" rx="8"/>
${shapes.join("\n")}
</svg>
`;
}

export function drawText(
	x: number,
	y: number,
	text: string,
	anchor: Anchor,
	look = "text",
): string {
	return `<text class="${look}" x="${round(x)}" y="${round(y)}" text-anchor="${anchor}">${escapeText(text)}</text>`;
}

/** Text that runs upwards, its middle at a point. */
export function drawUpright(x: number, y: number, text: string): string {
	const [left, top] = [round(x), round(y)];
	return `<text class="quiet" x="${left}" y="${top}" text-anchor="middle" transform="rotate(-90 ${left} ${top})">${escapeText(text)}</text>`;
}

export function drawLine(
	from: readonly [number, number],
	to: readonly [number, number],
	look: "axis" | "grid",
): string {
	return `<line class="${look}" x1="${round(from[0])}" y1="${round(from[1])}" x2="${round(to[0])}" y2="${round(to[1])}"/>`;
}

/** A line through points, with a dot at each. */
export function drawSeries(
	points: readonly (readonly [number, number])[],
	colour: SeriesColour,
): string {
	const places = points.map(([x, y]) => `${round(x)},${round(y)}`);
	const dots = points.map(
		([x, y]) => `<circle class="fill" cx="${round(x)}" cy="${round(y)}" r="4"/>`,
	);
	return `<g class="${colour}"><polyline class="line" points="${places.join(" ")}"/>${dots.join("")}</g>`;
}

export function drawBar(
	box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
	colour: SeriesColour,
): string {
	return `<g class="${colour}"><rect class="fill" x="${round(box.x)}" y="${round(box.y)}" width="${round(box.width)}" height="${round(box.height)}" rx="2"/></g>`;
}

/** Names beside their colours, from a point to the right. */
export function drawLegend(x: number, y: number, names: readonly string[]): string {
	let left = x;
	return names
		.map((name, index) => {
			const box = drawBar({ x: left, y: y - 11, width: 12, height: 12 }, colourOf(index));
			const text = drawText(left + 18, y, name, "start");
			left += 18 + name.length * 7.2 + 24;
			return box + text;
		})
		.join("");
}

export function colourOf(index: number): SeriesColour {
	return seriesColours[index % seriesColours.length] ?? "a";
}

function round(value: number): number {
	return Math.round(value * 10) / 10;
}

function escapeText(text: string): string {
	return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
