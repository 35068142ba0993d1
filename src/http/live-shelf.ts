import { isAfter } from "date-fns/isAfter";
import { startOfSecond } from "date-fns/startOfSecond";
import { encodeAddress } from "../publication/addresses.ts";
import {
	type Basis,
	type FilePlan,
	isSameBasis,
	type Publication,
	readDocument,
	type TextPlan,
} from "../publication/document-plan.ts";
import { composeDelta } from "../publication/feed-index.ts";
import { FileChangedError } from "../publication/folder.ts";
import type { Memory } from "../publication/memory.ts";
import { createLiveSelections } from "./live-selections.ts";
import {
	type PreparedDocument,
	type Press,
	prepareDocument,
	readBytes,
} from "./prepare-document.ts";
import { recallEditions, recallValidators, rememberDocument } from "./remember-validators.ts";
import type { Body, ContentCoding, Found, ServedDocument, Shelf } from "./shelf.ts";

/** What a runtime lends to a shelf whose documents change while it serves. */
export interface LiveRuntime extends Press {
	compress(bytes: Uint8Array, coding: ContentCoding): Promise<Uint8Array<ArrayBuffer>>;
	/** A hash of a file's bytes, as characters that may stand in an entity tag. Rejects as `openFile` does. */
	digestFile(plan: FilePlan): Promise<string>;
	/** Rejects with `FileChangedError` where the file is another by now. */
	openFile(plan: FilePlan): Promise<Body>;
	/** How much is kept of prepared documents, uncompressed; their codings come on top, a third as much again. */
	readonly mostKeptBytes: number;
	/** Told of a document that cannot be rendered; the one before goes on being served. */
	onError(error: Error): void;
	/** Lets requests be answered between two pieces of work. */
	pause(): Promise<void>;
}

export interface LiveShelf extends Shelf {
	/** Serves this publication from now on; what its documents have in common with the one before is kept. */
	publish(publication: Publication): void;
	/** What decided what the document at an address is, where it has been found and its plan tells (`TextPlan.basis`). */
	basisOf(address: string): Basis | undefined;
	/** Prepares ahead of requests: what was asked for before, and the sections' feeds. Ends if another publication comes. */
	warm(): Promise<void>;
}

/** More documents than this are not known at once; the others are prepared again when somebody asks. */
const mostKept = 4096;

/** A prepared document without what it was made from: that holds a whole publication, and would outlive it. */
interface Kept extends Omit<PreparedDocument, "copyTo"> {
	/** Of the publication that is served; absent until it is asked for there. */
	readonly plan?: TextPlan;
	/** What decided what it is, where its plan tells. */
	readonly basis?: Basis;
	/** Absent where they made room for others. */
	readonly bytes?: Uint8Array<ArrayBuffer>;
	readonly coded: Map<ContentCoding, Uint8Array<ArrayBuffer> | Promise<Uint8Array<ArrayBuffer>>>;
}

/**
 * A shelf that prepares a document when it is first asked for and keeps it until its content changes. `recalled` are
 * documents of a process before, whose bytes need not be made while their tags stay.
 */
