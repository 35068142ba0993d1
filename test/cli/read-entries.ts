import type { Io } from "../../src/cli/io.ts";
import { openLibrary } from "../../src/cli/open-library.ts";
import { openPlace } from "../../src/cli/open-place.ts";
import type { Fault } from "../../src/faults/fault.ts";
import { listArticles } from "../../src/sections/list-articles.ts";

/** After every article of the tests has had its time. */
const now = new Date(Date.UTC(2100, 0, 1));

export interface ReadEntries {
	/** The site's. */
	readonly title: string;
	readonly errors: readonly Fault[];
	readonly entries: readonly {
		readonly title: string;
		readonly url: string;
		readonly published: Date;
	}[];
}

/** The articles that a folder gives, newest first; the options are those of the command line. */
export async function readEntries(
	folder: string,
	options: Readonly<Record<string, string>> = {},
): Promise<ReadEntries> {
	const values = new Map(Object.entries(options));
	const io: Io = {
		env: {},
		folder,
		output: "pipe",
		reports: "pipe",
		clock: () => now,
		fetch: () => Promise.reject(new Error("There is no network.")),
		interrupted: () => new Promise(() => undefined),
		print: () => undefined,
		report: () => undefined,
		progress: () => undefined,
	};
	const place = await openPlace(folder, values, io);
	const { library } = await openLibrary(place, "http://localhost", "look", io);
	const { site, articles, faults } = await library.read();
	const { visible } = listArticles(articles, now);
	return {
		title: site.title,
		errors: faults.filter(({ severity }) => severity === "error"),
		entries: visible.map(({ title, url, published }) => ({ title, url, published })),
	};
}
