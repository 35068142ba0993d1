import type { FeedAddress, FeedAddresses } from "./dialect.ts";

export const noFeedAddresses: FeedAddresses = { site: [], section: [], tag: [], author: [] };

export function rssAt(...patterns: readonly string[]): FeedAddress[] {
	return patterns.map((pattern) => ({ pattern, format: "rss" }));
}

export function atomAt(...patterns: readonly string[]): FeedAddress[] {
	return patterns.map((pattern) => ({ pattern, format: "atom" }));
}

export function jsonAt(...patterns: readonly string[]): FeedAddress[] {
	return patterns.map((pattern) => ({ pattern, format: "json" }));
}
