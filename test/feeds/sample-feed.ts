import type { Entry, FeedHead } from "../../src/feeds/feed.ts";

/** A feed that says only what it must. */
export const minimalHead: FeedHead = {
	id: "tag:example.org,2026:/",
	title: "The Example",
	homePageUrl: "https://example.org/",
	selfUrls: {
		rss: "https://example.org/rss.xml",
		atom: "https://example.org/atom.xml",
		json: "https://example.org/feed.json",
	},
	updated: new Date("2000-01-01T00:00:00Z"),
	authors: [{ name: "The Example" }],
	ttlInMinutes: 30,
};

/** An entry that says only what it must. */
export const minimalEntry: Entry = {
	id: "tag:example.org,2026-03-14:/plain/",
	title: "Plain",
	url: "https://example.org/plain/",
	published: new Date("2026-03-14T09:30:00Z"),
	updated: new Date("2026-03-14T09:30:00Z"),
	authors: [],
	categories: [],
	summary: "Nothing but a summary.",
	enclosures: [],
};

/** A feed that says all it can. */
export const richHead: FeedHead = {
	id: "tag:example.org,2026:/news/r-d/",
	title: "R&D <news>",
	description: 'What "AT&T" does, & more',
	language: "en-GB",
	homePageUrl: "https://example.org/news/r-d/?a=1&b=2",
	selfUrls: {
		rss: "https://feeds.example.org/news/r-d/rss.xml",
		atom: "https://feeds.example.org/news/r-d/atom.xml",
		json: "https://feeds.example.org/news/r-d/feed.json",
	},
	updated: new Date("2026-03-15T18:00:00.750Z"),
	authors: [{ name: "Ada & Co", url: "https://example.org/ada", email: "ada@example.org" }],
	image: { url: "https://example.org/logo.png", mediaType: "image/png" },
	ttlInMinutes: 45,
};

/** An entry that says all it can. */
export const richEntry: Entry = {
	id: "tag:example.org,2026-03-14:/news/r-d/a-title/",
	title: "AT&T <b> &amp; ]]>",
	url: "https://example.org/news/r-d/a-title/?x=1&y=2",
	published: new Date("2026-03-14T09:30:00.250Z"),
	updated: new Date("2026-03-15T18:00:00.750Z"),
	authors: [
		{ name: "Ada & Co", url: "https://example.org/ada", email: "ada@example.org" },
		{ name: "Grace" },
	],
	categories: [{ label: "R&D" }, { label: "Größe" }],
	summary: '1 < 2 & "so on"',
	contentHtml: "<p>Fish &amp; chips ]]&gt;</p>\n<pre>\n  <b>1</b>\n</pre>",
	enclosures: [
		{
			url: "https://example.org/talk.mp3?a=1&b=2",
			mediaType: "audio/mpeg",
			lengthInBytes: 1234,
			title: 'The "talk"',
		},
		{ url: "https://example.org/talk.ogg", mediaType: "audio/ogg", lengthInBytes: 0 },
		{ url: "https://example.org/slides.pdf", mediaType: "application/pdf", lengthInBytes: 99 },
	],
	image: { url: "https://example.org/picture.webp", mediaType: "image/webp" },
	language: "en",
};
