import type { Person } from "../articles/article.ts";

export type FormatName = "rss" | "atom" | "json";

/** A tag, category or section name on an entry (Atom `category`, RSS `category`, JSON Feed `tags`). */
export interface Category {
	/** What people read; also Atom's `term`. */
	readonly label: string;
}

/** Attached media (RSS `enclosure`, Atom `link rel="enclosure"`, JSON Feed `attachment`). */
export interface Enclosure {
	/** Absolute URL. */
	readonly url: string;
	/** IANA media type. */
	readonly mediaType: string;
	/** 0 where it is not known (RSS requires the attribute). */
	readonly lengthInBytes: number;
	readonly title?: string;
}

/** The same in another language. */
export interface Alternate {
	/** BCP 47. */
	readonly language: string;
	/** Absolute URL. */
	readonly url: string;
}

/** A picture that stands for a feed or an entry. */
export interface Image {
	/** Absolute URL. */
	readonly url: string;
	/** IANA media type, where it is known from the name. */
	readonly mediaType?: string;
}

/**
 * One thing in a `Feed`, in Atom's words (RFC 4287 §4.1.2), free of any format and of the feed that shows it,
 * so that one rendering serves every document that holds it. All text is clean (`cleanText`).
 */
export interface Entry {
	/** "atom:entry elements MUST contain exactly one atom:id element"; the same string in all three formats. */
	readonly id: string;
	/** Plain characters, not markup. */
	readonly title: string;
	/** Absolute URL of the article's page (Atom `link rel="alternate"`, RSS `link`, JSON `url`). */
	readonly url: string;
	readonly published: Date;
	/** "MUST contain exactly one atom:updated element"; never earlier than `published`. */
	readonly updated: Date;
	/** "MUST contain one or more atom:author elements" unless the feed does; may be empty here. */
	readonly authors: readonly Person[];
	readonly categories: readonly Category[];
	/** Plain characters, not markup; empty if there is none. */
	readonly summary: string;
	/** Reader-safe HTML with absolute URLs; undefined where the feed is to show the summary alone. */
	readonly contentHtml?: string;
	readonly enclosures: readonly Enclosure[];
	readonly image?: Image;
	/** BCP 47. */
	readonly language?: string;
	/** Its translations, at most one in each language; absent where there are none. */
	readonly alternates?: readonly Alternate[];
}

/** What a feed says of itself (RFC 4287 §4.1.1), without its entries. All text is clean. */
export interface FeedHead {
	/** Permanent, distinct from every entry's and every other feed's id; the same in all formats. */
	readonly id: string;
	/** Plain characters. */
	readonly title: string;
	readonly description?: string;
	/** BCP 47. */
	readonly language?: string;
	/** The HTML page of what this feed shows. Absolute URL. */
	readonly homePageUrl: string;
	/** The feed's own address in each format. Absolute URLs. */
	readonly selfUrls: Readonly<Record<FormatName, string>>;
	/** The newest `updated` of its entries (2000-01-01T00:00:00Z where it has none): never the clock. */
	readonly updated: Date;
	/** At least one, so that every Atom entry has an author. */
	readonly authors: readonly Person[];
	readonly image?: Image;
	/** How long a reader may keep the feed: RSS `ttl`. */
	readonly ttlInMinutes: number;
	/** Where the entries are that this document does not show; absent where nothing is said of that. */
	readonly history?: FeedHistory;
}

/** A document's address in each format. Absolute URLs. */
export type UrlsByFormat = Readonly<Record<FormatName, string>>;

/** A document's place in the whole of a feed (RFC 5005). */
export type FeedHistory =
	/** "Complete feed": every entry is here (§2). */
	| { readonly kind: "complete" }
	/** The newest entries; older ones begin at `previous` (§4). */
	| { readonly kind: "current"; readonly previous: UrlsByFormat }
	/** "Archive document": older entries of the feed at `current` (§4). */
	| {
			readonly kind: "archive";
			readonly current: UrlsByFormat;
			readonly previous?: UrlsByFormat;
			readonly next?: UrlsByFormat;
	  };

/** An entry that was taken away (RFC 6721 §3). */
export interface Tombstone {
	/** "The ref attribute specifies the value of the atom:id of the entry that has been deleted." */
	readonly id: string;
	readonly when: Date;
}

export interface Feed extends FeedHead {
	readonly entries: readonly Entry[];
}

/** The two parts of a document round its entries. */
export interface Frame {
	readonly head: string;
	readonly tail: string;
}

/**
 * How one format is written. A document is `head`, the entries joined by `separator`, `tail`:
 * an entry is rendered once and shared by every feed that shows it.
 */
export interface FeedFormat {
	readonly name: FormatName;
	/** The last part of the address: `rss.xml`. */
	readonly fileName: string;
	/** With charset, as sent in Content-Type. */
	readonly contentType: string;
	/** As named in `<link rel="alternate" type>`: without parameters. */
	readonly mediaType: string;
	/** What people call it: `RSS`, `Atom`, `JSON Feed`. */
	readonly label: string;
	readonly separator: string;
	renderFrame(head: FeedHead): Frame;
	renderEntry(entry: Entry): string;
	/** Empty where the format has no word for an entry that was taken away. */
	renderTombstone(tombstone: Tombstone): string;
}
