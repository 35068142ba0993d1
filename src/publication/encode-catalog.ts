import { concatenate } from "../text/concatenate.ts";
import type { Rows, TermRows } from "./catalog.ts";
import {
	type CatalogFile,
	formatNames,
	type Range,
	type StoredHead,
	type StoredTerm,
} from "./catalog-file.ts";
import type { FeedIndex } from "./feed-index.ts";
import type { ListCatalog } from "./list-catalog.ts";
import type { SelectedTerm, TermKind } from "./selection.ts";

/** A document that was written: its asset, and where its uncompressed bytes begin in it. */
export interface WrittenDocument {
	readonly asset: string;
	readonly start: number;
	readonly index: FeedIndex;
}

/** A catalog as a file; `written` gives what was written for an address. Throws an Error where that is missing. */
export function encodeCatalog(
	catalog: ListCatalog,
	lastModified: number,
	written: (address: string) => WrittenDocument | undefined,
): CatalogFile {
	const { head, rowCount } = catalog;
	const documents = catalog.documents.map(({ addresses }) =>
		formatNames.map((format) => {
			const document = written(addresses[format]);
			if (!document) throw new Error(`${addresses[format]} was not written.`);
			return { asset: document.asset, pieces: locatePieces(document) };
		}),
	);
	const listed: number[] = [];
	const list = (rows: Rows): Range => {
		const start = listed.length;
		for (let index = 0; index < rows.length; index++) listed.push(rows[index] ?? 0);
		return [start, rows.length];
	};
	const storeTerm = (term: SelectedTerm, { name, rows, feed }: TermRows): StoredTerm => {
		const range = list(rows);
		if (!feed) return [name, ...range];
		const { document, held } = feed;
		const pieces = Array.from({ length: held }, (_, index) =>
			catalog.heldPieceOf({ document, term, index }),
		);
		const places = formatNames.flatMap((_, format) =>
			pieces.map((piece) => documents[document]?.[format]?.pieces[piece]?.[0] ?? 0),
		);
		return [name, ...range, document, held, list(places)[0]];
	};
	const termsOf = (kind: TermKind) =>
		Object.fromEntries(
			catalog.terms.flatMap((term): [string, StoredTerm][] => {
				const found = term.kind === kind ? catalog.find(term) : undefined;
				return found ? [[term.slug, storeTerm(term, found)]] : [];
			}),
		);
	const stored: StoredHead = {
		...head,
		lastModified,
		rowCount,
		terms: { tag: termsOf("tag"), author: termsOf("author") },
		languages: Object.fromEntries(
			[...catalog.languages].map(([language, rows]) => [language, list(rows)]),
		),
		assets: documents.map((formats) => formats.map(({ asset }) => asset)),
	};
	const rows = Array.from({ length: rowCount }, (_, row) => row);
	const entries = formatNames.flatMap((_, format) => {
		const pieces = rows.map(
			(row) => documents[catalog.documentOf(row)]?.[format]?.pieces[catalog.pieceOf(row)] ?? [0, 0],
		);
		return [...pieces.map(([start]) => start), ...pieces.map(([, length]) => length)];
	});
	const columns = [
		new Float64Array(rows.map(catalog.updatedOf)),
		new Uint32Array([...rows.map(catalog.documentOf), ...rows.map(catalog.bytesOf), ...entries]),
		new Uint32Array(listed),
	].map(({ buffer }) => new Uint8Array(buffer));
	return {
		bytes: concatenate([...columns, new TextEncoder().encode(JSON.stringify(stored))]),
		columnBytes: columns.reduce((sum, column) => sum + column.length, 0),
	};
}

/** Where each piece begins in a document's asset, and its length. */
function locatePieces({ start, index }: WrittenDocument): (readonly [number, number])[] {
	let position = start + index.head;
	return index.pieces.map(([, , length]) => {
		const piece = [position, length] as const;
		position += length + index.separator;
		return piece;
	});
}
