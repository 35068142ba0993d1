/** What is known of the publication in `test/fixtures/publication`: its addresses, percent-decoded. */

export const sections = ["/", "/news/", "/news/business/", "/guides/", "/empty/", "/новости/"];

export const groups = [
	"/tags/syndication/",
	"/tags/caching/",
	"/authors/ada-lovelace/",
	"/authors/grace-hopper/",
];

export const articles = [
	"/welcome/",
	"/news/morning-paper/",
	"/news/business/quarter/",
	"/news/business/markets/",
	"/guides/polling/",
	"/guides/validators/",
	"/guides/encodings/",
	"/новости/привет/",
];

/** In the order of preference, with the Content-Type of each. */
export const feedTypes = {
	"atom.xml": "application/atom+xml; charset=utf-8",
	"rss.xml": "application/rss+xml; charset=utf-8",
	"feed.json": "application/feed+json; charset=utf-8",
} as const;

export const feedFolders: readonly string[] = [...sections, ...groups];

export const feeds: readonly string[] = feedFolders.flatMap((folder) =>
	Object.keys(feedTypes).map((file) => folder + file),
);

export const pages: readonly string[] = [...sections, ...groups, ...articles];

export const opml = "/feeds.opml";

/** Every document that is sent compressed to those who ask for it. */
export const documents: readonly string[] = [...feeds, ...pages, opml];

/** Words that stand in articles which nobody may read: a draft, one of the year 2999, an expired one. */
export const hidden = /nobody may read/;
