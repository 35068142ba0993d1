import { encodeAddress } from "../publication/addresses.ts";
import { renderQuery, type Selection } from "../publication/selection.ts";
import { parseSelection, queryOf } from "./parse-selection.ts";
import type { ServedDocument, Shelf } from "./shelf.ts";

/**
 * What a request means by the query behind a document's address: of a feed, some of its entries. Another
 * spelling of a selection's address moves to the one that stands for it, a selection that can hold nothing is not found
 * (undefined), and everything else is as without a query (requirement 30).
 */
export function selectFrom(
	document: ServedDocument,
	url: string,
	shelf: Shelf,
	now: Date,
): Meant | undefined | Promise<Meant | undefined> {
	const whole = { document };
	if (!document.hasSelections || !shelf.select) return whole;
	const query = queryOf(url);
	const asked = query === "" ? "whole" : parseSelection(query);
	if (asked === "whole") return whole;
	if (asked === "impossible") return undefined;
	if (asked.query !== query) return { movedTo: encodeAddress(document.address) + asked.query };
	if (!asked.selection) return whole;
	const selected = shelf.select(document, asked.selection, now);
	return selected instanceof Promise ? selected.then(wrap) : wrap(selected);
}

/** A document, or the address below the site's root to which a request moves, percent-encoded. */
type Meant = { readonly document: ServedDocument } | { readonly movedTo: string };

function wrap(document: ServedDocument | undefined): Meant | undefined {
	return document && { document };
}

/**
 * A selection of a feed as a document of its own: served as the feed is, with validators of its own, and not
 * compressed: that would cost a Worker most of the time that it has. `digest` is of its bytes.
 */
export function buildSelected(
	feed: ServedDocument,
	selection: Selection,
	{ digest, sizeInBytes, lastModified }: Selected,
): ServedDocument {
	const { hasSelections: _, ...served } = feed;
	return {
		...served,
		address: feed.address + renderQuery(selection),
		etag: `W/"${digest}"`,
		lastModified,
		codings: [],
		sizeInBytes,
	};
}

interface Selected {
	readonly digest: string;
	readonly sizeInBytes: number;
	/** The newest change of anything that selections of this feed are made from. */
	readonly lastModified: Date;
}
