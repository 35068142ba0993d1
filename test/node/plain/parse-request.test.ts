import { createServer, type IncomingMessage } from "node:http";
import { duplexPair } from "node:stream";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	listFields,
	type PlainRequest,
	parsePlainRequest,
	readField,
} from "../../../src/node/plain/parse-request.ts";

const host = "Host: example.org\r\n";
const get = (target: string, fields = ""): string =>
	`GET ${target} HTTP/1.1\r\n${host}${fields}\r\n`;

/** What Node makes of the same bytes: the requests that it reads, or "refused". */
function readByNode(text: string): Promise<readonly IncomingMessage[] | "refused"> {
	const { promise, resolve } = Promise.withResolvers<readonly IncomingMessage[] | "refused">();
	const requests: IncomingMessage[] = [];
	const server = createServer((request, response) => {
		requests.push(request);
		response.end();
	});
	server.on("clientError", () => resolve("refused"));
	for (const event of ["upgrade", "connect", "checkContinue", "checkExpectation"])
		server.on(event, () => resolve("refused"));
	const [client, connection] = duplexPair();
	server.emit("connection", connection);
	client.resume();
	client.end(Buffer.from(text, "latin1"));
	connection.on("close", () => resolve(requests));
	setTimeout(() => resolve(requests), 50);
	return promise;
}

/** A request as Node read it. */
const tellNodes = ({ method, url, rawHeaders }: IncomingMessage): object => ({
	method,
	target: url,
	fields: rawHeaders.map((text, index) => (index % 2 === 0 ? text.toLowerCase() : text)),
});

const tell = (plain: PlainRequest): object => ({
	method: "GET",
	target: plain.target,
	fields: listFields(plain).flatMap(([name, value]) => [name.toLowerCase(), value]),
});

