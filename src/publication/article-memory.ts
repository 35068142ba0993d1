import type { Article, Body } from "../articles/article.ts";
import type { ListedFile } from "../articles/article-file.ts";
import { createOnce } from "../text/once.ts";
import { createBodyShelf } from "./body-shelf.ts";
import type { Progress } from "./progress.ts";
import type { ArticleReading, Circumstances } from "./read-article.ts";
import type { SettingsReading } from "./read-settings.ts";

/** An article's file, and the file beside it that may hold its metadata. */
export interface ArticleSource {
	readonly file: ListedFile;
	readonly sidecar?: ListedFile;
}

/** A reading that is to be kept, with its text where that is at hand. */
export interface FreshReading {
	readonly reading: ArticleReading;
	/** The line of an index that says the same. */
	readonly line?: string;
}

/** How articles are read. */
export interface ReadingOrder {
	readonly progress: Progress;
	/** Every article of the folder, those among them that need not be read. */
	readonly all: readonly ArticleSource[];
	/** How long the texts that are given may be together, in UTF-16 code units: of very many, most would only pass through memory. */
	readonly textLength: number;
	/** Takes what a source says as soon as it is read, in any order: whatever is to be done with it is then done meanwhile. */
	take(source: ArticleSource, fresh: FreshReading): void;
}

/** Reads articles' files: all together on several threads, if a runtime likes, or one at once. */
export interface ArticleReader {
	read(
		sources: readonly ArticleSource[],
		circumstances: KeyedCircumstances,
		order: ReadingOrder,
	): Promise<void>;
	readNow(source: ArticleSource, circumstances: Circumstances): ArticleReading;
}

/** A reading, and under which version of its files and which settings it was made. */
export interface KeptReading {
	/** Itself as a line of an index, where it came as one. */
	readonly line?: string;
	/** Of the file, and of the one beside it. */
	readonly version: string;
	/** Hashes of the settings under which it was read. */
	readonly under: string;
	readonly reading: ArticleReading;
}

/** Readings of an earlier process, by path. */
export interface ReadingIndex {
	get(path: string): KeptReading | undefined;
	/** Notes what was read since; a reading that is gone is undefined. */
	note(path: string, kept: KeptReading | undefined): void;
}

/** Settings with hashes that differ wherever the settings do. */
export interface KeyedCircumstances extends Circumstances {
	/** Of the site's settings and those of these sections. */
	keyOf(sections: readonly (readonly string[])[]): string;
	readonly settings: Pick<SettingsReading, "site" | "settingsFor" | "sources">;
	/** Every file of the folder. */
	listPaths(): readonly string[];
	/** Of all settings together. */
	readonly wholeKey: string;
}

export interface ArticleMemory {
	/** What the files say, in their order; only what changed since the time before is read. */
	read(
		sources: readonly ArticleSource[],
		circumstances: KeyedCircumstances,
		progress: Progress,
	): Promise<readonly ArticleReading[]>;
	/** The text of an article that was read. Throws `FileChangedError` where it has changed since. */
	readBody(article: Article): Body;
}

interface Entry extends KeptReading {
	/** All settings when it was last found to hold. */
	wholeKey: string;
	/** What the file last said without a fault: it goes on being served while the file is faulty. */
	readonly lastGood?: ArticleReading;
}

/** What was found of sources, in their order, under some settings. */
interface RecalledEntries {
	readonly sources: readonly ArticleSource[];
	readonly entries: readonly (Entry | undefined)[];
	readonly wholeKey: string | undefined;
}

const nothingRecalled: RecalledEntries = { sources: [], entries: [], wholeKey: undefined };

/**
 * Remembers what articles' files said. One that has become faulty or unreadable keeps its last good article, beside the
 * new faults, for as long as its text is at hand.
 */
