import { basePathOf, encodeAddress, opmlAddress } from "../publication/addresses.ts";
import type { FilePlan, Publication, TextPlan } from "../publication/document-plan.ts";
import {
	type EdgeDocument,
	type EdgeEntry,
	type EdgeFeedIndex,
	type EdgeSelections,
	type EdgeSite,
	type EdgeVersion,
	shardAsset,
	shardOf,
	startOfPart,
} from "../publication/edge-site.ts";
import type { WrittenDocument } from "../publication/encode-catalog.ts";
import { buildEdition, type FeedEdition } from "../publication/feed-index.ts";
import type { ListCatalog } from "../publication/list-catalog.ts";
import { siteManifestName } from "../publication/site-manifest.ts";
import { concatenate } from "../text/concatenate.ts";
import {
	type PreparedDocument,
	type Press,
	prepareDocument,
	readBytes,
	readTag,
	type Validators,
} from "./prepare-document.ts";
import type { ContentCoding } from "./shelf.ts";
import {
	type CatalogVersions,
	type CatalogWriter,
	listSelections,
	writeCatalogs,
} from "./write-catalogs.ts";

/** What a runtime lends for preparing a whole site. */
export interface EdgeRuntime extends Press {
	compress(bytes: Uint8Array, coding: ContentCoding): Promise<Uint8Array>;
	readFile(plan: FilePlan): Promise<Uint8Array>;
	writeAsset(path: string, bytes: Uint8Array): Promise<void>;
}

export interface EdgeSiteSource {
	/** What is served at an instant; asked for now, and for each scheduled instant after it. */
	publicationAt(instant: Date): Publication;
	readonly now: Date;
	/** Where the site's feeds are published. */
	readonly feedsUrl: string;
	/** What an address was served with by the build before. */
	formerValidators(address: string): Validators | undefined;
	/** What a feed had under former tags, the newest last. */
	formerEditions(address: string): readonly FeedEdition[];
	/** Told what an address is served with now. */
	noteDocument(document: PreparedDocument): void;
	/** What the selections of a list were made from in the build before. */
	formerCatalog(catalog: ListCatalog): Validators | undefined;
	/** Told what they are made from now. */
	noteCatalog(catalog: ListCatalog, validators: Validators): void;
	/** What the next build must know, as text: it is published, for a build that has nothing else. */
	renderManifest(): string;
}

/** Entries of a shard: small enough to be parsed within a request, large enough to be few files. */
const entriesPerShard = 64;
/** No site schedules more; a mistake in dates must not make a build endless. */
const mostInstants = 1000;

/** In seconds. */
const manifestMaxAge = 60;

const encoder = new TextEncoder();

/** What stands at one address, instant after instant, while it is being collected. */
interface Versions {
	readonly list: EdgeVersion[];
	/** Undefined for a file. */
	readonly document: PreparedDocument | undefined;
	readonly editions: readonly FeedEdition[];
	readonly nextChange: Date | undefined;
}

const fileVersions = { document: undefined, editions: [], nextChange: undefined };

/** Prepares every document of every scheduled instant and writes it as an asset, with the manifest of them all. */
export async function buildEdgeSite(
	source: EdgeSiteSource,
	runtime: EdgeRuntime,
): Promise<EdgeSite> {
	const first = source.publicationAt(source.now);
	const versions = new Map<string, Versions>();
	const catalogs = new Map<string, CatalogVersions>();
	const catalogWriter: CatalogWriter = {
		...runtime,
		formerValidators: (catalog) => source.formerCatalog(catalog),
		written: (address) => findWritten(versions.get(address)),
	};
	await addPublication(first, 0, versions, source, runtime);
	await writeCatalogs(first, 0, catalogs, catalogWriter);
	for (const { document } of versions.values()) if (document) source.noteDocument(document);
	for (const { catalog, validators } of catalogs.values()) source.noteCatalog(catalog, validators);

	const manifest = encoder.encode(source.renderManifest());

	let { nextChange } = first;
	for (let count = 0; nextChange && count < mostInstants; count++) {
		const publication = source.publicationAt(nextChange);
		await addPublication(publication, nextChange.getTime(), versions, source, runtime);
		await writeCatalogs(publication, nextChange.getTime(), catalogs, catalogWriter);
		nextChange = publication.nextChange;
	}
	const entries = buildEntries(first, versions, listSelections(catalogs));
	const document = await writeBytes(manifest, "application/json", manifestMaxAge, runtime);
	entries.set(`/${siteManifestName}`, { versions: [[0, { ...document, kind: "asset" }]] });
	return await writeManifest(entries, first, source.feedsUrl, runtime);
}

/** Adds what changes at one instant: everything at the first, later only what was due. */
async function addPublication(
	publication: Publication,
	from: number,
	versions: Map<string, Versions>,
	source: EdgeSiteSource,
	runtime: EdgeRuntime,
): Promise<void> {
	const plans = publication.all();
	// The sections stand on every page: when one comes by schedule, every page changes.
	const outline = plans.find(({ address }) => address === opmlAddress);
	const isNewOutline = outline ? isChanged(outline, versions, runtime) : false;
	for (const plan of plans) {
		const known = versions.get(plan.address);
		const isServed = known?.list.at(-1)?.[1] instanceof Object;
		const isDue = known?.nextChange !== undefined && known.nextChange <= publication.instant;
		if (isServed && !isDue && !isNewOutline) continue;
		const list = known?.list ?? [];
		if (plan.kind === "file") {
			const version: EdgeVersion = [from, await writeFile(plan, runtime)];
			versions.set(plan.address, { ...fileVersions, list: [...list, version] });
			continue;
		}
		const former = known?.document?.validators ?? source.formerValidators(plan.address);
		const document = prepareDocument(plan, runtime, former, publication.instant);
		const editions = [...(known?.editions ?? source.formerEditions(plan.address))];
		if (document.index) editions.push(buildEdition(document.served.etag, document.index));
		const version: EdgeVersion = [from, await writeText(document, editions, runtime)];
		const { nextChange } = plan;
		versions.set(plan.address, { list: [...list, version], document, editions, nextChange });
	}
	const served = new Set(plans.map(({ address }) => address));
	for (const [address, { list }] of versions) {
		if (served.has(address) || !(list.at(-1)?.[1] instanceof Object)) continue;
		list.push([from, publication.gone.has(address) ? "gone" : null]);
	}
}

