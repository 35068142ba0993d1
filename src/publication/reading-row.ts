import { buildFault, type Fault, isFaultCode } from "../faults/fault.ts";
import type { KeptReading } from "./article-memory.ts";
import { buildArticleRow, parseArticleRow } from "./article-row.ts";
import { shareLists } from "./read-article.ts";
import * as cell from "./row-cells.ts";

/** What a file said, as one line of JSON without its end. */
export function renderReading(path: string, { version, under, reading }: KeptReading): string {
	const { value, faults, sections, neighbours } = reading;
	return JSON.stringify([
		path,
		version,
		under,
		sections,
		neighbours.map(([other, isThere]) => [other, isThere ? 1 : 0]),
		faults.map(({ code, message, place }) => [code, message, place.file, place.line, place.column]),
		...(value ? [buildArticleRow(value)] : []),
	]);
}

/** What such a line says; undefined for any other line. */
export function parseReading(line: string): KeptReading | undefined {
	try {
		const row = cell.list(JSON.parse(line));
		return {
			version: cell.text(row[1]),
			under: cell.text(row[2]),
			reading: shareLists({
				sections: cell.list(row[3]).map(cell.texts),
				neighbours: cell.list(row[4]).map((neighbour) => {
					const [path, isThere] = cell.list(neighbour);
					return [cell.text(path), isThere === 1] as const;
				}),
				faults: cell.list(row[5]).map(parseFault),
				...(row[6] !== undefined && { value: parseArticleRow(row[6]) }),
			}),
		};
	} catch {
		return undefined;
	}
}

function parseFault(value: unknown): Fault {
	const [code, message, file, line, column] = cell.list(value);
	if (!isFaultCode(code)) throw new TypeError("This is no code of a fault.");
	const place = { file: cell.text(file), line: cell.number(line), column: cell.number(column) };
	return buildFault(code, place, cell.text(message));
}
