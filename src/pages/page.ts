import type { Enclosure, Image } from "../feeds/feed.ts";

/** A name that leads somewhere on the site. */
export interface PageLink {
	readonly name: string;
	/** Path-absolute or absolute. */
	readonly url: string;
}

/** Who wrote: a name, with a page where there is one. */
export interface Author {
	readonly name: string;
	/** The author's page here, or the author's own site. */
	readonly url?: string;
}

/** A section with the sections below it. */
export interface SectionLink extends PageLink {
	readonly children: readonly SectionLink[];
}

/** The same page in another language. */
export interface PageTranslation extends PageLink {
	/** BCP 47. */
	readonly language: string;
}

/** A feed in one format. */
export interface FeedLink {
	/** `RSS`, `Atom` or `JSON Feed`. */
	readonly label: string;
	/** As in `<link rel="alternate" type>`: without parameters. */
	readonly mediaType: string;
	/** Absolute URL. */
	readonly url: string;
	/** Names the section, the site and the format: distinct on a page (requirement 136), for reader apps list them by it. */
	readonly title: string;
}

/** What the pages need besides themselves; their addresses are the caller's (`pageAssets` holds the default ones). */
export interface AssetUrls {
	readonly stylesheetUrl: string;
	readonly scriptUrl: string;
	readonly iconUrl: string;
}

/** What every page has. All text is clean (`cleanText`), all URLs are percent-encoded. */
export interface PageFrame {
	readonly title: string;
	readonly siteTitle: string;
	/** The home page. Path-absolute or absolute. */
	readonly siteUrl: string;
	/** Of the page's own text: BCP 47. */
	readonly language: string;
	/** Of the site's title and of the names in `navigation`, where it is not `language`. */
	readonly siteLanguage?: string;
	/** IANA zone in which dates are shown. */
	readonly timezone: string;
	/** Absolute URL. */
	readonly canonicalUrl: string;
	/** Absolute URLs, each in a language of its own; absent where there are none. */
	readonly translations?: readonly PageTranslation[];
	/** The feeds of what is shown here, the preferred one first; an article's are its section's. */
	readonly feeds: readonly FeedLink[];
	/** The whole site's feeds; those that are among `feeds` too are told once. */
	readonly siteFeeds: readonly FeedLink[];
	/** The sections at the top of the site: shown on every page. */
	readonly navigation: readonly PageLink[];
	/** From the top section down to the parent (an article's: down to its section), without the site and the page itself. */
	readonly breadcrumbs: readonly PageLink[];
	/** Every feed of the site, as OPML. */
	readonly opmlUrl: string;
	readonly assets: AssetUrls;
	/** Stands for the page where other sites show a link to it. */
	readonly image?: Image;
}

/** An article as a list shows it. */
export interface Teaser {
	readonly title: string;
	readonly url: string;
	readonly published: Date;
	/** Plain characters; may be empty. */
	readonly summary: string;
	readonly authors: readonly Author[];
	/** Its section, where the list holds more than one. */
	readonly section?: PageLink;
	/** BCP 47, where it is not the page's. */
	readonly language?: string;
}

/** The page of the site, of a section, a tag or an author. */
export interface ListPage extends PageFrame {
	readonly kind: "site" | "section" | "tag" | "author";
	readonly description?: string;
	/** The sections below this one. */
	readonly sections: readonly SectionLink[];
	readonly tags: readonly PageLink[];
	readonly authors: readonly PageLink[];
	/** Newest first. */
	readonly entries: readonly Teaser[];
}

/** The page of one article. */
export interface ArticlePage extends PageFrame {
	readonly published: Date;
	readonly updated: Date;
	readonly authors: readonly Author[];
	readonly tags: readonly PageLink[];
	/** Plain characters; may be empty. */
	readonly summary: string;
	/** Shown under the title: the author's own summary, where it is not the beginning of the body. */
	readonly standfirst?: string;
	/** Whether the body shows the article's picture. */
	readonly isPictureInBody: boolean;
	readonly enclosures: readonly Enclosure[];
	/** The next older article of its section. */
	readonly previous?: PageLink;
	/** The next newer article of its section. */
	readonly next?: PageLink;
}
