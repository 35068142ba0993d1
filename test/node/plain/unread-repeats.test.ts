import { Socket } from "node:net";
import { describe, expect, it } from "vitest";
import { type Arrivals, createArrivals } from "../../../src/node/plain/arrivals.ts";
import { holdConnection, type Surroundings } from "../../../src/node/plain/hold-connection.ts";
import { buildLightResponse } from "../../../src/node/plain/light-response.ts";
import { createRepeats, type Repeats } from "../../../src/node/plain/repeats.ts";

const request = "GET / HTTP/1.1\r\nHost: example.org\r\n\r\n";

/** A connection whose client takes what is sent only when it is told to. */
class HeldSocket extends Socket {
	sent = "";
	#taken: (() => void)[] = [];

	override _write(chunk: Buffer | string, _encoding: string, done: () => void): void {
		this.sent += chunk.toString("latin1");
		this.#taken.push(done);
	}

	override _writev(chunks: { chunk: Buffer | string }[], done: () => void): void {
		for (const { chunk } of chunks) this.sent += chunk.toString("latin1");
		this.#taken.push(done);
	}

	/** Resolves when whoever wrote has heard of it. */
	async letGo(): Promise<void> {
		for (const done of this.#taken.splice(0)) done();
		await new Promise(setImmediate);
	}
}

/** What may change between a request and its answer. */
interface State {
	readonly repeats: Repeats;
	readonly arrivals: Arrivals;
	isOverloaded: boolean;
	text: string;
}

const body = new TextEncoder().encode("text");
const headers = { "Content-Length": "4" };

function hold(socket: Socket, told: Partial<Surroundings>): void {
	holdConnection(socket, {
		times: { keepAliveTimeout: 1000, stillness: 1000, lookInterval: 1000 },
		answer: () => buildLightResponse(body, { status: 200, headers }),
		isOverloaded: () => false,
		repeats: createRepeats(() => new Date(0)),
		arrivals: createArrivals(() => 0),
		handOver() {},
		noteBusy() {},
		noteIdle() {},
		...told,
	});
}

describe("holdConnection", () => {
	it("counts whoever does not take what is given once more as busy, until it is taken", async () => {
		const socket = new HeldSocket();
		let [asked, busy] = [0, 0];
		hold(socket, {
			answer() {
				asked += 1;
				return buildLightResponse(body, { status: 200, headers });
			},
			noteBusy() {
				busy += 1;
			},
			noteIdle() {
				busy -= 1;
			},
		});
		const seen: number[] = [];
		for (let count = 0; count < 5; count++) {
			socket.emit("data", Buffer.from(request));
			seen.push(busy);
			await socket.letGo();
			seen.push(busy);
		}
		expect(seen).toEqual(Array.from({ length: 5 }, () => [1, 0]).flat());
		// The second answer is the one that is kept.
		expect(asked).toBe(2);
		const [first, ...others] = socket.sent.split(/(?=HTTP)/);
		expect(others).toEqual(Array.from({ length: 4 }, () => first));
		socket.destroy();
	});

	/** Has an answer kept, then asks once more while connections arrive, and lets something happen before that is answered. */
	async function askInCrowd(meanwhile: (state: State) => void): Promise<readonly string[]> {
		const socket = new HeldSocket();
		const state: State = {
			repeats: createRepeats(() => new Date(0)),
			arrivals: createArrivals(() => 0),
			isOverloaded: false,
			text: "then",
		};
		const asked: string[] = [];
		const own = { "Content-Length": "4" };
		hold(socket, {
			repeats: state.repeats,
			arrivals: state.arrivals,
			isOverloaded: () => state.isOverloaded,
			answer() {
				asked.push(state.text);
				const status = state.isOverloaded ? 503 : 200;
				return buildLightResponse(new TextEncoder().encode(state.text), { status, headers: own });
			},
		});
		for (let count = 0; count < 2; count++) {
			socket.emit("data", Buffer.from(request));
			await socket.letGo();
		}
		expect(state.repeats.find(request)).toBeDefined();
		state.arrivals.note();
		socket.emit("data", Buffer.from(request));
		meanwhile(state);
		while (state.arrivals.areComing()) await new Promise(setImmediate);
		await socket.letGo();
		socket.destroy();
		return [...asked, socket.sent.split(/(?=HTTP)/).at(-1) ?? ""];
	}

	it("gives once more what was asked for in a crowd", async () => {
		expect(await askInCrowd(() => {})).toEqual([
			"then",
			"then",
			expect.stringMatching(/^HTTP\/1\.1 200 .*then$/s),
		]);
	});

	it("asks anew where something was published before a crowd's request is answered", async () => {
		const after = await askInCrowd((state) => {
			state.text = "late";
			state.repeats.forget();
		});
		expect(after).toEqual([
			"then",
			"then",
			"late",
			expect.stringMatching(/^HTTP\/1\.1 200 .*late$/s),
		]);
	});

	it("lets the app refuse a crowd's request where the server is overloaded by then", async () => {
		const after = await askInCrowd((state) => {
			state.isOverloaded = true;
			state.text = "full";
		});
		expect(after.at(-1)).toMatch(/^HTTP\/1\.1 503 .*full$/s);
	});

	it("hands over whoever asks again before taking what is given once more", async () => {
		const socket = new HeldSocket();
		const handedOver: string[] = [];
		hold(socket, { handOver: (_, { bytes }) => handedOver.push(bytes.toString("latin1")) });
		for (let count = 0; count < 2; count++) {
			socket.emit("data", Buffer.from(request));
			await socket.letGo();
		}
		socket.emit("data", Buffer.from(request));
		socket.emit("data", Buffer.from(request));
		expect(handedOver).toEqual([request]);
		expect(socket.sent.match(/HTTP/g)).toHaveLength(3);
		socket.destroy();
	});
});
