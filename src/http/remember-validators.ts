import { buildEdition, type FeedEdition } from "../publication/feed-index.ts";
import type { ListCatalog } from "../publication/list-catalog.ts";
import type { Memory } from "../publication/memory.ts";
import type { PreparedDocument, Validators } from "./prepare-document.ts";

/** Editions of a feed that are remembered: a reader that polls hourly finds its own among them on a busy day. */
const editionsKept = 16;

/** What an address was last served with, as far as is remembered. */
export function recallValidators(memory: Memory, address: string): Validators | undefined {
	const record = memory.validators.get(address);
	return record && { etag: record.etag, lastModified: new Date(record.lastModified) };
}

/** What the selections of a list were last made from, as far as is remembered. */
export function recallCatalog(memory: Memory, catalog: ListCatalog): Validators | undefined {
	return recallValidators(memory, catalogKey(catalog));
}

/** Notes what the selections of a list are made from, if that is new. */
export function rememberCatalog(
	memory: Memory,
	catalog: ListCatalog,
	{ etag, lastModified }: Validators,
): void {
	const key = catalogKey(catalog);
	if (memory.validators.get(key)?.etag === etag) return;
	memory.validators.set(key, { etag, lastModified: lastModified.getTime() });
}

/** No address: those begin with a slash. */
function catalogKey({ address }: ListCatalog): string {
	return `?${address}`;
}

/**
 * How long to wait before anything may change again, in milliseconds: a document changes at most once a second, which
 * is as fine as Last-Modified tells (requirement 16), also where a process ended and the next began within one. A
 * remembered time further ahead than that comes from a clock that was wrong; nobody waits for it.
 */
export function waitForNextSecond(memory: Memory, now: Date): number {
	const thisSecond = Math.floor(now.getTime() / 1000) * 1000;
	let latest = Number.NEGATIVE_INFINITY;
	for (const [, { lastModified }] of memory.validators.entries())
		if (lastModified >= thisSecond && lastModified <= thisSecond + 1000)
			latest = Math.max(latest, lastModified);
	return Math.max(0, latest + 1000 - now.getTime());
}

/** Notes what an address is served with, and of a feed what stands in it, if that is new. */
export function rememberDocument(memory: Memory, document: PreparedDocument): void {
	const { address } = document.served;
	const { etag, lastModified } = document.validators;
	if (memory.validators.get(address)?.etag === etag) return;
	memory.validators.set(address, { etag, lastModified: lastModified.getTime() });
	if (!document.index) return;
	const former = recallEditions(memory, address).filter((edition) => edition.etag !== etag);
	const editions = [...former, buildEdition(etag, document.index)];
	memory.editions.set(
		address,
		editions.slice(-editionsKept).map(({ etag, pieces }) => ({ etag, pieces: [...pieces] })),
	);
}

/** The editions of a feed that are remembered, the newest last. */
export function recallEditions(memory: Memory, address: string): readonly FeedEdition[] {
	return memory.editions.get(address) ?? [];
}
