import {
	type DocumentPlan,
	type FilePlan,
	isSameBasis,
	type Publication,
	type TextPlan,
} from "../publication/document-plan.ts";
import { FileChangedError } from "../publication/folder.ts";
import type { Memory } from "../publication/memory.ts";
import { addCodings } from "./add-codings.ts";
import { readChangesFor, selectFor } from "./desk.ts";
import {
	documentOf,
	type Entry,
	type HeldDocument,
	isText,
	recallEntry,
	sinceTold,
} from "./held-entry.ts";
import type { LiveShelf } from "./live-shelf.ts";
import {
	buildNotice,
	hasSameBytes,
	isSameFile,
	isSameFound,
	toError,
	transfersOf,
} from "./notices.ts";
import type { ContentCoding, Found } from "./shelf.ts";
import type { Notice, Question, Told, ToNewsroom, ToNewsstand, Wire } from "./wire.ts";

/** What a runtime lends to a delivery. */
export interface DeliveryRuntime {
	clock(): Date;
	/** Milliseconds that never go back, for how long something takes. */
	elapsed(): number;
	/** Lets questions be heard between two pieces of work. */
	pause(): Promise<void>;
	/** Where a file lies, as the other side's `openFile` understands it; undefined where it is gone. */
	locate(plan: FilePlan): string | undefined;
	onError(error: Error): void;
}

/** Keeps a newsstand in step with a shelf. */
export interface Delivery {
	/** Shows a publication at the newsstand; resolves when it has been sent. */
	publish(publication: Publication): Promise<void>;
	/** Sends the sections' feeds ahead of requests, and the health after it. Ends with the next publication. */
	warm(): Promise<void>;
	/** The documents that the newsstand holds; those that are asked for come first. */
	held(): readonly HeldDocument[];
	/** Ends what is under way. */
	close(): void;
}

/** How long a document counts as asked for, in milliseconds: readers come every half hour, or every hour. */
const askedFor = 75 * 60_000;
/** How long a publication may wait for what nobody asked for lately, in milliseconds. */
const aheadLimit = 300;
/**
 * How long it may wait for pages that were asked for, in milliseconds: who crawls a site asks for all of them. One that is
 * not waited for is made in a millisecond or two when somebody asks for it again; a feed with many entries takes longer.
 */
const pageLimit = 50;
/** How long it may wait for feeds that were asked for and have changed, in milliseconds: some hundreds of large ones. */
const feedLimit = 5_000;
/** By how urgent it is (`urgencyOf`). */
const limits = [aheadLimit, pageLimit, feedLimit];
/** After so much work questions are heard, in milliseconds. */
const workSlice = 8;
/** How many publications a question may wait for where articles keep changing. */
const mostAttempts = 10;
/** How much is sent ahead after one publication, in bytes. */
const mostSentAhead = 32 * 1024 * 1024;

/**
 * Delivers what a live shelf makes to a newsstand: every question is answered, and a publication sends in one message
 * whatever changed of what the newsstand holds, with the codings that were asked for. What did not change is not sent.
 * What is asked while a publication is prepared is answered after it, so that nobody sees a part of it before the rest.
 * The newsstand was told of `recalled` before there was a delivery.
 */
