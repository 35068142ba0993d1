import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "./client.ts";
import { documents, opml } from "./publication.ts";
import { type RawRequest, type RawResponse, sendRaw } from "./raw-http.ts";
import { startNode, startWorkerd } from "./servers.ts";

const transportHeaders = new Set(["date", "connection", "keep-alive", "transfer-encoding"]);

/** Requirement 160, and 17 for what a document is known by. */
describe("Node and workerd", () => {
	let servers: readonly RunningServer[] = [];
	beforeAll(async () => {
		servers = await Promise.all([
			startNode("https://example.org"),
			startWorkerd("https://example.org"),
		]);
	}, 90_000);
	afterAll(() => Promise.all(servers.map((server) => server.close())));

	const expectSame = async (request: RawRequest): Promise<void> => {
		const answers = await Promise.all(servers.map(({ origin }) => sendRaw(origin, request)));
		const [node, workerd] = answers.map(comparable);
		expect(workerd, `${request.method ?? "GET"} ${request.target}`).toEqual(node);
	};

	it("answer every document alike, in every coding, by GET and HEAD (160)", async () => {
		for (const document of documents) {
			for (const coding of ["", "gzip", "zstd", "br", "identity;q=0"]) {
				const headers = [["Accept-Encoding", coding]] as const;
				await expectSame({ target: encodeURI(document), headers });
				await expectSame({ method: "HEAD", target: encodeURI(document), headers });
			}
		}
	});

	it("answer conditional requests alike (17, 160)", async () => {
		const [node] = servers;
		for (const document of ["/rss.xml", "/news/atom.xml", "/новости/feed.json", "/", opml]) {
			const target = encodeURI(document);
			const { header } = await sendRaw(node?.origin ?? "", { target });
			const etag = header("etag") ?? "";
			const lastModified = header("last-modified") ?? "";
			for (const [name, value] of [
				["If-None-Match", etag],
				["If-None-Match", `"x", ${etag.replace("W/", "")}`],
				["If-None-Match", `${etag.slice(0, -1)}-gzip"`],
				["If-None-Match", '"stale"'],
				["If-None-Match", ""],
				["If-Modified-Since", lastModified],
				["If-Modified-Since", "garbage"],
				["If-Match", etag],
				["If-Unmodified-Since", lastModified],
			] as const) {
				await expectSame({ target, headers: [[name, value]] });
				await expectSame({ method: "HEAD", target, headers: [[name, value]] });
			}
		}
	});

	it("answer everything else alike (160)", async () => {
		for (const target of [
			"/healthz",
			"/news",
			"/news/index.html",
			encodeURI("/новости"),
			"/rss.xml?utm_source=x",
			"/nothing-here",
			"/%zz",
			"/%ff",
			"/news%2frss.xml",
			"/rss.xml%00",
			"//rss.xml",
			"/guides/../rss.xml",
			"/%2e%2e/rss.xml",
			"http://elsewhere.example/rss.xml",
			`/${"a".repeat(5000)}`,
		]) {
			for (const method of ["GET", "HEAD", "OPTIONS", "DELETE"])
				await expectSame({ method, target });
		}
	});
});

function comparable({ status, headers, body }: RawResponse): unknown {
	const kept = headers.filter(([name]) => !transportHeaders.has(name));
	// One is asked a moment after the other.
	const text = body.toString("latin1").replace(/"ageInSeconds":\d+/, "");
	return { status, headers: new Map(kept.toSorted()), body: text };
}
