/** A plain request: a GET for a path, with nothing that says how its message is framed or what the connection is for. */
export interface PlainRequest {
	/** The path and the query, as sent. */
	readonly target: string;
	/** All of it, as sent. */
	readonly text: string;
	/** The same in lower case, in which names are found. */
	readonly lower: string;
}

/** In characters; what is longer is unusual. */
const longestRequest = 8192;

/**
 * The whole of a request: a request line with what a URL may have in its path and query, then field lines without
 * control characters (RFC 9112 §3, §5; RFC 9110 §5.5, §5.6.2), a hundred of them at most. No part can match in two ways,
 * so that it takes linear time.
 */
const plainRequest =
	/^GET \/[!$%&-;=?-[\]_a-z~]* HTTP\/1\.1\r\n(?:[!#$%&'*+.^_`|~\dA-Za-z-]+:[\t -~\x80-\xff]*\r\n){1,100}\r\n$/;
const targetStart = "GET ".length;

/**
 * What nearly every client sends: a name whose last label begins with a letter, or an IPv4 address; a port up to 59999. Of
 * others (IPv6, punycode, what is no host at all) the adapter to Hono has to find out what they mean.
 */
const octet = String.raw`(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)`;
const address = Array.from({ length: 4 }, () => octet).join(String.raw`\.`);
const name = String.raw`(?:[a-z\d_-]+\.)*[a-z][a-z\d_-]*`;
const plainHost = new RegExp(String.raw`^(?:${address}|${name})(?::(?:[1-9]\d{0,3}|[1-5]\d{4}))?$`);
const punycode = "xn--";

/** Whoever sends one of these wants something of the message or of the connection (RFC 9110 §7.6.1, §10.1.1; RFC 9112 §6). */
const unusualField =
	/\r\n(?:connection:(?![\t ]*keep-alive[\t ]*\r)|content-length:|expect:|http2-settings:|keep-alive:|proxy-connection:|te:|trailer:|transfer-encoding:|upgrade:)/;

/**
 * Reads a request, one character for each byte, if it is whole, alone, and plain. Whatever else it is, right or wrong, gives
 * undefined: `node:http` knows what to make of it. What is read is what `node:http` would read.
 */
export function parsePlainRequest(text: string): PlainRequest | undefined {
	if (text.length > longestRequest || !plainRequest.test(text)) return undefined;
	const lower = text.toLowerCase();
	if (unusualField.test(lower)) return undefined;
	const host = findField(text, lower, "host");
	if (!host || !plainHost.test(host) || host.includes(punycode)) return undefined;
	return { target: text.slice(targetStart, text.indexOf(" ", targetStart)), text, lower };
}

/** Names as they stand at the beginning of a line. */
const needles = new Map<string, string>();

/**
 * The value of a field by its name in lower case: null where it was not sent, undefined where it was sent more than once
 * and it depends on the field what that means.
 */
export function readField(request: PlainRequest, name: string): string | null | undefined {
	return findField(request.text, request.lower, name);
}

function findField(text: string, lower: string, name: string): string | null | undefined {
	const needle = needles.get(name) ?? rememberNeedle(name);
	const start = lower.indexOf(needle);
	if (start === -1) return null;
	const valueStart = start + needle.length;
	const end = text.indexOf("\r\n", valueStart);
	return lower.includes(needle, end) ? undefined : trim(text, valueStart, end);
}

function rememberNeedle(name: string): string {
	const needle = `\r\n${name}:`;
	needles.set(name, needle);
	return needle;
}

/** All fields, in their order. */
export function listFields({ text }: PlainRequest): [name: string, value: string][] {
	return text
		.split("\r\n")
		.slice(1, -2)
		.map((line) => {
			const colon = line.indexOf(":");
			return [line.slice(0, colon), trim(line, colon + 1, line.length)];
		});
}

/** A part of a text without spaces and tabs at its ends (RFC 9110 §5.5); `trim` would take bytes beyond ASCII too. */
function trim(text: string, from: number, to: number): string {
	let [start, end] = [from, to];
	while (start < end && isBlank(text.charCodeAt(start))) start += 1;
	while (end > start && isBlank(text.charCodeAt(end - 1))) end -= 1;
	return text.slice(start, end);
}

function isBlank(code: number): boolean {
	return code === 0x20 || code === 0x09;
}
