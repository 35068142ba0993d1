import { setImmediate, setTimeout } from "node:timers/promises";
import type { HeldDocument } from "../../http/held-entry.ts";
import { recallEditions } from "../../http/remember-validators.ts";
import type { ContentCoding, Shelf } from "../../http/shelf.ts";
import { locateState } from "../../node/open-state.ts";
import { type KeptBytes, openServedStore, type StoredDocument } from "../../node/served-store.ts";
import { basePathOf } from "../../publication/addresses.ts";
import type { Contents } from "../../publication/contents.ts";
import type { Publisher } from "../../publication/create-publisher.ts";
import type { Publication } from "../../publication/document-plan.ts";
import type { Memory } from "../../publication/memory.ts";
import type { Place } from "../open-place.ts";
import { digestPlace } from "../place-key.ts";
import { buildServedKey } from "./recall-served.ts";

/** Keeps what is served for the next process. */
export interface ServedKeeper {
	/** A publisher whose publications are kept. */
	readonly publisher: Publisher;
	/** Writes down the documents, if no other publication comes meanwhile. */
	keep(documents: readonly HeldDocument[]): Promise<void>;
	/** Writes down at the end what takes no time, and which of the documents are written. */
	close(documents: readonly HeldDocument[]): Promise<void>;
}

/** What a keeper keeps, and from what it was made. */
export interface ServedSource {
	readonly place: Place;
	readonly publisher: Publisher;
	readonly shelf: Shelf;
	readonly memory: Memory;
	/** Of the state; absent where another process writes it, and this one writes nothing. */
	version?(): number;
	readonly listenerUrl: string;
}

/** How much is kept, in bytes. */
const mostKept = 32 * 1024 * 1024;
/** How long an end may wait for what is not written yet, in milliseconds. */
const endLimit = 500;
/** After this a file has not just changed any more, in milliseconds. */
const settling = 100;

/** A document that is written, and its codings that are. */
type Written = Pick<StoredDocument, "document" | "coded">;

/** What was published last. */
interface Made {
	readonly contents: Contents;
	readonly publication: Publication;
}

/** Keeps what is served of a place beside its state (decisions/024-opening-with-what-was-served.md). */
export function createServedKeeper(source: ServedSource): ServedKeeper {
	const { place, shelf, memory, version, listenerUrl } = source;
	const store = openServedStore(locateState(place.stateFolder, place.folder.root).served);
	let made: Made | undefined;

	/** Writes what is not written yet, until an instant of `performance.now()`; gives what then is. */
	async function write(
		documents: readonly HeldDocument[],
		current: Made,
		until: number,
	): Promise<readonly Written[]> {
		const written: Written[] = [];
		let size = 0;
		for (const { document, codings } of documents) {
			size += document.sizeInBytes;
			if (size > mostKept || made !== current) break;
			if ((await writeOne({ document, coding: "identity" }, until)) === undefined) continue;
			const coded: [ContentCoding, number][] = [];
			for (const coding of codings) {
				const sizeInBytes = await writeOne({ document, coding }, until);
				if (sizeInBytes !== undefined) coded.push([coding, sizeInBytes]);
			}
			written.push({ document, coded });
		}
		return written;
	}

	/** Gives how many bytes are kept; undefined where there was no time to. */
	async function writeOne(kept: KeptBytes, until: number): Promise<number | undefined> {
		const sizeInBytes = store.sizeOf(kept);
		if (sizeInBytes !== undefined || performance.now() > until) return sizeInBytes;
		const bytes = await shelf.read(kept.document, kept.coding);
		if (!(bytes instanceof Uint8Array)) return undefined;
		store.keep(kept, bytes);
		await setImmediate();
		return bytes.length;
	}

	async function keep(documents: readonly HeldDocument[], until: number): Promise<void> {
		const current = made;
		if (!current || !version) return;
		const written = await write(documents, current, until);
		const health = await shelf.health();
		if (made !== current) return;
		const { contents, publication } = current;
		let listing = place.folder.settle(contents.listing);
		if (!listing) await setTimeout(settling);
		listing ??= place.folder.settle(contents.listing);
		if (!listing || made !== current) return;
		const { url, feedsUrl } = contents.site;
		const standIn = url === listenerUrl ? listenerUrl : undefined;
		memory.commit();
		store.record({
			key: buildServedKey(digestPlace(place, listing), version(), standIn),
			from: publication.instant.getTime(),
			until: publication.nextChange?.getTime() ?? null,
			basePath: basePathOf(feedsUrl),
			health,
			documents: written.map(({ document, coded }) => ({
				document,
				coded,
				editions: recallEditions(memory, document.address).map(({ etag }) => etag),
			})),
		});
	}

	return {
		publisher(contents, now, absence) {
			const publication = source.publisher(contents, now, absence);
			// What is only doubted may come back: that is not to be served again.
			made = absence === "unsure" ? undefined : { contents, publication };
			return publication;
		},
		// Where it cannot be written, or changes meanwhile, nothing but time is lost.
		keep: (documents) => keep(documents, Number.POSITIVE_INFINITY).catch(() => undefined),
		// Since it was kept more may have been stored.
		close: (documents) => keep(documents, performance.now() + endLimit).catch(() => undefined),
	};
}
