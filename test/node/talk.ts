import { connect, type Socket } from "node:net";

/** A connection that speaks whatever bytes a test wants. */
export interface Conversation {
	readonly socket: Socket;
	/** What came until now. */
	heard(): string;
	/** Waits until the other side has ended the connection; gives all that came. */
	end(): Promise<string>;
	/** Waits until this has come. */
	until(text: string | RegExp): Promise<string>;
}

/** In milliseconds; nothing here takes long, a machine under load may. */
const patience = 15_000;

/** Opens a connection and sends the texts, each byte as one character. */
export function talk(origin: string, ...texts: readonly string[]): Conversation {
	const { hostname, port } = new URL(origin);
	const socket = connect({ host: hostname, port: Number(port), allowHalfOpen: false });
	const chunks: Buffer[] = [];
	const heard = (): string => Buffer.concat(chunks).toString("latin1");
	socket.on("data", (chunk) => chunks.push(chunk));
	socket.on("error", () => undefined);
	for (const text of texts) socket.write(Buffer.from(text, "latin1"));

	function waitUntil(isSo: () => boolean): Promise<string> {
		return new Promise((resolve, reject) => {
			const timer = setTimeout(
				() => reject(new Error(`Waited in vain.\n${heard().slice(0, 500)}`)),
				patience,
			);
			const look = (): void => {
				if (!isSo()) return;
				clearTimeout(timer);
				resolve(heard());
			};
			socket.on("data", look);
			socket.on("close", look);
			look();
		});
	}

	return {
		socket,
		heard,
		end: () => waitUntil(() => socket.closed),
		until: (text) =>
			waitUntil(() => (typeof text === "string" ? heard().includes(text) : text.test(heard()))),
	};
}

/** The status codes of the responses in a text, in their order. */
export function statusesOf(text: string): number[] {
	return [...text.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status));
}