function isChanged(
	plan: TextPlan | FilePlan,
	versions: ReadonlyMap<string, Versions>,
	press: Press,
): boolean {
	if (plan.kind === "file") return false;
	const etag = readTag(plan, press);
	return versions.get(plan.address)?.document?.served.etag !== etag;
}

async function writeText(
	document: PreparedDocument,
	editions: readonly FeedEdition[],
	runtime: EdgeRuntime,
): Promise<EdgeDocument> {
	const { served, validators, index } = document;
	const bytes = readBytes(document);
	const asset = `/documents/${validators.etag.replace(/^W\//, "").replaceAll('"', "")}`;
	const coded = await Promise.all(
		served.codings.map(async (coding) => [coding, await runtime.compress(bytes, coding)] as const),
	);
	const feedIndex: EdgeFeedIndex | undefined = index && { ...index, editions };
	const parts = [
		...coded,
		["identity", bytes] as const,
		...(feedIndex ? [["index", encoder.encode(JSON.stringify(feedIndex))] as const] : []),
	];
	await runtime.writeAsset(asset, concatenate(parts.map(([, part]) => part)));
	return {
		kind: served.kind,
		contentType: served.contentType,
		etag: served.etag,
		lastModified: validators.lastModified.getTime() / 1000,
		maxAge: served.maxAgeInSeconds,
		...(served.nextChange && { nextChange: served.nextChange.getTime() }),
		...(served.link !== undefined && { link: served.link }),
		asset,
		parts: parts.map(([name, part]) => [name, part.length] as const),
	};
}

async function writeFile(plan: FilePlan, runtime: EdgeRuntime): Promise<EdgeDocument> {
	const bytes = await runtime.readFile(plan);
	return await writeBytes(bytes, plan.contentType, plan.maxAgeInSeconds, runtime);
}

async function writeBytes(
	bytes: Uint8Array,
	contentType: string,
	maxAge: number,
	runtime: EdgeRuntime,
): Promise<EdgeDocument> {
	const digest = runtime.digest(bytes);
	const asset = `/files/${digest}`;
	await runtime.writeAsset(asset, bytes);
	return {
		kind: "file",
		contentType,
		etag: `"${digest}"`,
		maxAge,
		asset,
		parts: [["identity", bytes.length]],
	};
}

/** What a document stands at counts before what moved away from there, and that before what is gone. */
function buildEntries(
	{ gone, moved }: Publication,
	versions: ReadonlyMap<string, Versions>,
	selectionsOf: ReadonlyMap<string, EdgeSelections>,
): Map<string, EdgeEntry> {
	const entries = new Map<string, EdgeEntry>();
	for (const address of gone) entries.set(address, { gone: true });
	for (const [address, to] of moved) entries.set(address, { movedTo: encodeAddress(to) });
	for (const [address, { list }] of versions) {
		const selections = selectionsOf.get(address);
		entries.set(address, { versions: list, ...(selections && { selections }) });
	}
	return entries;
}

/** The newest version of a feed document, for those that are put together of its entries. */
function findWritten(versions: Versions | undefined): WrittenDocument | undefined {
	const document = versions?.list.at(-1)?.[1];
	const index = versions?.document?.index;
	if (!(document instanceof Object) || !index) return undefined;
	return { asset: document.asset, start: startOfPart(document, "identity"), index };
}

/** The newest Last-Modified of what is served at first, in seconds since 1970. */
function findLastChange(entries: ReadonlyMap<string, EdgeEntry>, { changed }: Publication): number {
	let newest = Math.floor(changed.getTime() / 1000);
	for (const entry of entries.values()) {
		const [from, document] = ("versions" in entry && entry.versions[0]) || [];
		if (from === 0 && document instanceof Object)
			newest = Math.max(newest, document.lastModified ?? 0);
	}
	return newest;
}

async function writeManifest(
	entries: ReadonlyMap<string, EdgeEntry>,
	publication: Publication,
	feedsUrl: string,
	runtime: EdgeRuntime,
): Promise<EdgeSite> {
	const shards = Math.max(1, Math.ceil(entries.size / entriesPerShard));
	const contents = Array.from({ length: shards }, (): Record<string, EdgeEntry> => ({}));
	for (const [address, entry] of entries) {
		const shard = contents[shardOf(address, shards)];
		if (shard) shard[address] = entry;
	}
	const digests: string[] = [];
	for (const [number, shard] of contents.entries()) {
		const bytes = encoder.encode(JSON.stringify(shard));
		digests.push(runtime.digest(bytes));
		await runtime.writeAsset(shardAsset(number), bytes);
	}
	return {
		basePath: basePathOf(feedsUrl),
		shards,
		articles: publication.articleCount,
		feeds: publication.feedCount,
		documents: publication.documentCount,
		lastChange: findLastChange(entries, publication),
		build: runtime.digest(encoder.encode(digests.join())),
	};
}
