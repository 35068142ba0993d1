import type { FormatName } from "../feeds/feed.ts";
import type { Selection } from "../publication/selection.ts";

/**
 * The content codings that are prepared for a document besides `identity`, best first: brotli is the smallest for what
 * feeds and pages are (zstd comes within 1 % above 100 KB), every client that asks for anything reads gzip.
 * RFC 9110 §8.4.1, RFC 7932, RFC 9659.
 */
export const contentCodings = ["br", "zstd", "gzip"] as const;
export type ContentCoding = (typeof contentCodings)[number];

/** Everything about a document that a response needs, except its bytes. */
export interface ServedDocument {
	/** The address below the site's root, decoded, NFC: `/news/rss.xml`. */
	readonly address: string;
	readonly kind: "feed" | "page" | "opml" | "asset" | "file";
	/** The Content-Type, with charset where it is text. */
	readonly contentType: string;
	/** With quotes and, for documents that are compressed, `W/`. */
	readonly etag: string;
	/** Whole seconds. Absent for plain files, whose changes have no date that every instance knows. */
	readonly lastModified?: Date;
	readonly maxAgeInSeconds: number;
	/** The next instant at which this address changes by schedule. */
	readonly nextChange?: Date;
	/** The codings that can be read, best first; empty for files that are compressed already. */
	readonly codings: readonly ContentCoding[];
	/** The byte length of the identity coding. */
	readonly sizeInBytes: number;
	/** Value of the `Link` header. */
	readonly link?: string;
	/** Whether a query may ask for some of its entries. */
	readonly hasSelections?: true;
}

/** What stands at an address. */
export type Found =
	| { readonly document: ServedDocument }
	/** An address below the site's root, percent-encoded: `/news/`. */
	| { readonly movedTo: string }
	/** Something stood here and never will again. */
	| { readonly gone: true };

/** Whether and how much is served; of what is not ready, as far as is known. */
export interface Health {
	readonly ready: boolean;
	readonly articles: number;
	readonly feeds: number;
	/** Feeds, lists of feeds, pages and what these need; not counting archives, and files of the folder. */
	readonly documents: number;
	/** When anything that is served last changed: the newest Last-Modified. */
	readonly lastChange?: Date;
}

/** What a runtime lends to the HTTP app: finished documents and their bytes. Synchronous where it can be. */
export interface Shelf {
	/** `address` is decoded and NFC. */
	find(address: string, now: Date): Found | undefined | Promise<Found | undefined>;
	/** The document's bytes in one coding (`identity`: as they are). */
	read(document: ServedDocument, coding: ContentCoding | "identity"): Body | Promise<Body>;
	/**
	 * A feed with only what is new or other since an edition that the client has; undefined where none of those that
	 * are remembered is `known`, or where the changes cannot be told (requirements 52 to 57).
	 */
	readChanges?(
		document: ServedDocument,
		known: (etag: string) => boolean,
	): Changes | Promise<Changes>;
	/**
	 * Some entries of a feed that has selections, as a document that `read` knows (as `identity`); undefined where the
	 * site knows no such tag, author or language.
	 */
	select?(
		feed: ServedDocument,
		selection: Selection,
		now: Date,
	): ServedDocument | undefined | Promise<ServedDocument | undefined>;
	health(): Health | Promise<Health>;
}

export type Changes = Uint8Array<ArrayBuffer> | undefined;

export type Body = Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;

export type { FormatName };
