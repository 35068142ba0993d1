import * as cell from "../publication/row-cells.ts";
import { contentCodings, type Health, type ServedDocument } from "./shelf.ts";

const kinds: readonly ServedDocument["kind"][] = ["feed", "page", "opml", "asset", "file"];

/** What a response needs of a document as an array that JSON can hold; instants are milliseconds since 1970. */
export function buildDocumentRow(document: ServedDocument): readonly unknown[] {
	return [
		document.address,
		document.kind,
		document.contentType,
		document.etag,
		document.lastModified?.getTime(),
		document.maxAgeInSeconds,
		document.nextChange?.getTime(),
		document.codings,
		document.sizeInBytes,
		document.link,
		document.hasSelections ? 1 : 0,
	];
}

/** The document of such an array. Throws a TypeError where it is none. */
export function parseDocumentRow(value: unknown): ServedDocument {
	const row = cell.list(value);
	const kind = kinds.find((known) => known === row[1]);
	if (kind === undefined) throw new TypeError("This is no kind of a document.");
	const lastModified = cell.optionalNumber(row[4]);
	const nextChange = cell.optionalNumber(row[6]);
	const codings = cell.texts(row[7]);
	const link = cell.optionalText(row[9]);
	// In the order of `prepareDocument`, so that both are the same text.
	return {
		address: cell.text(row[0]),
		kind,
		contentType: cell.text(row[2]),
		etag: cell.text(row[3]),
		...(lastModified !== undefined && { lastModified: new Date(lastModified) }),
		maxAgeInSeconds: cell.number(row[5]),
		...(nextChange !== undefined && { nextChange: new Date(nextChange) }),
		codings: contentCodings.filter((coding) => codings.includes(coding)),
		sizeInBytes: cell.number(row[8]),
		...(link !== undefined && { link }),
		...(row[10] === 1 && { hasSelections: true }),
	};
}

/** What is told at `/healthz`, likewise. */
export function buildHealthRow(health: Health): readonly unknown[] {
	const { articles, feeds, documents, lastChange } = health;
	return [articles, feeds, documents, lastChange?.getTime()];
}

/** What such an array tells of a server that is ready. Throws a TypeError where it is none. */
export function parseHealthRow(value: unknown): Health {
	const [articles, feeds, documents, changed] = cell.list(value);
	const lastChange = cell.optionalNumber(changed);
	return {
		ready: true,
		articles: cell.number(articles),
		feeds: cell.number(feeds),
		documents: cell.number(documents),
		...(lastChange !== undefined && { lastChange: new Date(lastChange) }),
	};
}
