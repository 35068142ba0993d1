import { readFile } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import type { Article } from "../../src/articles/article.ts";
import { parseYamlDocument } from "../../src/articles/front-matter.ts";
import { renderFault } from "../../src/faults/fault.ts";
import { digestBytes } from "../../src/node/node-runtime.ts";
import { openFolder } from "../../src/node/open-folder.ts";
import type { Contents } from "../../src/publication/contents.ts";
import { createLibrary } from "../../src/publication/create-library.ts";
import { compareArticles, isVisible } from "../../src/sections/list-articles.ts";
import { parseSiteSettings } from "../../src/settings/parse-settings.ts";

const entrySchema = z.object({
	title: z.string(),
	feedTitle: z.string().optional(),
	link: z.string(),
	published: z.string(),
	path: z.string().optional(),
});

const referenceSchema = z.object({
	unlimited: z.boolean().default(true),
	entries: z.array(entrySchema),
});

/** One entry as a site's own generator made it. */
export type ReferenceEntry = z.output<typeof entrySchema>;

/** A folder of real content, what Broadsheet makes of it, and what its own generator made. */
export interface Corpus {
	readonly contents: Contents;
	/** As the feed of the site's own language has them, without a limit. */
	readonly articles: readonly Article[];
	readonly reference: z.output<typeof referenceSchema>;
}

/**
 * Reads a folder with `content/`, `site.yaml` and `reference.json`, at an instant.
 * @throws Error for a file that is missing, or settings with faults.
 */
export async function readCorpus(folder: string, now: Date): Promise<Corpus> {
	const read = (name: string) => readFile(join(folder, name), "utf8");
	const settings = parseYamlDocument(await read("site.yaml"), "site.yaml");
	const { values, faults } = parseSiteSettings(settings, "strict");
	const wrong = [...settings.faults, ...faults].find(({ severity }) => severity === "error");
	if (wrong) throw new Error(renderFault(wrong));
	const library = createLibrary(
		await openFolder(join(folder, "content")),
		{ flags: {}, file: values, listenerUrl: "http://localhost" },
		{ digest: digestBytes },
	);
	const contents = await library.read();
	return {
		contents,
		articles: (contents.trees[0]?.articles ?? [])
			.filter((article) => isVisible(article, now))
			.toSorted(compareArticles),
		reference: referenceSchema.parse(JSON.parse(await read("reference.json"))),
	};
}
