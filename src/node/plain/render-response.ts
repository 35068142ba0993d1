import { STATUS_CODES } from "node:http";
import type { PlainHeaders } from "../../http/headers.ts";
import { LightResponse } from "./light-response.ts";

/** A response as it goes over a connection that stays open. */
export interface RenderedResponse {
	/** One character for each byte. */
	readonly head: string;
	readonly body: Uint8Array | string | null;
	/** What the head was made from. */
	readonly headers: PlainHeaders;
	/** Whether an answer had the same headers before: what is made for one answer alone never comes again. */
	readonly isSentAgain: boolean;
}

/** A character that no field value has (RFC 9110 §5.5), or one that is no single byte. */
const forbidden = /[^\t -~\x80-\xff]/;

/** Headers are made once a second for each document, and so is their text. */
const heads = new WeakMap<PlainHeaders, { readonly status: number; readonly head: string }>();

/**
 * A response as `node:http` would send it. Undefined where it has to be sent otherwise: it is not light, its length is not
 * known, or a header cannot be sent.
 */
export function renderResponse(
	response: Response,
	keepAliveInSeconds: number,
): RenderedResponse | undefined {
	if (!(response instanceof LightResponse)) return undefined;
	const { status, headers, body } = response;
	if (body instanceof ReadableStream) return undefined;
	const known = heads.get(headers);
	if (known?.status === status) return { head: known.head, body, headers, isSentAgain: true };
	if (body !== null && headers["Content-Length"] === undefined) return undefined;
	const head = renderHead(status, headers, keepAliveInSeconds);
	if (head === undefined) return undefined;
	heads.set(headers, { status, head });
	return { head, body, headers, isSentAgain: false };
}

/** The status line and the header section (RFC 9112 §4, §5); undefined where a header cannot be sent. */
function renderHead(
	status: number,
	headers: PlainHeaders,
	keepAliveInSeconds: number,
): string | undefined {
	const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
	if (lines.some((line) => forbidden.test(line))) return undefined;
	const own = ["Connection: keep-alive", `Keep-Alive: timeout=${keepAliveInSeconds}`];
	return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, ...own, "", ""].join("\r\n");
}
