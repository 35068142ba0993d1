import { connect } from "node:net";
import { setImmediate as nextTurn, setTimeout as pause } from "node:timers/promises";
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { createApp } from "../../../src/http/app.ts";
import type { Shelf } from "../../../src/http/shelf.ts";
import {
	defaultLimits,
	type Listener,
	listen,
	type ServerLimits,
} from "../../../src/node/listen.ts";
import { buildLightResponse } from "../../../src/node/plain/light-response.ts";
import { createRepeats } from "../../../src/node/plain/repeats.ts";
import { readHeaders } from "../../../src/node/read-headers.ts";
import { nodeOptions } from "../../http/local-server.ts";
import { createMemoryShelf } from "../../http/memory-shelf.ts";
import { statusesOf, talk } from "../talk.ts";

const get = (target: string, fields = ""): string =>
	`GET ${target} HTTP/1.1\r\nHost: example.org\r\n${fields}\r\n`;

/** A field that means nothing for the answer, but that only Node reads. */
const unusual = "TE: trailers\r\n";

/** Answers over connections that are not handed to Node until something unusual comes. */
describe("listen", () => {
	let listener: Listener;
	afterEach(() => listener.close());

	/** Gives how often each address was looked for on the shelf. */
	async function start(
		shelf: Shelf = createMemoryShelf("at once"),
		limits: ServerLimits = defaultLimits,
	): Promise<Map<string, number>> {
		const found = new Map<string, number>();
		const counted: Shelf = {
			...shelf,
			find(address, now) {
				found.set(address, (found.get(address) ?? 0) + 1);
				return shelf.find(address, now);
			},
		};
		const clock = () => new Date("2026-11-24T12:00:00Z");
		const options = nodeOptions({
			clock,
			isOverloaded: () => listener.isOverloaded(),
			buildResponse: buildLightResponse,
			readHeaders,
			acceptEncoding: (_request, header) => header("accept-encoding") ?? undefined,
		});
		const app = createApp(counted, options);
		listener = await listen(
			app.fetch,
			{ host: "127.0.0.1", port: 0 },
			limits,
			createRepeats(clock),
		);
		return found;
	}

	/** A shelf that finds nothing before it is told to. */
	function createSlowShelf(): { readonly shelf: Shelf; find(): void } {
		const { promise, resolve } = Promise.withResolvers<void>();
		const shelf = createMemoryShelf("at once");
		return {
			shelf: { ...shelf, find: async (...asked) => promise.then(() => shelf.find(...asked)) },
			find: resolve,
		};
	}

	/** All that is answered to a client that then closes its side. */
	async function ask(text: string, behind: RegExp | string): Promise<string> {
		const conversation = talk(listener.origin, text);
		await conversation.until(behind);
		conversation.socket.end();
		return conversation.end();
	}

	it.each([
		["a feed", get("/rss.xml"), "</rss>"],
		["a feed, with gzip", get("/rss.xml", "Accept-Encoding: gzip\r\n"), "\r\n\r\n"],
		["a feed that is known", get("/rss.xml", "If-None-Match: *\r\n"), "\r\n\r\n"],
		["a feed that is not as expected", get("/rss.xml", 'If-Match: "other"\r\n'), "failed.\n"],
		["a feed with an address in percent-encoding", get("/%6eews/rss.xml"), "</rss>"],
		["nothing", get("/nothing"), "Not found.\n"],
		["a folder without its slash", get("/news"), "Moved permanently.\n"],
		["the state of the server", get("/healthz"), "}\n"],
	])("answers a request for %s with the same bytes as Node", async (_, request, behind) => {
		await start();
		const plain = await ask(request, behind);
		const throughNode = await ask(request.replace(/\r\n$/, `${unusual}\r\n`), behind);
		expect(plain).toMatch(/^HTTP\/1\.1 \d{3} .*\r\n/);
		expect(plain).toBe(throughNode);
	});

	it("answers whatever is asked as Node does", async () => {
		await start();
		const part = fc.constantFrom(
			...[
				"/",
				"rss.xml",
				"news",
				"healthz",
				"..",
				".",
				"%2e%2e",
				"%2F",
				"%zz",
				"%00",
				"%",
				";",
				"//",
			],
			...[
				"?limit=1",
				"?",
				"&tag=a",
				"новости",
				"tags/syndication/atom.xml",
				"index.html",
				"feed.json",
			],
		);
		const target = fc.array(part, { maxLength: 5 }).map((parts) => `/${parts.join("")}`);
		const host = fc.constantFrom(
			...[
				"example.org",
				"127.0.0.1:80",
				"a:99999",
				"1.2.3.4.5",
				"08.1.1.1",
				"999.1.1.1",
				"xn--a",
				"[::1]",
			],
			...["a_b", "a..b", "A.b", "1", "a b", ""],
		);
		const field = fc.constantFrom(
			...["If-None-Match: *", 'If-None-Match: "a"', 'If-Match: "a"', "Accept-Encoding: gzip"],
			...["accept-encoding:\tbr;q=0", "Sec-Fetch-Dest: document", "Sec-Fetch-Mode: navigate"],
			...[
				"If-Modified-Since: Sat, 01 Jan 2000 00:00:00 GMT",
				"Accept: text/html",
				"A-IM: feed",
				"X: \xe9",
			],
		);
		const fields = fc.array(field, { maxLength: 4 });
		await fc.assert(
			fc.asyncProperty(target, host, fields, async (address, name, lines) => {
				const request = `GET ${address} HTTP/1.1\r\n${[`Host: ${name}`, ...lines, "", ""].join("\r\n")}`;
				const plain = await ask(request, "\r\n\r\n");
				expect(plain).toMatch(/^HTTP\/1\.1 \d{3} /);
				// Refusals have the hour of the clock on the wall.
				const sameDate = (text: string) => text.replace(/^Date: .*$/m, "");
				const throughNode = await ask(request.replace(/\r\n$/, `${unusual}\r\n`), "\r\n\r\n");
				expect(sameDate(plain)).toBe(sameDate(throughNode));
			}),
			{ numRuns: 400 },
		);
	});

	it("answers one request after the other over one connection, usual or not", async () => {
		await start();
		const conversation = talk(listener.origin);
		const known = "If-None-Match: *\r\n";
		let count = 0;
		for (const fields of [known, known, known + unusual, known]) {
			conversation.socket.write(get("/rss.xml", fields));
			count += 1;
			await expect.poll(() => statusesOf(conversation.heard()).length).toBe(count);
		}
		conversation.socket.end();
		expect(statusesOf(await conversation.end())).toEqual([304, 304, 304, 304]);
	});

	it("answers a request that comes in pieces, once", async () => {
		const found = await start();
		const conversation = talk(listener.origin);
		for (const character of get("/rss.xml", "If-None-Match: *\r\n")) {
			conversation.socket.write(character);
			await pause(1);
		}
		await conversation.until("\r\n\r\n");
		conversation.socket.end();
		expect(statusesOf(await conversation.end())).toEqual([304]);
		expect(found.get("/rss.xml")).toBe(1);
	});

	it("answers in order whoever does not wait for an answer, and asks for each but once", async () => {
		const { shelf, find } = createSlowShelf();
		const found = await start(shelf);
		const conversation = talk(listener.origin, get("/rss.xml", "If-None-Match: *\r\n"));
		await expect.poll(() => found.get("/rss.xml")).toBe(1);
		conversation.socket.write(get("/news"));
		await pause(20);
		find();
		await conversation.until("Moved permanently.\n");
		conversation.socket.end();
		expect(statusesOf(await conversation.end())).toEqual([304, 301]);
		expect(found.get("/rss.xml")).toBe(1);
	});

	it("answers whoever has closed its side meanwhile", async () => {
		const { shelf, find } = createSlowShelf();
		const found = await start(shelf);
		const conversation = talk(listener.origin, get("/rss.xml", "If-None-Match: *\r\n"));
		await expect.poll(() => found.get("/rss.xml")).toBe(1);
		conversation.socket.end();
		await pause(20);
		find();
		expect(statusesOf(await conversation.end())).toEqual([304]);
	});

	it.each([
		["200", get("/rss.xml", "Accept-Encoding: gzip\r\n"), "\r\n\r\n"],
		["304", get("/rss.xml", "If-None-Match: *\r\n"), "\r\n\r\n"],
	])("gives a %s once more without looking for it, byte for byte", async (_, request, behind) => {
		const found = await start();
		const first = await ask(request, behind);
		for (let count = 0; count < 5; count++) expect(await ask(request, behind)).toBe(first);
		expect(found.get("/rss.xml")).toBe(2);
	});

	it("gives no body once more when there is too much to do, but a 304", async () => {
		const limits = { ...defaultLimits };
		await start(createMemoryShelf("at once"), limits);
		const statusesNow = async (): Promise<(number | undefined)[]> => {
			const whole = await ask(get("/rss.xml"), "\r\n\r\n");
			const known = await ask(get("/rss.xml", "If-None-Match: *\r\n"), "\r\n\r\n");
			return [whole, known].map((heard) => statusesOf(heard)[0]);
		};
		for (let count = 0; count < 3; count++) expect(await statusesNow()).toEqual([200, 304]);
		limits.busyConnections = 0;
		expect(await statusesNow()).toEqual([503, 304]);
	});

	it("sends a body of unknown length in chunks, and asks for it but once", async () => {
		const shelf = createMemoryShelf("at once");
		const found = await start({
			...shelf,
			read: () => new Blob(["a".repeat(100_000)]).stream(),
		});
		const heard = await ask(get("/rss.xml", "Accept-Encoding: gzip\r\n"), "\r\n0\r\n\r\n");
		expect(statusesOf(heard)).toEqual([200]);
		expect(heard.toLowerCase()).toContain("transfer-encoding: chunked");
		expect(found.get("/rss.xml")).toBe(1);
	});

	it("outlives an answer that cannot be sent", async () => {
		const answer = () => buildLightResponse(null, { status: 200, headers: { "X-A": "\u0100" } });
		listener = await listen(answer, { host: "127.0.0.1", port: 0 });
		for (let count = 0; count < 2; count++)
			expect(statusesOf(await talk(listener.origin, get("/")).end())).toEqual([500]);
	});

	it("lets go of a body that nobody gets", async () => {
		let cancelled = 0;
		const { shelf, find } = createSlowShelf();
		const found = await start(
			{
				...shelf,
				read: () =>
					new ReadableStream({
						cancel() {
							cancelled += 1;
						},
					}),
			},
			{ ...defaultLimits, targetLength: 20 },
		);
		const asking = [
			talk(listener.origin, get("/rss.xml")),
			talk(listener.origin, get("/rss.xml")),
			talk(listener.origin, get(`/rss.xml?limit=${"0".repeat(20)}`)),
		];
		await expect.poll(() => found.get("/rss.xml")).toBe(3);
		asking[0]?.socket.resetAndDestroy();
		asking[1]?.socket.end();
		await pause(20);
		find();
		expect(statusesOf((await asking[2]?.end()) ?? "")).toEqual([414]);
		await expect.poll(() => cancelled).toBe(3);
	});

	it("closes at its end what waits for a request, and sends the answers that are on their way", async () => {
		const { shelf, find } = createSlowShelf();
		const found = await start(shelf);
		const [idle, asking] = [
			talk(listener.origin),
			talk(listener.origin, get("/rss.xml", "If-None-Match: *\r\n")),
		];
		await expect.poll(() => found.get("/rss.xml")).toBe(1);
		const closed = listener.close();
		expect(await idle.end()).toBe("");
		expect(asking.heard()).toBe("");
		find();
		expect(statusesOf(await asking.end())).toEqual([304]);
		await closed;
	});

	it("answers a request that came in time, however late it is read", async () => {
		await start(createMemoryShelf("at once"), { ...defaultLimits, keepAliveTimeout: 500 });
		const started = performance.now();
		const until = (elapsed: number) => pause(started + elapsed - performance.now());
		const request = get("/rss.xml", "If-None-Match: *\r\n");
		const conversation = talk(listener.origin, request);
		// Connections are looked at once a second: the second look finds it idle for too long.
		await until(1900);
		// Behind it in the loop come the timers, and only then what has arrived.
		await nextTurn();
		conversation.socket.write(request);
		while (performance.now() < started + 2200);
		await expect.poll(() => statusesOf(conversation.heard())).toEqual([304, 304]);
		expect(await conversation.end()).not.toBe("");
	});

	it("does not let those who are connected keep a crowd waiting", async () => {
		await start();
		const request = get("/rss.xml", "If-None-Match: *\r\n");
		const { port } = new URL(listener.origin);
		let answered = 0;
		let last = 0;
		const clients = Array.from({ length: 300 }, () => {
			let isFirst = true;
			const socket = connect(Number(port), "127.0.0.1");
			socket.on("error", () => undefined);
			socket.on("data", () => {
				answered += 1;
				if (isFirst) last = answered;
				isFirst = false;
				socket.write(request);
			});
			socket.write(request);
			return socket;
		});
		await pause(1500);
		for (const client of clients) client.destroy();
		// The last of 300 has its first answer before each has had a few: at one in a turn there would be tens of thousands.
		expect(last).toBeGreaterThanOrEqual(300);
		expect(last).toBeLessThan(300 * 20);
	});
});
