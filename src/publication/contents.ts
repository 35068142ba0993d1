import type { Article, Body, Crumb } from "../articles/article.ts";
import type { ListedFile } from "../articles/article-file.ts";
import type { Fault } from "../faults/fault.ts";
import type { SectionSettings, SiteSettings } from "../settings/settings.ts";
import { type Listing, liesAt } from "./folder.ts";
import type { LeftOut } from "./select-files.ts";

/** What the folder holds in one language: a site of its own. A site that names no `languages` has one tree. */
export interface Tree {
	/** Where it stands: `[]` for the first language, which is the root, `["ja"]` for another. */
	readonly path: readonly string[];
	/** The site's settings, as they are in this language. */
	readonly site: SiteSettings;
	/** What names it among all of a reader's subscriptions: the site's title, or the language before it. */
	readonly feedTitle: string;
	/** Of a section, by its whole path. */
	settingsFor(section: readonly string[]): SectionSettings;
	/** Counted from the tree. */
	readonly sectionPaths: readonly (readonly Crumb[])[];
	/** Newest first. */
	readonly articles: readonly Article[];
	readonly media: ReadonlyMap<string, ListedFile>;
}

/**
 * The folder as read and checked at one moment, whatever the time is. What did not change since the reading before is
 * the same object, so that whatever was made of it can be kept.
 */
export interface Contents {
	readonly site: SiteSettings;
	/** Of a section, by its whole path. */
	settingsFor(section: readonly string[]): SectionSettings;
	/** The root's first, then those of the other languages in their order. */
	readonly trees: readonly Tree[];
	/** All that may be shown at some time: addresses and ids are unique. Drafts are among them. */
	readonly articles: readonly Article[];
	/** Files that are articles but cannot be served for a fault: they are not gone. */
	readonly unreadPaths: ReadonlySet<string>;
	/** Files that cannot be looked at, and folders that cannot be looked through: what lies there is not gone either. */
	readonly unlisted: readonly string[];
	/** Files that are neither articles nor settings, by path: pictures, sound … */
	readonly media: ReadonlyMap<string, ListedFile>;
	/** Texts of the folder that are no articles, by the dialect or by `include`. */
	readonly leftOut: readonly LeftOut[];
	/** What is wrong with the settings: a reason not to start. */
	readonly settingsFaults: readonly Fault[];
	/**
	 * An article's text as it was read. Throws `FileChangedError` where it is nowhere at hand and the file says something
	 * else by now: the folder is to be read anew.
	 */
	readBody(article: Article): Body;
	/** What it was read from. */
	readonly listing: Listing;
	/** Everything that is wrong, in the order of files. */
	readonly faults: readonly Fault[];
}

/** Whether an article's file may be there although it is not among the articles. */
export function isUnread(
	{ unreadPaths, unlisted }: Pick<Contents, "unreadPaths" | "unlisted">,
	path: string,
): boolean {
	return unreadPaths.has(path) || unlisted.some((other) => liesAt(path, other));
}
