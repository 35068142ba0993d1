import type { DialectName } from "../../settings/settings.ts";
import type { Crumb } from "../article.ts";
import type { FieldName } from "../fields/field-names.ts";

/** What an article's address is made of. Texts are plain, not percent-encoded. */
export interface PermalinkSource {
	/** Path of the file from the folder of articles. */
	readonly path: string;
	readonly title: string;
	/** The front matter's `slug`, as written. */
	readonly slug?: string;
	readonly section: readonly Crumb[];
	readonly categories: readonly string[];
}

/** How one generator reads its folder of content, as far as its rules differ from one to the next. */
export interface Dialect {
	readonly name: DialectName;
	/** Whether a file is an article. `paths` holds every file of the folder: a neighbour may decide. */
	isArticle(path: string, paths: ReadonlySet<string>): boolean;
	/** The section of an article, or (with a `/` at the end) the one that a folder is. */
	sectionOf(path: string): readonly Crumb[];
	/** The date that a path gives to an article that names none, as written: `2026-03-14`. */
	dateOf(path: string): string | undefined;
	/** Categories that a path gives, before the article's own. */
	categoriesOf(path: string): readonly string[];
	/** A file's name without its date and ending: what a title is made of where there is none. */
	nameOf(path: string): string;
	/** Names that this generator has for a field, besides everybody's. */
	readonly fieldNames: Partial<Readonly<Record<FieldName, readonly string[]>>>;
	/** What parts the tags (or categories) in one text. */
	readonly listSeparator: RegExp;
	/** Whether the front matter keeps an article from being published, besides `draft`. */
	isHidden(data: Readonly<Record<string, unknown>>): boolean;
	/** The pattern of addresses where the settings have none. */
	readonly permalink: string;
	/** What a pattern of the settings stands for: some generators have names for patterns. */
	expandPattern(pattern: string): string;
	/** The words of patterns besides the date's: `:slug` is the key `slug`. A value may hold `/`. */
	permalinkWords(source: PermalinkSource): Readonly<Record<string, string>>;
	/** The zone of the date's words: the settings' one, or UTC. */
	readonly permalinkZone: "settings" | "UTC";
	/** Whether the front matter's `permalink` is an address, or a pattern like the settings' one. */
	readonly ownPermalink: "address" | "pattern";
	/** The address as the generator links to it: some leave `index.html` out. */
	finishAddress(address: string): string;
}
