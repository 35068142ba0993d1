import { connect, createServer, type Socket } from "node:net";

/** One request and its answer, as they went over the wire. */
export interface Exchange {
	readonly method: string;
	readonly target: string;
	/** By lower-case name. */
	readonly requestHeaders: ReadonlyMap<string, string>;
	readonly status: number;
	/** By lower-case name. */
	readonly headers: ReadonlyMap<string, string>;
	readonly bodyBytes: number;
}

export interface WireLog {
	readonly origin: string;
	/** What went over the wire since it was last asked. */
	take(): Exchange[];
	close(): void;
}

/** Stands between readers and a server and writes down what both say, without changing a byte. */
export async function openWireLog(server: string): Promise<WireLog> {
	const { hostname, port } = new URL(server);
	let wires: { asked: Buffer[]; answered: Buffer[] }[] = [];
	const sockets = new Set<Socket>();
	const proxy = createServer((near) => {
		const wire = { asked: [] as Buffer[], answered: [] as Buffer[] };
		wires.push(wire);
		const far = connect({ host: hostname, port: Number(port) });
		near.on("data", (chunk) => wire.asked.push(chunk));
		far.on("data", (chunk) => wire.answered.push(chunk));
		near.pipe(far).pipe(near);
		for (const [one, other] of [
			[near, far],
			[far, near],
		] as const) {
			sockets.add(one);
			one.on("error", () => other.destroy());
			one.on("close", () => other.destroy());
		}
	});
	await new Promise<void>((resolve) => proxy.listen(0, "127.0.0.1", resolve));
	const address = proxy.address();
	return {
		origin: `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`,
		take() {
			const exchanges = wires.flatMap(({ asked, answered }) =>
				readExchanges(Buffer.concat(asked), Buffer.concat(answered)),
			);
			wires = [];
			return exchanges;
		},
		close() {
			proxy.close();
			for (const socket of sockets) socket.destroy();
		},
	};
}

/** Requests without bodies, and answers that say how long they are. */
function readExchanges(asked: Buffer, answered: Buffer): Exchange[] {
	const requests = asked.toString("latin1").split("\r\n\r\n").slice(0, -1);
	let position = 0;
	return requests.map((request) => {
		const [line = "", ...fields] = request.split("\r\n");
		const [method = "", target = ""] = line.split(" ");
		const end = answered.indexOf("\r\n\r\n", position);
		const [statusLine = "", ...answerFields] = answered
			.subarray(position, end)
			.toString("latin1")
			.split("\r\n");
		const status = Number(statusLine.split(" ")[1]);
		const headers = readFields(answerFields);
		const hasBody = method !== "HEAD" && status !== 304 && status !== 204;
		const bodyBytes = hasBody ? Number(headers.get("content-length")) : 0;
		position = end + 4 + bodyBytes;
		return { method, target, requestHeaders: readFields(fields), status, headers, bodyBytes };
	});
}

function readFields(fields: readonly string[]): ReadonlyMap<string, string> {
	return new Map(
		fields.map((field) => {
			const colon = field.indexOf(":");
			return [field.slice(0, colon).toLowerCase(), field.slice(colon + 1).trim()] as const;
		}),
	);
}
