import { buildReplyHeaders, type PlainHeaders, preflightHeaders } from "./headers.ts";
import type { AppOptions } from "./options.ts";
import type { Health } from "./shelf.ts";

export const allowedMethods = "GET, HEAD, OPTIONS";

/** Seconds until it is worth while to ask a server again that is still reading its articles, or has too much to do. */
const retryAfterInSeconds = 5;
/** A browser keeps a 301 for good unless it is told a time. */
const redirectMaxAgeInSeconds = 60 * 60;

const phrases = {
	301: "Moved permanently.",
	303: "The feed's page says more.",
	400: "Bad request.",
	404: "Not found.",
	405: "Method not allowed.",
	410: "Gone.",
	412: "Precondition failed.",
	414: "Address too long.",
	500: "Internal server error.",
	503: "Come back in a few seconds.",
} as const;

type ReplyStatus = keyof typeof phrases;

/**
 * A short answer in plain text that repeats nothing of the request. 405 says what is allowed, 503 when to come back
 * (RFC 9110 §10.2.1, §10.2.3; requirements 44, 162, 163).
 */
export function buildReply(status: ReplyStatus, options: AppOptions): Response {
	return buildText(status, extraHeaders(status), options);
}

/** A 301 to a path of this site, percent-encoded; the query is dropped (requirement 30). */
export function buildRedirect(location: string, options: AppOptions): Response {
	const headers = {
		Location: location,
		"Cache-Control": `public, max-age=${redirectMaxAgeInSeconds}`,
	};
	return buildText(301, headers, options);
}

/**
 * A 303 for a person who opened a feed, to the page that says what it is. Nothing may keep it: the feed's address stays
 * the feed's for everybody else (RFC 9110 §15.4.4; requirements 144, 145).
 */
export function buildSeeOther(location: string, options: AppOptions): Response {
	return buildText(303, { Location: location }, options);
}

/** The answer to OPTIONS, a preflight or not: 204 (RFC 9110 §9.3.7, Fetch §3.3; requirement 142). */
export function buildPreflight(options: AppOptions): Response {
	const extra = { Allow: allowedMethods, ...preflightHeaders };
	return options.buildResponse(null, {
		status: 204,
		headers: buildReplyHeaders(options.clock(), extra),
	});
}

/**
 * What is served, as JSON: 200 when ready, else 503. `lastChange` is an instant, `ageInSeconds` the whole seconds since
 * then; both are absent where nothing has ever changed.
 */
export function buildHealthReply(health: Health, options: AppOptions): Response {
	const { ready, articles, feeds, documents, lastChange } = health;
	const status = ready ? 200 : 503;
	const now = options.clock().getTime();
	const report = {
		status: ready ? "ok" : "starting",
		ready,
		articles,
		feeds,
		documents,
		...(lastChange && {
			lastChange: lastChange.toISOString(),
			ageInSeconds: Math.max(0, Math.floor((now - lastChange.getTime()) / 1000)),
		}),
	};
	const body = `${JSON.stringify(report)}\n`;
	const extra = {
		...(ready ? {} : extraHeaders(503)),
		"Content-Type": "application/json",
		"Content-Length": String(body.length),
	};
	return options.buildResponse(body, {
		status,
		headers: buildReplyHeaders(options.clock(), extra),
	});
}

function buildText(status: ReplyStatus, extra: PlainHeaders, options: AppOptions): Response {
	const body = `${phrases[status]}\n`;
	const headers = buildReplyHeaders(options.clock(), {
		"Content-Type": "text/plain; charset=utf-8",
		"Content-Length": String(body.length),
		...extra,
	});
	return options.buildResponse(body, { status, headers });
}

function extraHeaders(status: ReplyStatus): PlainHeaders {
	if (status === 405) return { Allow: allowedMethods };
	if (status === 503) return { "Retry-After": String(retryAfterInSeconds) };
	return {};
}
