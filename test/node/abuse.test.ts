import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createApp } from "../../src/http/app.ts";
import type { Shelf } from "../../src/http/shelf.ts";
import { defaultLimits, type Listener, listen, type ServerLimits } from "../../src/node/listen.ts";
import { buildLightResponse } from "../../src/node/plain/light-response.ts";
import { readHeaders } from "../../src/node/read-headers.ts";
import { nodeOptions } from "../http/local-server.ts";
import { createMemoryShelf } from "../http/memory-shelf.ts";
import { statusesOf, talk } from "./talk.ts";

const host = "Host: example.org\r\n";
const get = (target: string, headers = ""): string =>
	`GET ${target} HTTP/1.1\r\n${host}${headers}\r\n`;
const closing = "Connection: close\r\n";

/** A shelf with one feed more, which is large. */
function createLargeShelf(manner: "at once" | "later"): Shelf {
	const shelf = createMemoryShelf(manner);
	const bytes = new Uint8Array(20_000_000).fill(0x61);
	return {
		...shelf,
		find: (address, now) =>
			address === "/large.xml"
				? {
						document: {
							address,
							kind: "feed",
							contentType: "application/rss+xml; charset=utf-8",
							etag: 'W/"large"',
							maxAgeInSeconds: 1800,
							codings: [],
							sizeInBytes: bytes.length,
						},
					}
				: shelf.find(address, now),
		read: (document, coding) =>
			document.address === "/large.xml" ? bytes : shelf.read(document, coding),
	};
}

/** How an app's responses are made: as `serve` makes them, and as any app does. */
const light = { buildResponse: buildLightResponse, readHeaders };
const kinds = [
	["light", "at once", light],
	["light", "later", light],
	["whole", "at once", {}],
] as const;

