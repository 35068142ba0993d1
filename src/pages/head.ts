import { createOnce } from "../text/once.ts";
import { type Html, html } from "./html.ts";
import type { FeedLink, PageFrame, PageTranslation } from "./page.ts";

const jsonFeedType = "application/feed+json";

/** What a page's head says besides the frame. */
export interface HeadDetails {
	/** Open Graph's word (https://ogp.me). */
	readonly openGraphType: "website" | "article";
	/** Plain characters; nothing is said where it is empty. */
	readonly description: string;
	readonly published?: Date;
	readonly updated?: Date;
}

/** The `head` element: names, autodiscovery (requirements 134 to 136), Open Graph, style. Nothing in it is inline, for a strict CSP. */
export function renderHead(page: PageFrame, details: HeadDetails): Html {
	const { description, published, updated } = details;
	return html`<head>
<meta charset="utf-8">
<title>${page.title === page.siteTitle ? page.title : `${page.title} – ${page.siteTitle}`}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
${
	description &&
	html`<meta name="description" content="${description}">
`
}<link rel="canonical" href="${page.canonicalUrl}">
${listVersions(page).map(
	({ language, url }) =>
		html`<link rel="alternate" hreflang="${language}" href="${url}">
`,
)}${renderFeedLinks(page.feeds)(page.siteFeeds)}<link rel="stylesheet" href="${page.assets.stylesheetUrl}">
<link rel="icon" href="${page.assets.iconUrl}">
<script src="${page.assets.scriptUrl}" defer></script>
<meta property="og:title" content="${page.title}">
<meta property="og:site_name" content="${page.siteTitle}">
<meta property="og:type" content="${details.openGraphType}">
<meta property="og:url" content="${page.canonicalUrl}">
${
	description &&
	html`<meta property="og:description" content="${description}">
`
}${
	page.image &&
	html`<meta property="og:image" content="${page.image.url}">
`
}${
	published &&
	html`<meta property="article:published_time" content="${published.toISOString()}">
`
}${
	updated &&
	html`<meta property="article:modified_time" content="${updated.toISOString()}">
`
}</head>`;
}

/** "Each language version must list itself as well as all other language versions" (Google, "Localized versions of your pages"). */
function listVersions(page: PageFrame): readonly Pick<PageTranslation, "language" | "url">[] {
	const { language, canonicalUrl: url, translations = [] } = page;
	return translations.length > 0 ? [{ language, url }, ...translations] : [];
}

/** Once for all pages with the same feeds. */
const renderFeedLinks = createOnce((feeds: readonly FeedLink[]) =>
	createOnce(
		(siteFeeds: readonly FeedLink[]) =>
			html`${orderFeeds(feeds, siteFeeds).map(
				({ mediaType, title, url }) =>
					html`<link rel="alternate" type="${mediaType}" title="${title}" href="${url}">
`,
			)}`,
	),
);

/**
 * The feeds to announce: the page's own before the site's, each once. "The first such element (in tree order) must be treated as
 * the default syndication feed" (HTML, link type alternate), and that standard knows RSS and Atom only: JSON comes behind them.
 */
function orderFeeds(feeds: readonly FeedLink[], siteFeeds: readonly FeedLink[]): FeedLink[] {
	const all = [...jsonLast(feeds), ...jsonLast(siteFeeds)];
	return all.filter(({ url }, index) => all.findIndex((other) => other.url === url) === index);
}

function jsonLast(feeds: readonly FeedLink[]): FeedLink[] {
	return [
		...feeds.filter(({ mediaType }) => mediaType !== jsonFeedType),
		...feeds.filter(({ mediaType }) => mediaType === jsonFeedType),
	];
}
