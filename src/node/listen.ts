import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { Server as NetServer, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import { getRequestListener } from "@hono/node-server";
import { whenKnown } from "../http/when-known.ts";
import { createLoadGauge } from "./load-gauge.ts";
import { holdConnections, type PlainConnections } from "./plain/hold-connections.ts";
import { buildWholeResponse, discardAnswer } from "./plain/light-response.ts";
import { buildRefusal, refusalOf, renderRefusal } from "./refusals.ts";

export interface Listener {
	/** `http://127.0.0.1:3000` */
	readonly origin: string;
	/** Whether there is more to do than can be done: whoever wants a body should come back later. */
	isOverloaded(): boolean;
	/** Answers what was asked, takes nothing new, and ends. */
	close(): Promise<void>;
}

/** What one client, or all of them together, may take. Times are in milliseconds. */
export interface ServerLimits {
	/** For the request line and the headers to come, from their first byte. */
	readonly headersTimeout: number;
	/** For a whole request to come. */
	readonly requestTimeout: number;
	/** For the next request on a connection, or for the first byte. */
	readonly keepAliveTimeout: number;
	/** For the other side to take or send a byte, whatever it is doing. */
	readonly stillness: number;
	/** Bytes of the request line and the headers: what Cloudflare allows a URL, and as much again. */
	readonly headerBytes: number;
	/** Characters of a request target; RFC 9110 §4.1 recommends at least 8000. */
	readonly targetLength: number;
	readonly connections: number;
	/**
	 * Connections that may wait to be accepted, as far as the system allows; of any beyond these the client's system tries
	 * again after a second. Aggregators poll by the full hour, all at once.
	 */
	readonly backlog: number;
	/** Connections to which something is being sent; beyond these, only what has no body is answered. */
	readonly busyConnections: number;
}

export const defaultLimits: ServerLimits = {
	headersTimeout: 10_000,
	requestTimeout: 20_000,
	keepAliveTimeout: 30_000,
	stillness: 60_000,
	headerBytes: 32 * 1024,
	targetLength: 8192,
	connections: 10_000,
	backlog: 4096,
	busyConnections: 1000,
};

/** How long open requests may still take when the server ends, in milliseconds. */
const gracePeriod = 5_000;
/** How often it is looked then whether an answer is still on its way, in milliseconds. */
const closingInterval = 50;
/** How long a client that was refused may take to read why, in milliseconds. */
const lingering = 1_000;
/** How often connections are looked at for the limits above, in milliseconds. */
const checkingInterval = 1_000;

/** Answers a request; `env` is Node's own request and response, as the app's `fetch` takes them. */
export type Answer = (request: Request, env: object) => Response | Promise<Response>;

/** Listens for requests; `port` 0 picks a free one. Rejects with the system's error where it cannot. */
export async function listen(
	answer: Answer,
	address: { readonly host: string; readonly port: number },
	limits: ServerLimits = defaultLimits,
): Promise<Listener> {
	const { headersTimeout, requestTimeout, keepAliveTimeout, headerBytes } = limits;
	/** How many responses each connection waits for. */
	const busy = new Map<Socket, number>();
	const gauge = createLoadGauge(() => performance.now());
	/** Of the request that is being passed on, where it has been asked for already. */
	let known: Response | Promise<Response> | undefined;
	const pass = getRequestListener(
		(request, env) => {
			const asked = known ?? answer(request, env);
			known = undefined;
			return whenKnown(asked, (response) =>
				buildWholeResponse(response, () => env.outgoing.destroy()),
			);
		},
		{
			// Only HTTP/1.0 has no Host header; nothing that is answered depends on it.
			hostname: "localhost",
			errorHandler: () => {
				const { headers, body } = buildRefusal(400);
				return new Response(body, { status: 400, headers });
			},
		},
	);

	function noteBusy(socket: Socket): void {
		busy.set(socket, (busy.get(socket) ?? 0) + 1);
	}

	function noteIdle(socket: Socket): void {
		const left = (busy.get(socket) ?? 1) - 1;
		if (left > 0) busy.set(socket, left);
		else busy.delete(socket);
	}

	/** Most answers are sent at once, whole; the others are counted until they are. */
	function noteUnsent(response: ServerResponse): void {
		const { socket } = response.req;
		// Node looks whether a byte was taken, and sets a time of its own when the answer is out.
		socket.setTimeout(limits.stillness);
		noteBusy(socket);
		response.once("close", () => noteIdle(socket));
	}

	function handle(response: ServerResponse): void {
		if (response.destroyed) return;
		send(response.req, response);
		if (!response.writableEnded || response.writableLength > 0) noteUnsent(response);
	}

	function send(request: IncomingMessage, response: ServerResponse): void {
		known = plain.takeAnswer(request.socket);
		const target = request.url ?? "";
		// "OPTIONS *" asks about the whole server (RFC 9110 §9.3.7).
		if (target === "*" && request.method === "OPTIONS") request.url = "/";
		if (target.length > limits.targetLength) refuse(response, 414);
		else if (hasSeveralHosts(request.rawHeaders)) refuse(response, 400);
		else pass(request, response).catch(() => fail(response));
		// Whoever was refused does not get it, and nor does the next request.
		if (known) void discardAnswer(known);
		known = undefined;
	}

	const server = createServer(
		{
			// A request without a body has no stream to end and to close.
			optimizeEmptyRequests: true,
			headersTimeout,
			requestTimeout,
			keepAliveTimeout,
			maxHeaderSize: headerBytes,
			connectionsCheckingInterval: checkingInterval,
		},
		(_request, response) => handle(response),
	);
	server.maxConnections = limits.connections;
	server.on("connect", (_request, socket: Duplex) => {
		endWith(socket, renderRefusal(405, new Date()));
	});
	const leaving = new WeakSet<Duplex>();
	server.on("clientError", (error: ParserError, socket: Socket) => {
		// What somebody sends who has been refused is not read.
		if (leaving.has(socket)) return;
		leaving.add(socket);
		if (!socket.writable || busy.has(socket)) {
			socket.destroy();
			return;
		}
		const bytes = error.rawPacket?.toString("latin1") ?? "";
		endWith(socket, renderRefusal(refusalOf(error.code, bytes), new Date()));
	});
	const plain = holdConnections(server, {
		times: { ...limits, lookInterval: checkingInterval },
		answer: (request) => answer(request, {}),
		noteBusy,
		noteIdle,
	});
	await new Promise<void>((resolve, reject) => {
		server.once("error", reject);
		server.listen({ ...address, backlog: limits.backlog }, resolve);
	});
	return {
		origin: originOf(server, address.host),
		isOverloaded: () => busy.size >= limits.busyConnections || gauge.isLate(),
		close: () => {
			gauge.close();
			plain.close();
			return closeServer(server, plain, () => busy.size > 0);
		},
	};
}

interface ParserError extends Error {
	readonly code?: string;
	readonly rawPacket?: Buffer;
}

/** For what cannot be sent as it is: a header with a character that no header has. */
function fail(response: ServerResponse): void {
	if (response.headersSent) response.destroy();
	else refuse(response, 500);
}

function refuse(response: ServerResponse, status: 400 | 414 | 500): void {
	const { headers, body } = buildRefusal(status);
	response.writeHead(status, { ...headers, Connection: "close" }).end(body);
}

/** Two Hosts are refused (RFC 9112 §3.2); Node would take the first. `rawHeaders` are names and values in turn. */
function hasSeveralHosts(rawHeaders: readonly string[]): boolean {
	let count = 0;
	for (let index = 0; index < rawHeaders.length; index += 2) {
		const name = rawHeaders[index];
		if (name?.length === 4 && name.toLowerCase() === "host") count += 1;
	}
	return count > 1;
}

/**
 * Says something and ends the connection, but not before the other side had time to read it: a connection that is
 * closed with bytes unread takes back what was sent (RFC 9112 §9.6).
 */
function endWith(socket: Duplex, text: string): void {
	socket.on("error", () => socket.destroy());
	socket.end(text);
	socket.resume();
	const timer = setTimeout(() => socket.destroy(), lingering);
	socket.once("close", () => clearTimeout(timer));
}

function originOf(server: Server, host: string): string {
	const bound = server.address();
	const port = typeof bound === "object" && bound ? bound.port : 0;
	return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

/** Connections on which nothing is asked are closed when no answer is on its way any more. */
function closeServer(
	server: Server,
	plain: PlainConnections,
	isBusy: () => boolean,
): Promise<void> {
	const closeIdle = (): void => {
		// Node counts a connection as idle whose answer was written, though it may not have been taken yet.
		if (!isBusy()) server.closeIdleConnections();
	};
	return new Promise((resolve) => {
		const closing = setInterval(closeIdle, closingInterval);
		const force = setTimeout(() => {
			plain.destroy();
			server.closeAllConnections();
		}, gracePeriod);
		// That of `node:http` would close what Node counts as idle.
		NetServer.prototype.close.call(server, () => {
			clearInterval(closing);
			clearTimeout(force);
			// Stops what that of `node:http` stops besides.
			server.close();
			resolve();
		});
		closeIdle();
	});
}
