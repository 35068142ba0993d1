import type { ListedFile } from "../articles/article-file.ts";
import { FileChangedError } from "../publication/folder.ts";
import { renderQuery, type Selection } from "../publication/selection.ts";
import { createHoldings } from "./holdings.ts";
import { createRecent } from "./recent.ts";
import type {
	Body,
	Changes,
	ContentCoding,
	Found,
	Health,
	ServedDocument,
	Shelf,
} from "./shelf.ts";
import type { Bytes, Question, Reply, Told, ToNewsroom, ToNewsstand, Wire } from "./wire.ts";

/** What a runtime lends to a newsstand. */
export interface NewsstandRuntime {
	compress(bytes: Uint8Array, coding: ContentCoding): Promise<Bytes>;
	/** A file by the location that the newsroom told. Rejects with `FileChangedError` where it is another by now. */
	openFile(location: string, file: ListedFile): Promise<Body>;
	/** How much is held of documents, uncompressed; their codings come on top, a third as much again. */
	readonly mostHeldBytes: number;
}

/** What stands at an address, as it was told last. */
interface Place {
	readonly address: string;
	readonly serial: number;
	readonly found: Found;
	/** Whether somebody wanted it since it was told, and the newsroom knows. */
	isAsked: boolean;
}

/** The bytes of a document, or where they lie. */
type Copy =
	| {
			readonly bytes: Bytes;
			readonly coded: Map<ContentCoding, Bytes | Promise<Bytes>>;
			readonly editions: readonly string[];
	  }
	| { readonly location: string; readonly file: ListedFile };

/** Selections that are held; each may have a megabyte. */
const selectionsHeld = 32;
/** Addresses that are known to hold nothing: there is no end of what may be asked for. */
const absencesHeld = 512;
/** What an address costs besides its bytes, in bytes, generously. */
const placeWeight = 4096;

/**
 * The shelf from which requests are answered while a newsroom at the other end of a wire reads, renders and compresses:
 * it gives what it holds at once, and asks for the rest. What a publication changed of it changes at once, so that no
 * request sees half of a publication.
 */
