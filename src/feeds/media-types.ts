import type { FormatName } from "./feed.ts";

/**
 * The IANA media type of each format, without parameters: RSS Autodiscovery (RSS Advisory Board),
 * RFC 4287 §7, JSON Feed 1.1 (requirements 67, 87, 90).
 */
export const feedMediaTypes = {
	rss: "application/rss+xml",
	atom: "application/atom+xml",
	json: "application/feed+json",
} as const satisfies Record<FormatName, string>;
