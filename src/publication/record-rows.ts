import * as cell from "./row-cells.ts";

/** What is remembered of an article from its first publication on. Instants are milliseconds since 1970. */
export interface ArticleRecord {
	readonly id: string;
	readonly path: string;
	/** A hash of what the author wrote: recognises a file under another name. */
	readonly fingerprint: string;
	readonly title: string;
	readonly published: number;
	readonly updated: number;
	/** Below the site's root, decoded; the whole URL of an article that stands elsewhere. */
	readonly address: string;
	/** Where it stood before. */
	readonly formerAddresses: readonly string[];
	/** Its section's whole path, joined with `/`. */
	readonly section: string;
	readonly tags: readonly string[];
	readonly authors: readonly string[];
	/** When it was taken away; absent while it is published. */
	readonly withdrawn?: number;
}

export interface ValidatorsRecord {
	readonly etag: string;
	readonly lastModified: number;
}

/** The record that some data is: there are as many as articles, so that a schema library would take too long. Throws a TypeError. */
export function parseArticleRecord(data: unknown): ArticleRecord {
	const record = cell.fields(data);
	const withdrawn = cell.optionalNumber(record.withdrawn);
	return {
		id: cell.text(record.id),
		path: cell.text(record.path),
		fingerprint: cell.text(record.fingerprint),
		title: cell.text(record.title),
		published: cell.number(record.published),
		updated: cell.number(record.updated),
		address: cell.text(record.address),
		formerAddresses: cell.texts(record.formerAddresses),
		section: cell.text(record.section),
		tags: cell.texts(record.tags),
		authors: cell.texts(record.authors),
		...(withdrawn !== undefined && { withdrawn }),
	};
}

/** Likewise. */
export function parseValidators(data: unknown): ValidatorsRecord {
	const record = cell.fields(data);
	return { etag: cell.text(record.etag), lastModified: cell.number(record.lastModified) };
}