export function createLiveShelf(
	runtime: LiveRuntime,
	memory: Memory,
	recalled: readonly ServedDocument[] = [],
): LiveShelf {
	let publication: Publication | undefined;
	const kept = new Map<string, Kept>(recalled.map((served) => [served.address, keptOf(served)]));
	/** Addresses of those whose bytes are at hand, in the same order: the oldest first. */
	const whole = new Set<string>();
	let keptBytes = 0;
	let lastChange: Date | undefined;
	const selections = createLiveSelections(runtime, memory);
	const filePlans = new WeakMap<ServedDocument, FilePlan>();

	/** The document of a plan; if it cannot be rendered, the last good one goes on (requirement 164). */
	function prepare(plan: TextPlan, changedAt: Date): Kept {
		const before = kept.get(plan.address);
		if (before?.plan === plan) return before;
		try {
			const basis = plan.basis?.();
			if (before && isSameBasis(before.basis, basis)) {
				const same = { ...before, plan };
				kept.set(plan.address, same);
				return same;
			}
			const next = { ...renew(plan, before, changedAt), ...(basis && { basis }) };
			keep(next);
			return next;
		} catch (error) {
			// Whoever is told has the article read again.
			if (!before && error instanceof FileChangedError) runtime.onError(error);
			if (!before) throw error;
			runtime.onError(error instanceof Error ? error : new Error(String(error)));
			const lastGood = { ...before, plan };
			kept.set(plan.address, lastGood);
			return lastGood;
		}
	}

	/** Keeps a document as the newest; the bytes of the oldest make room, and are put together again when somebody asks. */
	function keep(next: Kept): void {
		const { address } = next.served;
		forget(address);
		kept.set(address, next);
		if (next.bytes) whole.add(address);
		keptBytes += sizeOf(next);
		for (const oldest of kept.keys()) {
			if (kept.size <= mostKept) break;
			forget(oldest);
		}
		for (const oldest of whole) {
			if (keptBytes <= runtime.mostKeptBytes || oldest === address) break;
			leaveBytes(oldest);
		}
	}

	function leaveBytes(address: string): void {
		const entry = kept.get(address);
		whole.delete(address);
		keptBytes -= sizeOf(entry);
		if (!entry) return;
		const { bytes: _, ...known } = entry;
		kept.set(address, { ...known, coded: new Map() });
	}

	function forget(address: string): void {
		keptBytes -= sizeOf(kept.get(address));
		kept.delete(address);
		whole.delete(address);
	}

	/** The bytes of a document, put together again where they made room. */
	function bytesOf(entry: Kept): Uint8Array<ArrayBuffer> {
		if (entry.bytes) return entry.bytes;
		const plan = publication?.find(entry.served.address);
		if (!plan || plan.kind === "file") throw new Error(`${entry.served.address} is gone.`);
		const bytes = readDocument(plan.render());
		keep({ ...entry, bytes });
		return bytes;
	}

	/** The document that was found a moment ago. */
	function recall(document: ServedDocument): Kept {
		const plan = publication?.find(document.address);
		const known = kept.get(document.address);
		const entry =
			known ?? (plan && publication && plan.kind !== "file" && prepare(plan, publication.instant));
		if (!entry || entry.served.etag !== document.etag)
			throw new Error(`${document.address} changed while it was being read.`);
		return entry;
	}

	function renew(plan: TextPlan, before: Kept | undefined, changedAt: Date): Kept {
		const former = recallValidators(memory, plan.address);
		const prepared = prepareDocument(plan, runtime, former, changedAt);
		const isSame = before?.validators.etag === prepared.validators.etag;
		// Where they made room, they are not needed now.
		const bytes = isSame ? before.bytes : readBytes(prepared);
		noteLastChange(prepared.validators.lastModified);
		rememberDocument(memory, prepared);
		// Stored before anybody is told: a client must never know validators that a restart forgets.
		memory.commit();
		const { copyTo: _, ...lasting } = prepared;
		return { ...lasting, plan, ...(bytes && { bytes }), coded: isSame ? before.coded : new Map() };
	}

	function noteLastChange(changed: Date): void {
		if (!lastChange || isAfter(changed, lastChange)) lastChange = changed;
	}

	async function findFile(plan: FilePlan): Promise<Found> {
		const { address, contentType, maxAgeInSeconds, file } = plan;
		const document: ServedDocument = {
			address,
			kind: "file",
			contentType,
			etag: `"${await runtime.digestFile(plan)}"`,
			maxAgeInSeconds,
			codings: [],
			sizeInBytes: file.sizeInBytes,
		};
		filePlans.set(document, plan);
		return { document };
	}

	return {
		basisOf: (address) => kept.get(address)?.basis,
		publish(next) {
			publication = next;
			noteLastChange(startOfSecond(next.changed));
			selections.publish(next);
			for (const [address, { plan: _, ...lasting }] of kept) {
				if (next.find(address)) kept.set(address, lasting);
				else forget(address);
			}
		},
		async warm() {
			const current = publication;
			if (!current) return;
			for (const address of new Set([...kept.keys(), ...current.sectionFeeds])) {
				if (publication !== current) return;
				const plan = current.find(address);
				if (plan && plan.kind !== "file") prepare(plan, current.instant);
				await runtime.pause();
			}
		},
		find(address) {
			if (!publication) return undefined;
			const plan = publication.find(address);
			if (plan?.kind === "file") return findFile(plan);
			if (plan) return { document: prepare(plan, publication.instant).served };
			const moved = publication.moved.get(address);
			if (moved !== undefined) return { movedTo: encodeAddress(moved) };
			return publication.gone.has(address) ? { gone: true } : undefined;
		},
		read(document, coding) {
			const plan = filePlans.get(document);
			if (plan) return runtime.openFile(plan);
			const selected = selections.read(document);
			if (selected) return selected;
			const entry = recall(document);
			if (coding === "identity") return bytesOf(entry);
			const known = entry.coded.get(coding);
			if (known) return known;
			const compressing = runtime.compress(bytesOf(entry), coding);
			entry.coded.set(coding, compressing);
			compressing.then(
				(bytes) => entry.coded.set(coding, bytes),
				() => entry.coded.delete(coding),
			);
			return compressing;
		},
		readChanges(document, known) {
			const entry = kept.get(document.address);
			if (!entry?.index || entry.served.etag !== document.etag) return undefined;
			const edition = recallEditions(memory, document.address).findLast(({ etag }) => known(etag));
			return edition && composeDelta(bytesOf(entry), entry.index, edition);
		},
		select: selections.select,
		health: () => ({
			ready: publication !== undefined,
			articles: publication?.articleCount ?? 0,
			feeds: publication?.feedCount ?? 0,
			documents: publication?.documentCount ?? 0,
			...(lastChange && { lastChange }),
		}),
	};
}

function keptOf(served: ServedDocument): Kept {
	const { etag, sizeInBytes, lastModified = new Date(0) } = served;
	return { served, sizeInBytes, validators: { etag, lastModified }, coded: new Map() };
}

/** Of what is kept of a document, in bytes. */
function sizeOf(entry: Kept | undefined): number {
	return entry?.bytes?.length ?? 0;
}
