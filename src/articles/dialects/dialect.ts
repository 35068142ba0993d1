import type { DialectName } from "../../settings/settings.ts";
import type { Crumb } from "../article.ts";
import type { DateHabits } from "../date.ts";
import type { FieldName } from "../fields/field-names.ts";
import type { FrontMatterForm } from "../front-matter.ts";

/** Every path of the folder: a file's neighbours may decide what it is. */
export type Paths = ReadonlySet<string>;

/** What an article's address is made of. Texts are plain, not percent-encoded. */
export interface PermalinkSource {
	/** Path of the file from the folder of articles. */
	readonly path: string;
	readonly title: string;
	/** The front matter's `slug`, as written. */
	readonly slug?: string;
	readonly section: readonly Crumb[];
	readonly categories: readonly string[];
	readonly published: Date;
	/** Whether the path gives the date, and the front matter none. */
	readonly isDatedByPath: boolean;
	/** BCP 47, where the front matter names one. */
	readonly language?: string;
	/** The site's language. */
	readonly siteLanguage: string;
	/** The front matter, as written. */
	readonly data: Readonly<Record<string, unknown>>;
	/** Whether there is such a file, by its path from the folder of articles. */
	hasFile(path: string): boolean;
}

/** What an article says of its own address: that address, or a pattern like the settings' one. */
export type OwnPermalink = { readonly address: string } | { readonly pattern: string };

/** What a generator's id of an entry is made of. */
export interface IdSource {
	/** The article's absolute address. */
	readonly url: string;
	readonly path: string;
	readonly slug?: string;
	readonly published: Date;
	/** The zone of `published` for people: IANA, or an offset such as `+01:00`. */
	readonly zone: string;
}

/** An address at which a generator has a feed, below the site's, and the format that stands there. */
export interface FeedAddress {
	/** `:path` is a section's path, `:slug` a tag's, category's or author's slug. */
	readonly pattern: string;
	readonly format: "rss" | "atom" | "json";
}

/** Where a generator usually has its feeds. */
export interface FeedAddresses {
	readonly site: readonly FeedAddress[];
	readonly section: readonly FeedAddress[];
	readonly tag: readonly FeedAddress[];
	readonly author: readonly FeedAddress[];
}

/** How a generator's addresses tell the languages of a site apart, other than the first one. */
export interface LanguageAddresses {
	/** The absolute address that a language's articles count from. `first` is the site's own language. */
	homeOf(siteUrl: string, language: string, first: string): string;
	/** Whether an address in front matter counts from there, and not from the site's home. */
	isBelowHome(written: string): boolean;
}

/** How one generator reads its folder of content, as far as its rules differ from one to the next. */
export interface Dialect {
	readonly name: DialectName;
	/** Why a file is no article: a phrase behind "this file is". Undefined: it is one. */
	omissionOf(path: string, paths: Paths): string | undefined;
	/**
	 * The section of an article with this front matter, or (without one) the one that its path gives; with a `/` at
	 * its end, a path is a folder.
	 */
	sectionOf(path: string, data?: Readonly<Record<string, unknown>>): readonly Crumb[];
	/** The date that a path gives to an article that names none, as written: `2026-03-14`. */
	dateOf(path: string): string | undefined;
	/** Categories that a path gives, before the article's own. */
	categoriesOf(path: string): readonly string[];
	/** A file's name without its date and ending: what a title is made of where there is none. */
	nameOf(path: string): string;
	/** The title that the path gives, before a heading of the text may; undefined where the heading comes first. */
	titleOf(path: string): string | undefined;
	/** The names that this generator has for a field, instead of everybody's; an empty list: it has no such field. */
	readonly fieldNames: Partial<Readonly<Record<FieldName, readonly string[]>>>;
	readonly frontMatterForm: FrontMatterForm;
	/** Whether front matter that cannot be read leaves the article out, or is passed over as if it were empty. */
	readonly brokenFrontMatter: "refuse" | "pass over";
	/** What the generator's parser of dates makes of a day that no calendar has, and of `05/06/2026`. */
	readonly dateHabits: DateHabits;
	/** What parts the tags (or categories) in one text. */
	readonly listSeparator: RegExp;
	/**
	 * What keeps an article out of the generator's feed, besides `draft`: a phrase such as "`status` is `hidden`".
	 * `find` gives the value of a key, in the article or in the settings' `defaults`.
	 */
	hiddenBy(find: (key: string) => unknown): string | undefined;
	/**
	 * What becomes of an article without any date: an error; left out, as in the generator's feed; or kept as the
	 * oldest of all, because the generator has it in its feed.
	 */
	readonly undated: "error" | "omit" | "keep";
	/** The pattern of addresses where the settings have none. */
	readonly permalink: string;
	/** What a pattern of the settings stands for: some generators have names for patterns, or words of another form. */
	expandPattern(pattern: string): string;
	/**
	 * What a word of a pattern stands for: of `:slug` the word is `slug`, of `:sections[1:]` all of `sections[1:]`. The
	 * answer may hold `/`. Undefined: it is a word of the date, or none.
	 */
	permalinkWord(word: string, source: PermalinkSource): string | undefined;
	/**
	 * How addresses tell languages apart; what marks the language in a path is then no part of them. Undefined: an
	 * article of any language has the address that its path or its pattern gives.
	 */
	readonly languageAddresses?: LanguageAddresses;
	/** What an article has in common with its translations; undefined: its path but for the language's mark. */
	translationKeyOf?(source: PermalinkSource): string;
	/** The zone of the date's words: the settings' one, UTC, or the one that the date itself names. */
	readonly permalinkZone: "settings" | "UTC" | "own";
	/** What the front matter's own address means. */
	readOwnPermalink(written: string): OwnPermalink;
	/** The address as the generator links to it: some leave `index.html` out. */
	finishAddress(address: string): string;
	/** The id that the generator gives to the article's entry. */
	idOf(source: IdSource): string;
	readonly feedAddresses: FeedAddresses;
}
