import type { Article } from "../../articles/article.ts";
import type {
	ArticleReader,
	ArticleSource,
	KeyedCircumstances,
} from "../../publication/article-memory.ts";
import { buildArticleRow } from "../../publication/article-row.ts";
import type { RenderingCrew } from "../../publication/create-renderings.ts";
import { parseFactsRow } from "../../publication/facts-row.ts";
import type { ArticleReading } from "../../publication/read-article.ts";
import { readArticleNow } from "../../publication/read-articles.ts";
import { parseReading } from "../../publication/reading-row.ts";
import type { RenderingShelf } from "../../publication/rendering-shelf.ts";
import type { ReferenceTargets } from "../../publication/resolve-references.ts";
import * as cell from "../../publication/row-cells.ts";
import { digestBytes } from "../node-runtime.ts";
import type { DiskFolder } from "../open-folder.ts";
import type { BatchPrinter } from "../output-folder.ts";
import { type Assistant, startAssistant } from "./assistant.ts";
import { type BodyPlace, openBodySpool, readSpooledBody } from "./body-spool.ts";
import type { Answer, LocatedFile, LocatedSource, RenderJob } from "./orders.ts";
import { shareWork } from "./share-work.ts";
import { type NamelessFile, openNamelessFile } from "./spool.ts";
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

/** What was read of an article whose text was put into a spool. */
interface SpooledReading {
	readonly reading: ArticleReading & { readonly value: Article };
	readonly place: BodyPlace;
}

/** A thread takes longer to start than so many articles to read or render. */
const worthAThread = 400;

/** Opens a workshop; its thread starts when there is much to do. Texts wait in nameless files of `spoolFolder`. */
export function openWorkshop(folder: DiskFolder, spoolFolder: string): Workshop {
	let assistant: Assistant | undefined;
	let told: KeyedCircumstances | undefined;
	const files = openNamelessFiles(spoolFolder);
	const shelf = createSpoolShelf(files.own);
	const bodies = openBodySpool(files.ownBodies);
	let sources: ReadonlyMap<string, ArticleSource> = new Map();
	/** What was read of sources whose texts were put into a spool. */
	const spooled = new Map<ArticleSource, SpooledReading>();

	/** The thread, under the settings that were told last. */
	function assist(circumstances: KeyedCircumstances): Assistant {
		assistant ??= startAssistant();
		if (told !== circumstances) {
			const { site, sources: said } = circumstances.settings;
			const paths = circumstances.listPaths().join("\n");
			assistant.tell({ kind: "settings", site, sources: said, paths, bodies: files.theirBodies });
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
			async read(unread, circumstances, { progress, all, take }) {
				last = circumstances;
				// What is known from an index is rendered all the same.
				sources = new Map(all.map((source) => [source.file.path, source]));
				const readHere = (source: ArticleSource): void => {
					const { body, ...reading } = readArticleNow(source, circumstances, folder, digestBytes);
					putAside(source, reading, body && bodies.put(body, circumstances.settings.site));
					take(source, { reading });
				};
				if (unread.length < worthAThread) {
					for (const [index, source] of unread.entries()) {
						readHere(source);
						progress({ name: "read", done: index + 1, all: unread.length });
					}
					return;
				}
				const thread = assist(circumstances);
				await shareWork(unread, {
					here: (portion) => portion.forEach(readHere),
					progress: (done) => progress({ name: "read", done, all: unread.length }),
					async there(portion) {
						const sources = portion.map(locate);
						const answer = await thread.ask({ kind: "read", sources }).catch(nothing);
						for (const [index, source] of portion.entries()) {
							const line = answer.lines[index] ?? "";
							const reading = parseReading(line)?.reading;
							if (reading) {
								putAside(source, reading, answer.bodies?.[index]);
								take(source, { reading, line });
							} else readHere(source);
						}
					},
				});
			},
			readNow(source, circumstances) {
				const known = spooled.get(source);
				if (!known) return readArticleNow(source, circumstances, folder, digestBytes);
				if (known.place.file === files.ownBodies) bodies.flush();
				const { reading, place } = known;
				const body = readSpooledBody(place, reading.value.body);
				if (!body) return readArticleNow(source, circumstances, folder, digestBytes);
				return { ...reading, body };
			},
		},
		crew: {
			async render(articles, targets, { renderHere, done, progress }) {
				const here = (portion: readonly Article[]) => portion.forEach(renderHere);
				if (articles.length < worthAThread || !last) return here(articles);
				bodies.flush();
				const thread = assist(last);
				thread.tell({
					kind: "targets",
					articleUrls: [...targets.articleUrls].flat().join("\n"),
					media: targets.media,
					spool: files.theirs,
				});
				await shareWork(articles, {
					here,
					progress: (count) => progress({ name: "rendered", done: count, all: articles.length }),
					async there(portion) {
						const jobs = portion.map((article) => buildJob(article, targets));
						const answer = await thread.ask({ kind: "render", jobs }).catch(nothing);
						for (const [index, article] of portion.entries()) {
							const row = readRow(answer.lines[index]);
							if (!row) renderHere(article);
							else done(article, shelf.adopt(article, row.facts, { ...row, file: files.theirs }));
						}
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
			files.close();
		},
	};

	/** Notes where the text of a source was put that has just been read. */
	function putAside(
		source: ArticleSource,
		reading: ArticleReading,
		place: BodyPlace | undefined,
	): void {
		const { value } = reading;
		if (place && value) spooled.set(source, { reading: { ...reading, value }, place });
		else spooled.delete(source);
	}

	function buildJob(article: Article, targets: ReferenceTargets): RenderJob {
		const source = sources.get(article.path);
		if (!source) throw new Error(`${article.path} has not been read.`);
		const body = spooled.get(source)?.place;
		return {
			// Many times faster than to have the row's cells copied from thread to thread.
			row: JSON.stringify(buildArticleRow(article)),
			id: targets.idOf(article),
			alternates: targets.alternatesOf(article),
			source: locate(source),
			...(body && { body }),
		};
	}
}

/** The files to which each thread writes, by their descriptors. Throws the system's errors, and leaves none open then. */
function openNamelessFiles(folder: string) {
	const opened: NamelessFile[] = [];
	const close = (): void => {
		for (const one of opened) one.close();
	};
	const open = (): number => {
		const one = openNamelessFile(folder);
		opened.push(one);
		return one.file;
	};
	try {
		return { own: open(), theirs: open(), ownBodies: open(), theirBodies: open(), close };
	} catch (error) {
		close();
		throw error;
	}
}

/** What a thread that has failed answers: everything is then done here. */
function nothing(): Pick<Answer, "lines" | "bodies"> {
	return { lines: [] };
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