export function createNewsstand(
	wire: Wire<ToNewsroom, ToNewsstand>,
	runtime: NewsstandRuntime,
): Shelf {
	let health: Health = { ready: false, articles: 0, feeds: 0, documents: 0 };
	const places = createHoldings<Place>(runtime.mostHeldBytes, (address, { serial }) =>
		wire.send({ type: "dropped", address, serial }),
	);
	// By document, so that a request that has found one can read it whatever is published meanwhile.
	const copies = new WeakMap<ServedDocument, Copy>();
	const selections = createRecent<ServedDocument>(selectionsHeld);
	const absences = createRecent<true>(absencesHeld);
	const finding = new Map<string, Promise<Found | undefined>>();
	const waiting = new Map<number, (reply: Reply) => void>();
	let lastId = 0;

	/** `use` is called before anything that is told after the reply. */
	function ask<Result>(question: Question, use: (reply: Reply) => Result): Promise<Result> {
		return new Promise((resolve, reject) => {
			lastId += 1;
			waiting.set(lastId, (reply) => {
				if (reply.type === "failed") reject(new Error(reply.message));
				else resolve(use(reply));
			});
			wire.send({ type: "question", id: lastId, question });
		});
	}

	function place({ address, serial }: Told, found: Found, bytes: number): void {
		places.set(address, { address, serial, found, isAsked: false }, placeWeight + bytes);
	}

	/** Holds what was told. */
	function hold(told: Told): Found | undefined {
		const { address, notice } = told;
		switch (notice.is) {
			case "document": {
				const { document, bytes, coded, editions } = notice;
				copies.set(document, { bytes, coded: new Map(coded), editions });
				return holdDocument(told, document, bytes.length);
			}
			case "renewed": {
				const before = places.peek(address)?.found;
				const copy = before && "document" in before && copies.get(before.document);
				if (!copy) return undefined;
				copies.set(notice.document, copy);
				return holdDocument(told, notice.document, notice.document.sizeInBytes);
			}
			case "file":
				copies.set(notice.document, { location: notice.location, file: notice.file });
				return holdDocument(told, notice.document, 0);
			case "moved": {
				const found = { movedTo: notice.to };
				place(told, found, 0);
				return found;
			}
			case "gone": {
				const found = { gone: true } as const;
				place(told, found, 0);
				return found;
			}
			case "nothing":
				absences.set(address, true);
				places.delete(address);
				return undefined;
			case "unknown":
				places.delete(address);
				return undefined;
		}
	}

	function holdDocument(told: Told, document: ServedDocument, bytes: number): Found {
		const found = { document };
		place(told, found, bytes);
		return found;
	}

	wire.receive((message) => {
		switch (message.type) {
			case "publication":
				health = message.health;
				selections.clear();
				absences.clear();
				for (const told of message.notices) {
					if (places.peek(told.address)) hold(told);
					else wire.send({ type: "dropped", address: told.address, serial: told.serial });
				}
				return;
			case "ahead":
				hold(message.told);
				return;
			default:
				waiting.get(message.id)?.(message);
				waiting.delete(message.id);
		}
	});

	function findOut(address: string): Promise<Found | undefined> {
		const known = finding.get(address);
		if (known) return known;
		const asked = ask({ type: "find", address }, (reply) => {
			const found = reply.type === "found" ? hold(reply.told) : undefined;
			const told = places.peek(address);
			// It was just asked for, as the newsroom knows.
			if (told) told.isAsked = true;
			return found;
		}).finally(() => finding.delete(address));
		finding.set(address, asked);
		return asked;
	}

	/** Nobody may watch the folder: whoever finds a file changed says so. */
	async function openFile({ location, file }: Extract<Copy, { location: string }>): Promise<Body> {
		try {
			return await runtime.openFile(location, file);
		} catch (error) {
			if (error instanceof FileChangedError) wire.send({ type: "changed", path: file.path });
			throw error;
		}
	}

	/** The newsroom may be at work for seconds; what it did not code is coded here. */
	function code(
		{ address }: ServedDocument,
		coding: ContentCoding,
		{ bytes, coded }: Extract<Copy, { bytes: Bytes }>,
	): Promise<Bytes> {
		wire.send({ type: "coded", address, coding });
		const compressing = runtime.compress(bytes, coding);
		coded.set(coding, compressing);
		compressing.then(
			(result) => coded.set(coding, result),
			() => coded.delete(coding),
		);
		return compressing;
	}

	return {
		find(address) {
			const known = places.get(address);
			if (known === undefined) return absences.get(address) ? undefined : findOut(address);
			if (!known.isAsked) {
				known.isAsked = true;
				wire.send({ type: "asked", address });
			}
			return known.found;
		},
		read(document, coding) {
			const copy = copies.get(document);
			if (!copy) throw new Error(`${document.address} is not from this newsstand.`);
			if ("location" in copy) return openFile(copy);
			if (coding === "identity") return copy.bytes;
			return copy.coded.get(coding) ?? code(document, coding, copy);
		},
		readChanges(document, known): Changes | Promise<Changes> {
			const copy = copies.get(document);
			const since = copy && "editions" in copy ? copy.editions.findLast(known) : undefined;
			if (since === undefined) return undefined;
			const { address, etag } = document;
			return ask({ type: "changes", address, etag, since }, (reply) =>
				reply.type === "body" ? reply.bytes : undefined,
			);
		},
		select(feed, selection: Selection) {
			const { address } = feed;
			const key = address + renderQuery(selection);
			const known = selections.get(key);
			if (known) return known;
			return ask({ type: "select", address, selection }, (reply) => {
				if (reply.type !== "selected" || !reply.selected) return undefined;
				const { document, bytes } = reply.selected;
				copies.set(document, { bytes, coded: new Map(), editions: [] });
				selections.set(key, document);
				return document;
			});
		},
		health: () => health,
	};
}
