import { copyOf } from "./notices.ts";
import type { Found, ServedDocument, Shelf } from "./shelf.ts";
import type { Bytes, Question, Selected } from "./wire.ts";

/** The changes of a feed that a newsstand asked for; undefined where they cannot be told. */
export async function readChangesFor(
	{ address, etag, since }: Extract<Question, { type: "changes" }>,
	shelf: Shelf,
	now: Date,
): Promise<Bytes | undefined> {
	const document = documentOf(await shelf.find(address, now));
	if (document?.etag !== etag) return undefined;
	return copyOfBody(await shelf.readChanges?.(document, (known) => known === since));
}

/** The selection that a newsstand asked for; undefined where there is none. */
export async function selectFor(
	{ address, selection }: Extract<Question, { type: "select" }>,
	shelf: Shelf,
	now: Date,
): Promise<Selected | undefined> {
	const feed = documentOf(await shelf.find(address, now));
	const document = feed && (await shelf.select?.(feed, selection, now));
	const bytes = document && copyOfBody(await shelf.read(document, "identity"));
	return document && bytes && { document, bytes };
}

function documentOf(found: Found | undefined): ServedDocument | undefined {
	return found && "document" in found ? found.document : undefined;
}

function copyOfBody(body: unknown): Bytes | undefined {
	return body instanceof Uint8Array ? copyOf(body) : undefined;
}
