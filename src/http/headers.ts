import type { Validators } from "./conditional.ts";
import { renderHttpDate } from "./http-date.ts";
import type { ContentCoding, ServedDocument } from "./shelf.ts";

/** Headers as a plain object: what both runtimes turn into a response with the least work. */
export type PlainHeaders = Readonly<Record<string, string>>;

/** How long a shared cache may serve an outdated document while it fetches the new one (RFC 5861 §3). */
const staleWhileRevalidateInSeconds = 60;
/** How long any cache may serve an outdated document when the server fails (RFC 5861 §4): errors never replace a feed. */
const staleIfErrorInSeconds = 24 * 60 * 60;
const preflightMaxAgeInSeconds = 24 * 60 * 60;

/** Articles show pictures and play media from anywhere; scripts and styles come from this site alone. */
const pagePolicy = [
	"default-src 'none'",
	"img-src * data:",
	"media-src *",
	"style-src 'self'",
	"script-src 'self'",
	"font-src 'self'",
	"base-uri 'none'",
	"form-action 'none'",
	"frame-ancestors 'self'",
].join("; ");

/** A file whose type can hold a script (an SVG picture, an HTML attachment) runs none when it is opened by itself. */
const filePolicy = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; sandbox";
const scriptableType = /svg|html|xml/;

/** The headers of a document's answers within one second: they are the same for every request. */
interface HeadersOfSecond {
	readonly second: number;
	readonly validators: Validators;
	readonly notModified: PlainHeaders;
	/** Of the 200 in each coding that was asked for. */
	readonly whole: Map<
		ContentCoding | "identity",
		{ readonly lengthInBytes: number | undefined; readonly headers: PlainHeaders }
	>;
}

const prepared = new WeakMap<ServedDocument, HeadersOfSecond>();

/**
 * The headers of a document's 304: those of its 200, without the ones that describe a body.
 * RFC 9110 §15.4.5; requirements 24, 25, 29, 33, 37–40.
 */
export function buildNotModifiedHeaders(document: ServedDocument, now: Date): PlainHeaders {
	return headersAt(document, now).notModified;
}

function headersAt(document: ServedDocument, now: Date): HeadersOfSecond {
	const second = Math.floor(now.getTime() / 1000);
	const known = prepared.get(document);
	if (known?.second === second) return known;
	const lastModified = lastModifiedAt(document, now);
	const validators = { etag: document.etag, ...(lastModified && { lastModified }) };
	const notModified = renderHeaders(document, validators, now);
	const headers: HeadersOfSecond = { second, validators, notModified, whole: new Map() };
	if (isSteady(document, second)) prepared.set(document, headers);
	return headers;
}

/** Whether the headers are the same all through a second: what a scheduled change leaves of max-age is counted from the instant. */
function isSteady({ nextChange, maxAgeInSeconds }: ServedDocument, second: number): boolean {
	if (nextChange === undefined) return true;
	const left = nextChange.getTime() / 1000 - (second + 1);
	return left >= Math.max(1, maxAgeInSeconds) + staleWhileRevalidateInSeconds;
}

/**
 * The headers of a document's 200, for GET and HEAD alike (RFC 9110 §9.3.2; requirements 27, 35).
 * `lengthInBytes` is that of the coded body; undefined where it is not known before it is sent.
 */
export function buildContentHeaders(
	document: ServedDocument,
	coding: ContentCoding | "identity",
	lengthInBytes: number | undefined,
	now: Date,
): PlainHeaders {
	const { notModified, whole } = headersAt(document, now);
	const known = whole.get(coding);
	if (known !== undefined && known.lengthInBytes === lengthInBytes) return known.headers;
	const headers: Record<string, string> = {
		...notModified,
		"Content-Type": document.contentType,
	};
	if (coding !== "identity") headers["Content-Encoding"] = coding;
	if (lengthInBytes !== undefined) headers["Content-Length"] = String(lengthInBytes);
	whole.set(coding, { lengthInBytes, headers });
	return headers;
}

/** The headers of an answer that is no document: short text that belongs to this request alone unless `extra` says more. */
export function buildReplyHeaders(now: Date, extra: PlainHeaders): PlainHeaders {
	return {
		Date: renderDate(now),
		"Cache-Control": "no-store",
		"Access-Control-Allow-Origin": "*",
		"X-Content-Type-Options": "nosniff",
		...extra,
	};
}

/** What the answer to OPTIONS allows: any reader in a browser may fetch with any header (Fetch §3.3; requirement 142). */
export const preflightHeaders: PlainHeaders = {
	"Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
	"Access-Control-Allow-Headers": "*",
	"Access-Control-Max-Age": String(preflightMaxAgeInSeconds),
};

/**
 * The Last-Modified to send and to compare: the document's own, but never later than `now`.
 * RFC 9110 §8.8.2.1: a date in the future MUST be replaced with the date of the message; requirement 13.
 */
function lastModifiedAt(document: ServedDocument, now: Date): Date | undefined {
	const { lastModified } = document;
	if (lastModified === undefined || lastModified <= now) return lastModified;
	return new Date(Math.floor(now.getTime() / 1000) * 1000);
}

/** What an entity is known by to those who ask at `now` (requirement 13). */
export function validatorsAt(document: ServedDocument, now: Date): Validators {
	return headersAt(document, now).validators;
}

function renderHeaders(
	document: ServedDocument,
	{ etag, lastModified }: Validators,
	now: Date,
): PlainHeaders {
	const headers: Record<string, string> = {
		Date: renderDate(now),
		ETag: etag,
		"Cache-Control": buildCacheControl(document, now),
		"X-Content-Type-Options": "nosniff",
	};
	if (lastModified !== undefined) headers["Last-Modified"] = renderHttpDate(lastModified);
	if (document.codings.length > 0) headers.Vary = "Accept-Encoding";
	if (document.link !== undefined) headers.Link = document.link;
	if (document.kind === "page") {
		headers["Content-Security-Policy"] = pagePolicy;
		headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
	} else {
		headers["Access-Control-Allow-Origin"] = "*";
		headers["Access-Control-Expose-Headers"] = "Content-Length, ETag, Link";
	}
	if (document.kind === "file" && scriptableType.test(document.contentType)) {
		headers["Content-Security-Policy"] = filePolicy;
	}
	return headers;
}

/**
 * How long to keep a document, never past the instant at which it changes by schedule (then at least one second).
 * RFC 9111 §5.2.2, RFC 5861; requirements 37–40.
 */
function buildCacheControl(document: ServedDocument, now: Date): string {
	const { maxAgeInSeconds, nextChange } = document;
	const untilChange =
		nextChange === undefined
			? Number.POSITIVE_INFINITY
			: Math.max(1, Math.floor((nextChange.getTime() - now.getTime()) / 1000));
	const maxAge = Math.min(Math.max(1, maxAgeInSeconds), untilChange);
	const staleFor = Math.min(staleWhileRevalidateInSeconds, untilChange - maxAge);
	const revalidate = staleFor > 0 ? `, stale-while-revalidate=${staleFor}` : "";
	return `public, max-age=${maxAge}${revalidate}, stale-if-error=${staleIfErrorInSeconds}`;
}

let renderedSecond = Number.NaN;
let renderedDate = "";

/** The Date header, rendered once a second. workerd sends none of its own (requirement 161). */
function renderDate(now: Date): string {
	const second = Math.floor(now.getTime() / 1000);
	if (second !== renderedSecond) {
		renderedSecond = second;
		renderedDate = renderHttpDate(now);
	}
	return renderedDate;
}
