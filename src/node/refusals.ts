import { STATUS_CODES } from "node:http";

/** What is wrong with a request that never reaches the app. */
export type RefusalStatus = 400 | 405 | 408 | 414 | 431 | 500 | 501 | 503;

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

const requestLine = /^[!#$%&'*+.^_`|~\w-]+ [^\r\n ]+ HTTP\/1\.[01]\r?\n/;

/**
 * The status for bytes that Node's parser gave up on, by its error's code: too slow, too long in the request line or in
 * the headers, a method that nobody knows, else no HTTP. RFC 9110 §9.1, §15.5, §15.6.2; RFC 6585 §5.
 */
export function refusalOf(code: string | undefined, bytes: string): RefusalStatus {
	if (code === "ERR_HTTP_REQUEST_TIMEOUT") return 408;
	if (code === "HPE_HEADER_OVERFLOW") return bytes.includes("\n") ? 431 : 414;
	if (code === "HPE_INVALID_METHOD" && requestLine.test(bytes)) return 501;
	return 400;
}
