import type { HeaderReader } from "./conditional.ts";
import { matchesWeakly, parseEntityTags } from "./entity-tag.ts";
import { buildContentHeaders, type PlainHeaders } from "./headers.ts";
import type { ServedDocument } from "./shelf.ts";

/** Whether a request takes a feed's changes for an answer: `A-IM: feed`, not refused by `q=0` (RFC 3229 §10.5.3). */
export function acceptsDelta(header: HeaderReader): boolean {
	const manipulations = (header("a-im") ?? "")
		.split(",")
		.map((member) => member.trim().toLowerCase());
	return manipulations.some((member) =>
		/^feed(?:\s*;\s*q=(?:1(?:\.0*)?|0?\.\d*[1-9]\d*))?$/.test(member),
	);
}

/** Tells the editions that a client says it has; `*` names none of them. */
export function knownEditions(ifNoneMatch: string): (etag: string) => boolean {
	const tags = parseEntityTags(ifNoneMatch);
	if (tags === "*") return () => false;
	return (etag) => tags.some((tag) => matchesWeakly(tag, etag));
}

/**
 * The headers of a 226: those of the whole feed (its tag among them), for this client alone. No cache may keep it,
 * whether it knows `im` or not (requirements 53, 55).
 */
export function buildDeltaHeaders(
	document: ServedDocument,
	lengthInBytes: number,
	now: Date,
): PlainHeaders {
	const { "Last-Modified": _, ...headers } = buildContentHeaders(
		document,
		"identity",
		lengthInBytes,
		now,
	);
	return {
		...headers,
		IM: "feed",
		"Cache-Control": "no-store, im",
		Vary: "Accept-Encoding, A-IM, If-None-Match",
	};
}
