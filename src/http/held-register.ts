import { documentOf, type Entry, recallEntry } from "./held-entry.ts";
import type { Notice, Told } from "./wire.ts";

/** What a newsstand holds, as its newsroom knows it. */
export interface HeldRegister {
	get(address: string): Entry | undefined;
	/** Notes what is known of an address that was told before. */
	set(address: string, entry: Entry): void;
	delete(address: string): void;
	/** Notes what is about to be sent, under another number than anything before. */
	tell(address: string, notice: Notice, entry: Omit<Entry, "serial">): Told;
	/** Whether somebody asked for it within the last 75 minutes. */
	isAsked(entry: Entry): boolean;
	urgencyOf(entry: Entry): Urgency;
	/** Everything, the most urgent first. */
	byUrgency(): [string, Entry][];
}

/**
 * Feeds that are asked for are the most urgent; then pages and the archives of feeds, of which more may be asked for than can be
 * made at once.
 */
export type Urgency = "feed" | "page" | "ahead";

const urgencies: readonly Urgency[] = ["feed", "page", "ahead"];
/** How long a document counts as asked for, in milliseconds: readers come every half hour, or every hour. */
const askedFor = 75 * 60_000;

/** Opens a register of what was told before; `elapsed` gives milliseconds that never go back. */
export function createHeldRegister(recalled: readonly Told[], elapsed: () => number): HeldRegister {
	const entries = new Map<string, Entry>(recalled.flatMap(recallEntry));
	let serial = Math.max(0, ...recalled.map((told) => told.serial));

	function isAsked({ askedAt }: Entry): boolean {
		return elapsed() - askedAt < askedFor;
	}

	function urgencyOf(entry: Entry): Urgency {
		if (!isAsked(entry)) return "ahead";
		const [document] = documentOf(entry);
		const isArchive = document?.kind === "feed" && !document.hasSelections;
		return document?.kind === "page" || isArchive ? "page" : "feed";
	}

	return {
		get: (address) => entries.get(address),
		set: (address, entry) => entries.set(address, entry),
		delete: (address) => entries.delete(address),
		tell(address, notice, entry) {
			serial += 1;
			// Neither is held until it is told otherwise: an absence is forgotten with every publication.
			if (notice.is === "unknown" || notice.is === "nothing") entries.delete(address);
			else entries.set(address, { ...entry, serial });
			return { address, serial, notice };
		},
		isAsked,
		urgencyOf,
		byUrgency() {
			const all = [...entries].map(([address, entry]) => ({
				held: [address, entry] satisfies [string, Entry],
				rank: urgencies.indexOf(urgencyOf(entry)),
			}));
			return all.sort((a, b) => a.rank - b.rank).map(({ held }) => held);
		},
	};
}
