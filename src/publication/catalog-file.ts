import type { FormatName } from "../feeds/feed.ts";
import type { Catalog, CatalogHead, ChosenRow, Rows } from "./catalog.ts";
import type { SelectedTerm, TermKind } from "./selection.ts";

/**
 * A catalog as bytes, of which a request reads only what it needs: columns of numbers (of each row `updated`, its
 * document, its size, and for each format where its entry begins in the document's asset and how long it is; then the rows
 * of each tag, author and language), and behind them JSON.
 */
export interface CatalogFile {
	readonly bytes: Uint8Array<ArrayBuffer>;
	/** Bytes of the columns, behind which the JSON begins. */
	readonly columnBytes: number;
}

/** A catalog that was read from its file. */
export interface StoredCatalog extends Catalog {
	/** Seconds since 1970. */
	readonly lastModified: number;
	entryOf(chosen: ChosenRow, format: FormatName): StoredEntry;
}

/** Where an entry's bytes are. */
export interface StoredEntry {
	readonly asset: string;
	readonly start: number;
	readonly length: number;
}

/** Number of the first and of all, in the column of rows. */
export type Range = readonly [start: number, count: number];

/**
 * Name and rows of a tag or author; then, where its own feed holds the first of them, the number of that document, how many,
 * and where their places begin in the column of rows: in each format one behind the other.
 */
export type StoredTerm =
	| readonly [name: string, ...Range]
	| readonly [name: string, ...Range, document: number, held: number, places: number];

/** What is behind the columns. */
export interface StoredHead extends CatalogHead {
	readonly lastModified: number;
	readonly rowCount: number;
	readonly terms: Readonly<Record<TermKind, Readonly<Record<string, StoredTerm>>>>;
	readonly languages: Readonly<Record<string, Range>>;
	/** The asset of each document in each format, in the order of `formatNames`. */
	readonly assets: readonly (readonly string[])[];
}

/** The order of columns that each format has. */
export const formatNames = ["rss", "atom", "json"] as const;
const wideBytes = Float64Array.BYTES_PER_ELEMENT;
const narrowBytes = Uint32Array.BYTES_PER_ELEMENT;
/** Of each row, without `updated`: document, size, and place and length in each format. */
const narrowColumns = 2 + 2 * formatNames.length;

/** A catalog from its file, as `encodeCatalog` made it. */
export function decodeCatalog(file: ArrayBuffer, columnBytes: number): StoredCatalog {
	const json = new TextDecoder().decode(new Uint8Array(file, columnBytes));
	const head: StoredHead = JSON.parse(json);
	const { rowCount } = head;
	const updated = new Float64Array(file, 0, rowCount);
	const narrow = new Uint32Array(file, rowCount * wideBytes, rowCount * narrowColumns);
	const listedAt = rowCount * (wideBytes + narrowColumns * narrowBytes);
	const listed = new Uint32Array(file, listedAt, (columnBytes - listedAt) / narrowBytes);
	const cell = (column: number, row: number): number => narrow[column * rowCount + row] ?? 0;
	const termAt = ({ kind, slug }: SelectedTerm): StoredTerm | undefined => {
		const terms = head.terms[kind];
		return Object.hasOwn(terms, slug) ? terms[slug] : undefined;
	};
	const rowsIn = ([start, count]: Range): Rows => listed.subarray(start, start + count);
	return {
		head,
		rowCount,
		lastModified: head.lastModified,
		find(term) {
			const found = termAt(term);
			if (!found) return undefined;
			const [name, start, count, document, held] = found;
			return {
				name,
				rows: rowsIn([start, count]),
				...(document !== undefined && held !== undefined && { feed: { document, held } }),
			};
		},
		languages: new Map(
			Object.entries(head.languages).map(([language, range]) => [language, rowsIn(range)]),
		),
		updatedOf: (row) => updated[row] ?? 0,
		documentOf: (row) => cell(0, row),
		bytesOf: (row) => cell(1, row),
		entryOf({ row, held }, format) {
			const number = formatNames.indexOf(format);
			const length = cell(3 + 2 * number, row);
			if (!held) {
				const asset = head.assets[cell(0, row)]?.[number] ?? "";
				return { asset, start: cell(2 + 2 * number, row), length };
			}
			const [, , , , count = 0, places = 0] = termAt(held.term) ?? [];
			return {
				asset: head.assets[held.document]?.[number] ?? "",
				start: listed[places + number * count + held.index] ?? 0,
				length,
			};
		},
	};
}
