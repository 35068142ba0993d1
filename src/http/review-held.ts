import {
	type DocumentPlan,
	isSameBasis,
	type Publication,
	type TextPlan,
} from "../publication/document-plan.ts";
import { type Entry, isText } from "./held-entry.ts";
import type { HeldRegister, Urgency } from "./held-register.ts";
import type { LiveShelf } from "./live-shelf.ts";
import { hasSameBytes, isSameFile, isSameFound, toError } from "./notices.ts";
import type { ContentCoding, Found } from "./shelf.ts";
import type { Notice, Told } from "./wire.ts";

/** What a review is made with. */
export interface ReviewSource {
	readonly register: HeldRegister;
	readonly shelf: Pick<LiveShelf, "find" | "basisOf">;
	/** What the newsstand is told of what was found. */
	describe(found: Found | undefined, plan: DocumentPlan | undefined): Promise<Notice>;
	readonly runtime: {
		clock(): Date;
		elapsed(): number;
		pause(): Promise<void>;
		onError(error: Error): void;
	};
}

/**
 * How long a publication may wait, in milliseconds. For pages not long: who crawls a site asks for all of them, and one that is
 * not waited for is made in a millisecond or two when somebody asks for it again. A feed with many entries takes longer; some
 * hundreds of them that have changed are waited for.
 */
const limits: Readonly<Record<Urgency, number>> = { feed: 5_000, page: 50, ahead: 300 };
/** After so much work questions are heard, in milliseconds. */
const workSlice = 8;

/** Gives everything that a publication changed of what the newsstand holds; first what is asked for. */
export async function reviewHeld(next: Publication, source: ReviewSource): Promise<Told[]> {
	const { register, runtime } = source;
	let paused = runtime.elapsed();
	/** When each urgency's turn came. */
	const begun = new Map<Urgency, number>();
	const changed: Told[] = [];
	for (const [address] of register.byUrgency()) {
		// It may have been dropped since.
		const entry = register.get(address);
		if (!entry) continue;
		const now = runtime.elapsed();
		if (now - paused > workSlice) {
			await runtime.pause();
			paused = now;
		}
		const urgency = register.urgencyOf(entry);
		const since = begun.get(urgency) ?? now;
		begun.set(urgency, since);
		const told =
			now - since > limits[urgency]
				? register.tell(address, { is: "unknown" }, entry)
				: await review(address, entry, next, source).catch((error: unknown) => {
						runtime.onError(toError(error));
						return register.tell(address, { is: "unknown" }, entry);
					});
		if (told) changed.push(told);
	}
	return changed;
}

/** What is told of an address that the newsstand holds; undefined where that is still so. */
async function review(
	address: string,
	entry: Entry,
	next: Publication,
	{ register, shelf, describe, runtime }: ReviewSource,
): Promise<Told | undefined> {
	const plan = next.find(address);
	if (plan && plan === entry.plan) return undefined;
	const unknown = () => register.tell(address, { is: "unknown" }, entry);
	// It is sent ahead again when nothing else is to be done. What was recalled is compared first: it is likely to be the same.
	if (entry.plan && !register.isAsked(entry)) return unknown();
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
	const codings = register.isAsked(entry) ? entry.codings : new Set<ContentCoding>();
	const askedAt = Math.min(entry.askedAt, runtime.elapsed());
	return register.tell(address, notice, { found, plan, basis, codings, askedAt });
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
