import type { DocumentPlan, FilePlan, Publication } from "../publication/document-plan.ts";
import { FileChangedError } from "../publication/folder.ts";
import type { Memory } from "../publication/memory.ts";
import { addCodings } from "./add-codings.ts";
import { readChangesFor, selectFor } from "./desk.ts";
import { documentOf, type HeldDocument, isText, sinceTold } from "./held-entry.ts";
import { createHeldRegister } from "./held-register.ts";
import type { LiveShelf } from "./live-shelf.ts";
import { buildNotice, toError, transfersOf } from "./notices.ts";
import { reviewHeld } from "./review-held.ts";
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
	const register = createHeldRegister(recalled, () => runtime.elapsed());
	let publication: Publication | undefined;
	let preparing: Promise<void> | undefined;
	/** Resolves with the next publication. */
	let renewal = Promise.withResolvers<void>();

	const describe = (found: Found | undefined, plan: DocumentPlan | undefined): Promise<Notice> =>
		buildNotice(found, plan, { shelf, memory, locate: runtime.locate });

	async function prepare(next: Publication): Promise<void> {
		publication = next;
		shelf.publish(next);
		const changed = await reviewHeld(next, { register, shelf, describe, runtime });
		const notices = await addCodings(changed, {
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
		if (current !== publication || notice.is !== "document" || register.get(address)) return 0;
		const basis = shelf.basisOf(address);
		const entry = { found, plan, basis, codings: noCodings, askedAt: Number.NEGATIVE_INFINITY };
		const told = register.tell(address, notice, entry);
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
			send(register.tell(address, notice, { found, plan, basis, codings, askedAt: sinceTold }));
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
				if (register.get(address)) continue;
				sent += await sendAhead(address);
				await runtime.pause();
			}
			// What was made by now may have changed later than all that was asked for.
			const health = await shelf.health();
			if (current && publication === current)
				wire.send({ type: "publication", notices: [], health });
		},
		held: () =>
			register
				.byUrgency()
				.flatMap(([, entry]) =>
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
