import { createRecent } from "../http/recent.ts";
import { buildSelected } from "../http/select.ts";
import type { ServedDocument } from "../http/shelf.ts";
import {
	chooseRows,
	composeSelection,
	findMissingTerms,
	isLanguageKnown,
} from "../publication/catalog.ts";
import {
	decodeCatalog,
	type StoredCatalog,
	type StoredEntry,
} from "../publication/catalog-file.ts";
import type { EdgeCatalog, EdgeSelections as SelectionSource } from "../publication/edge-site.ts";
import { renderQuery, type Selection, termPath } from "../publication/selection.ts";
import { digestBytes } from "./digest-bytes.ts";

/** Gives the bytes of an asset that must be there. */
export type ReadAsset = (path: string) => Promise<ArrayBuffer>;

/** Selections of feeds, put together of entries that were prepared. */
export interface EdgeSelections {
	/** A selection of a feed; undefined where the site knows no such tag, author or language. */
	select(
		feed: ServedDocument,
		source: SelectionSource,
		selection: Selection,
		now: Date,
	): Promise<ServedDocument | undefined>;
	/** Its bytes; undefined for what is no selection. */
	read(document: ServedDocument): Promise<Uint8Array<ArrayBuffer>> | undefined;
}

/** What a selection is put together from; small, so that many can be kept for conditional requests. */
interface Recipe {
	readonly catalog: EdgeCatalog;
	readonly format: SelectionSource["format"];
	readonly selection: Selection;
	readonly key: string;
}

/** Their validators alone: a poll that has the newest then costs nothing. */
const selectionsKept = 1000;
/** Each may have a megabyte, of an isolate's 128. */
const bodiesKept = 8;
const catalogsKept = 8;

/** `isTermKnown` tells whether the site knows a tag or an author that a list does not, by its path. */
export function createEdgeSelections(
	readAsset: ReadAsset,
	isTermKnown: (path: readonly string[], now: Date) => Promise<boolean>,
): EdgeSelections {
	const selected = createRecent<ServedDocument>(selectionsKept);
	const bodies = createRecent<Uint8Array<ArrayBuffer>>(bodiesKept);
	const catalogs = createRecent<StoredCatalog>(catalogsKept);
	const recipes = new WeakMap<ServedDocument, Recipe>();

	async function readCatalog(place: EdgeCatalog): Promise<StoredCatalog> {
		const [, asset, start, length, columnBytes] = place;
		const key = `${asset} ${start}`;
		const known = catalogs.get(key);
		if (known) return known;
		// Columns of numbers must begin at a multiple of their size: a copy does.
		const file = (await readAsset(asset)).slice(start, start + length);
		const catalog = decodeCatalog(file, columnBytes);
		catalogs.set(key, catalog);
		return catalog;
	}

	async function compose(catalog: StoredCatalog, recipe: Recipe): Promise<Uint8Array<ArrayBuffer>> {
		const { format, selection, key } = recipe;
		const chosen = chooseRows(catalog, selection);
		const places = chosen.rows.map((row) => catalog.entryOf(row, format));
		const bytes = composeSelection(catalog, chosen, format, await readEntries(places));
		bodies.set(key, bytes);
		return bytes;
	}

	async function readEntries(places: readonly StoredEntry[]): Promise<Uint8Array[]> {
		const paths = [...new Set(places.map(({ asset }) => asset))];
		const assets = await Promise.all(
			paths.map(async (path) => [path, await readAsset(path)] as const),
		);
		const byPath = new Map(assets);
		return places.map(({ asset, start, length }) => {
			const bytes = byPath.get(asset);
			if (!bytes) throw new Error(`The asset ${asset} was not read`);
			return new Uint8Array(bytes, start, length);
		});
	}

	return {
		async select(feed, { format, catalogs: versions }, selection, now) {
			const place = versions.findLast(([from]) => from <= now.getTime());
			if (!place) return undefined;
			const key = `${place[1]} ${feed.etag} ${feed.address}${renderQuery(selection)}`;
			const known = selected.get(key);
			if (known) return known;
			const catalog = await readCatalog(place);
			if (!isLanguageKnown(catalog, selection)) return undefined;
			for (const term of findMissingTerms(catalog, selection))
				if (!(await isTermKnown(termPath(term, catalog.head.tree), now))) return undefined;
			const recipe: Recipe = { catalog: place, format, selection, key };
			const bytes = await compose(catalog, recipe);
			const document = buildSelected(feed, selection, {
				digest: await digestBytes(bytes),
				sizeInBytes: bytes.length,
				lastModified: new Date(catalog.lastModified * 1000),
			});
			selected.set(key, document);
			recipes.set(document, recipe);
			return document;
		},
		read(document) {
			const recipe = recipes.get(document);
			if (!recipe) return undefined;
			const known = bodies.get(recipe.key);
			if (known) return Promise.resolve(known);
			return readCatalog(recipe.catalog).then((catalog) => compose(catalog, recipe));
		},
	};
}
