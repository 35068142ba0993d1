import { chooseCoding } from "./accept-encoding.ts";
import { addressesBelow, nearbyAddresses, parseAddress, pathOf, renderAddress } from "./address.ts";
import { evaluatePreconditions } from "./conditional.ts";
import { acceptsDelta, buildDeltaHeaders, knownEditions } from "./delta.ts";
import { buildContentHeaders, buildNotModifiedHeaders, lastModifiedAt } from "./headers.ts";
import type { AppOptions } from "./options.ts";
import { buildRedirect, buildReply } from "./replies.ts";
import type { Body, ContentCoding, Found, ServedDocument, Shelf } from "./shelf.ts";

/**
 * Answers GET and HEAD with what stands at the request's address: a document (200, 304, 412), a redirect, or a reply
 * that says why not (requirements 26, 162). Synchronous where the shelf is: the response then takes the short way through `@hono/node-server`.
 */
export function answerRequest(
	request: Request,
	shelf: Shelf,
	options: AppOptions,
): Response | Promise<Response> {
	const parsed = parseAddress(pathOf(request.url));
	if ("status" in parsed) return buildReply(parsed.status, options);
	const [address = "/", ...otherwise] = addressesBelow(options.basePath, parsed.address);
	const now = options.clock();
	return whenKnown(shelf.find(address, now), (found) =>
		found === undefined
			? answerElsewhere([address, ...otherwise], request, shelf, options)
			: answerFound(found, request, shelf, options),
	);
}

function answerFound(
	found: Found,
	request: Request,
	shelf: Shelf,
	options: AppOptions,
): Response | Promise<Response> {
	if ("movedTo" in found) return redirectTo(found.movedTo, options);
	if ("gone" in found) return buildReply(410, options);
	const { document } = found;
	const now = options.clock();
	const lastModified = lastModifiedAt(document, now);
	const result = evaluatePreconditions(
		(name) => request.headers.get(name),
		lastModified === undefined ? { etag: document.etag } : { etag: document.etag, lastModified },
		now,
	);
	if (result === "failed") return buildReply(412, options);
	if (result === "not-modified") {
		const headers = buildNotModifiedHeaders(document, now);
		return options.buildResponse(null, { status: 304, headers });
	}
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

/** Nothing stands at the first of `addresses`: the others, then what lies near them, then 404 (503 while not ready). */
async function answerElsewhere(
	addresses: readonly string[],
	request: Request,
	shelf: Shelf,
	options: AppOptions,
): Promise<Response> {
	const now = options.clock();
	for (const address of addresses.slice(1)) {
		const found = await shelf.find(address, now);
		if (found !== undefined) return answerFound(found, request, shelf, options);
	}
	for (const address of addresses.flatMap(nearbyAddresses)) {
		const found = await shelf.find(address, now);
		if (found === undefined) continue;
		if ("document" in found) return redirectTo(renderAddress(address), options);
		return answerFound(found, request, shelf, options);
	}
	const { ready } = await shelf.health();
	return buildReply(ready ? 404 : 503, options);
}

function redirectTo(path: string, options: AppOptions): Response {
	return buildRedirect(`${renderAddress(options.basePath)}${path}`, options);
}

function lengthOf(
	body: Body,
	document: ServedDocument,
	coding: ContentCoding | "identity",
): number | undefined {
	if (body instanceof Uint8Array) return body.byteLength;
	return coding === "identity" ? document.sizeInBytes : undefined;
}

/** `use(value)`, at once if the value is there at once. */
function whenKnown<Value, Result>(
	value: Value | Promise<Value>,
	use: (value: Value) => Result | Promise<Result>,
): Result | Promise<Result> {
	return value instanceof Promise ? value.then(use) : use(value);
}
