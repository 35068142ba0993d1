import { chooseCoding } from "./accept-encoding.ts";
import { evaluatePreconditions, type HeaderReader } from "./conditional.ts";
import { acceptsDelta, buildDeltaHeaders, knownEditions } from "./delta.ts";
import { buildContentHeaders, buildNotModifiedHeaders, lastModifiedAt } from "./headers.ts";
import type { AppOptions } from "./options.ts";
import { buildReply } from "./replies.ts";
import type { Body, ContentCoding, ServedDocument, Shelf } from "./shelf.ts";
import { whenKnown } from "./when-known.ts";

/**
 * Answers GET and HEAD with a document, or with what its preconditions make of it: 200, 226, 304 or 412
 * (RFC 9110 §13.2.2), or 503 where there is no time for a body. Nothing is read for a 304 (requirement 31). Synchronous where the shelf is.
 */
export function answerWithDocument(
	document: ServedDocument,
	request: Request,
	shelf: Shelf,
	options: AppOptions,
): Response | Promise<Response> {
	const header: HeaderReader = (name) => request.headers.get(name);
	const now = options.clock();
	const lastModified = lastModifiedAt(document, now);
	const result = evaluatePreconditions(
		header,
		lastModified === undefined ? { etag: document.etag } : { etag: document.etag, lastModified },
		now,
	);
	if (result === "failed") return buildReply(412, options);
	if (result === "not-modified") {
		const headers = buildNotModifiedHeaders(document, now);
		return options.buildResponse(null, { status: 304, headers });
	}
	if (options.isOverloaded()) return buildReply(503, options);
	const delta = tryDelta(document, request, shelf, options, now);
	if (delta !== undefined)
		return whenKnown(
			delta,
			(response) => response ?? answerWhole(document, request, shelf, options, now),
		);
	return answerWhole(document, request, shelf, options, now);
}

function answerWhole(
	document: ServedDocument,
	request: Request,
	shelf: Shelf,
	options: AppOptions,
	now: Date,
): Response | Promise<Response> {
	const coding = chooseCoding(options.acceptEncoding(request), document.codings);
	const isHead = request.method === "HEAD";
	if (isHead && coding === "identity") {
		const headers = buildContentHeaders(document, coding, document.sizeInBytes, now);
		return options.buildResponse(null, { status: 200, headers });
	}
	return whenKnown(shelf.read(document, coding), (body) => {
		const length = lengthOf(body, document, coding);
		const headers = buildContentHeaders(document, coding, length, now);
		if (!isHead) return options.buildResponse(body, { status: 200, headers });
		if (body instanceof ReadableStream) body.cancel().catch(() => undefined);
		return options.buildResponse(null, { status: 200, headers });
	});
}

/**
 * A 226 with what is new since an edition that the client has, if it asked for that: then, and only then (requirements
 * 52, 56). Undefined, at once or later, where the whole feed is the answer.
 */
function tryDelta(
	document: ServedDocument,
	request: Request,
	shelf: Shelf,
	options: AppOptions,
	now: Date,
): Response | Promise<Response | undefined> | undefined {
	const ifNoneMatch = request.headers.get("if-none-match");
	if (document.kind !== "feed" || request.method !== "GET" || ifNoneMatch === null)
		return undefined;
	if (!acceptsDelta((name) => request.headers.get(name))) return undefined;
	const changes = shelf.readChanges?.(document, knownEditions(ifNoneMatch));
	return whenKnown(changes, (body) => {
		if (body === undefined) return undefined;
		const headers = buildDeltaHeaders(document, body.byteLength, now);
		return options.buildResponse(body, { status: 226, headers });
	});
}

function lengthOf(
	body: Body,
	document: ServedDocument,
	coding: ContentCoding | "identity",
): number | undefined {
	if (body instanceof Uint8Array) return body.byteLength;
	return coding === "identity" ? document.sizeInBytes : undefined;
}
