import type { CatalogFile } from "../publication/catalog-file.ts";
import type { Publication } from "../publication/document-plan.ts";
import type { EdgeCatalog, EdgeSelections } from "../publication/edge-site.ts";
import { encodeCatalog, type WrittenDocument } from "../publication/encode-catalog.ts";
import type { ListCatalog } from "../publication/list-catalog.ts";
import { concatenate } from "../text/concatenate.ts";
import { type Press, prepareCatalog, type Validators } from "./prepare-document.ts";

/** What the catalogs of a site are written with. */
export interface CatalogWriter extends Press {
	/** What the selections of a list were made from in the build before. */
	formerValidators(catalog: ListCatalog): Validators | undefined;
	/** What was last written for an address. */
	written(address: string): WrittenDocument | undefined;
	writeAsset(path: string, bytes: Uint8Array): Promise<void>;
}

/** The catalogs of one list, instant after instant, while they are being collected. */
export interface CatalogVersions {
	readonly catalog: ListCatalog;
	readonly validators: Validators;
	readonly list: EdgeCatalog[];
}

/** Small catalogs share an asset, of which a site has 20,000: an asset is closed at this size. In bytes. */
const sharedBytes = 64 * 1024;

/** Writes the catalogs of an instant that differ from those before; `known` has these by the list's address. */
export async function writeCatalogs(
	publication: Publication,
	from: number,
	known: Map<string, CatalogVersions>,
	writer: CatalogWriter,
): Promise<void> {
	let pending: FreshCatalog[] = [];
	let size = 0;
	for (const catalog of publication.catalogs()) {
		const before = known.get(catalog.address);
		const isDue = before?.catalog.nextChange && before.catalog.nextChange <= publication.instant;
		if (before && !isDue) continue;
		const former = before?.validators ?? writer.formerValidators(catalog);
		const validators = prepareCatalog(catalog, writer, former, publication.instant);
		const seconds = validators.lastModified.getTime() / 1000;
		const file = encodeCatalog(catalog, seconds, writer.written);
		pending.push({ catalog, validators, file });
		size += file.bytes.length;
		if (size < sharedBytes) continue;
		await writeTogether(pending, from, known, writer);
		pending = [];
		size = 0;
	}
	if (pending.length > 0) await writeTogether(pending, from, known, writer);
}

interface FreshCatalog {
	readonly catalog: ListCatalog;
	readonly validators: Validators;
	readonly file: CatalogFile;
}

/** Writes catalogs one behind the other in one asset. */
async function writeTogether(
	fresh: readonly FreshCatalog[],
	from: number,
	known: Map<string, CatalogVersions>,
	writer: CatalogWriter,
): Promise<void> {
	const bytes = concatenate(fresh.map(({ file }) => file.bytes));
	const asset = `/catalogs/${writer.digest(bytes)}`;
	await writer.writeAsset(asset, bytes);
	let start = 0;
	for (const { catalog, validators, file } of fresh) {
		const before = known.get(catalog.address)?.list ?? [];
		const version: EdgeCatalog = [from, asset, start, file.bytes.length, file.columnBytes];
		known.set(catalog.address, { catalog, validators, list: [...before, version] });
		start += file.bytes.length;
	}
}

/** What the manifest says of the selections of each feed, by the feed's address. */
export function listSelections(
	known: ReadonlyMap<string, CatalogVersions>,
): ReadonlyMap<string, EdgeSelections> {
	return new Map(
		[...known.values()].flatMap(({ catalog: { feeds }, list }) =>
			(["rss", "atom", "json"] as const).map((format): [string, EdgeSelections] => [
				feeds[format],
				{ format, catalogs: list },
			]),
		),
	);
}
