import { createServer, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";

export interface Listener {
	/** `http://127.0.0.1:3000` */
	readonly origin: string;
	/** Answers what was asked, takes nothing new, and ends. */
	close(): Promise<void>;
}

/** How long open requests may still take when the server ends, in milliseconds. */
const gracePeriod = 5_000;

/** Listens for requests; `port` 0 picks a free one. Rejects with the system's error where it cannot. */
export async function listen(
	answer: (request: Request) => Response | Promise<Response>,
	address: { readonly host: string; readonly port: number },
): Promise<Listener> {
	const server = createServer(
		{
			// A client that sends its headers slowly holds a connection for this long. In milliseconds.
			headersTimeout: 10_000,
			requestTimeout: 20_000,
			keepAliveTimeout: 30_000,
			maxHeaderSize: 16 * 1024,
		},
		// Only HTTP/1.0 has no Host header; nothing that is answered depends on it.
		getRequestListener(answer, { hostname: "localhost" }),
	);
	await new Promise<void>((resolve, reject) => {
		server.once("error", reject);
		server.listen(address.port, address.host, resolve);
	});
	return { origin: originOf(server, address.host), close: () => closeServer(server) };
}

function originOf(server: Server, host: string): string {
	const bound = server.address();
	const port = typeof bound === "object" && bound ? bound.port : 0;
	return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

function closeServer(server: Server): Promise<void> {
	return new Promise((resolve) => {
		const force = setTimeout(() => server.closeAllConnections(), gracePeriod);
		server.close(() => {
			clearTimeout(force);
			resolve();
		});
		server.closeIdleConnections();
	});
}
