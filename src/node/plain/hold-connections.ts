import type { Server } from "node:http";
import type { Socket } from "node:net";
import { createArrivals } from "./arrivals.ts";
import { holdConnection, type PlainConnection, type Surroundings } from "./hold-connection.ts";
import { discardAnswer } from "./light-response.ts";

/** The connections of a server that are not handed over to Node yet. */
export interface PlainConnections {
	/**
	 * The answer to the first request of a connection that was handed over, if it was asked for before: once, to be asked
	 * for when Node has read that request.
	 */
	takeAnswer(socket: Socket): Response | Promise<Response> | undefined;
	/** Closes each behind the answer that is on its way. */
	close(): void;
	/** Closes each at once. */
	destroy(): void;
}

/**
 * Holds the connections of a server as `holdConnection` does. To hand one over is to put back what was read, and to call
 * whoever listened to the server's `connection` event before: Node, whose parser then begins with it.
 */
export function holdConnections(
	server: Server,
	settings: Omit<Surroundings, "arrivals" | "handOver">,
): PlainConnections {
	const toNode = server.rawListeners("connection");
	const held = new Map<Socket, PlainConnection>();
	const answers = new WeakMap<Socket, Response | Promise<Response>>();
	function takeAnswer(socket: Socket): Response | Promise<Response> | undefined {
		const answer = answers.get(socket);
		answers.delete(socket);
		return answer;
	}

	function keepAnswer(socket: Socket, answer: Response | Promise<Response>): void {
		answers.set(socket, answer);
		socket.once("close", () => {
			const untaken = takeAnswer(socket);
			if (untaken) void discardAnswer(untaken);
		});
	}

	const arrivals = createArrivals(() => performance.now());
	const surroundings: Surroundings = {
		...settings,
		arrivals,
		handOver(socket, { bytes, answer }) {
			held.delete(socket);
			if (answer) keepAnswer(socket, answer);
			socket.pause();
			socket.unshift(bytes);
			for (const listener of toNode) Reflect.apply(listener, server, [socket]);
			socket.resume();
		},
	};
	const looking = setInterval(() => {
		for (const connection of held.values()) connection.look();
	}, settings.times.lookInterval);
	looking.unref();
	server.removeAllListeners("connection");
	server.on("connection", (socket: Socket) => {
		arrivals.note();
		held.set(socket, holdConnection(socket, surroundings));
		socket.once("close", () => held.delete(socket));
	});
	return {
		takeAnswer,
		close() {
			clearInterval(looking);
			for (const connection of held.values()) connection.close();
		},
		destroy() {
			for (const socket of held.keys()) socket.destroy();
		},
	};
}
