import type { Found, ServedDocument, Shelf } from "../http/shelf.ts";
import { pageAddress } from "../publication/addresses.ts";
import {
	type EdgeDocument,
	type EdgeEntry,
	type EdgeFeedIndex,
	type EdgeShard,
	type EdgeSite,
	shardAsset,
	shardOf,
	startOfPart,
} from "../publication/edge-site.ts";
import { composeDelta } from "../publication/feed-index.ts";
import { createEdgeSelections } from "./edge-selections.ts";

/** Gives a prepared asset; at Cloudflare, the ASSETS binding. */
export type FetchAsset = (path: string) => Promise<Response>;

/**
 * A shelf of finished documents: conditional requests are answered from the manifest alone, bytes come from assets.
 * A shard of the manifest is read once in an isolate's life.
 */
export function createEdgeShelf(site: EdgeSite, fetchAsset: FetchAsset): Shelf {
	const shards = new Map<number, EdgeShard | Promise<EdgeShard>>();
	const found = new WeakMap<EdgeDocument, Found>();
	const prepared = new WeakMap<ServedDocument, EdgeDocument>();

	function readShard(number: number): EdgeShard | Promise<EdgeShard> {
		const known = shards.get(number);
		if (known) return known;
		const reading = fetchExisting(shardAsset(number))
			.then((response) => response.json<EdgeShard>())
			.then((shard) => {
				shards.set(number, shard);
				return shard;
			});
		reading.catch(() => shards.delete(number));
		shards.set(number, reading);
		return reading;
	}

	function serve(address: string, document: EdgeDocument, entry: EdgeEntry): Found {
		const known = found.get(document);
		if (known) return known;
		const served = buildServed(address, document, entry);
		prepared.set(served, document);
		const first = { document: served };
		found.set(document, first);
		return first;
	}

	function choose(address: string, shard: EdgeShard, now: Date): Found | undefined {
		const entry = entryAt(address, shard);
		if (entry === undefined || !("versions" in entry)) return entry;
		const version = entry.versions.findLast(([from]) => from <= now.getTime());
		const document = version?.[1];
		if (document === "gone") return { gone: true };
		return document ? serve(address, document, entry) : undefined;
	}

	function documentOf(served: ServedDocument): EdgeDocument {
		const document = prepared.get(served);
		if (!document) throw new Error(`${served.address} was not found here`);
		return document;
	}

	async function fetchExisting(asset: string): Promise<Response> {
		const response = await fetchAsset(asset);
		if (!response.ok) throw new Error(`The asset ${asset} is missing`);
		return response;
	}

	function find(address: string, now: Date): Found | undefined | Promise<Found | undefined> {
		const shard = readShard(shardOf(address, site.shards));
		return shard instanceof Promise
			? shard.then((known) => choose(address, known, now))
			: choose(address, shard, now);
	}

	const selections = createEdgeSelections(
		async (path) => (await fetchExisting(path)).arrayBuffer(),
		async (path, now) => {
			const found = await find(pageAddress(path), now);
			return found !== undefined && "document" in found;
		},
	);

	return {
		find,
		async select(feed, selection, now) {
			const entry = entryAt(feed.address, await readShard(shardOf(feed.address, site.shards)));
			if (!entry || !("selections" in entry) || !entry.selections) return undefined;
			return selections.select(feed, entry.selections, selection, now);
		},
		async read(served, coding) {
			const selected = selections.read(served);
			if (selected) return selected;
			const document = documentOf(served);
			const response = await fetchExisting(document.asset);
			if (document.parts.length === 1 && response.body) return response.body;
			return partOf(document, await response.arrayBuffer(), coding);
		},
		async readChanges(served, known) {
			const document = prepared.get(served);
			if (!document) return undefined;
			const bytes = await (await fetchExisting(document.asset)).arrayBuffer();
			const text = new TextDecoder().decode(partOf(document, bytes, "index"));
			const index: EdgeFeedIndex = JSON.parse(text);
			const edition = index.editions.findLast(({ etag }) => known(etag));
			return edition && composeDelta(partOf(document, bytes, "identity"), index, edition);
		},
		health: () => ({
			ready: true,
			articles: site.articles,
			feeds: site.feeds,
			documents: site.documents,
			lastChange: new Date(site.lastChange * 1000),
		}),
	};
}

/** One part of a document's asset. */
function partOf(
	document: EdgeDocument,
	asset: ArrayBuffer,
	name: EdgeDocument["parts"][number][0],
): Uint8Array<ArrayBuffer> {
	const length = document.parts.find(([part]) => part === name)?.[1] ?? 0;
	return new Uint8Array(asset, startOfPart(document, name), length);
}

function entryAt(address: string, shard: EdgeShard): EdgeEntry | undefined {
	return Object.hasOwn(shard, address) ? shard[address] : undefined;
}

function buildServed(address: string, document: EdgeDocument, entry: EdgeEntry): ServedDocument {
	const { kind, contentType, etag, lastModified, maxAge, nextChange, link, parts } = document;
	return {
		address,
		kind,
		contentType,
		etag,
		...(lastModified !== undefined && { lastModified: new Date(lastModified * 1000) }),
		maxAgeInSeconds: maxAge,
		...(nextChange !== undefined && { nextChange: new Date(nextChange) }),
		codings: parts.flatMap(([name]) => (name === "identity" || name === "index" ? [] : name)),
		sizeInBytes: parts.find(([name]) => name === "identity")?.[1] ?? 0,
		...(link !== undefined && { link }),
		...("selections" in entry && { hasSelections: true }),
	};
}