describe("parsePlainRequest", () => {
	it("reads what readers send", () => {
		const read = parsePlainRequest(
			[
				"GET /news/rss.xml?exclude-tags=a%20b&limit=5 HTTP/1.1",
				"Host: example.org:8080",
				"User-Agent: Mozilla/5.0 (compatible; Reader/1.0; 3 subscribers)",
				"ACCEPT:  */*\t",
				'If-None-Match: W/"abc"',
				"Connection: Keep-Alive",
				"X-Empty:",
				"",
				"",
			].join("\r\n"),
		);
		if (!read) throw new Error("It is not plain.");
		expect(read.target).toBe("/news/rss.xml?exclude-tags=a%20b&limit=5");
		expect(
			["accept", "if-none-match", "x-empty", "x"].map((name) => readField(read, name)),
		).toEqual(["*/*", 'W/"abc"', "", null]);
		expect(listFields(read)).toEqual([
			["Host", "example.org:8080"],
			["User-Agent", "Mozilla/5.0 (compatible; Reader/1.0; 3 subscribers)"],
			["ACCEPT", "*/*"],
			["If-None-Match", 'W/"abc"'],
			["Connection", "Keep-Alive"],
			["X-Empty", ""],
		]);
	});

	it.each([
		...["localhost", "example.org", "a-b.example:80", "feeds.example.org:59999", "127.0.0.1:8080"],
		...["255.249.199.99", "0.0.0.0", "x_y.example", "1.example.org:1"],
	])("reads a request for the host %s", (name) => {
		expect(parsePlainRequest(get("/").replace("example.org", name))).toBeDefined();
		expect(new URL(`http://${name}/`).pathname).toBe("/");
	});

	it.each([
		...[
			"a:99999",
			"a:65536",
			"a:0",
			"a:",
			"256.1.1.1",
			"999.999.999.999",
			"1.2.3.4.5",
			"1.2.3",
			"08.1.1.1",
		],
		...[
			"a.09",
			"1",
			"0x7f",
			"a.0x1",
			"xn--a",
			"www.xn--a.example",
			"a..b",
			".a",
			"a.",
			"[::1]",
			"a/b",
			"EXAMPLE.org\\",
		],
	])("leaves a request for the host %s to Node", (name) => {
		expect(parsePlainRequest(get("/").replace("example.org", name))).toBeUndefined();
	});

	it("does not say what several lines of a field mean", () => {
		const read = parsePlainRequest(get("/", "Accept: a\r\naccept: b\r\n"));
		expect(read && readField(read, "accept")).toBeUndefined();
		expect(read && readField(read, "host")).toBe("example.org");
	});

	it.each([
		["a part of a request", get("/").slice(0, -1)],
		["more than one request", get("/") + get("/")],
		["a body", `${get("/", "Content-Length: 3\r\n")}abc`],
		["a length of none", get("/", "Content-Length: 0\r\n")],
		["a body in chunks", `${get("/", "Transfer-Encoding: chunked\r\n")}0\r\n\r\n`],
		["another method", get("/").replace("GET", "HEAD")],
		["another version", get("/").replace("1.1", "1.0")],
		["an absolute target", get("http://example.org/")],
		["a target that is no path", get("*")],
		["a target with characters that no URL has", get('/a"b')],
		["a target with a backslash", get("/a\\b")],
		["a target with a fragment", get("/a#b")],
		["a target beyond ASCII", get("/é")],
		["very many fields", get("/", "a:\r\n".repeat(1050))],
		["no Host", "GET / HTTP/1.1\r\nAccept: */*\r\n\r\n"],
		["a Host that is none", get("/").replace("example.org", "a/b")],
		["two Hosts", get("/", host)],
		["a folded line", get("/", "Accept: a\r\n b\r\n")],
		["a space before the colon", get("/", "Accept : a\r\n")],
		["a field without a name", get("/", ": a\r\n")],
		["a line without a colon", get("/", "Accept\r\n")],
		["a control character", get("/", "Accept: a\0b\r\n")],
		["a lone carriage return", get("/", "Accept: a\rb\r\n")],
		["lines that end without a carriage return", get("/").replaceAll("\r", "")],
		["an empty line before it", `\r\n${get("/")}`],
		["the wish to close", get("/", "Connection: close\r\n")],
		["the wish to upgrade", get("/", "Connection: upgrade\r\nUpgrade: h2c\r\n")],
		["a connection that a proxy keeps", get("/", "Proxy-Connection: keep-alive\r\n")],
		["a word on how long to keep it", get("/", "Keep-Alive: timeout=5\r\n")],
		["what it takes of transfer codings", get("/", "TE: trailers\r\n")],
		["a trailer", get("/", "Trailer: Expires\r\n")],
		["an offer of HTTP/2", get("/", "HTTP2-Settings: AAMAAABkAAQAAP__\r\n")],
		["an expectation", get("/", "Expect: 100-continue\r\n")],
		["a very long target", get(`/${"a".repeat(9000)}`)],
	])("leaves %s to Node", (_, text) => {
		expect(parsePlainRequest(text)).toBeUndefined();
	});

	it("reads what Node reads, or nothing", async () => {
		const piece = fc.oneof(
			{
				weight: 3,
				arbitrary: fc.constantFrom("Accept: */*\r\n", 'If-None-Match: "a"\r\n', "\r\n"),
			},
			fc.constantFrom(
				...[
					"GET / HTTP/1.1\r\n",
					host,
					"Accept:",
					":",
					" ",
					"\t",
					"\n",
					"\r",
					"\0",
					"\x7f",
					"\x80",
					"\xa0",
				],
				...["Content-Length: 0\r\n", "Content-Length: 1\r\n", "Transfer-Encoding: chunked\r\n"],
				...[
					"Connection: close\r\n",
					"Connection: keep-alive\r\n",
					"accept: b\r\n",
					"__proto__: a\r\n",
				],
				...["Expect: 100-continue\r\n", "Upgrade: x\r\n", "Cookie: a\r\n", "Host: a b\r\n"],
			),
			fc.stringMatching(/^[ -~]{0,8}$/),
		);
		const target = fc.oneof(
			fc.constantFrom("/", "/rss.xml", "/a?b=c", "*", "/%zz"),
			fc.stringMatching(/^\/[!-~]{0,8}$/),
		);
		let plain = 0;
		await fc.assert(
			fc.asyncProperty(target, fc.array(piece, { maxLength: 6 }), async (address, pieces) => {
				const text = `GET ${address} HTTP/1.1\r\n${host}${pieces.join("")}\r\n`;
				const read = parsePlainRequest(text);
				if (read === undefined) return;
				plain += 1;
				const requests = await readByNode(text);
				if (requests === "refused") throw new Error("Node refuses it.");
				expect(requests.map(tellNodes)).toEqual([tell(read)]);
			}),
			{ numRuns: 3000 },
		);
		expect(plain).toBeGreaterThan(300);
	});
});
