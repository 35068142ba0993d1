import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createApp } from "../../src/http/app.ts";
import { browsers, readers } from "../contract/browsers-and-readers.ts";
import { nodeOptions } from "./local-server.ts";
import { createMemoryShelf } from "./memory-shelf.ts";
import { type Answer, createSharedCache } from "./shared-cache.ts";

const start = Date.parse("2026-11-23T12:00:00Z") / 1000;

/** What reaches the server, and a cache in front of it. */
function createSite(): { readonly cache: Answer; readonly forwarded: () => number } {
	let now = start;
	let count = 0;
	const app = createApp(
		createMemoryShelf("at once"),
		nodeOptions({ clock: () => new Date(now * 1000) }),
	);
	const cache = createSharedCache(async (headers, at) => {
		now = at;
		count += 1;
		return await app.request("/news/rss.xml", { headers });
	});
	return { cache, forwarded: () => count };
}

const isFeed = (response: Response): boolean =>
	response.status === 200 &&
	response.headers.get("content-type") === "application/rss+xml; charset=utf-8";

/** Requirement 145. */
describe("a feed behind a cache that ignores Vary", () => {
	it("reaches every reader as a feed, in whatever order people and readers ask, and however old the cache is", async () => {
		const client = fc.constantFrom(...Object.values(browsers), ...Object.values(readers));
		const pause = fc.constantFrom(0, 1, 600, 1801, 100_000);
		await fc.assert(
			fc.asyncProperty(fc.array(fc.tuple(client, pause), { minLength: 1 }), async (visits) => {
				const { cache } = createSite();
				let now = start;
				for (const [headers, seconds] of visits) {
					now += seconds;
					const response = await cache(headers, now);
					const isPerson = Object.values(browsers).includes(headers);
					if (isPerson && response.status === 303) continue;
					expect([isFeed(response), headers]).toEqual([true, headers]);
				}
			}),
		);
	});

	it("shows people the page when they come first or when the cache is stale, and is kept for readers all the same", async () => {
		const { cache, forwarded } = createSite();
		const person = browsers.Firefox ?? {};
		const reader = readers.Miniflux ?? {};
		expect((await cache(person, start)).status).toBe(303);
		expect(isFeed(await cache(reader, start + 1))).toBe(true);
		expect(isFeed(await cache(person, start + 2))).toBe(true);
		expect(forwarded()).toBe(2);
		expect((await cache(person, start + 4000)).status).toBe(303);
		expect(isFeed(await cache(reader, start + 4001))).toBe(true);
		expect(isFeed(await cache(reader, start + 4002))).toBe(true);
		expect(forwarded()).toBe(4);
	});
});
