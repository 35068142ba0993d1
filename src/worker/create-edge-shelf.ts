import type { Found, ServedDocument, Shelf } from "../http/shelf.ts";
import {
	type EdgeDocument,
	type EdgeEntry,
	type EdgeFeedIndex,
	type EdgeShard,
	type EdgeSite,
	shardAsset,
	shardOf,
} from "../publication/edge-site.ts";
import { composeDelta } from "../publication/feed-index.ts";

/** Gives a prepared asset; at Cloudflare, the ASSETS binding. */
export type FetchAsset = (path: string) => Promise<Response>;

/**
 * A shelf of finished documents: conditional requests are answered from the manifest alone, bytes come from assets.
 * A shard of the manifest is read once in an isolate's life.
 */
export function createEdgeShelf(site: EdgeSite, fetchAsset: FetchAsset): Shelf {
	const shards = new Map<number, EdgeShard | Promise<EdgeShard>>();
	const documents = new WeakMap<EdgeDocument, ServedDocument>();
	const prepared = new WeakMap<ServedDocument, EdgeDocument>();

	function readShard(number: number): EdgeShard | Promise<EdgeShard> {
		const known = shards.get(number);
		if (known) return known;
		const reading = fetchAsset(shardAsset(number))
			.then((response) => response.json<EdgeShard>())
			.then((shard) => {
				shards.set(number, shard);
				return shard;
			});
		reading.catch(() => shards.delete(number));
		shards.set(number, reading);
		return reading;
	}

	function serve(address: string, document: EdgeDocument): Found {
		const known = documents.get(document) ?? buildServed(address, document);
		documents.set(document, known);
		prepared.set(known, document);
		return { document: known };
	}

	function choose(address: string, shard: EdgeShard, now: Date): Found | undefined {
		const entry: EdgeEntry | undefined = Object.hasOwn(shard, address) ? shard[address] : undefined;
		if (entry === undefined || !("versions" in entry)) return entry;
		const version = entry.versions.findLast(([from]) => from <= now.getTime());
		const document = version?.[1];
		if (document === "gone") return { gone: true };
		return document ? serve(address, document) : undefined;
	}

	function documentOf(served: ServedDocument): EdgeDocument {
		const document = prepared.get(served);
		if (!document) throw new Error(`${served.address} was not found here`);
		return document;
	}

	async function fetchDocument({ asset }: EdgeDocument): Promise<Response> {
		const response = await fetchAsset(asset);
		if (!response.ok) throw new Error(`The asset ${asset} is missing`);
		return response;
	}

	return {
		find(address, now) {
			const shard = readShard(shardOf(address, site.shards));
			return shard instanceof Promise
				? shard.then((known) => choose(address, known, now))
				: choose(address, shard, now);
		},
		async read(served, coding) {
			const document = documentOf(served);
			const response = await fetchDocument(document);
			if (document.parts.length === 1 && response.body) return response.body;
			return partOf(document, await response.arrayBuffer(), coding);
		},
		async readChanges(served, known) {
			const document = documentOf(served);
			const bytes = await (await fetchDocument(document)).arrayBuffer();
			const text = new TextDecoder().decode(partOf(document, bytes, "index"));
			const index: EdgeFeedIndex = JSON.parse(text);
			const edition = index.editions.findLast(({ etag }) => known(etag));
			return edition && composeDelta(partOf(document, bytes, "identity"), index, edition);
		},
		health: () => ({ ready: true, articles: site.articles, feeds: site.feeds }),
	};
}

/** One part of a document's asset. */
function partOf(
	{ parts }: EdgeDocument,
	asset: ArrayBuffer,
	name: EdgeDocument["parts"][number][0],
): Uint8Array<ArrayBuffer> {
	const index = parts.findIndex(([part]) => part === name);
	const start = parts.slice(0, index).reduce((sum, [, length]) => sum + length, 0);
	return new Uint8Array(asset, start, parts[index]?.[1] ?? 0);
}

function buildServed(address: string, document: EdgeDocument): ServedDocument {
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
	};
}
