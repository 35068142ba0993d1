import { connect, createServer, type Socket } from "node:net";

export interface Relay {
	readonly port: number;
	/**
	 * Leads new connections to this port from now on. Those to the former one are closed as soon as they are quiet;
	 * resolves when they are.
	 */
	leadTo(port: number): Promise<void>;
	/** Takes no more connections and ends the open ones. */
	close(): void;
}

/** A client that waits this long between two requests finds its connection closed, not broken. In milliseconds. */
const quiet = 20;
/** How long a connection may go on with a server that is to end, in milliseconds. */
const patience = 3_000;

/**
 * Keeps one port open while the servers behind it come and go: a connection's bytes pass unchanged both ways.
 * Connections that come before there is a server wait for it. Rejects where the port cannot be opened.
 */
export async function openRelay(host: string, port: number): Promise<Relay> {
	let target: number | undefined;
	const open = new Map<Socket, { isAnswered: boolean }>();
	const waiting = new Set<Socket>();

	function join(near: Socket, behind: number): void {
		const far = connect({ host, port: behind, allowHalfOpen: true, noDelay: true });
		const state = { isAnswered: true };
		open.set(near, state);
		near.pipe(far).pipe(near);
		near.on("data", () => {
			state.isAnswered = false;
		});
		far.on("data", () => {
			state.isAnswered = true;
		});
		near.on("error", () => far.destroy());
		far.on("error", () => near.destroy());
		far.on("close", () => near.end());
		near.on("close", () => {
			open.delete(near);
			far.destroy();
		});
	}

	function closeWhenQuiet(near: Socket): Promise<void> {
		return new Promise((resolve) => {
			const limit = setTimeout(() => near.destroy(), patience);
			near.on("close", () => {
				clearTimeout(limit);
				resolve();
			});
			near.setTimeout(quiet, () => {
				// A request may have come that a busy process has not read yet.
				setImmediate(() => {
					if (open.get(near)?.isAnswered) near.destroySoon();
				});
			});
		});
	}

	const server = createServer({ allowHalfOpen: true, noDelay: true }, (socket) => {
		if (target !== undefined) return join(socket, target);
		waiting.add(socket);
		socket.on("error", () => waiting.delete(socket));
	});
	await new Promise<void>((resolve, reject) => {
		server.once("error", reject);
		server.listen(port, host, resolve);
	});
	const bound = server.address();
	return {
		port: typeof bound === "object" && bound ? bound.port : port,
		async leadTo(behind) {
			const former = [...open.keys()];
			target = behind;
			for (const socket of waiting) join(socket, behind);
			waiting.clear();
			await Promise.all(former.map(closeWhenQuiet));
		},
		close() {
			server.close();
			for (const socket of [...open.keys(), ...waiting]) socket.destroy();
		},
	};
}
