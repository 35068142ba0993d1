import { connect } from "node:net";

export type HeaderList = readonly (readonly [name: string, value: string])[];

export interface RawResponse {
	readonly status: number;
	/** Names in lower case, in the order sent. */
	readonly headers: HeaderList;
	/** The body without its transfer coding, but in its content coding. */
	readonly body: Buffer;
	/** Everything that came behind the header section, as it came. */
	readonly afterHeaders: Buffer;
	header(name: string): string | undefined;
}

export interface RawRequest {
	readonly method?: string;
	/** Sent as it stands, one byte for each UTF-8 byte. */
	readonly target: string;
	readonly headers?: HeaderList;
}

/** Whether a client says that this is its only request. Readers do as a rule; aggregators, proxies and browsers do not. */
export type Manner = "leaving" | "staying";

const timeLimitInMilliseconds = 10_000;

/** One request over a connection of its own, with exactly these bytes: no library tidies the address or undoes an encoding. */
export function sendRaw(
	origin: string,
	request: RawRequest,
	manner: Manner = "leaving",
): Promise<RawResponse> {
	const { hostname, port } = new URL(origin);
	const headers = request.headers ?? [];
	const method = request.method ?? "GET";
	const hasHost = headers.some(([name]) => name.toLowerCase() === "host");
	const lines = [
		`${method} ${request.target} HTTP/1.1`,
		...(hasHost ? [] : [`Host: ${hostname}:${port}`]),
		...(manner === "leaving" ? ["Connection: close"] : []),
		...headers.map(([name, value]) => `${name}: ${value}`),
	];
	return new Promise((resolve, reject) => {
		const chunks: Buffer[] = [];
		const socket = connect(Number(port), hostname);
		socket.setTimeout(timeLimitInMilliseconds, () =>
			socket.destroy(new Error("No answer in time.")),
		);
		socket.on("data", (chunk) => {
			chunks.push(chunk);
			// What comes behind the answer nevertheless is counted with it.
			if (manner === "staying" && isWhole(Buffer.concat(chunks), method)) socket.end();
		});
		socket.on("error", reject);
		socket.on("close", () => {
			try {
				resolve(parseResponse(Buffer.concat(chunks), method));
			} catch (error) {
				reject(error);
			}
		});
		socket.write(`${lines.join("\r\n")}\r\n\r\n`);
	});
}

/** Whether a response has come to its end by what it says of its own length (RFC 9112 §6.3). */
function isWhole(bytes: Buffer, method: string): boolean {
	const end = bytes.indexOf("\r\n\r\n");
	if (end === -1) return false;
	const head = bytes.toString("latin1", 0, end);
	if (method === "HEAD" || /^HTTP\/1\.1 (?:204|304) /.test(head)) return true;
	const length = /^content-length: (\d+)$/im.exec(head)?.[1];
	if (length !== undefined) return bytes.length >= end + 4 + Number(length);
	return bytes.subarray(-5).toString("latin1") === "0\r\n\r\n";
}

function parseResponse(bytes: Buffer, method: string): RawResponse {
	const end = bytes.indexOf("\r\n\r\n");
	if (end === -1)
		throw new Error(`No complete response: ${bytes.toString("latin1").slice(0, 200)}`);
	const [statusLine = "", ...fields] = bytes.subarray(0, end).toString("latin1").split("\r\n");
	const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(statusLine)?.[1]);
	const headers = fields.map((field) => {
		const colon = field.indexOf(":");
		return [field.slice(0, colon).toLowerCase(), field.slice(colon + 1).trim()] as const;
	});
	const header = (name: string): string | undefined => {
		const values = headers.filter(([other]) => other === name.toLowerCase());
		return values.length === 0 ? undefined : values.map(([, value]) => value).join(", ");
	};
	const afterHeaders = bytes.subarray(end + 4);
	const bodiless = method === "HEAD" || status === 204 || status === 304;
	const chunked = header("transfer-encoding") === "chunked" && !bodiless;
	const body = chunked ? joinChunks(afterHeaders) : afterHeaders;
	const length = header("content-length");
	if (!bodiless && length !== undefined && Number(length) !== body.length) {
		throw new Error(`Content-Length is ${length}, but ${body.length} bytes came.`);
	}
	return { status, headers, body, afterHeaders, header };
}

/** RFC 9112 §7.1. */
function joinChunks(bytes: Buffer): Buffer {
	const chunks: Buffer[] = [];
	let position = 0;
	for (;;) {
		const lineEnd = bytes.indexOf("\r\n", position);
		const size = Number.parseInt(bytes.subarray(position, lineEnd).toString("latin1"), 16);
		if (lineEnd === -1 || Number.isNaN(size)) throw new Error("The chunked body is broken off.");
		if (size === 0) return Buffer.concat(chunks);
		chunks.push(bytes.subarray(lineEnd + 2, lineEnd + 2 + size));
		position = lineEnd + 2 + size + 2;
	}
}
