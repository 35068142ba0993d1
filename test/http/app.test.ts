import { describe, expect, it } from "vitest";
import { createApp } from "../../src/http/app.ts";
import type { Found, Health, ServedDocument, Shelf } from "../../src/http/shelf.ts";
import { nodeOptions } from "./local-server.ts";

const now = new Date("2026-11-23T12:00:00Z");

const feed: ServedDocument = {
	address: "/rss.xml",
	kind: "feed",
	contentType: "application/rss+xml; charset=utf-8",
	etag: 'W/"abc"',
	lastModified: new Date("2041-01-01T00:00:00Z"),
	maxAgeInSeconds: 1800,
	codings: ["br", "gzip"],
	sizeInBytes: 6,
};

const notReady: Health = { ready: false, articles: 0, feeds: 0, documents: 0 };
const healthy: Health = { ready: true, articles: 1, feeds: 3, documents: 9 };

function shelfWith(found: Readonly<Record<string, Found>>, changes: Partial<Shelf> = {}): Shelf {
	return {
		find: (address) => found[address],
		read: () => new TextEncoder().encode("<rss/>"),
		health: () => healthy,
		...changes,
	};
}

const oneFeed = { "/rss.xml": { document: feed } };

describe("createApp", () => {
	it("answers 503 with a time to come back, instead of 404, while the articles are being read (44)", async () => {
		const app = createApp(shelfWith({}, { health: () => notReady }), nodeOptions());
		for (const path of ["/rss.xml", "/", "/healthz"]) {
			const response = await app.request(path);
			expect([path, response.status]).toEqual([path, 503]);
			expect(Number(response.headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
			expect(response.headers.get("cache-control")).toBe("no-store");
		}
	});

	it("reports its health: whether it is ready, how much it serves, and how long ago that changed", async () => {
		const report = async (health: Health) => {
			const app = createApp(
				shelfWith({}, { health: () => health }),
				nodeOptions({ clock: () => now }),
			);
			return await (await app.request("/healthz")).json();
		};
		const lastChange = new Date("2026-11-23T11:58:30.500Z");
		expect(await report({ ...healthy, lastChange })).toEqual({
			status: "ok",
			ready: true,
			articles: 1,
			feeds: 3,
			documents: 9,
			lastChange: "2026-11-23T11:58:30.500Z",
			ageInSeconds: 89,
		});
		const early = new Date("2026-11-23T12:00:05Z");
		expect(await report({ ...healthy, lastChange: early })).toMatchObject({ ageInSeconds: 0 });
		expect(await report(notReady)).toEqual({
			status: "starting",
			ready: false,
			articles: 0,
			feeds: 0,
			documents: 0,
		});
	});

	it("knows its own health by every spelling of the address, and by no other address", async () => {
		const app = createApp(shelfWith(oneFeed), nodeOptions({ basePath: "/blog" }));
		const statusOf = async (path: string) => (await app.request(path)).status;
		for (const path of ["/healthz", "/%68ealthz", "/healthz?a", "/blog/healthz"])
			expect([path, await statusOf(path)]).toEqual([path, 200]);
		for (const path of ["/healthz/a", "/a/healthz", "/healthzz", "/?/healthz"])
			expect([path, await statusOf(path)]).toEqual([path, 404]);
		expect((await app.request("/healthz", { method: "OPTIONS" })).status).toBe(204);
		expect((await app.request("/healthz", { method: "POST" })).status).toBe(405);
	});

	it("serves what it has while the rest is being read (164)", async () => {
		const app = createApp(shelfWith(oneFeed, { health: () => notReady }), nodeOptions());
		expect((await app.request("/rss.xml")).status).toBe(200);
	});

	it("answers 500 and tells the log, not the client, what went wrong", async () => {
		const fail = (): never => {
			throw new Error("the secret cause");
		};
		for (const changes of [
			{ find: fail },
			{ read: fail },
			{ find: async () => fail() },
			{ read: async () => fail() },
		]) {
			const errors: Error[] = [];
			const onError = (error: Error): void => void errors.push(error);
			const app = createApp(shelfWith(oneFeed, changes), nodeOptions({ onError }));
			const response = await app.request("/rss.xml");
			expect(response.status).toBe(500);
			expect(await response.text()).toBe("Internal server error.\n");
			expect(response.headers.get("cache-control")).toBe("no-store");
			expect(errors.map(({ message }) => message)).toEqual(["the secret cause"]);
		}
	});

	it("answers at once where the shelf does, so that a poll waits for nothing (31)", () => {
		const app = createApp(shelfWith(oneFeed), nodeOptions());
		expect(app.fetch(new Request("http://localhost/rss.xml"))).not.toBeInstanceOf(Promise);
	});

	it("does not read a document to say that it has not changed (31)", async () => {
		const read = (): never => {
			throw new Error("The document was read.");
		};
		const app = createApp(shelfWith(oneFeed, { read }), nodeOptions());
		const headers = { "If-None-Match": 'W/"abc"' };
		expect((await app.request("/rss.xml", { headers })).status).toBe(304);
	});

	it("does not read a document to say how long its plain text is", async () => {
		const read = (): never => {
			throw new Error("The document was read.");
		};
		const app = createApp(shelfWith(oneFeed, { read }), nodeOptions());
		const head = await app.request("/rss.xml", { method: "HEAD" });
		expect([head.status, head.headers.get("content-length")]).toEqual([200, "6"]);
	});

	it("follows the shelf to where a document has moved, whatever the conditions (26)", async () => {
		const moved = { "/feed/": { movedTo: "/%D0%BD/rss.xml" } };
		const app = createApp(shelfWith(moved), nodeOptions({ basePath: "/blog" }));
		for (const path of ["/feed/", "/feed", "/blog/feed/", "/blog/feed", "/feed/?a=b"]) {
			const response = await app.request(path, { headers: { "If-None-Match": "*" } });
			expect([path, response.status]).toEqual([path, 301]);
			expect(response.headers.get("location")).toBe("/blog/%D0%BD/rss.xml");
		}
	});

	it("says of what has ended that it is gone, whatever the conditions (26)", async () => {
		const app = createApp(
			shelfWith({ "/old/rss.xml": { gone: true }, "/old/": { gone: true } }),
			nodeOptions(),
		);
		for (const path of ["/old/rss.xml", "/old/", "/old", "/old/index.html"]) {
			const response = await app.request(path, { headers: { "If-None-Match": "*" } });
			expect([path, response.status, await response.text()]).toEqual([path, 410, "Gone.\n"]);
		}
	});

	it("answers with the site's path and without it, and for a section of the same name", async () => {
		const section = { ...feed, address: "/blog/atom.xml", etag: 'W/"section"' };
		const found = { ...oneFeed, "/": { document: feed }, "/blog/atom.xml": { document: section } };
		const app = createApp(shelfWith(found), nodeOptions({ basePath: "/blog" }));
		const etagOf = async (path: string): Promise<string | null> =>
			(await app.request(path)).headers.get("etag");
		expect(await etagOf("/rss.xml")).toBe(feed.etag);
		expect(await etagOf("/blog/rss.xml")).toBe(feed.etag);
		expect(await etagOf("/blog/blog/atom.xml")).toBe(section.etag);
		expect(await etagOf("/blog/atom.xml")).toBe(section.etag);
		expect((await app.request("/blog/healthz")).status).toBe(200);
		const root = await app.request("/blog");
		expect([root.status, root.headers.get("location")]).toEqual([301, "/blog/"]);
	});

	it("compares dates with the Last-Modified that it sends, not with one in the future (13)", async () => {
		const app = createApp(shelfWith(oneFeed), nodeOptions({ clock: () => now }));
		const lastModified = (await app.request("/rss.xml")).headers.get("last-modified") ?? "";
		expect(lastModified).toBe("Mon, 23 Nov 2026 12:00:00 GMT");
		const headers = { "If-Modified-Since": lastModified };
		expect((await app.request("/rss.xml", { headers })).status).toBe(304);
	});

	it("asks the runtime which codings the client takes, not the request (32)", async () => {
		const app = createApp(shelfWith(oneFeed), nodeOptions({ acceptEncoding: () => "gzip" }));
		const response = await app.request("/rss.xml", { headers: { "Accept-Encoding": "br" } });
		expect(response.headers.get("content-encoding")).toBe("gzip");
	});

	it("passes streams on, and lets go of them for HEAD", async () => {
		let cancelled = 0;
		const read = () =>
			new ReadableStream<Uint8Array>(
				{
					pull(controller) {
						controller.enqueue(new TextEncoder().encode("<rss/>"));
						controller.close();
					},
					cancel() {
						cancelled += 1;
					},
				},
				{ highWaterMark: 0 },
			);
		const app = createApp(shelfWith(oneFeed, { read }), nodeOptions());
		const get = await app.request("/rss.xml");
		expect(get.headers.get("content-length")).toBe("6");
		expect(await get.text()).toBe("<rss/>");
		const headers = { "Accept-Encoding": "gzip" };
		const head = await app.request("/rss.xml", { method: "HEAD", headers });
		expect(head.headers.get("content-encoding")).toBe("gzip");
		expect(head.headers.has("content-length")).toBe(false);
		expect(await head.text()).toBe("");
		expect(cancelled).toBe(1);
	});
});
