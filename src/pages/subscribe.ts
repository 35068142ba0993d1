import { type Html, type HtmlValue, html, joinHtml } from "./html.ts";
import type { Interface } from "./interface-language.ts";
import type { FeedLink } from "./page.ts";
import { buildReaderLinks } from "./readers.ts";
import { subscribeAnchor } from "./subscribe-anchor.ts";

/**
 * The block that says what a feed is and gives its addresses: to select, to copy (where the script runs), and as links into
 * reader apps (requirement 140). `#page-subscribe` leads to it. Empty without feeds.
 */
export function renderSubscribe(
	heading: string,
	feeds: readonly FeedLink[],
	{ words, lang }: Interface,
): Html {
	const [preferred] = feeds;
	if (!preferred) return html``;
	const readerLinks = buildReaderLinks(preferred.url).map(
		({ name, url }) => html`<a href="${url}"><bdi>${name}</bdi></a>`,
	);
	return html`<section class="subscribe" id="${subscribeAnchor}" aria-labelledby="page-subscribe-name"${lang}>
<h2 id="page-subscribe-name">${heading}</h2>
<p>${words.whatFeedsAre}</p>
<ul class="addresses">
${feeds.map(
	(
		feed,
		index,
	) => html`<li><a id="page-format-${index}" href="${feed.url}" type="${feed.mediaType}">${feed.label}</a>
<code dir="ltr">${renderAddress(feed.url)}</code>
<button type="button" id="page-copy-${index}" aria-labelledby="page-copy-${index} page-format-${index}" data-copied="${words.copied}" hidden>${words.copy}</button></li>
`,
)}</ul>
<p class="readers">${words.openIn} ${joinHtml(readerLinks, words.listSeparator)}</p>
<p class="unseen" role="status"></p>
</section>
`;
}

/** An address that may break behind its slashes. */
function renderAddress(url: string): readonly HtmlValue[] {
	return joinHtml(url.split(/(?<=[^/]\/)(?=[^/])/u), html`<wbr>`);
}
