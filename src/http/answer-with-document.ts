import { chooseCoding } from "./accept-encoding.ts";
import { evaluatePreconditions } from "./conditional.ts";
import { acceptsDelta, buildDeltaHeaders, knownEditions } from "./delta.ts";
import { buildContentHeaders, buildNotModifiedHeaders, validatorsAt } from "./headers.ts";
import type { AppOptions, Asked } from "./options.ts";
import { buildReply } from "./replies.ts";
import type { Body, ContentCoding, ServedDocument, Shelf } from "./shelf.ts";
import { whenKnown } from "./when-known.ts";

/**
 * Answers GET and HEAD with a document, or with what its preconditions make of it: 200, 226, 304 or 412
 * (RFC 9110 §13.2.2), or 503 where there is no time for a body. Nothing is read for a 304 (requirement 31). Synchronous where the shelf is.
 */
export function answerWithDocument(
	document: ServedDocument,
	asked: Asked,
	shelf: Shelf,
	options: AppOptions,
): Response | Promise<Response> {
	const { header, now } = asked;
	const result = evaluatePreconditions(header, validatorsAt(document, now), now);
	if (result === "failed") return buildReply(412, options);
	if (result === "not-modified") {
		const headers = buildNotModifiedHeaders(document, now);
		return options.buildResponse(null, { status: 304, headers });
	}
	if (options.isOverloaded()) return buildReply(503, options);
	const delta = tryDelta(document, asked, shelf, options);
	if (delta !== undefined)
		return whenKnown(delta, (response) => response ?? answerWhole(document, asked, shelf, options));
	return answerWhole(document, asked, shelf, options);
}

function answerWhole(
	document: ServedDocument,
	asked: Asked,
	shelf: Shelf,
	options: AppOptions,
): Response | Promise<Response> {
	const { request, header, now } = asked;
	const coding = chooseCoding(options.acceptEncoding(request, header), document.codings);
	if (coding === "identity" && request.method === "HEAD") {
		const headers = buildContentHeaders(document, coding, document.sizeInBytes, now);
		return options.buildResponse(null, { status: 200, headers });
	}
	const body = shelf.read(document, coding);
	return body instanceof Promise
		? body.then((known) => answerWithBody(document, known, coding, asked, options))
		: answerWithBody(document, body, coding, asked, options);
}

function answerWithBody(
	document: ServedDocument,
	body: Body,
	coding: ContentCoding | "identity",
	{ request, now }: Asked,
	options: AppOptions,
): Response {
	const length = lengthOf(body, document, coding);
	const headers = buildContentHeaders(document, coding, length, now);
	if (request.method !== "HEAD") return options.buildResponse(body, { status: 200, headers });
	if (body instanceof ReadableStream) body.cancel().catch(() => undefined);
	return options.buildResponse(null, { status: 200, headers });
}

/**
 * A 226 with what is new since an edition that the client has, if it asked for that: then, and only then (requirements
 * 52, 56). Undefined, at once or later, where the whole feed is the answer.
 */
function tryDelta(
	document: ServedDocument,
	{ request, header, now }: Asked,
	shelf: Shelf,
	options: AppOptions,
): Response | Promise<Response | undefined> | undefined {
	const ifNoneMatch = header("if-none-match");
	if (document.kind !== "feed" || request.method !== "GET" || ifNoneMatch === null)
		return undefined;
	if (!acceptsDelta(header)) return undefined;
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
