import type { Article, Person } from "../articles/article.ts";
import { findDialect } from "../articles/dialects/dialects.ts";
import { sortFaults } from "../faults/fault.ts";
import type { SectionValues, SiteValues } from "../settings/schema.ts";
import { checkArticles } from "./check-articles.ts";
import type { Contents } from "./contents.ts";
import { createFileMemory } from "./file-memory.ts";
import type { Folder } from "./folder.ts";
import { createSettingsKeeper } from "./keep-settings.ts";
import { readAll } from "./read-all.ts";
import { readArticle } from "./read-article.ts";
import { type OuterSettings, readSettings, type SettingsReading } from "./read-settings.ts";
import { findSections, selectFiles } from "./select-files.ts";

/** Knows a folder of articles: each reading parses only what changed since the one before. */
export interface Library {
	/** Rejects only where the folder itself cannot be listed. */
	read(): Promise<Contents>;
}

/** Opens a folder of articles; nothing is read before `read()`. */
export function createLibrary(folder: Folder, outer: OuterSettings): Library {
	const settingsMemories = {
		site: createFileMemory<SiteValues>(folder),
		sections: createFileMemory<SectionValues>(folder),
		authors: createFileMemory<Readonly<Record<string, Person>>>(folder),
	};
	const articleMemory = createFileMemory<Article>(folder);
	const keepSettings = createSettingsKeeper();
	let settingsInForce: SettingsReading | undefined;

	return {
		async read() {
			const listing = await folder.list();
			const settings = keepSettings(await readSettings(settingsMemories, listing.files, outer));
			settingsInForce = settings;
			const { site, settingsFor } = settings;
			const dialect = findDialect(site.dialect);
			const { articleFiles, media, leftOut } = selectFiles(listing.files, site, dialect);
			articleMemory.keepOnly(articleFiles);
			const readings = await readAll(articleFiles, (file) =>
				articleMemory.read(file, (bytes) =>
					readArticle(file.path, bytes, settings, () => settingsInForce ?? settings),
				),
			);
			const sectionPaths = findSections(listing, articleFiles, dialect);
			const articles = readings.flatMap(({ value }) => value ?? []);
			const checked = checkArticles({ articles, sectionPaths, site, media });
			const served = new Set(checked.articles.map(({ path }) => path));
			const unread = articleFiles.filter(({ path }) => !served.has(path));
			return {
				site,
				settingsFor,
				sectionPaths,
				media,
				leftOut,
				articles: checked.articles,
				unreadPaths: new Set(unread.map(({ path }) => path)),
				settingsFaults: settings.faults,
				faults: sortFaults([
					...listing.faults,
					...settings.faults,
					...readings.flatMap(({ faults }) => faults),
					...checked.faults,
				]),
			};
		},
	};
}
