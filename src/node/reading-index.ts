import { appendFileSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import type { Article } from "../articles/article.ts";
import type { ReadingIndex } from "../publication/article-memory.ts";
import { buildArticleRow } from "../publication/article-row.ts";
import type { FactsIndex } from "../publication/create-renderings.ts";
import type { EntryFacts } from "../publication/entry-facts.ts";
import { buildFactsRow, parseFactsRow } from "../publication/facts-row.ts";
import { parseReading, renderReading } from "../publication/reading-row.ts";
import * as cell from "../publication/row-cells.ts";
import { digestBytes } from "./node-runtime.ts";

/** What earlier processes read of a folder and rendered of it, in a file. */
export interface DiskIndex {
	readonly readings: ReadingIndex;
	readonly facts: FactsIndex;
	/** Writes down what was noted last. */
	close(): void;
}

/** Whether what is noted is written down, or only what there is is read. */
export type IndexMode = "writing" | "reading";

/** Lines of facts begin with this: no path of an article is empty. */
const factsMark = '["",';
/** A file with this many times as many lines as it needs is written anew, and a few more are no matter. */
const mostWaste = { times: 2, lines: 1000 };
/** How long what was noted may wait to be written, in milliseconds … */
const writingInterval = 200;
/** … and how many characters of it: what waits long outlives the collector's nursery, and stays in memory then. */
const mostPending = 64 * 1024;

/**
 * Opens an index: lines of JSON, of which the last about an article counts, so that whatever the death of a process
 * tears off its end is only read anew. What another `build` of Broadsheet wrote is not used.
 */
export function openReadingIndex(file: string, build: string, mode: IndexMode): DiskIndex {
	const head = JSON.stringify({ broadsheet: build });
	const stored = readLines(file, head);
	let isTorn = stored?.isTorn ?? false;
	const readings = new Map<string, string>();
	const facts = new Map<string, string>();
	for (const line of stored?.lines ?? []) {
		if (line.startsWith(factsMark)) facts.set(readText(line, factsMark.length), line);
		else if (line.startsWith('["')) noteLine(readText(line, 1), line);
	}
	function noteLine(path: string, line: string): void {
		const isGone = line.endsWith('"]') && line === JSON.stringify([path]);
		if (isGone) readings.delete(path);
		else readings.set(path, line);
	}

	const needed = readings.size + facts.size;
	const isWasteful = (stored?.lines.length ?? 0) > mostWaste.times * needed + mostWaste.lines;
	if (mode === "writing" && (!stored || isWasteful)) {
		tryTo(() => replaceFile(file, [head, ...readings.values(), ...facts.values()]));
		isTorn = false;
	}
	const pending: string[] = [];
	let pendingLength = 0;
	let timer: NodeJS.Timeout | undefined;

	function add(line: string): void {
		if (mode === "reading") return;
		pending.push(line);
		pendingLength += line.length;
		if (pendingLength > mostPending) write();
		else timer ??= setTimeout(write, writingInterval).unref();
	}

	function write(): void {
		clearTimeout(timer);
		timer = undefined;
		const lines = pending.splice(0);
		pendingLength = 0;
		// A line that was torn off must not take the next one with it.
		if (isTorn) lines.unshift("");
		// Nothing but time is lost where the disk is full: what is not written is read from the articles again.
		if (lines.length === 0) return;
		isTorn = !tryTo(() => appendFileSync(file, `${lines.join("\n")}\n`));
	}

	return {
		readings: {
			get(path) {
				const line = readings.get(path);
				readings.delete(path);
				return line === undefined ? undefined : parseReading(line);
			},
			note: (path, kept) =>
				add(kept ? (kept.line ?? renderReading(path, kept)) : JSON.stringify([path])),
		},
		facts: {
			get(article) {
				const line = facts.get(article.path);
				facts.delete(article.path);
				return line === undefined ? undefined : parseFacts(line, article);
			},
			note: (article, known) => add(renderFacts(article, known)),
		},
		close() {
			if (mode === "writing") write();
		},
	};
}

/** Whether it could be done. */
function tryTo(act: () => void): boolean {
	try {
		act();
		return true;
	} catch {
		return false;
	}
}

/** The lines of an index behind its head; undefined where there is none of this build. */
function readLines(
	file: string,
	head: string,
): { readonly lines: readonly string[]; readonly isTorn: boolean } | undefined {
	try {
		const [first, ...lines] = readFileSync(file, "utf8").split("\n");
		// What stands behind the last line's end was not written to its end.
		const isTorn = lines.pop() !== "";
		return first === head ? { lines, isTorn } : undefined;
	} catch {
		return undefined;
	}
}

function replaceFile(file: string, lines: readonly string[]): void {
	const fresh = `${file}.new`;
	writeFileSync(fresh, `${lines.join("\n")}\n`);
	renameSync(fresh, file);
}

/** The JSON string that begins at a place of a line; empty where there is none that can be read. */
function readText(line: string, start: number): string {
	const end = line.indexOf('"', start + 1);
	const quoted = line.slice(start, end + 1);
	if (!quoted.includes("\\")) return quoted.slice(1, -1);
	const [whole = '""'] = /"(?:[^"\\]|\\.)*"/.exec(line.slice(start)) ?? [];
	try {
		return cell.text(JSON.parse(whole));
	} catch {
		return "";
	}
}

/** Differs wherever an article does. */
function keyOf(article: Article): string {
	return digestBytes(JSON.stringify(buildArticleRow(article)));
}

function renderFacts(article: Article, facts: EntryFacts): string {
	return JSON.stringify(["", article.path, keyOf(article), buildFactsRow(facts)]);
}

function parseFacts(line: string, article: Article): EntryFacts | undefined {
	try {
		const [, , key, facts] = cell.list(JSON.parse(line));
		return key === keyOf(article) ? parseFactsRow(facts) : undefined;
	} catch {
		return undefined;
	}
}