/** Requirements 44 to 49, 162 to 164, for a server that strangers can reach. */
describe.each(kinds)("listen, with %s responses that are there %s", (_kind, manner, making) => {
	let listener: Listener;
	const errors: Error[] = [];

	async function start(limits: Partial<ServerLimits> = {}): Promise<void> {
		await listener?.close();
		const app = createApp(
			createLargeShelf(manner),
			nodeOptions({
				...making,
				isOverloaded: () => listener.isOverloaded(),
				onError: (error) => errors.push(error),
			}),
		);
		listener = await listen(
			(request) => app.fetch(request),
			{ host: "127.0.0.1", port: 0 },
			{ ...defaultLimits, keepAliveTimeout: 500, ...limits },
		);
	}

	const isWell = async (): Promise<boolean> =>
		statusesOf(await talk(listener.origin, get("/rss.xml", closing)).end())[0] === 200;

	beforeEach(() => start());
	afterEach(async () => {
		await listener.close();
		expect(errors.splice(0)).toEqual([]);
	});

	it.each([
		["a method that nobody knows", `FEED /rss.xml HTTP/1.1\r\n${host}\r\n`, 501],
		["a method in small letters", `get /rss.xml HTTP/1.1\r\n${host}\r\n`, 501],
		["CONNECT", `CONNECT example.org:443 HTTP/1.1\r\n${host}\r\n`, 405],
		["TRACE", `TRACE /rss.xml HTTP/1.1\r\n${host}${closing}\r\n`, 405],
		["PROPFIND", `PROPFIND /rss.xml HTTP/1.1\r\n${host}${closing}\r\n`, 405],
		["QUERY with a body", `QUERY / HTTP/1.1\r\n${host}${closing}Content-Length: 3\r\n\r\nabc`, 405],
		["no HTTP at all", "hello?\r\n\r\n", 400],
		["the beginning of TLS", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03", 400],
		["HTTP/2 in clear", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400],
		["a version that is none", `GET /rss.xml HTTP/9.9\r\n${host}\r\n`, 400],
		["a space in the target", `GET /rss .xml HTTP/1.1\r\n${host}\r\n`, 400],
		["no Host", "GET /rss.xml HTTP/1.1\r\n\r\n", 400],
		["two Hosts", `GET /rss.xml HTTP/1.1\r\n${host}Host: other.example\r\n\r\n`, 400],
		[
			"a Host that is no address",
			"GET /%2e%2e HTTP/1.1\r\nHost: 9.9.9.9.9\r\nConnection: close\r\n\r\n",
			400,
		],
		["a Host with a space", "GET /rss.xml HTTP/1.1\r\nHost: a b\r\nConnection: close\r\n\r\n", 400],
		[
			"a Host with a path",
			"GET /rss.xml HTTP/1.1\r\nHost: a/b?c\r\nConnection: close\r\n\r\n",
			400,
		],
		["a target of 5,000 characters", get(`/${"a".repeat(5000)}`, closing), 414],
		["a target of 9,000 characters", get(`/${"a".repeat(9000)}`, closing), 414],
		["a query of 9,000 characters", get(`/rss.xml?${"a".repeat(9000)}`, closing), 414],
		["a target of 40,000 characters", get(`/${"a".repeat(40_000)}`), 414],
		["a target of 100,000 characters", get(`/${"a".repeat(100_000)}`), 414],
		["a header of 40,000 characters", get("/rss.xml", `X-A: ${"a".repeat(40_000)}\r\n`), 431],
		["a header of 100,000 characters", get("/rss.xml", `X-A: ${"a".repeat(100_000)}\r\n`), 431],
		["10,000 headers", get("/rss.xml", "X-A: b\r\n".repeat(10_000)), 431],
		["a header without a name", get("/rss.xml", ": b\r\n"), 400],
		["a zero byte in a header", get("/rss.xml", "X-A: a\0b\r\n"), 400],
		["a length that is none", `POST / HTTP/1.1\r\n${host}Content-Length: x\r\n\r\n`, 400],
		[
			"a length and chunks (request smuggling)",
			`POST / HTTP/1.1\r\n${host}Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n`,
			400,
		],
		["a body in a coding without an end", get("/rss.xml", "Transfer-Encoding: gzip\r\n"), 400],
		[
			"chunks behind another coding that is the last",
			get("/rss.xml", "Transfer-Encoding: chunked, gzip\r\n"),
			400,
		],
		[
			"chunks of HTTP/1.0",
			"GET /rss.xml HTTP/1.0\r\nConnection: keep-alive\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
			400,
		],
		["a wish that nobody grants", get("/rss.xml", `${closing}Expect: a-miracle\r\n`), 417],
	])("refuses %s, ends the connection, and goes on", async (_, bytes, status) => {
		const heard = await talk(listener.origin, bytes).end();
		expect(statusesOf(heard)).toEqual([status]);
		expect(heard).toMatch(/\r\nDate: /);
		for (const line of ["content-length: \\d+", "cache-control: no-store", "connection: close"])
			expect(heard).toMatch(new RegExp(`\r\n${line}\r\n`, "i"));
		expect(heard.toLowerCase()).toContain("\r\nx-content-type-options: nosniff\r\n");
		if (status === 405) expect(heard.toLowerCase()).toContain("\r\nallow: get, head, options\r\n");
		expect(await isWell()).toBe(true);
	});

	it.each([
		["HTTP/1.0 without a Host", "GET /rss.xml HTTP/1.0\r\n\r\n", [200]],
		["an absolute target", get("http://elsewhere.example/rss.xml", closing), [200]],
		["OPTIONS *", `OPTIONS * HTTP/1.1\r\n${host}${closing}\r\n`, [204]],
		[
			"an offer to upgrade",
			get("/rss.xml", "Connection: upgrade, close\r\nUpgrade: h2c\r\n"),
			[200],
		],
		[
			"a body that nobody reads",
			`${get("/rss.xml", "Content-Length: 3\r\n")}abc${get("/", closing)}`,
			[200, 200],
		],
		[
			"pipelined requests, in their order",
			`${get("/rss.xml", "If-None-Match: *\r\n")}${get("/nothing")}${get("/news")}${get("/atom.xml", closing)}`,
			[304, 404, 301, 200],
		],
		[
			"a good request and the mistake behind it",
			`${get("/rss.xml", "If-None-Match: *\r\n")}nonsense\r\n\r\n`,
			[304, 400],
		],
		["a good request and bytes of nothing behind it", `${get("/rss.xml")}\0\0\r\n\r\n`, [200, 400]],
		[
			"the last request, and none behind it",
			get("/rss.xml", closing) + get("/atom.xml") + get("/atom.xml"),
			[200],
		],
		["empty lines before a request", `\r\n\r\n${get("/rss.xml", closing)}`, [200]],
		["lines that end without a carriage return", "GET /rss.xml HTTP/1.0\n\n", [400]],
	])("answers %s", async (_, bytes, statuses) => {
		expect(statusesOf(await talk(listener.origin, bytes).end())).toEqual(statuses);
		expect(await isWell()).toBe(true);
	});

	it.each([1, 1000])("answers %d requests of a client that then closes its side", async (count) => {
		const request = get("/rss.xml", "If-None-Match: *\r\n");
		// Node reads so much at once, and with it that the other side has closed.
		const bytesRead = 64 * 1024;
		const padding = count === 1 ? 0 : bytesRead - count * request.length - "X: \r\n".length;
		const last = get("/rss.xml", `If-None-Match: *\r\nX: ${"a".repeat(padding)}\r\n`);
		const conversation = talk(listener.origin, request.repeat(count - 1) + last);
		conversation.socket.end();
		const statuses = statusesOf(await conversation.end());
		expect(statuses).toEqual(Array.from({ length: count }, () => 304));
	});

	it("refuses a body at once, however long it says that it is", async () => {
		const upload = talk(
			listener.origin,
			`POST /rss.xml HTTP/1.1\r\n${host}Content-Length: 999999999\r\n\r\nab`,
		);
		expect(statusesOf(await upload.until("\r\n\r\n"))).toEqual([405]);
		upload.socket.destroy();
		expect(await isWell()).toBe(true);
	});

	it("does not wait for clients that are slow to ask", async () => {
		await start({ headersTimeout: 300, requestTimeout: 600 });
		const [silent, unfinished, slow] = [
			talk(listener.origin),
			talk(listener.origin, "GET /rss.xml HTTP/1.1\r\nHost: exam"),
			talk(listener.origin, "GET /"),
		];
		const dripping = setInterval(() => slow.socket.write("a"), 50);
		try {
			for (const conversation of [silent, unfinished, slow]) {
				const statuses = statusesOf(await conversation.end());
				expect([[], [408]]).toContainEqual(statuses);
			}
		} finally {
			clearInterval(dripping);
		}
		expect(await isWell()).toBe(true);
	});

	it("closes a connection on which nothing is asked any more", async () => {
		const idle = talk(listener.origin, get("/rss.xml", "If-None-Match: *\r\n"));
		expect(statusesOf(await idle.end())).toEqual([304]);
	});

	it("lets go of clients that never read, and holds one copy of what they do not read", async () => {
		await start({ stillness: 600 });
		const before = process.memoryUsage().rss;
		const deaf = Array.from({ length: 50 }, () => {
			const conversation = talk(listener.origin, get("/large.xml").repeat(200));
			conversation.socket.pause();
			return conversation;
		});
		await new Promise((resolve) => setTimeout(resolve, 300));
		// 50 clients asked for 200 GB.
		expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024);
		expect(await isWell()).toBe(true);
		// Node looks twice whether a byte was taken.
		await new Promise((resolve) => setTimeout(resolve, 2_500));
		for (const { socket } of deaf) socket.resume();
		const heard = await Promise.all(deaf.map((conversation) => conversation.end()));
		expect(Math.max(...heard.map((text) => statusesOf(text).length))).toBe(1);
	});

	it("lets go of a client that does not read its one answer", async () => {
		await start({ stillness: 600 });
		const deaf = talk(listener.origin, get("/large.xml"));
		deaf.socket.pause();
		await new Promise((resolve) => setTimeout(resolve, 2_500));
		deaf.socket.resume();
		expect((await deaf.end()).length).toBeLessThan(20_000_000);
	});

	it("outlives a Host that is none", async () => {
		for (const name of ["a:99999", "1.2.3.4.5"]) {
			const conversation = talk(listener.origin, `GET /%2e%2e HTTP/1.1\r\nHost: ${name}\r\n\r\n`);
			expect(statusesOf(await conversation.until("\r\n\r\n"))).toEqual([400]);
			conversation.socket.destroy();
		}
		expect(await isWell()).toBe(true);
	});

	it("counts whoever does not read as busy, whatever they send meanwhile", async () => {
		await start({ busyConnections: 1 });
		const deaf = talk(listener.origin, get("/large.xml"));
		deaf.socket.pause();
		await expect.poll(() => listener.isOverloaded(), { timeout: 5_000 }).toBe(true);
		deaf.socket.write("G");
		await new Promise((resolve) => setTimeout(resolve, 100));
		expect(listener.isOverloaded()).toBe(true);
		deaf.socket.destroy();
		await expect.poll(() => listener.isOverloaded(), { timeout: 5_000 }).toBe(false);
	});

	it.each(["", "TE: trailers\r\n"])(
		"sends answers to their end before it ends itself (%j)",
		async (fields) => {
			const slow = talk(listener.origin, get("/large.xml", fields));
			slow.socket.pause();
			await new Promise((resolve) => setTimeout(resolve, 200));
			const closed = listener.close();
			await new Promise((resolve) => setTimeout(resolve, 200));
			slow.socket.resume();
			expect((await slow.end()).length).toBeGreaterThan(20_000_000);
			await closed;
			await start();
		},
	);

	it("has time for a 304 when it has none for a body (44, 45, 47)", async () => {
		await start({ busyConnections: 3 });
		const stuck = Array.from({ length: 4 }, () => {
			const conversation = talk(listener.origin, get("/large.xml"));
			conversation.socket.pause();
			return conversation;
		});
		const ask = (target: string, headers = ""): Promise<string> =>
			talk(listener.origin, get(target, closing + headers)).end();
		const status = async (): Promise<number | undefined> => statusesOf(await ask("/rss.xml"))[0];
		await expect.poll(status, { timeout: 5_000 }).toBe(503);
		const busy = await ask("/rss.xml");
		expect(statusesOf(busy)).toEqual([503]);
		expect(Number(/^retry-after: (\d+)\r$/im.exec(busy)?.[1])).toBeGreaterThanOrEqual(1);
		expect(busy).toMatch(/^cache-control: no-store\r$/im);
		expect(statusesOf(await ask("/rss.xml", "If-None-Match: *\r\n"))).toEqual([304]);
		expect(statusesOf(await ask("/news"))).toEqual([301]);
		for (const { socket } of stuck) socket.destroy();
		await expect.poll(status, { timeout: 5_000 }).toBe(200);
	});

	it("outlives whatever bytes it is sent", async () => {
		const piece = fc.oneof(
			fc.constantFrom(
				...[
					"GET /rss.xml HTTP/1.1\r\n",
					host,
					"\r\n\r\n",
					"Content-Length: 5\r\n",
					"\r\n",
					"GET ",
					"/",
					"%",
				],
				...[
					"Transfer-Encoding: chunked\r\n",
					"If-None-Match: ",
					"Connection: close\r\n",
					"Upgrade: x\r\n",
					"\0",
				],
			),
			fc.string({ unit: "binary", maxLength: 30 }),
		);
		await fc.assert(
			fc.asyncProperty(fc.array(piece, { maxLength: 12 }), async (pieces) => {
				const bytes = Buffer.from(pieces.join(""), "utf8").toString("latin1");
				const conversation = talk(listener.origin, bytes);
				conversation.socket.end();
				const heard = await conversation.end();
				for (const status of statusesOf(heard)) expect(status).not.toBe(500);
			}),
			{ numRuns: 200 },
		);
		expect(await isWell()).toBe(true);
	});
});
