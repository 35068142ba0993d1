import picomatch from "picomatch";
import type { Crumb } from "../articles/article.ts";
import type { ListedFile } from "../articles/article-file.ts";
import { type Dialect, findDialect } from "../articles/dialects/dialects.ts";
import { readLanguageMark, treeOfLanguage } from "../articles/find-language.ts";
import { buildNameSlug } from "../articles/slug.ts";
import type { SiteSettings } from "../settings/settings.ts";
import type { Listing } from "./folder.ts";
import { isSettingsFile } from "./read-settings.ts";

/** A text of the folder that is no article, and why: a phrase behind "this file is". */
export interface LeftOut {
	readonly path: string;
	readonly reason: string;
}

export interface SelectedFiles {
	readonly articleFiles: readonly ListedFile[];
	/** Everything else that an article may name: neither articles nor settings nor ignored. */
	readonly media: ReadonlyMap<string, ListedFile>;
	/** Texts that are not articles here; in another generator's folder, whatever is no picture, sound or program. */
	readonly leftOut: readonly LeftOut[];
}

/** Parts the files of a folder, as its dialect and the settings `include` and `ignore` have it. */
export function selectFiles(
	files: readonly ListedFile[],
	site: SiteSettings,
	dialect: Dialect,
): SelectedFiles {
	const { languages } = site;
	// A generator whose addresses leave the language's mark out looks for neighbours without it too.
	const plain = (path: string): string =>
		dialect.languageAddresses ? readLanguageMark(path, languages).path : path;
	const paths = new Set(dialect.omissionOf.length > 1 ? files.map((file) => plain(file.path)) : []);
	const isIncluded = site.include.length > 0 ? picomatch([...site.include]) : () => true;
	const isIgnored = site.ignore.length > 0 ? picomatch([...site.ignore]) : () => false;
	const articleFiles: ListedFile[] = [];
	const media = new Map<string, ListedFile>();
	const leftOut: LeftOut[] = [];
	const isForeign = dialect.name !== "broadsheet";
	for (const file of files) {
		const { path } = file;
		if (isIgnored(path) || isSettings(path, languages)) continue;
		const reason =
			omissionOf(file, plain(path), dialect, paths) ??
			(isIncluded(path) ? undefined : "not in `include`");
		if (reason === undefined) {
			articleFiles.push(file);
			continue;
		}
		const isText = textEnding.test(path);
		if (isText || (isForeign && !mediaEnding.test(path))) leftOut.push({ path, reason });
		if (!isText) media.set(path, file);
	}
	return { articleFiles, media, leftOut };
}

/** Why a file is no article. Most dialects look at its path alone, so that they need to look but once. */
function omissionOf(
	file: ListedFile,
	path: string,
	dialect: Dialect,
	paths: ReadonlySet<string>,
): string | undefined {
	if (dialect.omissionOf.length > 1) return dialect.omissionOf(path, paths);
	const known = omissions.get(file);
	if (known?.dialect === dialect && known.path === path) return known.reason;
	const reason = dialect.omissionOf(path, paths);
	omissions.set(file, { dialect, path, reason });
	return reason;
}

const omissions = new WeakMap<
	ListedFile,
	{ readonly dialect: Dialect; readonly path: string; readonly reason: string | undefined }
>();

const textEnding =
	/\.(md|mdx|mdoc|markdown|mdown|mkdn?|mkdown|html?|njk|liquid|hbs|txt|rst|org|adoc|asciidoc|textile|meta|ya?ml|toml|json)$/i;

/** What nobody takes for text, so that its being no article needs no words. */
const mediaEnding =
	/\.(avif|bmp|gif|heic|ico|jpe?g|png|svg|tiff?|webp|aac|flac|m4a|mp3|oga|ogg|opus|wav|avi|m4v|mov|mp4|ogv|webm|eot|otf|ttf|woff2?|css|js|mjs|cjs|ts|jsx|tsx|pdf|zip|gz)$/i;

/** Settings of the site and of sections, and who an author's id is. */
function isSettings(path: string, languages: readonly string[]): boolean {
	return isSettingsFile(path, languages) || /^authors\.ya?ml$/.test(path);
}

/** Sections by the tree that they stand in; `undefined` is the root's. */
export type SectionsByTree = ReadonlyMap<string | undefined, readonly (readonly Crumb[])[]>;

/** Finds the sections of one listing after the other. */
export type SectionFinder = (
	listing: Listing,
	articleFiles: readonly ListedFile[],
	site: SiteSettings,
	treeOf: (path: string) => string | undefined,
) => SectionsByTree;

/**
 * Every section that the folder has, each once: where articles or settings lie, and where nothing lies yet. `treeOf`
 * gives the tree of an article's file. What the paths of files say is worked out once under the same settings.
 */
export function createSectionFinder(): SectionFinder {
	let known: { readonly site: SiteSettings; readonly pathSections: PathSections } | undefined;

	return ({ files, emptyFolders }, articleFiles, site, treeOf) => {
		if (known?.site !== site) known = { site, pathSections: createPathSections(site) };
		const { pathSections } = known;
		const { languages } = site;
		const sections = new Map<string | undefined, Set<readonly Crumb[]>>();
		function add(tree: string | undefined, crumbs: readonly Crumb[] | undefined): void {
			if (!crumbs) return;
			const others = sections.get(tree);
			if (others) others.add(crumbs);
			else sections.set(tree, new Set([crumbs]));
		}
		for (const { path } of articleFiles) add(treeOf(path), pathSections.of(path));
		const settingsFiles = files.filter(({ path }) => isSettingsFile(path, languages));
		const folders = emptyFolders.map((path) => `${path}/`);
		for (const path of [...settingsFiles.map((file) => file.path), ...folders]) {
			const mark = readLanguageMark(path, languages);
			const folder = mark.path.slice(0, mark.path.lastIndexOf("/") + 1);
			if (folder !== "")
				add(treeOfLanguage(mark.language, languages), pathSections.ofFolder(folder));
		}
		return new Map([...sections].map(([tree, crumbs]) => [tree, [...crumbs]]));
	};
}

/** The sections that paths name, the same object for the same section; undefined where a language's tree stands. */
interface PathSections {
	of(path: string): readonly Crumb[] | undefined;
	ofFolder(path: string): readonly Crumb[] | undefined;
}

function createPathSections({ dialect, languages }: SiteSettings): PathSections {
	const { sectionOf } = findDialect(dialect);
	const reserved = new Set(languages.map(buildNameSlug));
	const byPath = new Map<string, readonly Crumb[] | undefined>();
	const bySlugs = new Map<string, readonly Crumb[]>();

	function find(path: string): readonly Crumb[] | undefined {
		const crumbs = sectionOf(path);
		if (reserved.has(crumbs[0]?.slug ?? "")) return undefined;
		const key = crumbs.map(({ slug, name }) => `${slug}\0${name}`).join("/");
		const same = bySlugs.get(key) ?? crumbs;
		bySlugs.set(key, same);
		return same;
	}

	return {
		of(path) {
			if (!byPath.has(path)) byPath.set(path, find(readLanguageMark(path, languages).path));
			return byPath.get(path);
		},
		ofFolder: find,
	};
}
