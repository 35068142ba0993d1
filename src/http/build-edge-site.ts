import { basePathOf, encodeAddress, opmlAddress } from "../publication/addresses.ts";
import type { FilePlan, Publication, TextPlan } from "../publication/document-plan.ts";
import {
	type EdgeDocument,
	type EdgeEntry,
	type EdgeSite,
	type EdgeVersion,
	shardAsset,
	shardOf,
} from "../publication/edge-site.ts";
import { type Press, prepareDocument, type Validators } from "./prepare-document.ts";
import type { ContentCoding } from "./shelf.ts";

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
	/** Validators by address, as the former build left them. */
	readonly former: Readonly<Record<string, Validators>>;
}

export interface BuiltEdgeSite {
	readonly site: EdgeSite;
	/** Validators of the documents that are served now, by address. */
	readonly validators: Readonly<Record<string, Validators>>;
}

/** Entries of a shard: small enough to be parsed within a request, large enough to be few files. */
const entriesPerShard = 64;
/** No site schedules more; a mistake in dates must not make a build endless. */
const mostInstants = 1000;

interface Versions {
	readonly list: EdgeVersion[];
	validators: Validators | undefined;
	nextChange: Date | undefined;
}

const encoder = new TextEncoder();

/** Prepares every document of every scheduled instant and writes it as an asset, with the manifest of them all. */
export async function buildEdgeSite(
	source: EdgeSiteSource,
	runtime: EdgeRuntime,
): Promise<BuiltEdgeSite> {
	const first = source.publicationAt(source.now);
	const byAddress = new Map<string, Versions>();
	const written = new Set<string>();
	// The sections stand on every page: when one comes by schedule, every page changes.
	let outline: string | undefined;

	async function writeOnce(path: string, bytes: () => Promise<Uint8Array>): Promise<void> {
		if (written.has(path)) return;
		written.add(path);
		await runtime.writeAsset(path, await bytes());
	}

	async function addText(
		plan: TextPlan,
		versions: Versions,
		from: number,
		changedAt: Date,
	): Promise<void> {
		const { served, bytes, validators } = prepareDocument(
			plan,
			runtime,
			versions.validators,
			changedAt,
		);
		const asset = `/documents/${validators.etag.replace(/^W\//, "").replaceAll('"', "")}`;
		const parts = [
			["br", await runtime.compress(bytes, "br")],
			["gzip", await runtime.compress(bytes, "gzip")],
			["identity", bytes],
		] as const;
		await writeOnce(asset, async () => concatenate(parts.map(([, part]) => part)));
		versions.validators = validators;
		versions.nextChange = plan.nextChange;
		versions.list.push([
			from,
			{
				kind: served.kind,
				contentType: served.contentType,
				etag: served.etag,
				lastModified: validators.lastModified.getTime() / 1000,
				maxAge: served.maxAgeInSeconds,
				...(plan.nextChange && { nextChange: plan.nextChange.getTime() }),
				...(served.link !== undefined && { link: served.link }),
				asset,
				parts: parts.map(([coding, part]) => [coding, part.length] as const),
			},
		]);
	}

	async function addFile(plan: FilePlan, from: number): Promise<void> {
		const known = byAddress.get(plan.address);
		if (known?.list.at(-1)?.[1]) return;
		const bytes = await runtime.readFile(plan);
		const digest = runtime.digest(bytes);
		const asset = `/files/${digest}`;
		await writeOnce(asset, async () => bytes);
		const document: EdgeDocument = {
			kind: "file",
			contentType: plan.contentType,
			etag: `"${digest}"`,
			maxAge: plan.maxAgeInSeconds,
			asset,
			parts: [["identity", bytes.length]],
		};
		const list = [...(known?.list ?? []), [from, document] as const];
		byAddress.set(plan.address, { list, validators: undefined, nextChange: undefined });
	}

	async function addPublication(publication: Publication, from: number): Promise<void> {
		const outlineNow = publication.documents.get(opmlAddress)?.render();
		const hasNewOutline = outlineNow !== outline;
		outline = outlineNow;
		for (const plan of publication.documents.values()) {
			const known = byAddress.get(plan.address);
			const isDue = known?.nextChange !== undefined && known.nextChange <= publication.instant;
			if (known?.list.at(-1)?.[1] && !isDue && !hasNewOutline) continue;
			const versions = known ?? {
				list: [],
				validators: source.former[plan.address],
				nextChange: undefined,
			};
			byAddress.set(plan.address, versions);
			await addText(plan, versions, from, publication.instant);
		}
		for (const plan of publication.files.all()) await addFile(plan, from);
		for (const [address, { list }] of byAddress) {
			const isServed = publication.documents.has(address) || publication.files.find(address);
			if (!isServed && list.at(-1)?.[1]) list.push([from, null]);
		}
	}

	await addPublication(first, 0);
	const validators = Object.fromEntries(
		[...byAddress].flatMap(([address, versions]) =>
			versions.validators ? [[address, versions.validators]] : [],
		),
	);
	let { nextChange } = first;
	for (let count = 0; nextChange && count < mostInstants; count++) {
		const publication = source.publicationAt(nextChange);
		await addPublication(publication, nextChange.getTime());
		nextChange = publication.nextChange;
	}

	const entries: [string, EdgeEntry][] = [
		...[...first.moved].map(([address, to]): [string, EdgeEntry] => [
			address,
			{ movedTo: encodeAddress(to) },
		]),
		...[...first.gone].map((address): [string, EdgeEntry] => [address, { gone: true }]),
		...[...byAddress].map(([address, { list }]): [string, EdgeEntry] => [
			address,
			{ versions: list },
		]),
	];
	return { site: await writeManifest(entries, first, source.feedsUrl, runtime), validators };
}

async function writeManifest(
	entries: readonly [string, EdgeEntry][],
	publication: Publication,
	feedsUrl: string,
	runtime: EdgeRuntime,
): Promise<EdgeSite> {
	const shards = Math.max(1, Math.ceil(entries.length / entriesPerShard));
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
		build: runtime.digest(encoder.encode(digests.join())),
	};
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array {
	const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
	let start = 0;
	for (const part of parts) {
		whole.set(part, start);
		start += part.length;
	}
	return whole;
}
