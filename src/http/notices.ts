import type { DocumentPlan, FilePlan } from "../publication/document-plan.ts";
import type { Memory } from "../publication/memory.ts";
import { recallEditions } from "./remember-validators.ts";
import type { Found, Shelf } from "./shelf.ts";
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

/** What notices are built from. */
export interface NoticeSource {
	readonly shelf: Pick<Shelf, "read">;
	readonly memory: Memory;
	/** Where a file lies, as the other side understands it; undefined where it is gone. */
	locate(plan: FilePlan): string | undefined;
}

/** What a newsstand is told of what was found at an address: a document with its bytes, as they are. */
export async function buildNotice(
	found: Found | undefined,
	plan: DocumentPlan | undefined,
	{ shelf, memory, locate }: NoticeSource,
): Promise<Notice> {
	if (!found) return { is: "nothing" };
	if ("movedTo" in found) return { is: "moved", to: found.movedTo };
	if ("gone" in found) return { is: "gone" };
	const { document } = found;
	if (plan?.kind === "file") {
		const { file } = plan;
		const location = locate(plan);
		return location === undefined ? { is: "nothing" } : { is: "file", document, location, file };
	}
	const bytes = await shelf.read(document, "identity");
	if (!(bytes instanceof Uint8Array)) throw new Error(`${document.address} is no text.`);
	const editions = recallEditions(memory, document.address).map(({ etag }) => etag);
	return { is: "document", document, bytes: copyOf(bytes), coded: [], editions };
}

/** What was thrown, as an error. */
export function toError(error: unknown): Error {
	return error instanceof Error ? error : new Error(String(error));
}
