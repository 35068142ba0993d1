import type { FormatName } from "../feeds/feed.ts";
import type { FeedEdition, FeedIndex } from "./feed-index.ts";

/**
 * A site prepared for a server that cannot render: every document of every scheduled instant, finished, in assets, and
 * what must be known of them in a manifest of shards, so that a request reads one small shard.
 */

/** One document at one address, from an instant on. Short names: there are many of them. */
export interface EdgeDocument {
	readonly kind: "feed" | "page" | "opml" | "asset" | "file";
	readonly contentType: string;
	readonly etag: string;
	/** Seconds since 1970. */
	readonly lastModified?: number;
	readonly maxAge: number;
	/** Milliseconds since 1970. */
	readonly nextChange?: number;
	readonly link?: string;
	/** The asset that holds the bytes of all codings, one behind the other. */
	readonly asset: string;
	/** Coding and byte length of each part of the asset, in its order; of a feed, its index as JSON is the last. */
	readonly parts: readonly (readonly ["br" | "zstd" | "gzip" | "identity" | "index", number])[];
}

/**
 * What stands at an address from an instant on (milliseconds since 1970; the first has 0). `gone`: what stood here is
 * over; `null`: nothing.
 */
export type EdgeVersion = readonly [from: number, document: EdgeDocument | "gone" | null];

export type EdgeEntry =
	| { readonly versions: readonly EdgeVersion[]; readonly selections?: EdgeSelections }
	| { readonly movedTo: string }
	| { readonly gone: true };

/** A list's catalog from an instant on: where it lies in an asset, and the bytes of its columns (see `CatalogFile`). */
export type EdgeCatalog = readonly [
	from: number,
	asset: string,
	start: number,
	length: number,
	columnBytes: number,
];

/** What selections of a feed are made from. */
export interface EdgeSelections {
	readonly format: FormatName;
	readonly catalogs: readonly EdgeCatalog[];
}

/** The last part of a feed's asset. */
export interface EdgeFeedIndex extends FeedIndex {
	/** What the feed had under former tags, the newest last. */
	readonly editions: readonly FeedEdition[];
}

/** A part of the manifest: addresses and what stands there. */
export type EdgeShard = Readonly<Record<string, EdgeEntry>>;

/** The part of the manifest that is in the script itself. */
export interface EdgeSite {
	readonly basePath: string;
	readonly shards: number;
	readonly articles: number;
	readonly feeds: number;
	/** As `Publication` counts them. */
	readonly documents: number;
	/** The newest Last-Modified at the time of the build, in seconds since 1970. */
	readonly lastChange: number;
	/** Changes with every build that changes anything. */
	readonly build: string;
}

/** Where a part of a document begins in its asset, in bytes. */
export function startOfPart(
	{ parts }: EdgeDocument,
	name: EdgeDocument["parts"][number][0],
): number {
	const index = parts.findIndex(([part]) => part === name);
	return parts.slice(0, index).reduce((sum, [, length]) => sum + length, 0);
}

/** The shard of an address: FNV-1a over its UTF-16 units. */
export function shardOf(address: string, shards: number): number {
	let hash = 0x811c9dc5;
	for (let index = 0; index < address.length; index++) {
		hash = Math.imul(hash ^ address.charCodeAt(index), 0x01000193);
	}
	return (hash >>> 0) % shards;
}

/** The asset of a shard. */
export function shardAsset(shard: number): string {
	return `/manifest/${shard}.json`;
}
