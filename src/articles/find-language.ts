import { buildNameSlug } from "./slug.ts";

/** What a path says of its language. */
export interface LanguageMark {
	/** As the settings' `languages` write it. */
	readonly language?: string;
	/** The path without what marks its language: of `ja/post.md` as of `post.ja.md`, `post.md`. */
	readonly path: string;
}

/**
 * The language that a path names, if it is one of these: by its first folder (`ja/post.md`) or by a suffix of its name
 * (`post.ja.md`).
 */
export function readLanguageMark(path: string, languages: readonly string[]): LanguageMark {
	if (languages.length === 0) return { path };
	const [first = "", ...below] = path.split("/");
	const byFolder = below.length > 0 && languages.find((language) => isSame(first, language));
	if (byFolder) return { language: byFolder, path: below.join("/") };
	const [suffix, tag] = /\.([a-z]{2,3}(?:[-_][a-z\d]+)*)(?=\.[^./]+$)/i.exec(path) ?? [];
	const bySuffix = languages.find((language) => isSame(tag, language));
	if (suffix === undefined || !bySuffix) return { path };
	const end = path.lastIndexOf(".");
	return { language: bySuffix, path: path.slice(0, end - suffix.length) + path.slice(end) };
}

/** The paths at which a file may lie that is this one in a language: `post.md` may be `ja/post.md` or `post.ja.md`. */
export function markedPaths(path: string, language: string): readonly string[] {
	return [`${language}/${path}`, path.replace(/(?=\.[^./]+$)/, `.${language}`)];
}

/** Which of these languages a tag means: `ja-JP` means `ja` where that is all there is (RFC 4647 §3.4, lookup). */
export function findListedLanguage(tag: string, languages: readonly string[]): string | undefined {
	const subtags = tag.split(/[-_]/);
	for (let length = subtags.length; length > 0; length--) {
		const range = subtags.slice(0, length).join("-");
		const found = languages.find((language) => isSame(range, language));
		if (found !== undefined) return found;
	}
	return undefined;
}

/** The first segment of the addresses of a language's tree; undefined for the first language, which is at the root. */
export function treeOfLanguage(
	language: string | undefined,
	languages: readonly string[],
): string | undefined {
	if (language === undefined || isSame(language, languages[0])) return undefined;
	return buildNameSlug(language);
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
