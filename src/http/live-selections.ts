import { feedFormats } from "../feeds/formats.ts";
import { pageAddress } from "../publication/addresses.ts";
import {
	chooseRows,
	composeSelection,
	findMissingTerms,
	isLanguageKnown,
} from "../publication/catalog.ts";
import type { Publication } from "../publication/document-plan.ts";
import type { ListCatalog } from "../publication/list-catalog.ts";
import type { Memory } from "../publication/memory.ts";
import { renderQuery, type Selection, termPath } from "../publication/selection.ts";
import { type Press, prepareCatalog } from "./prepare-document.ts";
import { createRecent } from "./recent.ts";
import { recallCatalog, rememberCatalog } from "./remember-validators.ts";
import { buildSelected } from "./select.ts";
import type { ServedDocument } from "./shelf.ts";

/** Selections of the feeds of one publication after the other. */
export interface LiveSelections {
	/** Those of this publication from now on. */
	publish(publication: Publication): void;
	/** A selection of a feed; undefined where the site knows no such tag, author or language. */
	select(feed: ServedDocument, selection: Selection): ServedDocument | undefined;
	/** Its bytes; undefined for what is no selection. */
	read(document: ServedDocument): Uint8Array<ArrayBuffer> | undefined;
}

/** Each may have a megabyte. */
const selectionsKept = 32;

/** Makes selections when they are asked for; the last few are kept until the next publication. */
export function createLiveSelections(press: Press, memory: Memory): LiveSelections {
	let publication: Publication | undefined;
	const recent = createRecent<ServedDocument>(selectionsKept);
	const texts = new WeakMap<ServedDocument, Uint8Array<ArrayBuffer>>();
	const changes = new WeakMap<ListCatalog, Date>();

	/** When anything changed from which the selections of a list are made. */
	function lastModifiedOf(catalog: ListCatalog, changedAt: Date): Date {
		const known = changes.get(catalog);
		if (known) return known;
		const validators = prepareCatalog(catalog, press, recallCatalog(memory, catalog), changedAt);
		rememberCatalog(memory, catalog, validators);
		memory.commit();
		changes.set(catalog, validators.lastModified);
		return validators.lastModified;
	}

	return {
		publish(next) {
			publication = next;
			recent.clear();
		},
		select(feed, selection) {
			const key = feed.address + renderQuery(selection);
			const known = recent.get(key);
			if (known) return known;
			const catalog = publication?.findCatalog(feed.address);
			const format = feedFormats.find(({ name }) => catalog?.feeds[name] === feed.address);
			if (!publication || !catalog || !format) return undefined;
			const current = publication;
			const isKnown = findMissingTerms(catalog, selection).every((term) =>
				current.find(pageAddress(termPath(term, catalog.head.tree))),
			);
			if (!isKnown || !isLanguageKnown(catalog, selection)) return undefined;
			const chosen = chooseRows(catalog, selection);
			const entries = chosen.rows.map(({ row }) => catalog.readEntry(row, format));
			const bytes = composeSelection(catalog, chosen, format.name, entries);
			const document = buildSelected(feed, selection, {
				digest: press.digest(bytes),
				sizeInBytes: bytes.length,
				lastModified: lastModifiedOf(catalog, publication.instant),
			});
			recent.set(key, document);
			texts.set(document, bytes);
			return document;
		},
		read: (document) => texts.get(document),
	};
}
