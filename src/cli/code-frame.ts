import type { Place } from "../faults/fault.ts";

/** Lines shown above and below the place. */
const surroundings = 2;
const widestLine = 120;

/** The lines round a place, numbered, with a caret under its column; undefined for a place outside of the text. */
export function renderCodeFrame(source: string, place: Place): string | undefined {
	const lines = source.split(/\r\n?|\n/);
	if (place.line > lines.length || source === "") return undefined;
	const first = Math.max(1, place.line - surroundings);
	const shown = lines.slice(first - 1, place.line + surroundings);
	const numberWidth = String(first + shown.length - 1).length;
	return shown
		.flatMap((line, index) => {
			const number = first + index;
			const isPlace = number === place.line;
			const head = `${isPlace ? ">" : " "} ${String(number).padStart(numberWidth)} | `;
			const text = head + printable(line);
			// Tabs stay tabs, so that the caret stands under its column at any tab width.
			const indent = line.slice(0, place.column - 1).replaceAll(/[^\t]/g, " ");
			return isPlace ? [text, `${" ".repeat(head.length - 2)}| ${indent}^`] : [text];
		})
		.join("\n");
}

/** A line that cannot move the terminal's cursor or fill its screen. */
function printable(line: string): string {
	return line.slice(0, widestLine).replaceAll(/(?!\t)\p{Cc}/gu, "·");
}
