import type { Person } from "./person.ts";

export const dialectNames = [
	"broadsheet",
	"hugo",
	"jekyll",
	"zola",
	"eleventy",
	"astro",
	"docusaurus",
	"hexo",
	"pelican",
	"next",
] as const;

export type DialectName = (typeof dialectNames)[number];

/** What rules one section (or the site), after inheritance. */
export interface SectionSettings {
	/** Undefined: the section's own name stands for it. Not inherited. */
	readonly title?: string;
	/** Not inherited. */
	readonly description?: string;
	/** BCP 47. */
	readonly language: string;
	/** As written: a URL, or a path from the folder. */
	readonly image?: string;
	/** IANA zone of dates that name none. */
	readonly timezone: string;
	/** Of articles that name none. */
	readonly authors: readonly Person[];
	readonly limit: number | "all";
	/** Of a feed's largest uncompressed format. */
	readonly maxBytes: number;
	/** Minutes that a reader may keep a feed. */
	readonly maxAge: number;
	/** A pattern such as `/:year/:month/:slug/`; undefined: the dialect's own rule. */
	readonly permalink?: string;
	readonly content: "full" | "summary";
	readonly future: "hide" | "show";
	/** Old addresses of this section's feeds, below the site's root: `/index.xml`. Not inherited. */
	readonly aliases: readonly string[];
	/** The section has ended: its feeds and pages are gone. */
	readonly retired: boolean;
}

/** What rules the whole site. */
export interface SiteSettings extends SectionSettings {
	readonly title: string;
	/** The public home, absolute, without a slash at its end: `https://example.org/blog`. */
	readonly url: string;
	/** Where Broadsheet is reached, absolute, without a slash at its end. */
	readonly feedsUrl: string;
	/** Of `tag:` ids: a host name in lower case. */
	readonly authority: string;
	readonly dialect: DialectName;
	readonly ids: "tag" | "permalink";
	readonly pages: boolean;
	/** Whether feeds lead to documents with all their older entries. */
	readonly archives: boolean;
	/** Languages that the folder holds, as they stand in names: the first is at the root, each other in a tree of its own. */
	readonly languages: readonly string[];
	/** Globs from the folder; empty: everything that the dialect takes for an article. */
	readonly include: readonly string[];
	readonly ignore: readonly string[];
	/** Other names for a field: `{ summary: ["deck"] }`. */
	readonly fields: Readonly<Record<string, readonly string[]>>;
	/** Front matter for articles by glob; a later one wins, the article's own front matter wins over all. */
	readonly defaults: readonly FieldDefaults[];
	/** Authors whom an article may name by id. */
	readonly authorsById: Readonly<Record<string, Person>>;
}

export interface FieldDefaults {
	readonly glob: string;
	readonly values: Readonly<Record<string, unknown>>;
}
