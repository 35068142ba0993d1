import { atom } from "./atom.ts";
import type { FeedFormat, FeedHead, FormatName, Tombstone } from "./feed.ts";
import { jsonFeed } from "./json-feed.ts";
import { rss } from "./rss.ts";

const formatsByName: Readonly<Record<FormatName, FeedFormat>> = { rss, atom, json: jsonFeed };

/** Every format in which a feed is published, the one to offer first in front (requirement 134). */
export const feedFormats: readonly FeedFormat[] = Object.values(formatsByName);

/** The format of a name. */
export function feedFormat(name: FormatName): FeedFormat {
	return formatsByName[name];
}

/**
 * A whole document from what the feed says of itself, its entries, each rendered by the same `format.renderEntry`, and
 * the tombstones of entries taken away. The order is kept: newest first is the caller's (requirement 62). No entries
 * give a valid empty feed (requirement 64).
 */
export function renderFeed(
	format: FeedFormat,
	head: FeedHead,
	entries: readonly string[],
	tombstones: readonly Tombstone[] = [],
): string {
	const frame = format.renderFrame(head);
	const deleted = tombstones.map((tombstone) => format.renderTombstone(tombstone)).filter(Boolean);
	return frame.head + [...entries, ...deleted].join(format.separator) + frame.tail;
}
