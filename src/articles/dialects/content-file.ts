import { parsePath } from "../file-path.ts";

/** Endings of files whose text is written in Markdown. */
const markdownEndings = [".md", ".markdown", ".mkd", ".mkdn", ".mkdown", ".mdown"];

/** Whether a file has one of these endings (`.md`), in capitals or not. */
export function hasEnding(path: string, endings: readonly string[]): boolean {
	return endings.includes(parsePath(path).ending);
}

export function isMarkdown(path: string): boolean {
	return hasEnding(path, markdownEndings);
}

/** What is said of a file that holds no text of an article. */
export const notContent = "of another kind than this generator's articles";

/** What is said of a file that the generator does not read for its name. */
export const ignoredName = "one that the generator does not read for its name";

/** The path below the last folder of this name (`_posts`), with that folder's own path; undefined where there is none. */
export function findBelow(
	path: string,
	folder: string,
): { readonly above: readonly string[]; readonly below: string } | undefined {
	const parts = path.split("/");
	const at = parts.lastIndexOf(folder, parts.length - 2);
	return at < 0 ? undefined : { above: parts.slice(0, at), below: parts.slice(at + 1).join("/") };
}

const known = new WeakMap<ReadonlySet<string>, Map<string, boolean>>();

/** Whether any file of the folder lies in a folder of this name. Asked for every file, and so remembered. */
export function hasFolder(paths: ReadonlySet<string>, folder: string): boolean {
	const answers = known.get(paths) ?? new Map<string, boolean>();
	known.set(paths, answers);
	const answer =
		answers.get(folder) ?? [...paths].some((path) => `/${path}`.includes(`/${folder}/`));
	answers.set(folder, answer);
	return answer;
}

/**
 * Whether a file lies in a folder, or below one, that belongs to a page: it has an `index.md` (or one of the other
 * names), which is the page.
 */
export function isBesideIndex(
	path: string,
	paths: ReadonlySet<string>,
	indexNames: readonly string[],
): boolean {
	const { folders, name } = parsePath(path);
	const isIndex = /^index(?:\.|$)/.test(name);
	return folders.some((_, depth) => {
		const folder = folders.slice(0, depth + 1).join("/");
		const isPage = indexNames.some((index) => paths.has(`${folder}/${index}`));
		return isPage && !(isIndex && depth === folders.length - 1);
	});
}
