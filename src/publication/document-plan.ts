import type { ListedFile } from "../articles/article-file.ts";
import { concatenate } from "../text/concatenate.ts";
import { encodeText } from "../text/encode-text.ts";
import type { ListCatalog } from "./list-catalog.ts";
import type { Progress } from "./progress.ts";

interface PlanBase {
	/** The address below the site's root, decoded, NFC: `/news/rss.xml`. */
	readonly address: string;
	/** The Content-Type, with charset where it is text. */
	readonly contentType: string;
	readonly maxAgeInSeconds: number;
	/** The next instant at which the document changes by schedule. */
	readonly nextChange?: Date;
}

/** A document that is made of articles: a feed, a page, the list of feeds. It is rendered when first asked for. */
export interface TextPlan extends PlanBase {
	readonly kind: "feed" | "page" | "opml" | "asset";
	/** Its newest change, as far as the content tells: not later than the publication's instant. */
	readonly changed: Date;
	/** Value of the `Link` header. */
	readonly link?: string;
	/** Whether readers may ask for some of its entries: `Publication.findCatalog` then has its list's. */
	readonly hasSelections?: true;
	basis?(): Basis;
	/** The document in parts; whenever it is called, they are the same. */
	render(): DocumentParts;
}

/** What decides what a document is: where all of these are the same objects as for another plan, so is the document. */
export type Basis = readonly unknown[];

/** Whether two documents are the same by what decides it, as far as that is told. */
export function isSameBasis(a: Basis | undefined, b: Basis | undefined): boolean {
	if (!a || !b || a.length !== b.length) return false;
	return a.every((value, index) => value === b[index]);
}

/** A document is `head`, the pieces joined by `separator`, and `tail`. */
export interface DocumentParts {
	readonly head: string;
	/** What stands for `head` where not every piece follows: a complete feed is then not complete. */
	readonly partialHead?: string;
	readonly pieces: readonly DocumentPiece[];
	readonly separator: string;
	readonly tail: string;
}

/** An entry of a feed, or the tombstone of one; the body of an article's page. */
export interface DocumentPiece extends PieceFacts {
	/** Writes its text to a place of `target`; an article is read and rendered again where that is not at hand. */
	copyTo(target: Uint8Array, start: number): void;
}

/** What is known of a piece without its text. */
export interface PieceFacts {
	/** A hash of its id. */
	readonly key: string;
	/** A hash of its text. */
	readonly hash: string;
	readonly lengthInBytes: number;
}

const encoder = new TextEncoder();

/** A piece of this text. `digest` hashes a text. */
export function buildPiece(
	id: string,
	text: string,
	digest: (text: string) => string,
): DocumentPiece {
	return {
		...factsOfPiece(id, text, digest),
		copyTo: (target, start) => {
			encoder.encodeInto(text, target.subarray(start));
		},
	};
}

/** What is known of a piece of this text. */
export function factsOfPiece(
	id: string,
	text: string,
	digest: (text: string) => string,
): PieceFacts {
	return { key: digest(id), hash: digest(text), lengthInBytes: encodeText(text).length };
}

/** A document in UTF-8, of which no piece is rendered before its bytes are asked for. */
export interface EncodedDocument {
	readonly head: Uint8Array;
	readonly separator: Uint8Array;
	readonly tail: Uint8Array;
	readonly sizeInBytes: number;
	/** Writes it to the beginning of `target`, which is as large at least. */
	copyTo(target: Uint8Array): void;
}

/** Encodes what stands round a document's pieces. */
export function encodeDocument(parts: DocumentParts): EncodedDocument {
	const { pieces } = parts;
	const head = encodeText(parts.head);
	const separator = encodeText(parts.separator);
	const tail = encodeText(parts.tail);
	const entries = pieces.reduce((sum, { lengthInBytes }) => sum + lengthInBytes, 0);
	const gaps = Math.max(0, pieces.length - 1) * separator.length;
	return {
		head,
		separator,
		tail,
		sizeInBytes: head.length + entries + gaps + tail.length,
		copyTo(target) {
			target.set(head);
			let place = head.length;
			for (const [number, piece] of pieces.entries()) {
				if (number > 0) {
					target.set(separator, place);
					place += separator.length;
				}
				piece.copyTo(target, place);
				place += piece.lengthInBytes;
			}
			target.set(tail, place);
		},
	};
}

/** A document in UTF-8. */
export function readDocument(parts: DocumentParts): Uint8Array<ArrayBuffer> {
	const { sizeInBytes, copyTo } = encodeDocument(parts);
	const bytes = new Uint8Array(sizeInBytes);
	copyTo(bytes);
	return bytes;
}

/** No text holds it. */
const zero = new Uint8Array(1);

/** Bytes that differ whenever a document's do: hashes stand for its pieces, which need not be rendered for it. */
export function describeDocument(
	{ pieces }: DocumentParts,
	{ head, separator, tail }: EncodedDocument,
): Uint8Array {
	const hashes = encodeText(pieces.map(({ hash }) => hash).join(" "));
	return concatenate([head, zero, separator, zero, hashes, zero, tail]);
}

/** A document that no other shares a part with. */
export function wholeDocument(text: string): DocumentParts {
	return { head: text, pieces: [], separator: "", tail: "" };
}

/** A file of the folder that an article names: its bytes are served as they are. */
export interface FilePlan extends PlanBase {
	readonly kind: "file";
	readonly file: ListedFile;
}

export type DocumentPlan = TextPlan | FilePlan;

/** A kind of documents that are not all known before somebody asks for one. */
export interface PlanFinder<Plan> {
	find(address: string): Plan | undefined;
	/** Every one of them: this may render every article. */
	all(): Plan[];
}

/** Everything that is served at one instant. */
export interface Publication {
	readonly instant: Date;
	find(address: string): DocumentPlan | undefined;
	/** Everything there is: this may render every article. */
	all(): DocumentPlan[];
	/** Renders all that `all()` shows ahead, on as many threads as the runtime lends. */
	prepare(progress?: Progress): Promise<void>;
	/** Addresses of the site's and its sections' feeds: worth preparing before anybody asks. */
	readonly sectionFeeds: readonly string[];
	/** What the selections of a feed are made from, by the feed's address. */
	findCatalog(address: string): ListCatalog | undefined;
	/** The catalogs of all lists. */
	catalogs(): ListCatalog[];
	/** Old addresses and where their documents stand, both decoded. */
	readonly moved: ReadonlyMap<string, string>;
	/** Addresses of what was taken away for good. */
	readonly gone: ReadonlySet<string>;
	/** The next instant at which any document changes by schedule. */
	readonly nextChange?: Date;
	readonly articleCount: number;
	readonly feedCount: number;
	/** Of documents that are known without rendering an article: all but archives and files of the folder. */
	readonly documentCount: number;
	/** The newest change of any document, as far as the content tells: not later than `instant`. */
	readonly changed: Date;
}
