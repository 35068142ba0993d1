import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeCorpus } from "./corpus.ts";

const corpus = { articles: 200, sections: 2, tags: 10, authors: 5 };
/** The lengths that give a feed of 48 KB with gzip, and one of 320 KB without, whatever the made-up words compress to. */
const limits = { "section-0": 26, "section-1": 46 };

export interface SampleSite {
	/** What a command of Broadsheet takes to work on it. */
	readonly options: readonly string[];
	/** The feed that has 48 KB with gzip. */
	readonly smallFeed: string;
	/** The feed that has 320 KB without. */
	readonly largeFeed: string;
}

/** Writes a made-up site whose feeds have the sizes that are measured. */
export function writeSampleSite(folder: string): SampleSite {
	const articles = join(folder, "articles");
	mkdirSync(articles, { recursive: true });
	writeCorpus(articles, corpus);
	const settings = join(folder, "settings.yaml");
	const sections = Object.entries(limits).map(([name, limit]) => `  ${name}: { limit: ${limit} }`);
	writeFileSync(settings, `pages: false\narchives: false\nsections:\n${sections.join("\n")}\n`);
	const state = join(folder, "state");
	return {
		options: [articles, "--settings", settings, "--url", "https://example.org/", "--state", state],
		smallFeed: "/section-0/rss.xml",
		largeFeed: "/section-1/rss.xml",
	};
}
