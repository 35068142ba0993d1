import { parsePath } from "./file-path.ts";

/**
 * The language that a path names, if it is one of these other than the first: by its first folder (`ja/post.md`) or by a
 * suffix of its name (`post.ja.md`).
 */
export function findOtherLanguage(path: string, languages: readonly string[]): string | undefined {
	const { folders, name } = parsePath(path);
	const marks = [folders[0], /\.([a-z]{2,3}(?:[-_][a-z]+)*)$/i.exec(name)?.[1]];
	return languages.slice(1).find((language) => marks.some((mark) => isSame(mark, language)));
}

/** Whether a front matter's language is one of these, and not the first. */
export function isOtherLanguage(
	language: string | undefined,
	languages: readonly string[],
): boolean {
	const isListed = languages.slice(1).some((other) => isSame(language, other));
	return isListed && !isSame(language, languages[0]);
}

function isSame(a: string | undefined, b: string | undefined): boolean {
	const plain = (tag: string | undefined) => tag?.toLowerCase().replaceAll("_", "-");
	return a !== undefined && plain(a) === plain(b);
}

/** The name of a file without the suffix of the site's own language: `post.en` in an English site is `post`. */
export function withoutLanguage(name: string, language: string): string {
	const suffix = `.${language.toLowerCase()}`;
	const primary = `.${language.toLowerCase().split("-")[0]}`;
	const found = [suffix, primary].find((end) => name.toLowerCase().endsWith(end));
	return found === undefined ? name : name.slice(0, -found.length);
}

/** Whether a file is another one in a second language: `post.ja.md` beside `post.md`. */
export function isTranslation(path: string, paths: ReadonlySet<string>): boolean {
	const original = path.replace(/\.[a-z]{2,3}(?:-[a-z]+)?(?=\.[^./]+$)/i, "");
	return original !== path && paths.has(original);
}
