import type { Article } from "../../articles/article.ts";
import type {
	ArticleReader,
	ArticleSource,
	FreshReading,
	KeyedCircumstances,
} from "../../publication/article-memory.ts";
import { buildArticleRow } from "../../publication/article-row.ts";
import type { RenderingCrew } from "../../publication/create-renderings.ts";
import { parseFactsRow } from "../../publication/facts-row.ts";
import { readArticleNow } from "../../publication/read-articles.ts";
import { parseReading } from "../../publication/reading-row.ts";
import type { RenderingShelf } from "../../publication/rendering-shelf.ts";
import type { ReferenceTargets } from "../../publication/resolve-references.ts";
import * as cell from "../../publication/row-cells.ts";
import { digestBytes } from "../node-runtime.ts";
import type { DiskFolder } from "../open-folder.ts";
import type { BatchPrinter } from "../output-folder.ts";
import { type Assistant, startAssistant } from "./assistant.ts";
import type { LocatedFile, LocatedSource, RenderJob } from "./orders.ts";
import { shareWork } from "./share-work.ts";
import { openNamelessFile } from "./spool.ts";
import { createSpoolShelf } from "./spool-shelf.ts";

/** Reads and renders all articles of a folder on two threads. */
export interface Workshop {
	readonly reader: ArticleReader;
	readonly crew: RenderingCrew;
	/** Keeps every rendering, on the disk. */
	readonly shelf: RenderingShelf;
	/** Writes files on the other thread; rejects where that has not been needed before. */
	readonly print: BatchPrinter;
	close(): Promise<void>;
}

/** A thread takes longer to start than so many articles to read or render. */
const worthAThread = 400;

/** Opens a workshop; its thread starts when there is much to do. Texts wait in nameless files of `spoolFolder`. */
export function openWorkshop(folder: DiskFolder, spoolFolder: string): Workshop {
	let assistant: Assistant | undefined;
	let told: KeyedCircumstances | undefined;
	const own = openNamelessFile(spoolFolder);
	const theirs = openNamelessFile(spoolFolder);
	const shelf = createSpoolShelf(own.file);
	const sources = new Map<string, ArticleSource>();

	/** The thread, under the settings that were told last. */
	function assist(circumstances: KeyedCircumstances): Assistant {
		assistant ??= startAssistant();
		if (told !== circumstances) {
			const { site, sources: said } = circumstances.settings;
			const paths = circumstances.listPaths().join("\n");
			assistant.tell({ kind: "settings", site, sources: said, paths });
			told = circumstances;
		}
		return assistant;
	}

	function locate({ file, sidecar }: ArticleSource): LocatedSource {
		return { file: locateFile(file), ...(sidecar && { sidecar: locateFile(sidecar) }) };
	}

	function locateFile(file: ArticleSource["file"]): LocatedFile {
		return { ...file, diskPath: folder.locate(file.path) ?? "" };
	}

	let last: KeyedCircumstances | undefined;

	return {
		shelf,
		reader: {
			async read(unread, circumstances, progress) {
				last = circumstances;
				for (const source of unread) sources.set(source.file.path, source);
				const here = (portion: readonly ArticleSource[]): FreshReading[] =>
					portion.map((source) => {
						// Few of the texts are rendered, and these are read again where they are: none is kept for that.
						const { body: _, ...reading } = readArticleNow(
							source,
							circumstances,
							folder,
							digestBytes,
						);
						return { reading };
					});
				if (unread.length < worthAThread) {
					return unread.flatMap((source, index) => {
						const reading = here([source]);
						progress({ name: "read", done: index + 1, all: unread.length });
						return reading;
					});
				}
				const thread = assist(circumstances);
				return await shareWork(unread, {
					here,
					progress: (done) => progress({ name: "read", done, all: unread.length }),
					async there(portion) {
						const sources = portion.map(locate);
						const lines = await thread.ask({ kind: "read", sources }).catch(nothing);
						return portion.flatMap((source, index): FreshReading[] => {
							const line = lines[index] ?? "";
							const reading = parseReading(line)?.reading;
							return reading ? [{ reading, line }] : here([source]);
						});
					},
				});
			},
			readNow: (source, circumstances) =>
				readArticleNow(source, circumstances, folder, digestBytes),
		},
		crew: {
			async render(articles, targets, { renderHere, done, progress }) {
				const here = (portion: readonly Article[]) => portion.map(renderHere);
				if (articles.length < worthAThread || !last) {
					here(articles);
					return;
				}
				const thread = assist(last);
				thread.tell({
					kind: "targets",
					articleUrls: [...targets.articleUrls].flat().join("\n"),
					media: targets.media,
					spool: theirs.file,
				});
				await shareWork(articles, {
					here,
					progress: (count) => progress({ name: "rendered", done: count, all: articles.length }),
					async there(portion) {
						const jobs = portion.map((article) => buildJob(article, targets));
						const lines = await thread.ask({ kind: "render", jobs }).catch(nothing);
						for (const [index, article] of portion.entries()) {
							const row = readRow(lines[index]);
							if (!row) renderHere(article);
							else done(article, shelf.adopt(article, row.facts, { ...row, file: theirs.file }));
						}
						return [];
					},
				});
			},
		},
		async print(batch) {
			if (!assistant) throw new Error("There is no other thread.");
			await assistant.ask({ kind: "print", batch });
		},
		async close() {
			await assistant?.dismiss();
			own.close();
			theirs.close();
		},
	};

	function buildJob(article: Article, targets: ReferenceTargets): RenderJob {
		const source = sources.get(article.path);
		if (!source) throw new Error(`${article.path} has not been read.`);
		return {
			// Many times faster than to have the row's cells copied from thread to thread.
			row: JSON.stringify(buildArticleRow(article)),
			id: targets.idOf(article),
			alternates: targets.alternatesOf(article),
			source: locate(source),
		};
	}
}

/** What a thread that has failed answers: everything is then done here. */
function nothing(): readonly string[] {
	return [];
}

/** What a thread answers of an article; undefined where it could not render it. */
function readRow(
	line = "",
):
	| { facts: ReturnType<typeof parseFactsRow>; start: number; lengths: readonly number[] }
	| undefined {
	if (line === "") return undefined;
	const [facts, start, lengths] = cell.list(JSON.parse(line));
	return {
		facts: parseFactsRow(facts),
		start: cell.number(start),
		lengths: cell.list(lengths).map(cell.number),
	};
}
