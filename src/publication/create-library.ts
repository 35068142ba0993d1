import type { Article, Person } from "../articles/article.ts";
import { findDialect } from "../articles/dialects/dialects.ts";
import { readLanguageMark, treeOfLanguage } from "../articles/find-language.ts";
import { sortFaults } from "../faults/fault.ts";
import type { SectionValues, SiteValues } from "../settings/schema.ts";
import { buildTrees } from "./build-trees.ts";
import { checkArticles } from "./check-articles.ts";
import type { Contents } from "./contents.ts";
import { createFileMemory, type Reading } from "./file-memory.ts";
import type { Folder } from "./folder.ts";
import { createSettingsKeeper } from "./keep-settings.ts";
import { noProgress, type Progress } from "./progress.ts";
import { readAll } from "./read-all.ts";
import { type Circumstances, readArticle } from "./read-article.ts";
import { type OuterSettings, readSettings } from "./read-settings.ts";
import { findSections, selectFiles } from "./select-files.ts";

/** Knows a folder of articles: each reading parses only what changed since the one before. */
export interface Library {
	/** Rejects only where the folder itself cannot be listed. */
	read(progress?: Progress): Promise<Contents>;
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
	const sidecarMemory = createFileMemory<string>(folder);
	let inForce: Circumstances | undefined;

	return {
		async read(progress = noProgress) {
			const listing = await folder.list();
			const settings = keepSettings(await readSettings(settingsMemories, listing.files, outer));
			const files = new Map(listing.files.map((file) => [file.path, file]));
			const circumstances = { settings, paths: new Set(files.keys()) };
			inForce = circumstances;
			const { site, settingsFor } = settings;
			const dialect = findDialect(site.dialect);
			const { articleFiles, media, leftOut } = selectFiles(listing.files, site, dialect);
			articleMemory.keepOnly(articleFiles);
			let done = 0;
			const readings = await readAll(articleFiles, async (file) => {
				const beside = files.get(sidecarPath(file.path));
				const sidecar = beside && (await sidecarMemory.read(beside, readSidecar)).value;
				const version = `${file.version} ${beside?.version ?? ""}`;
				const reading = await articleMemory.read({ ...file, version }, (bytes) =>
					readArticle(
						{ path: file.path, bytes, ...(sidecar !== undefined && { sidecar }) },
						circumstances,
						() => inForce ?? circumstances,
					),
				);
				done += 1;
				progress({ name: "read", done, all: articleFiles.length });
				return reading;
			});
			const articles = readings.flatMap(({ value }) => value ?? []);
			const treeByPath = new Map(articles.map(({ path, tree }) => [path, tree]));
			const treeOf = (path: string): string | undefined =>
				treeByPath.has(path)
					? treeByPath.get(path)
					: treeOfLanguage(readLanguageMark(path, site.languages).language, site.languages);
			const sections = findSections(listing, articleFiles, dialect, site, treeOf);
			const checked = checkArticles({ articles, sections, site, media });
			const served = new Set(checked.articles.map(({ path }) => path));
			const unread = articleFiles.filter(({ path }) => !served.has(path));
			return {
				site,
				settingsFor,
				trees: buildTrees({ settings, sections, articles: checked.articles, media }),
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

/** Where metadata of an article may stand beside it (Nikola). */
function sidecarPath(path: string): string {
	return path.replace(/\.[^./]*$/, ".meta");
}

function readSidecar(bytes: Uint8Array): Reading<string> {
	return { value: new TextDecoder().decode(bytes), faults: [] };
}