export function createDelivery(
	shelf: LiveShelf,
	memory: Memory,
	wire: Wire<ToNewsstand, ToNewsroom>,
	runtime: DeliveryRuntime,
	recalled: readonly Told[] = [],
): Delivery {
	const register = new Map<string, Entry>(recalled.flatMap(recallEntry));
	let publication: Publication | undefined;
	let preparing: Promise<void> | undefined;
	/** Resolves with the next publication. */
	let renewal = Promise.withResolvers<void>();
	let serial = Math.max(0, ...recalled.map((told) => told.serial));

	function isAsked({ askedAt }: Entry): boolean {
		return runtime.elapsed() - askedAt < askedFor;
	}

	function askedFirst(): [string, Entry][] {
		return [...register].sort(([, a], [, b]) => urgencyOf(b) - urgencyOf(a));
	}

	/** Feeds that are asked for are the most urgent; then pages, of which more may be asked for than can be made at once. */
	function urgencyOf(entry: Entry): number {
		if (!isAsked(entry)) return 0;
		return documentOf(entry).some(({ kind }) => kind === "page") ? 1 : 2;
	}

	/** Notes what is about to be sent. */
	function tell(address: string, notice: Notice, entry: Omit<Entry, "serial">): Told {
		serial += 1;
		// Neither is held until it is told otherwise: an absence is forgotten with every publication.
		if (notice.is === "unknown" || notice.is === "nothing") register.delete(address);
		else register.set(address, { ...entry, serial });
		return { address, serial, notice };
	}

	const describe = (found: Found | undefined, plan: DocumentPlan | undefined): Promise<Notice> =>
		buildNotice(found, plan, { shelf, memory, locate: runtime.locate });

	/** What is told of an address that the newsstand holds; undefined where that is still so. */
	async function review(
		address: string,
		entry: Entry,
		next: Publication,
	): Promise<Told | undefined> {
		const plan = next.find(address);
		if (plan && plan === entry.plan) return undefined;
		const unknown = () => tell(address, { is: "unknown" }, entry);
		// It is sent ahead again when nothing else is to be done. What was recalled is compared first: it is likely to be the same.
		if (entry.plan && !isAsked(entry)) return unknown();
		if (plan?.kind === "file") return isSameFile(plan, entry.plan) ? undefined : unknown();
		if (plan && !isText(entry)) return unknown();
		if (isUnchanged(entry, plan)) {
			register.set(address, { ...entry, plan });
			return undefined;
		}
		const found = await shelf.find(address, runtime.clock());
		const basis = shelf.basisOf(address);
		if (isSameFound(found, entry.found)) {
			register.set(address, { ...entry, plan, basis });
			return undefined;
		}
		const notice: Notice =
			found && "document" in found && hasSameBytes(found, entry.found)
				? { is: "renewed", document: found.document }
				: await describe(found, plan);
		const codings = isAsked(entry) ? entry.codings : new Set<ContentCoding>();
		const askedAt = Math.min(entry.askedAt, runtime.elapsed());
		return tell(address, notice, { found, plan, basis, codings, askedAt });
	}

	/** Whether a document is as it was by what decides it: the shelf keeps fewer documents than a newsstand may hold. */
	function isUnchanged({ basis }: Entry, plan: TextPlan | undefined): boolean {
		try {
			return isSameBasis(basis, plan?.basis?.());
		} catch {
			// What goes wrong, the shelf deals with: the last good document goes on.
			return false;
		}
	}

	/** Everything that changed of what the newsstand holds; first what is asked for. */
	async function reviewAll(next: Publication): Promise<Told[]> {
		let paused = runtime.elapsed();
		/** When each urgency's turn came. */
		const begun = new Map<number, number>();
		const changed: Told[] = [];
		for (const [address] of askedFirst()) {
			// It may have been dropped since.
			const entry = register.get(address);
			if (!entry) continue;
			const now = runtime.elapsed();
			if (now - paused > workSlice) {
				await runtime.pause();
				paused = now;
			}
			const urgency = urgencyOf(entry);
			const since = begun.get(urgency) ?? now;
			begun.set(urgency, since);
			const isLate = now - since > (limits[urgency] ?? 0);
			const told = isLate
				? tell(address, { is: "unknown" }, entry)
				: await review(address, entry, next).catch((error: unknown) => {
						runtime.onError(toError(error));
						return tell(address, { is: "unknown" }, entry);
					});
			if (told) changed.push(told);
		}
		return changed;
	}

	async function prepare(next: Publication): Promise<void> {
		publication = next;
		shelf.publish(next);
		const notices = await addCodings(await reviewAll(next), {
			shelf,
			runtime,
			codingsOf: (address) => register.get(address)?.codings ?? noCodings,
		});
		const transfer = notices.flatMap(({ notice }) => transfersOf(notice));
		wire.send({ type: "publication", notices, health: await shelf.health() }, transfer);
	}

	/** Sends what stands at an address before somebody asks; gives its size in bytes. */
	async function sendAhead(address: string): Promise<number> {
		const current = publication;
		const plan = current?.find(address);
		const found = await shelf.find(address, runtime.clock());
		const notice = await describe(found, plan);
		if (current !== publication || notice.is !== "document" || register.has(address)) return 0;
		const basis = shelf.basisOf(address);
		const entry = { found, plan, basis, codings: noCodings, askedAt: Number.NEGATIVE_INFINITY };
		const told = tell(address, notice, entry);
		wire.send({ type: "ahead", told }, transfersOf(notice));
		return notice.document.sizeInBytes;
	}

	/** Does something that needs articles' texts; where one has just changed, again after that has been read. */
	async function settle<Result>(work: () => Promise<Result>): Promise<Result> {
		for (let attempt = 1; ; attempt++) {
			const next = renewal.promise;
			try {
				return await work();
			} catch (error) {
				if (!(error instanceof FileChangedError) || attempt === mostAttempts) throw error;
				runtime.onError(error);
				await next;
			}
		}
	}

	/** Finds what stands at an address, and tells it with `send`, which is called before anything else is told. */
	async function find(address: string, send: (told: Told) => void): Promise<void> {
		for (;;) {
			await preparing;
			const { current, plan, found, notice } = await settle(async () => {
				const current = publication;
				const plan = current?.find(address);
				const found = await shelf.find(address, runtime.clock());
				return { current, plan, found, notice: await describe(found, plan) };
			});
			// Only what is still so may be told: nothing else would ever correct it.
			if (current !== publication || preparing) continue;
			const codings = register.get(address)?.codings ?? new Set();
			const basis = shelf.basisOf(address);
			send(tell(address, notice, { found, plan, basis, codings, askedAt: sinceTold }));
			return;
		}
	}

	async function answer(id: number, question: Question): Promise<void> {
		if (question.type === "find") {
			await find(question.address, (told) =>
				wire.send({ type: "found", id, told }, transfersOf(told.notice)),
			);
			return;
		}
		while (preparing) await preparing;
		const now = runtime.clock();
		if (question.type === "select") {
			const selected = await settle(() => selectFor(question, shelf, now));
			wire.send({ type: "selected", id, selected }, selected ? [selected.bytes.buffer] : []);
			return;
		}
		const bytes = await settle(() => readChangesFor(question, shelf, now));
		wire.send({ type: "body", id, bytes }, bytes ? [bytes.buffer] : []);
	}

	wire.receive((message) => {
		if (message.type === "question") {
			const { id, question } = message;
			answer(id, question).catch((error: unknown) =>
				wire.send({ type: "failed", id, message: toError(error).message }),
			);
			return;
		}
		if (message.type === "changed") {
			runtime.onError(new FileChangedError(message.path));
			return;
		}
		const { address } = message;
		const entry = register.get(address);
		if (!entry) return;
		if (message.type === "asked") register.set(address, { ...entry, askedAt: sinceTold });
		else if (message.type === "coded") {
			const codings = new Set([...entry.codings, message.coding]);
			register.set(address, { ...entry, codings });
		} else if (entry.serial === message.serial) register.delete(address);
	});

	return {
		async publish(next) {
			const prepared = prepare(next);
			preparing = prepared.catch(() => undefined);
			try {
				await prepared;
			} finally {
				preparing = undefined;
				renewal.resolve();
				renewal = Promise.withResolvers();
			}
		},
		async warm() {
			const current = publication;
			let sent = 0;
			for (const address of current?.sectionFeeds ?? []) {
				if (publication !== current || sent > mostSentAhead) break;
				if (register.has(address)) continue;
				sent += await sendAhead(address);
				await runtime.pause();
			}
			// What was made by now may have changed later than all that was asked for.
			const health = await shelf.health();
			if (current && publication === current)
				wire.send({ type: "publication", notices: [], health });
		},
		held: () =>
			askedFirst().flatMap(([, entry]) =>
				isText(entry)
					? documentOf(entry).map((document) => ({ document, codings: entry.codings }))
					: [],
			),
		close() {
			publication = undefined;
		},
	};
}

const noCodings: ReadonlySet<ContentCoding> = new Set();
