import type { FeedHead, FormatName } from "./feed.ts";

/** Namespace of RFC 5005. */
export const historyNamespace = "http://purl.org/syndication/history/1.0";

/** A link from a feed document to another part of the same feed, in its own format. */
export interface HistoryLink {
	readonly rel: "current" | "prev-archive" | "next-archive";
	readonly href: string;
}

/** The links of a document's place in its feed (RFC 5005 §4; requirement 98). */
export function buildHistoryLinks({ history }: FeedHead, format: FormatName): HistoryLink[] {
	if (!history || history.kind === "complete") return [];
	const { previous } = history;
	const { current, next } = history.kind === "archive" ? history : {};
	return [
		...(current ? [{ rel: "current", href: current[format] } as const] : []),
		...(previous ? [{ rel: "prev-archive", href: previous[format] } as const] : []),
		...(next ? [{ rel: "next-archive", href: next[format] } as const] : []),
	];
}

/** The element that says what kind of document this is: `complete` (§2) or `archive` (§4); none for the current one. */
export function historyMark({ history }: FeedHead): "fh:complete" | "fh:archive" | undefined {
	if (history?.kind === "complete") return "fh:complete";
	return history?.kind === "archive" ? "fh:archive" : undefined;
}
