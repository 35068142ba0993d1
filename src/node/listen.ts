import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { Server as NetServer, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import { getRequestListener } from "@hono/node-server";
import { whenKnown } from "../http/when-known.ts";
import { createLoadGauge } from "./load-gauge.ts";
import { holdConnections, type PlainConnections } from "./plain/hold-connections.ts";
import { buildWholeResponse, discardAnswer } from "./plain/light-response.ts";
import type { Repeats } from "./plain/repeats.ts";
import {
	buildRefusal,
	type ParserError,
	type RefusalStatus,
	refusalOf,
	refusalOfRequest,
	renderRefusal,
} from "./refusals.ts";

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

/**
 * Listens for requests; `port` 0 picks a free one. Rejects with the system's error where it cannot. Answers are repeated
 * as far as `repeats` knows them; without it, each is asked for.
 */
export async function listen(
	answer: Answer,
	address: { readonly host: string; readonly port: number },
	limits: ServerLimits = defaultLimits,
	repeats?: Repeats,
): Promise<Listener> {
	const { headersTimeout, requestTimeout, keepAliveTimeout, headerBytes } = limits;
	/** How many responses each connection waits for. */
	const busy = new Map<Socket, number>();
	/** Connections on which nothing is read any more. */
	const leaving = new WeakSet<Duplex>();
	/** What such a connection is told behind the answers that it waits for. */
	const last = new WeakMap<Duplex, RefusalStatus>();
	const gauge = createLoadGauge(() => performance.now());
	const isOverloaded = () => busy.size >= limits.busyConnections || gauge.isLate();
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
		if (left > 0) {
			busy.set(socket, left);
			return;
		}
		busy.delete(socket);
		sayLast(socket);
	}

	function sayLast(socket: Socket): void {
		const status = last.get(socket);
		last.delete(socket);
		if (status) endWith(socket, renderRefusal(status, new Date()));
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
		// "OPTIONS *" asks about the whole server (RFC 9110 §9.3.7).
		if (request.url === "*" && request.method === "OPTIONS") request.url = "/";
		const status = refusalOfRequest(request, limits.targetLength);
		if (status) refuse(response, status);
		else pass(request, response).catch(() => fail(response));
		// Whoever was refused does not get it, and nor does the next request.
		if (known) void discardAnswer(known);
		known = undefined;
	}

	/** For what cannot be sent as it is: a header with a character that no header has. */
	function fail(response: ServerResponse): void {
		if (response.headersSent) response.destroy();
		else refuse(response, 500);
	}

	function refuse(response: ServerResponse, status: RefusalStatus): void {
		const { headers, body } = buildRefusal(status);
		leaving.add(response.req.socket);
		response.writeHead(status, { ...headers, Connection: "close" }).end(body);
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
			// It is refused as everything else is.
			requireHostHeader: false,
		},
		(_request, response) => handle(response),
	);
	server.maxConnections = limits.connections;
	server.on("connect", (_request, socket: Duplex) => {
		endWith(socket, renderRefusal(405, new Date()));
	});
	server.on("checkExpectation", (_request, response) => refuse(response, 417));
	server.on("clientError", (error: ParserError, socket: Socket) => {
		// What somebody sends who has been refused is not read.
		if (leaving.has(socket)) return;
		leaving.add(socket);
		if (!socket.writable) socket.destroy();
		// Behind a request that says "Connection: close" nothing is read, and nothing answered (RFC 9112 §9.6).
		else if (error.code !== "HPE_CLOSED_CONNECTION") {
			last.set(socket, refusalOf(error, headerBytes));
			if (!busy.has(socket)) sayLast(socket);
		}
	});
	const plain = holdConnections(server, {
		times: { ...limits, lookInterval: checkingInterval },
		answer: (request) => answer(request, {}),
		isOverloaded,
		repeats,
		noteBusy,
		noteIdle,
	});
	await new Promise<void>((resolve, reject) => {
		server.once("error", reject);
		server.listen({ ...address, backlog: limits.backlog }, resolve);
	});
	return {
		origin: originOf(server, address.host),
		isOverloaded,
		close: () => {
			gauge.close();
			plain.close();
			return closeServer(server, plain, () => busy.size > 0);
		},
	};
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
