import type { Article } from "../articles/article.ts";
import { compareText } from "../text/compare-text.ts";
import { type Contents, isUnread } from "./contents.ts";
import { entryId } from "./entry-id.ts";
import { type ArticleRecord, isEmptyMemory, type Memory } from "./memory.ts";

/**
 * Gives the record of an article, if there is one that no other article has; `present` are the ids of those. Asked for are
 * `unknown` articles, as a rule.
 */
export function createRecogniser(
	contents: Contents,
	memory: Memory,
	present: ReadonlySet<string>,
	unknown: readonly Article[],
): (article: Article) => ArticleRecord | undefined {
	const claimed = new Set<string>();
	let wanted: ReadonlySet<Article> = new Set();
	let candidates: Candidates | undefined;

	return (article) => {
		if (!candidates || !wanted.has(article)) {
			// Most are known. One that becomes unknown while others are recognised is rare: then all are looked at.
			wanted = new Set(candidates ? contents.articles : unknown);
			candidates = gatherCandidates(contents, memory, [...wanted]);
		}
		const known = [
			article.ownId === undefined
				? undefined
				: memory.articles.get(entryId(article, contents.site)),
			...findCandidates(article, candidates),
		].find((record) => record && !claimed.has(record.id) && !present.has(record.id));
		if (known) claimed.add(known.id);
		return known;
	};
}

/** Records by what they may be recognised by: those of files that are there, and those of files that are lost. */
interface Candidates {
	readonly byPath: ReadonlyMap<string, ArticleRecord>;
	readonly byFingerprint: ReadonlyMap<string, ArticleRecord>;
	readonly byTitle: ReadonlyMap<string, ArticleRecord>;
}

function findCandidates(
	{ path, body, title, published }: Article,
	{ byPath, byFingerprint, byTitle }: Candidates,
): readonly (ArticleRecord | undefined)[] {
	// At the first publication of a large site there is none, which need not be found out 100,000 times.
	if (byPath.size === 0 && byFingerprint.size === 0) return [];
	return [
		byPath.get(path),
		byFingerprint.get(body.fingerprint),
		byTitle.get(titleKey(title, published.getTime())),
	];
}

const noCandidates: Candidates = {
	byPath: new Map(),
	byFingerprint: new Map(),
	byTitle: new Map(),
};

/** The records that some articles may be recognised by. */
function gatherCandidates(
	contents: Contents,
	memory: Memory,
	unknown: readonly Article[],
): Candidates {
	// A large site's first publication has none to look for.
	if (isEmptyMemory(memory)) return noCandidates;
	const wantedPaths = new Set(unknown.map(({ path }) => path));
	const fingerprints = new Set(unknown.map(({ body }) => body.fingerprint));
	const titles = new Set(unknown.map(({ title }) => title));
	const byPath = new Map<string, ArticleRecord>();
	const alike: ArticleRecord[] = [];
	for (const [, record] of memory.articles.entries()) {
		if (wantedPaths.has(record.path)) {
			const other = byPath.get(record.path);
			if (!other || compareRecords(record, other) < 0) byPath.set(record.path, record);
		} else if (fingerprints.has(record.fingerprint) || titles.has(record.title)) alike.push(record);
	}
	const lost = leavePresent(alike, contents);
	// Of several that are alike the first counts, and a map keeps the last.
	lost.sort(compareRecords).reverse();
	return {
		byPath,
		byFingerprint: new Map(lost.map((record) => [record.fingerprint, record])),
		byTitle: new Map(lost.map((record) => [titleKey(record.title, record.published), record])),
	};
}

/** The records of which the file is not there. */
function leavePresent(records: readonly ArticleRecord[], contents: Contents): ArticleRecord[] {
	if (records.length === 0) return [];
	const paths = new Set(contents.articles.map(({ path }) => path));
	return records.filter(({ path }) => !paths.has(path) && !isUnread(contents, path));
}

/** What is published before what was withdrawn, then by id: the same whatever the memory's order is. */
function compareRecords(a: ArticleRecord, b: ArticleRecord): number {
	return (
		Number(a.withdrawn !== undefined) - Number(b.withdrawn !== undefined) || compareText(a.id, b.id)
	);
}

function titleKey(title: string, published: number): string {
	return `${published} ${title}`;
}
