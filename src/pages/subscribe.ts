import { createOnce } from "../text/once.ts";
import { type Html, type HtmlValue, html, joinHtml } from "./html.ts";
import type { Interface } from "./interface-language.ts";
import type { FeedLink } from "./page.ts";
import { buildReaderLinks } from "./readers.ts";
import { subscribeAnchor } from "./subscribe-anchor.ts";
import type { Words } from "./words/words.ts";

/**
 * The block that says what a feed is and gives its addresses: to select, to copy (where the script runs), and as links into
 * reader apps (requirement 140). `#page-subscribe` leads to it. Empty without feeds.
 */
export function renderSubscribe(
	heading: string,
	feeds: readonly FeedLink[],
	{ words, lang }: Interface,
): Html {
	if (feeds.length === 0) return html``;
	return html`<section class="subscribe" id="${subscribeAnchor}" aria-labelledby="page-subscribe-name"${lang}>
<h2 id="page-subscribe-name">${heading}</h2>
${renderAddresses(feeds)(words)}<p class="unseen" role="status"></p>
</section>
`;
}

/** Once for all pages with the same feeds. */
const renderAddresses = createOnce((feeds: readonly FeedLink[]) =>
	createOnce((words: Words) => {
		const readerLinks = buildReaderLinks(feeds[0]?.url ?? "").map(
			({ name, url }) => html`<a href="${url}"><bdi>${name}</bdi></a>`,
		);
		return html`<p>${words.whatFeedsAre}</p>
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
`;
	}),
);

/** An address that may break behind its slashes. */
function renderAddress(url: string): readonly HtmlValue[] {
	return joinHtml(url.split(/(?<=[^/]\/)(?=[^/])/u), html`<wbr>`);
}
