import type { DialectName } from "../../settings/settings.ts";
import type { ConfigFolder } from "../config-folder.ts";
import type { ConfigText } from "../config-text.ts";
import type { Report } from "../report.ts";

/** A site generator, as far as its configuration tells what a feed needs. */
export interface Generator {
	readonly dialect: DialectName;
	/** The generator's name for people. */
	readonly label: string;
	/** Reads the configuration in a folder; undefined where this generator has none there. */
	read(root: ConfigFolder): Promise<SiteReading | undefined>;
}

/** A site's configuration, read and not yet put into settings. */
export interface SiteReading {
	/** The weightiest first; never empty. */
	readonly texts: readonly ConfigText[];
	/** Where articles may lie, as paths from the site's root, the likeliest first; `""` is the root. */
	readonly content: readonly string[];
	/** Reports what the configuration says for articles in a place. */
	describe(report: Report, place: ArticlesPlace): void | Promise<void>;
}

/** Where the folder of articles lies in a site. Paths with `/`, empty for the folder itself. */
export interface ArticlesPlace {
	/** The one of `content` that it is, or lies in. */
	readonly content: string;
	/** From there down to the folder of articles: `posts/2026`. */
	readonly below: string;
}

/** The folder of articles as a path from the site's root. */
export function articlesPath({ content, below }: ArticlesPlace): string {
	return joinPaths(content, below);
}

/** Joins paths with one `/`; dots and needless slashes go. */
export function joinPaths(...paths: readonly string[]): string {
	return trimPath(paths.join("/"));
}

/** A folder as people write it (`./posts/`, `src/../posts`) as a plain path (`posts`). */
export function trimPath(path: string): string {
	const names: string[] = [];
	for (const name of path.split("/")) {
		if (name === "..") names.pop();
		else if (name !== "" && name !== ".") names.push(name);
	}
	return names.join("/");
}
