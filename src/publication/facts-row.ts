import type { Alternate } from "../feeds/feed.ts";
import type { PieceFacts } from "./document-plan.ts";
import type { EntryFacts } from "./entry-facts.ts";
import * as cell from "./row-cells.ts";

/** What is known of an entry, as an array that JSON can hold. */
export function buildFactsRow(facts: EntryFacts): readonly unknown[] {
	const { under, id, alternates, asked, files, summary, language, pieces } = facts;
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
	];
}

/** What such an array says. Throws a TypeError where it is none. */
export function parseFactsRow(value: unknown): EntryFacts {
	const row = cell.list(value);
	const key = cell.text(row[7]);
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
