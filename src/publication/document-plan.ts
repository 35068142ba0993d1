import type { ListedFile } from "../articles/article-file.ts";
import type { ListCatalog } from "./list-catalog.ts";

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
	/** The document in parts; whenever it is called, they are the same. */
	render(): DocumentParts;
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

/** An entry of a feed, or the tombstone of one. */
export interface DocumentPiece {
	readonly id: string;
	readonly text: string;
}

/** The whole text of a document. */
export function joinParts({ head, pieces, separator, tail }: DocumentParts): string {
	return head + pieces.map((piece) => piece.text).join(separator) + tail;
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
