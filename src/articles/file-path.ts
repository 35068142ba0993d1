import { rememberAnswers } from "../text/remember-answers.ts";
import type { BodyFormat } from "./article.ts";

/** The parts of an article's path. */
export interface FilePath {
	/** Folders from the top. */
	readonly folders: readonly string[];
	/** The file's name without its ending. */
	readonly name: string;
	/** With its dot, in lower case; empty where there is none. */
	readonly ending: string;
}

const formats: ReadonlyMap<string, BodyFormat> = new Map([
	[".md", "markdown"],
	[".markdown", "markdown"],
	[".mkd", "markdown"],
	[".mkdn", "markdown"],
	[".mkdown", "markdown"],
	[".mdown", "markdown"],
	[".mdx", "markdown"],
	[".mdoc", "markdown"],
	[".html", "html"],
	[".htm", "html"],
	[".njk", "html"],
	[".liquid", "html"],
	[".hbs", "html"],
	[".mustache", "html"],
	[".webc", "html"],
	[".txt", "text"],
]);

/**
 * Parts a path with `/`; a path that ends in `/` is a folder, and has no name. A dialect asks a dozen times for the path
 * of one article: the last answers are remembered.
 */
export const parsePath: (path: string) => FilePath = rememberAnswers((path) => {
	const folders = path.split("/");
	const base = folders.pop() ?? "";
	const dot = base.lastIndexOf(".");
	// The dot of `.name` begins a name.
	const end = dot > 0 ? dot : base.length;
	return { folders, name: base.slice(0, end), ending: base.slice(end).toLowerCase() };
}, 50);

/** What a file with this ending (`.md`) holds; undefined where it is no text that an article can be in. */
export function formatOfEnding(ending: string): BodyFormat | undefined {
	return formats.get(ending);
}
