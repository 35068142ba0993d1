import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BenchSettings, formatCount } from "./bench-settings.ts";
import { type CorpusSize, writeCorpus } from "./corpus.ts";

/** Everything of the made-up folders but the number of articles. */
export const corpusShape: Omit<CorpusSize, "articles"> = { sections: 20, tags: 100, authors: 40 };

/** A folder of so many articles; made at the first use and kept with the system's temporary files. */
export function prepareCorpus(articles: number, { note }: Pick<BenchSettings, "note">): string {
	const folder = join(tmpdir(), "broadsheet-bench", `articles-${articles}`);
	const mark = `${folder}.complete`;
	if (existsSync(mark)) return folder;
	note(`writing ${formatCount(articles)} articles`);
	rmSync(folder, { recursive: true, force: true });
	mkdirSync(folder, { recursive: true });
	writeCorpus(folder, { ...corpusShape, articles });
	writeFileSync(mark, "");
	return folder;
}

/** Reads every file of a folder, so that whoever reads them next finds them in the system's memory. */
export function readCorpus(folder: string): void {
	for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
		if (entry.isFile()) readFileSync(join(entry.parentPath, entry.name));
}
