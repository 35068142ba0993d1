import { get, type IncomingMessage } from "node:http";
import type { PreparedAnswers } from "./prepared.ts";

/** What Node adds by itself to whatever a server sends. */
const ownHeaders = new Set(["date", "connection", "keep-alive"]);

interface Answer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly bytes: Buffer;
}

/** Asks a running Broadsheet for each path's three answers, for other servers to send the same. */
export async function prepareAnswers(
	origin: string,
	paths: readonly string[],
): Promise<PreparedAnswers> {
	const prepared = await Promise.all(
		paths.map(async (path) => {
			const identity = await ask(origin + path, {}, 200);
			const etag = identity.headers.ETag ?? "";
			const gzip = await ask(origin + path, { "Accept-Encoding": "gzip" }, 200);
			const notModified = await ask(origin + path, { "If-None-Match": etag }, 304);
			return [
				path,
				{
					etag,
					...{ gzip: store(gzip), identity: store(identity), notModified: store(notModified) },
				},
			] as const;
		}),
	);
	return Object.fromEntries(prepared);
}

function store({ headers, bytes }: Answer): { headers: Answer["headers"]; body: string } {
	return { headers, body: bytes.toString("base64") };
}

/** The size of an answer as it comes over the connection, in bytes, as near as a load generator counts it. */
export async function measureAnswer(
	url: string,
	headers: Readonly<Record<string, string>>,
): Promise<number> {
	const response = await send(url, headers);
	const { socket } = response;
	for await (const _ of response);
	return socket.bytesRead;
}

async function ask(
	url: string,
	headers: Readonly<Record<string, string>>,
	status: number,
): Promise<Answer> {
	const response = await send(url, headers);
	const chunks: Buffer[] = [];
	for await (const chunk of response) chunks.push(chunk);
	if (response.statusCode !== status)
		throw new Error(`${url} was answered with ${response.statusCode}, not with ${status}.`);
	const sent: Record<string, string> = {};
	for (let index = 0; index < response.rawHeaders.length; index += 2) {
		const name = response.rawHeaders[index] ?? "";
		if (!ownHeaders.has(name.toLowerCase())) sent[name] = response.rawHeaders[index + 1] ?? "";
	}
	return { status, headers: sent, bytes: Buffer.concat(chunks) };
}

function send(url: string, headers: Readonly<Record<string, string>>): Promise<IncomingMessage> {
	return new Promise((resolve, reject) => {
		get(url, { headers, agent: false }, resolve).once("error", reject);
	});
}
