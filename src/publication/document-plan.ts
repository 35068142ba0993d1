import type { ListedFile } from "../articles/article-file.ts";

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
	/** The whole document; the same text whenever it is called. */
	render(): string;
}

/** A file of the folder that an article names: its bytes are served as they are. */
export interface FilePlan extends PlanBase {
	readonly kind: "file";
	readonly file: ListedFile;
}

export type DocumentPlan = TextPlan | FilePlan;

/** Which files of the folder may be fetched: those that something published names, and no others. */
export interface PublishedFiles {
	/** The file at an address, if it may be fetched. */
	find(address: string): FilePlan | undefined;
	/** Every file that may be fetched, by path. Renders every article. */
	all(): FilePlan[];
}

/** Everything that is served at one instant. */
export interface Publication {
	readonly instant: Date;
	/** By address. */
	readonly documents: ReadonlyMap<string, TextPlan>;
	readonly files: PublishedFiles;
	/** Old addresses and where their documents stand, both decoded. */
	readonly moved: ReadonlyMap<string, string>;
	/** Addresses that have ended. */
	readonly gone: ReadonlySet<string>;
	/** The next instant at which any document changes by schedule. */
	readonly nextChange?: Date;
	readonly articleCount: number;
	readonly feedCount: number;
}
