import { connect, createServer, type Server, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { openRelay, type Relay } from "../../scripts/worker/relay.ts";

const host = "127.0.0.1";

describe("openRelay", () => {
	const ends: (() => void)[] = [];
	afterEach(() => {
		for (const end of ends.splice(0)) end();
	});

	async function relayTo(...names: readonly string[]): Promise<[Relay, ...number[]]> {
		const relay = await openRelay(host, 0);
		ends.push(relay.close);
		const ports = await Promise.all(names.map(serveName));
		return [relay, ...ports];
	}

	/** A server that answers whatever it is sent with its name, and says so when the other side is done. */
	async function serveName(name: string): Promise<number> {
		const server: Server = createServer({ allowHalfOpen: true }, (socket) => {
			socket.on("data", (chunk) => socket.write(`${name} heard ${chunk}.`));
			socket.on("end", () => socket.end("bye"));
			socket.on("error", () => undefined);
		});
		await new Promise<void>((resolve) => server.listen(0, host, resolve));
		ends.push(() => server.close());
		const address = server.address();
		return typeof address === "object" && address ? address.port : 0;
	}

	const open = (relay: Relay): Socket => connect({ host, port: relay.port, allowHalfOpen: true });
	const nextText = (socket: Socket): Promise<string> =>
		new Promise((resolve) => socket.once("data", (chunk) => resolve(chunk.toString())));
	const closed = (socket: Socket): Promise<void> =>
		new Promise((resolve) => {
			socket.on("close", () => resolve());
			socket.on("end", () => socket.end());
			socket.on("error", () => undefined);
			socket.resume();
		});

	it("lets those wait who come before there is a server", async () => {
		const [relay, port = 0] = await relayTo("A");
		const socket = open(relay);
		socket.write("hello");
		const answer = nextText(socket);
		await new Promise((resolve) => setTimeout(resolve, 50));
		await relay.leadTo(port);
		expect(await answer).toBe("A heard hello.");
		socket.destroy();
	});

	it("passes on that one side is done while the other still speaks", async () => {
		const [relay, port = 0] = await relayTo("A");
		await relay.leadTo(port);
		const socket = open(relay);
		socket.end("last words");
		const chunks: Buffer[] = [];
		for await (const chunk of socket) chunks.push(chunk);
		expect(Buffer.concat(chunks).toString()).toBe("A heard last words.bye");
	});

	it("closes a connection to the former server when it is quiet, and leads the next one on", async () => {
		const [relay, first = 0, second = 0] = await relayTo("A", "B");
		await relay.leadTo(first);
		const socket = open(relay);
		socket.write("1");
		expect(await nextText(socket)).toBe("A heard 1.");
		const end = closed(socket);
		await relay.leadTo(second);
		await end;
		const next = open(relay);
		next.write("2");
		expect(await nextText(next)).toBe("B heard 2.");
		next.destroy();
	});

	it("ends a client's connection when the server behind it is gone", async () => {
		const [relay] = await relayTo();
		await relay.leadTo(1);
		const socket = open(relay);
		socket.write("anybody?");
		await closed(socket);
	});
});
