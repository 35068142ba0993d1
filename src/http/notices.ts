import type { DocumentPlan, FilePlan } from "../publication/document-plan.ts";
import type { Found } from "./shelf.ts";
import type { Bytes, Notice } from "./wire.ts";

/** Whether an address is as it was, by all that a response says of it. */
export function isSameFound(one: Found | undefined, other: Found | undefined): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}

/** Whether the bytes of a document are as they were. */
export function hasSameBytes(one: Found | undefined, other: Found | undefined): boolean {
	if (!one || !other || !("document" in one) || !("document" in other)) return false;
	return one.document.etag === other.document.etag;
}

/** Whether a file is as it was. */
export function isSameFile(one: FilePlan, other: DocumentPlan | undefined): boolean {
	return JSON.stringify(one) === JSON.stringify(other);
}

/** Bytes of one's own, which can be given away. */
export function copyOf(bytes: Uint8Array): Bytes {
	return new Uint8Array(bytes);
}

/** What of a notice can be given away instead of being copied. */
export function transfersOf(notice: Notice): ArrayBuffer[] {
	if (notice.is !== "document") return [];
	return [notice.bytes.buffer, ...notice.coded.map(([, bytes]) => bytes.buffer)];
}