export function createArticleMemory(reader: ArticleReader, index?: ReadingIndex): ArticleMemory {
	const memory = new Map<string, Entry>();
	let last:
		| { sources: () => ReadonlyMap<string, ArticleSource>; circumstances: Circumstances }
		| undefined;
	let recalled = nothingRecalled;
	const bodies = createBodyShelf(({ path }) => {
		const source = last?.sources().get(path);
		return last && source ? reader.readNow(source, last.circumstances) : {};
	});

	function isCurrent(entry: Entry, version: string, circumstances: KeyedCircumstances): boolean {
		const { reading, under } = entry;
		if (entry.version !== version) return false;
		if (entry.wholeKey !== circumstances.wholeKey) {
			if (circumstances.keyOf(reading.sections) !== under) return false;
			entry.wholeKey = circumstances.wholeKey;
		}
		return reading.neighbours.every(([path, isThere]) => circumstances.hasFile(path) === isThere);
	}

	function recall(source: ArticleSource, circumstances: KeyedCircumstances): Entry | undefined {
		const { path } = source.file;
		const known = memory.get(path);
		const stored = known ? undefined : index?.get(path);
		const entry = known ?? (stored && { ...stored, wholeKey: "" });
		if (!entry || !isCurrent(entry, versionOf(source), circumstances)) return undefined;
		if (!known) memory.set(path, entry);
		return entry;
	}

	/** What is known of each source: what was there the time before, under the same settings, need not be looked up. */
	function recallAll(
		sources: readonly ArticleSource[],
		circumstances: KeyedCircumstances,
	): readonly (Entry | undefined)[] {
		const before = recalled.wholeKey === circumstances.wholeKey ? recalled : nothingRecalled;
		let next = 0;
		return sources.map((source) => {
			// Both are in the order of the folder's listing.
			const { path } = source.file;
			while (next < before.sources.length && (before.sources[next]?.file.path ?? "") < path)
				next += 1;
			const known = before.sources[next] === source ? before.entries[next] : undefined;
			const holds = known && known.reading.neighbours.length === 0;
			return holds ? known : recall(source, circumstances);
		});
	}

	function keep(
		source: ArticleSource,
		{ reading, line }: FreshReading,
		circumstances: KeyedCircumstances,
	): Entry {
		const { path } = source.file;
		const { body: _, ...rest } = reading;
		const former = memory.get(path);
		const good = former?.lastGood ?? former?.reading;
		const kept = {
			version: versionOf(source),
			under: circumstances.keyOf(reading.sections),
			reading: rest,
		};
		const isHeld = !reading.value && good?.value && bodies.holds(good.value);
		const entry: Entry = {
			...kept,
			wholeKey: circumstances.wholeKey,
			...(isHeld && { lastGood: good }),
		};
		memory.set(path, entry);
		index?.note(path, line === undefined ? kept : { ...kept, line });
		return entry;
	}

	function forget(sources: readonly ArticleSource[]): void {
		if (memory.size <= sources.length) return;
		const paths = new Set(sources.map(({ file }) => file.path));
		for (const path of memory.keys()) {
			if (paths.has(path)) continue;
			memory.delete(path);
			index?.note(path, undefined);
		}
	}

	return {
		async read(sources, circumstances, progress) {
			const entries = recallAll(sources, circumstances);
			const unread = sources.filter((_, number) => entries[number] === undefined);
			const fresh = new Map<ArticleSource, Entry>();
			/** What is served meanwhile asks for the texts of the reading before. */
			const texts: (readonly [Article, Body])[] = [];
			await reader.read(unread, circumstances, {
				progress,
				all: sources,
				textLength: bodies.mostHeld,
				take(source, taken) {
					const { value, body } = taken.reading;
					if (value && body) texts.push([value, body]);
					fresh.set(source, keep(source, taken, circumstances));
				},
			});
			for (const [article, body] of texts) bodies.put(article, body);
			forget(sources);
			last = { sources: () => byPath(sources), circumstances };
			recalled = {
				sources,
				entries: sources.map((source, number) => entries[number] ?? fresh.get(source)),
				wholeKey: circumstances.wholeKey,
			};
			const all: ArticleReading[] = [];
			for (const [number, source] of sources.entries()) {
				const entry = entries[number] ?? fresh.get(source);
				if (!entry) continue;
				const { reading, lastGood } = entry;
				all.push(lastGood ? { ...lastGood, faults: reading.faults } : reading);
			}
			return all;
		},
		readBody: bodies.read,
	};
}

/** Looked up where a text is read again, which most readings never ask for. */
const byPath = createOnce(
	(sources: readonly ArticleSource[]): ReadonlyMap<string, ArticleSource> =>
		new Map(sources.map((source) => [source.file.path, source])),
);

function versionOf({ file, sidecar }: ArticleSource): string {
	return sidecar ? `${file.version} ${sidecar.version}` : file.version;
}
