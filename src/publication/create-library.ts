import type { Article, Person } from "../articles/article.ts";
import type { ListedFile } from "../articles/article-file.ts";
import { findDialect } from "../articles/dialects/dialects.ts";
import { readLanguageMark, treeOfLanguage } from "../articles/find-language.ts";
import { type Fault, sortFaults } from "../faults/fault.ts";
import { createArticleOrder } from "../sections/order-articles.ts";
import type { SectionValues, SiteValues } from "../settings/schema.ts";
import { createOnce } from "../text/once.ts";
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
import type { Folder, Listing } from "./folder.ts";
import { createSettingsKeeper } from "./keep-settings.ts";
import { createSettingsKey } from "./key-settings.ts";
import { noProgress, type Progress } from "./progress.ts";
import type { ArticleReading } from "./read-article.ts";
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
		{ files }: Listing,
	): KeyedCircumstances {
		// Few articles ask for others' files.
		let paths: ReadonlySet<string> | undefined;
		return {
			settings: { site, settingsFor, sources },
			hasFile(path) {
				paths ??= new Set(files.map((file) => file.path));
				return paths.has(path);
			},
			listPaths: () => files.map(({ path }) => path),
			keyOf: (sections) => keyOf({ site, settingsFor }, sections),
			wholeKey: digest(JSON.stringify([site, sources.site, [...sources.files], sources.config])),
		};
	}

	async function readListed(listing: Listing, progress: Progress) {
		const settings = keepSettings(await readSettings(settingsMemories, listing.files, outer));
		const { site } = settings;
		const selected = selectFiles(listing.files, site, findDialect(site.dialect));
		const readings = await articleMemory.read(
			findSources(selected.articleFiles, listing),
			keyedCircumstances(settings, listing),
			progress,
		);
		return { listing, settings, readings, ...selected };
	}

	/** What the folder holds; where files are gone when they are read (a section is just being moved), what it holds then. */
	async function readFolder(progress: Progress): ReturnType<typeof readListed> {
		let read = await readListed(await folder.list(), progress);
		for (let count = 1; count < mostListings && read.readings.some(isUnreadable); count++) {
			const listing = await folder.list();
			if (listing === read.listing) break;
			read = await readListed(listing, progress);
		}
		return read;
	}

	return {
		async read(progress = noProgress) {
			const { listing, settings, readings, ...selected } = await readFolder(progress);
			const { articleFiles, media, leftOut } = selected;
			const { site, settingsFor } = settings;
			const articles: Article[] = [];
			for (const { value } of readings) if (value) articles.push(value);
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
				unlisted: listing.unlisted,
				settingsFaults: settings.faults,
				readBody: articleMemory.readBody,
				listing,
				faults: sortFaults([
					...listing.faults,
					...settings.faults,
					...faultsOf(readings),
					...checked.faults,
				]),
			};
		},
	};
}

/** How often a folder is listed for one reading. */
const mostListings = 3;

function isUnreadable({ faults }: ArticleReading): boolean {
	return faults.some(({ code }) => code === "FILE_UNREADABLE");
}

function faultsOf(readings: readonly ArticleReading[]): Fault[] {
	const all: Fault[] = [];
	for (const { faults } of readings) if (faults.length > 0) all.push(...faults);
	return all;
}

/** The articles' files, each with the one beside it that may hold its metadata (Nikola). */
function findSources(
	articleFiles: readonly ListedFile[],
	{ files }: Listing,
): readonly ArticleSource[] {
	const besides = files.filter(({ path }) => path.endsWith(sidecarEnding));
	if (besides.length === 0) return articleFiles.map(aloneSource);
	const byPath = new Map(besides.map((file) => [file.path, file]));
	return articleFiles.map((file) => {
		const sidecar = byPath.get(sidecarPath(file.path));
		return sidecar ? { file, sidecar } : aloneSource(file);
	});
}

const sidecarEnding = ".meta";

/** The same for as long as the file is. */
const aloneSource = createOnce((file: ListedFile): ArticleSource => ({ file }));

function sidecarPath(path: string): string {
	return path.replace(/\.[^./]*$/, sidecarEnding);
}
