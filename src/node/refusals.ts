import { type IncomingMessage, STATUS_CODES } from "node:http";

/** What is wrong with a request that never reaches the app. */
export type RefusalStatus = 400 | 405 | 408 | 414 | 417 | 431 | 500 | 501 | 503;

/** The headers and the short text of a refusal; nothing of the request stands in it, and nobody may keep it. */
export function buildRefusal(status: RefusalStatus): {
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
} {
	const body = `${STATUS_CODES[status]}.\n`;
	const headers = {
		"Content-Type": "text/plain; charset=utf-8",
		"Content-Length": String(body.length),
		"Cache-Control": "no-store",
		"X-Content-Type-Options": "nosniff",
		...(status === 405 && { Allow: "GET, HEAD, OPTIONS" }),
		...(status === 503 && { "Retry-After": "5" }),
	};
	return { headers, body };
}

/** A refusal as it goes over a connection that ends with it (RFC 9112 §4). `date` is for its Date header. */
export function renderRefusal(status: RefusalStatus, date: Date): string {
	const { headers, body } = buildRefusal(status);
	const lines = [
		`HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
		`Date: ${date.toUTCString()}`,
		"Connection: close",
		...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
	];
	return `${lines.join("\r\n")}\r\n\r\n${body}`;
}

/**
 * What is wrong with a request that Node takes: a target that is too long, no Host or several (RFC 9112 §3.2; Node would
 * take the first), or a body of which nobody knows where it ends (§6.1, §6.3).
 */
export function refusalOfRequest(
	{ url = "", rawHeaders, headers, httpVersion }: IncomingMessage,
	targetLength: number,
): 400 | 414 | undefined {
	if (url.length > targetLength) return 414;
	const isOld = httpVersion === "1.0";
	const hosts = countHosts(rawHeaders);
	if (hosts > 1 || (hosts === 0 && !isOld)) return 400;
	const transferCodings = headers["transfer-encoding"];
	if (transferCodings === undefined) return undefined;
	return isOld || !/(?:^|,)[\t ]*chunked[\t ]*$/i.test(transferCodings) ? 400 : undefined;
}

/** `rawHeaders` are names and values in turn. */
function countHosts(rawHeaders: readonly string[]): number {
	let count = 0;
	for (let index = 0; index < rawHeaders.length; index += 2) {
		const name = rawHeaders[index];
		if (name?.length === 4 && name.toLowerCase() === "host") count += 1;
	}
	return count;
}

const requestLine = /^[!#$%&'*+.^_`|~\w-]+ [^\r\n ]+ HTTP\/1\.[01]\r?\n/;

/** What Node's parser gave up on. */
export interface ParserError extends Error {
	readonly code?: string;
	readonly rawPacket?: Buffer;
	/** How far it came in that. */
	readonly bytesParsed?: number;
}

/**
 * The status for bytes that Node's parser gave up on: too slow, too long in the request line or in the headers, a method
 * that nobody knows, else no HTTP. RFC 9110 §9.1, §15.5, §15.6.2; RFC 6585 §5.
 */
export function refusalOf(error: ParserError, headerBytes: number): RefusalStatus {
	const { code, rawPacket, bytesParsed = 0 } = error;
	const bytes = rawPacket?.toString("latin1") ?? "";
	if (code === "ERR_HTTP_REQUEST_TIMEOUT") return 408;
	if (code === "HPE_HEADER_OVERFLOW") return bytes.slice(0, headerBytes).includes("\n") ? 431 : 414;
	// Good requests may stand before it.
	const line = bytes.slice(bytes.lastIndexOf("\n", bytesParsed - 1) + 1);
	if (code === "HPE_INVALID_METHOD" && requestLine.test(line)) return 501;
	return 400;
}
