import type { Basis, DocumentPlan } from "../publication/document-plan.ts";
import type { ContentCoding, Found, ServedDocument } from "./shelf.ts";
import type { Told } from "./wire.ts";

/** A document that the newsstand holds. */
export interface HeldDocument {
	readonly document: ServedDocument;
	/** In which it was asked for. */
	readonly codings: ReadonlySet<ContentCoding>;
}

/** What the newsstand holds of an address. */
export interface Entry {
	readonly serial: number;
	readonly found: Found | undefined;
	readonly plan: DocumentPlan | undefined;
	/** What decided what was found, where that is told. */
	readonly basis: Basis | undefined;
	/** In which it was asked for, now or before a change. */
	readonly codings: ReadonlySet<ContentCoding>;
	/** When it was last known to be asked for, by `elapsed`; or `sinceTold`. */
	readonly askedAt: number;
}

/** Asked for after it was told: the newsstand says so once, and it may have been asked for at any time since. */
export const sinceTold = Number.POSITIVE_INFINITY;

/** What a newsstand holds that was told before anything was published. */
export function recallEntry({ address, serial, notice }: Told): [string, Entry][] {
	if (notice.is !== "document") return [];
	const { document } = notice;
	const codings = new Set(notice.coded.map(([coding]) => coding));
	const entry = { serial, found: { document }, plan: undefined, basis: undefined, codings };
	return [[address, { ...entry, askedAt: Number.NEGATIVE_INFINITY }]];
}

/** The document of an entry, if it is one. */
export function documentOf({ found }: Entry): ServedDocument[] {
	return found && "document" in found ? [found.document] : [];
}

/** Whether an entry is of a document that is made of articles. What was recalled has no plan yet. */
export function isText(entry: Entry): boolean {
	return entry.plan ? entry.plan.kind !== "file" : documentOf(entry).length > 0;
}
