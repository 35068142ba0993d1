import { concatenate } from "../text/concatenate.ts";
import { encodeText } from "../text/encode-text.ts";
import type { DocumentParts, EncodedDocument } from "./document-plan.ts";

/**
 * Where the parts of a feed document lie in its bytes, so that other documents can be put together of them without
 * rendering anything: at the edge as well as here.
 */
export interface FeedIndex {
	/** What stands for `head` where not every entry follows; as text. Absent: `head` does. */
	readonly partialHead?: string;
	/** Lengths in bytes of the document's head, of what joins its pieces, and of its tail. */
	readonly head: number;
	readonly separator: number;
	readonly tail: number;
	/** A hash of the piece's id, a hash of its text, and its length in bytes; in the document's order. */
	readonly pieces: readonly (readonly [key: string, hash: string, length: number])[];
}

/** What a feed had under one entity tag: of each piece the hash of its id and that of its text, joined. */
export interface FeedEdition {
	readonly etag: string;
	readonly pieces: readonly string[];
}

/** Characters of each hash: 48 bits, enough to tell a few thousand pieces apart. */
const hashLength = 8;

/** The index of a feed document from its parts; none of its pieces is rendered for it. */
export function buildFeedIndex(
	{ pieces, partialHead }: DocumentParts,
	{ head, separator, tail }: EncodedDocument,
): FeedIndex {
	return {
		...(partialHead !== undefined && { partialHead }),
		head: head.length,
		separator: separator.length,
		tail: tail.length,
		pieces: pieces.map(({ key, hash, lengthInBytes }) => [
			key.slice(0, hashLength),
			hash.slice(0, hashLength),
			lengthInBytes,
		]),
	};
}

/** What a document has under its entity tag. */
export function buildEdition(etag: string, index: FeedIndex): FeedEdition {
	return { etag, pieces: index.pieces.map(([key, hash]) => key + hash) };
}

/**
 * The same feed with only the entries that an older edition had not, or had otherwise (RFC 3229 with the `feed` method;
 * requirement 53). Undefined where that edition had an entry that has left the feed without a tombstone and was not
 * simply the oldest: a client that merges would keep it (requirement 57).
 */
export function composeDelta(
	bytes: Uint8Array,
	index: FeedIndex,
	edition: FeedEdition,
): Uint8Array<ArrayBuffer> | undefined {
	const keys = new Set(index.pieces.map(([key]) => key));
	const firstMissing = edition.pieces.findIndex((piece) => !keys.has(piece.slice(0, hashLength)));
	const agedOut = firstMissing < 0 ? [] : edition.pieces.slice(firstMissing);
	if (agedOut.some((piece) => keys.has(piece.slice(0, hashLength)))) return undefined;
	const known = new Set(edition.pieces);
	return composeFeed(bytes, index, ([key, hash]) => !known.has(key + hash));
}

/** A feed document of some of another one's pieces, in their order. */
function composeFeed(
	bytes: Uint8Array,
	index: FeedIndex,
	isChosen: (piece: FeedIndex["pieces"][number]) => boolean,
): Uint8Array<ArrayBuffer> {
	const partialHead = index.partialHead;
	const parts = [
		partialHead === undefined ? bytes.subarray(0, index.head) : encodeText(partialHead),
	];
	const separator = bytes
		.subarray(index.head + (index.pieces[0]?.[2] ?? 0))
		.subarray(0, index.separator);
	let start = index.head;
	for (const piece of index.pieces) {
		const end = start + piece[2];
		if (isChosen(piece)) {
			if (parts.length > 1) parts.push(separator);
			parts.push(bytes.subarray(start, end));
		}
		start = end + index.separator;
	}
	parts.push(bytes.subarray(bytes.length - index.tail));
	return concatenate(parts);
}
