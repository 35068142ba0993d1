import { renderArticleBody } from "../../src/pages/article-body.ts";
import { renderArticlePage } from "../../src/pages/article-page.ts";
import type { ArticlePage, FeedLink, ListPage, PageFrame } from "../../src/pages/page.ts";

const origin = "https://example.org";

/** The three feeds of one path, as the publication names them. */
export function sampleFeeds(path: string, name: string): readonly FeedLink[] {
	return [
		{ label: "RSS", mediaType: "application/rss+xml", file: "rss.xml" },
		{ label: "Atom", mediaType: "application/atom+xml", file: "atom.xml" },
		{ label: "JSON Feed", mediaType: "application/feed+json", file: "feed.json" },
	].map(({ label, mediaType, file }) => ({
		label,
		mediaType,
		url: `${origin}${path}${file}`,
		title: `${name} (${label})`,
	}));
}

export const sampleFrame: PageFrame = {
	title: "Formats",
	siteTitle: "The Wire Rack",
	siteUrl: "/",
	language: "en",
	timezone: "Europe/Berlin",
	canonicalUrl: `${origin}/formats/`,
	feeds: sampleFeeds("/formats/", "Formats – The Wire Rack"),
	siteFeeds: sampleFeeds("/", "The Wire Rack"),
	navigation: [
		{ name: "Formats", url: "/formats/" },
		{ name: "Readers", url: "/readers/" },
		{ name: "History", url: "/history/" },
	],
	breadcrumbs: [],
	opmlUrl: `${origin}/feeds.opml`,
	assets: {
		stylesheetUrl: "/assets/broadsheet.css",
		scriptUrl: "/assets/broadsheet.js",
		iconUrl: "/assets/broadsheet.svg",
	},
};

export const sampleList: ListPage = {
	...sampleFrame,
	kind: "section",
	description:
		"How news travels between machines: RSS, Atom and JSON Feed, and what each got right.",
	sections: [
		{
			name: "Atom",
			url: "/formats/atom/",
			children: [{ name: "Extensions", url: "/formats/atom/extensions/", children: [] }],
		},
		{ name: "RSS", url: "/formats/rss/", children: [] },
	],
	tags: [
		{ name: "identity", url: "/tags/identity/" },
		{ name: "dates", url: "/tags/dates/" },
		{ name: "XML", url: "/tags/xml/" },
	],
	authors: [
		{ name: "Mara Lindqvist", url: "/authors/mara-lindqvist/" },
		{ name: "Teo Okafor", url: "/authors/teo-okafor/" },
	],
	entries: [
		{
			title: "Why an id must never change",
			url: "/formats/why-an-id-must-never-change/",
			published: new Date("2026-03-14T08:30:00Z"),
			summary:
				"A reader app knows an article by its id alone. Change it, and every subscriber sees an old story as a new one.",
			authors: [{ name: "Mara Lindqvist", url: "/authors/mara-lindqvist/" }],
			section: { name: "Atom", url: "/formats/atom/" },
		},
		{
			title: "What became of XSLT in the browser, and what publishers may show instead",
			url: "/formats/what-became-of-xslt/",
			published: new Date("2026-02-28T23:30:00Z"),
			summary: "Feeds once came with a stylesheet. Browsers have stopped running it.",
			authors: [{ name: "Mara Lindqvist" }, { name: "Teo Okafor", url: "/authors/teo-okafor/" }],
		},
		{
			title: "Ein Wort über Zeitzonen",
			url: "/formats/zeitzonen/",
			published: new Date("2025-12-01T12:00:00Z"),
			summary: "",
			authors: [],
			language: "de",
		},
	],
};

export const sampleHome: ListPage = {
	...sampleList,
	kind: "site",
	title: "The Wire Rack",
	canonicalUrl: `${origin}/`,
	feeds: sampleFrame.siteFeeds,
};

export const sampleArticle: ArticlePage = {
	...sampleFrame,
	title: "Why an id must never change",
	canonicalUrl: `${origin}/formats/why-an-id-must-never-change/`,
	breadcrumbs: [{ name: "Formats", url: "/formats/" }],
	published: new Date("2026-03-14T08:30:00Z"),
	updated: new Date("2026-03-20T10:00:00Z"),
	authors: [{ name: "Mara Lindqvist", url: "/authors/mara-lindqvist/" }, { name: "Teo Okafor" }],
	tags: sampleList.tags,
	summary: "A reader app knows an article by its id alone.",
	standfirst: "A reader app knows an article by its id alone.",
	isPictureInBody: false,
	enclosures: [
		{
			url: `${origin}/formats/ids.mp3`,
			mediaType: "audio/mpeg",
			lengthInBytes: 12_345_678,
			title: "The article, read aloud",
		},
		{
			url: `${origin}/formats/notes%20on%20ids.pdf`,
			mediaType: "application/pdf",
			lengthInBytes: 0,
		},
	],
	previous: { name: "What became of XSLT", url: "/formats/what-became-of-xslt/" },
	next: { name: "Polling politely", url: "/readers/polling-politely/" },
};

/** Its body: reader-safe HTML. */
export const sampleBody = `<p>Every entry in a feed has an <em>id</em>, and <a href="https://www.rfc-editor.org/rfc/rfc4287">RFC 4287</a>
says that it must not change. Readers take that at its word, with <code>atom:id</code> as the key of their databases.</p>
<h2>Three ways to break it</h2>
<ol><li>Use the address, then move the site.</li><li>Use the title, then mend a typo.</li><li>Use a number that the next build counts anew.</li></ol>
<blockquote><p>The content of an atom:id element MUST be created in a way that assures uniqueness.</p></blockquote>
<pre><code>&lt;id&gt;tag:example.org,2026-03-14:/formats/why-an-id-must-never-change-although-the-line-is-long&lt;/id&gt;</code></pre>
<table><thead><tr><th>Format</th><th>Name of the id</th><th>May it be an address?</th><th>Who says that it is permanent</th></tr></thead>
<tbody><tr><td>RSS</td><td>guid</td><td>isPermaLink</td><td>RSS Advisory Board</td></tr><tr><td>JSON Feed</td><td>id</td><td>yes</td><td>Version 1.1</td></tr></tbody></table>
<figure><img src="https://example.org/formats/ids.svg" alt="A row of numbered pigeonholes" width="1600" height="500"><figcaption>Each letter has its own hole.</figcaption></figure>
<details><summary>Where the rule comes from</summary><p>Section 4.2.6.</p></details>`;

/** The page of an article, whole. */
export function renderWholePage(page: ArticlePage, body = sampleBody): string {
	const { before, after } = renderArticlePage(page);
	return before + renderArticleBody(body, page.language) + after;
}
