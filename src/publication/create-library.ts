import type { Person } from "../articles/article.ts";
import type { ListedFile } from "../articles/article-file.ts";
import { findDialect } from "../articles/dialects/dialects.ts";
import { readLanguageMark, treeOfLanguage } from "../articles/find-language.ts";
import { sortFaults } from "../faults/fault.ts";
import { createArticleOrder } from "../sections/order-articles.ts";
import type { SectionValues, SiteValues } from "../settings/schema.ts";
import {
	type ArticleReader,
	type ArticleSource,
	createArticleMemory,
	type KeyedCircumstances,
	type ReadingIndex,
} from "./article-memory.ts";
import { buildTrees } from "./build-trees.ts";
import { createArticleChecker } from "./check-articles.ts";
import type { Contents } from "./contents.ts";
import { createFileMemory } from "./file-memory.ts";
import type { Folder } from "./folder.ts";
import { createSettingsKeeper } from "./keep-settings.ts";
import { createSettingsKey } from "./key-settings.ts";
import { noProgress, type Progress } from "./progress.ts";
import { createArticleReader } from "./read-articles.ts";
import { type OuterSettings, readSettings, type SettingsReading } from "./read-settings.ts";
import { createSectionFinder, selectFiles } from "./select-files.ts";

/** Knows a folder of articles: each reading parses only what changed since the one before. */
export interface Library {
	/** Rejects only where the folder itself cannot be listed. */
	read(progress?: Progress): Promise<Contents>;
}

/** What a runtime lends to a library. */
export interface LibraryRuntime {
	/** A hash of a text, of at least 128 bits. */
	digest(text: string): string;
	/** Reads articles; without it they are read here, one after the other. */
	readonly reader?: ArticleReader;
	/** What an earlier process read of the folder. */
	readonly index?: ReadingIndex;
}

/** Opens a folder of articles; nothing is read before `read()`. */
export function createLibrary(
	folder: Folder,
	outer: OuterSettings,
	runtime: LibraryRuntime,
): Library {
	const settingsMemories = {
		site: createFileMemory<SiteValues>(folder),
		sections: createFileMemory<SectionValues>(folder),
		authors: createFileMemory<Readonly<Record<string, Person>>>(folder),
	};
	const { digest, index } = runtime;
	const reader = runtime.reader ?? createArticleReader(folder, digest);
	const articleMemory = createArticleMemory(reader, index);
	const keepSettings = createSettingsKeeper();
	const order = createArticleOrder();
	const checkArticles = createArticleChecker();
	const findSections = createSectionFinder();
	const keyOf = createSettingsKey(digest);

	function keyedCircumstances(
		{ site, settingsFor, sources }: SettingsReading,
		files: ReadonlyMap<string, ListedFile>,
	): KeyedCircumstances {
		return {
			settings: { site, settingsFor, sources },
			hasFile: (path) => files.has(path),
			listPaths: () => [...files.keys()],
			keyOf: (sections) => keyOf({ site, settingsFor }, sections),
			wholeKey: digest(JSON.stringify([site, sources.site, [...sources.files], sources.config])),
		};
	}

	return {
		async read(progress = noProgress) {
			const listing = await folder.list();
			const settings = keepSettings(await readSettings(settingsMemories, listing.files, outer));
			const files = new Map(listing.files.map((file) => [file.path, file]));
			const { site, settingsFor } = settings;
			const dialect = findDialect(site.dialect);
			const { articleFiles, media, leftOut } = selectFiles(listing.files, site, dialect);
			const readings = await articleMemory.read(
				articleFiles.map((file): ArticleSource => {
					const sidecar = files.get(sidecarPath(file.path));
					return sidecar ? { file, sidecar } : { file };
				}),
				keyedCircumstances(settings, files),
				progress,
			);
			const articles = readings.flatMap(({ value }) => value ?? []);
			// In one language there is one tree.
			const inTrees = site.languages.length > 1 ? articles : [];
			const treeByPath = new Map(inTrees.map(({ path, tree }) => [path, tree]));
			const treeOf = (path: string): string | undefined =>
				treeByPath.has(path)
					? treeByPath.get(path)
					: treeOfLanguage(readLanguageMark(path, site.languages).language, site.languages);
			const sections = findSections(listing, articleFiles, site, treeOf);
			const checked = checkArticles({ articles, sections, site, media });
			const isWhole = checked.articles.length === articleFiles.length;
			const served = new Set(isWhole ? [] : checked.articles.map(({ path }) => path));
			const unread = isWhole ? [] : articleFiles.filter(({ path }) => !served.has(path));
			return {
				site,
				settingsFor,
				trees: buildTrees({ settings, sections, articles: order(checked.articles), media }),
				media,
				leftOut,
				articles: checked.articles,
				unreadPaths: new Set(unread.map(({ path }) => path)),
				settingsFaults: settings.faults,
				readBody: articleMemory.readBody,
				listing,
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

/** Where metadata of an article may stand beside it (Nikola). */
function sidecarPath(path: string): string {
	return path.replace(/\.[^./]*$/, ".meta");
}
