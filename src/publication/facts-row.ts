import type { Alternate, Enclosure, Image } from "../feeds/feed.ts";
import type { PieceFacts } from "./document-plan.ts";
import type { EntryFacts, PageFacts } from "./entry-facts.ts";
import * as cell from "./row-cells.ts";

/** What is known of an entry, as an array that JSON can hold. */
export function buildFactsRow(facts: EntryFacts): readonly unknown[] {
	const { under, id, alternates, asked, files, summary, language, pieces } = facts;
	const { enclosures, image, dropped, page } = facts;
	return [
		under,
		id,
		alternates.map(({ language: other, url }) => [other, url]),
		asked,
		files,
		summary,
		language,
		pieces[0]?.key,
		pieces.map(({ hash, lengthInBytes }) => [hash, lengthInBytes]),
		enclosures.map(({ url, mediaType, lengthInBytes, title }) => [
			url,
			mediaType,
			lengthInBytes,
			title,
		]),
		image && [image.url, image.mediaType],
		dropped,
		page && [page.body.hash, page.body.lengthInBytes, page.showsPicture ? 1 : 0],
	];
}

/** What such an array says. Throws a TypeError where it is none. */
export function parseFactsRow(value: unknown): EntryFacts {
	const row = cell.list(value);
	const key = cell.text(row[7]);
	const image = row[10] ?? undefined;
	const page = row[12] ?? undefined;
	return {
		under: cell.text(row[0]),
		id: cell.text(row[1]),
		alternates: cell.list(row[2]).map(parseAlternate),
		asked: cell.list(row[3]).map(parsePair),
		files: cell.texts(row[4]),
		summary: cell.text(row[5]),
		language: cell.text(row[6]),
		pieces: cell.list(row[8]).map((piece): PieceFacts => {
			const [hash, lengthInBytes] = cell.list(piece);
			return { key, hash: cell.text(hash), lengthInBytes: cell.number(lengthInBytes) };
		}),
		enclosures: cell.list(row[9]).map(parseEnclosure),
		...(image !== undefined && { image: parseImage(image) }),
		dropped: cell.list(row[11]).map((pair) => {
			const [kind, times] = cell.list(pair);
			return [cell.text(kind), cell.number(times)] as const;
		}),
		...(page !== undefined && { page: parsePage(page, key) }),
	};
}

function parseEnclosure(value: unknown): Enclosure {
	const [url, mediaType, lengthInBytes, name] = cell.list(value);
	const title = cell.optionalText(name);
	return {
		url: cell.text(url),
		mediaType: cell.text(mediaType),
		lengthInBytes: cell.number(lengthInBytes),
		...(title !== undefined && { title }),
	};
}

function parseImage(value: unknown): Image {
	const [url, type] = cell.list(value);
	const mediaType = cell.optionalText(type);
	return { url: cell.text(url), ...(mediaType !== undefined && { mediaType }) };
}

function parsePage(value: unknown, key: string): PageFacts {
	const [hash, length, showsPicture] = cell.list(value);
	return {
		body: { key, hash: cell.text(hash), lengthInBytes: cell.number(length) },
		showsPicture: cell.number(showsPicture) === 1,
	};
}

function parseAlternate(value: unknown): Alternate {
	const [language, url] = parsePair(value);
	return { language, url };
}

function parsePair(value: unknown): readonly [string, string] {
	const [first, second] = cell.list(value);
	return [cell.text(first), cell.text(second)];
}
