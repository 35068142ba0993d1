import type { PageLink } from "./page.ts";

/** How common reader apps on the web take a feed's address, percent-encoded, behind their own. */
const readers = [
	{ name: "Feedly", prefix: "https://feedly.com/i/subscription/feed/" },
	{ name: "Inoreader", prefix: "https://www.inoreader.com/feed/" },
	{ name: "The Old Reader", prefix: "https://theoldreader.com/feeds/subscribe?url=" },
	{ name: "NewsBlur", prefix: "https://www.newsblur.com/?url=" },
] as const;

/**
 * Links that subscribe to a feed in readers on the web: plain `https` (requirement 140).
 * `feedUrl` is absolute.
 */
export function buildReaderLinks(feedUrl: string): readonly PageLink[] {
	const encoded = encodeURIComponent(feedUrl.toWellFormed());
	return readers.map(({ name, prefix }) => ({ name, url: prefix + encoded }));
}
