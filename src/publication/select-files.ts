import picomatch from "picomatch";
import type { Crumb } from "../articles/article.ts";
import type { ListedFile } from "../articles/article-file.ts";
import type { Dialect } from "../articles/dialects/dialects.ts";
import { findOtherLanguage } from "../articles/find-language.ts";
import type { SiteSettings } from "../settings/settings.ts";
import type { Listing } from "./folder.ts";
import { settingsFileName } from "./read-settings.ts";

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
	const paths = new Set(files.map((file) => file.path));
	const isIncluded = site.include.length > 0 ? picomatch([...site.include]) : () => true;
	const isIgnored = site.ignore.length > 0 ? picomatch([...site.ignore]) : () => false;
	const articleFiles: ListedFile[] = [];
	const media = new Map<string, ListedFile>();
	const leftOut: LeftOut[] = [];
	const isForeign = dialect.name !== "broadsheet";
	for (const file of files) {
		const { path } = file;
		if (isIgnored(path) || isSettings(path)) continue;
		const reason =
			dialect.omissionOf(path, paths) ??
			explainLanguage(path, site.languages) ??
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

function explainLanguage(path: string, languages: readonly string[]): string | undefined {
	const language = findOtherLanguage(path, languages);
	return (
		language && `in the language \`${language}\`, and only the first of \`languages\` is served`
	);
}

const textEnding =
	/\.(md|mdx|mdoc|markdown|mdown|mkdn?|mkdown|html?|njk|liquid|hbs|txt|rst|org|adoc|asciidoc|textile|meta|ya?ml|toml|json)$/i;

/** What nobody takes for text, so that its being no article needs no words. */
const mediaEnding =
	/\.(avif|bmp|gif|heic|ico|jpe?g|png|svg|tiff?|webp|aac|flac|m4a|mp3|oga|ogg|opus|wav|avi|m4v|mov|mp4|ogv|webm|eot|otf|ttf|woff2?|css|js|mjs|cjs|ts|jsx|tsx|pdf|zip|gz)$/i;

/** Settings of the site and of sections, and who an author's id is. */
function isSettings(path: string): boolean {
	const isSection = path === settingsFileName || path.endsWith(`/${settingsFileName}`);
	return isSection || /^authors\.ya?ml$/.test(path);
}

/** Every section that the folder has: where articles or settings lie, and where nothing lies yet. */
export function findSections(
	{ files, emptyFolders }: Listing,
	articleFiles: readonly ListedFile[],
	dialect: Dialect,
): (readonly Crumb[])[] {
	const folders = files
		.filter(({ path }) => path.endsWith(`/${settingsFileName}`))
		.map(({ path }) => path.slice(0, -settingsFileName.length));
	return [
		...articleFiles.map(({ path }) => dialect.sectionOf(path)),
		...[...folders, ...emptyFolders.map((path) => `${path}/`)].map((path) =>
			dialect.sectionOf(path),
		),
	];
}
