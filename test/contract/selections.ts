import { describe, expect, it } from "vitest";
import { type Client, validatorsOf } from "./client.ts";

/** Selections of the publication's feeds, percent-encoded; `/guides/` has a limit of 2, and an archive. */
export const selections: readonly string[] = [
	"?limit=1",
	"?limit=3",
	"?limit=500",
	"?tag=caching",
	"?limit=1&tag=syndication",
	"?author=ada-lovelace&author=grace-hopper&lang=en&tag=caching&tag=syndication",
	"?lang=ru",
].flatMap((query) =>
	["/rss.xml", "/guides/atom.xml", "/guides/feed.json", "/tags/caching/rss.xml"].map(
		(feed) => feed + query,
	),
);

/** Requirements 2, 7, 9, 13, 19, 24, 27, 28, 30, 37, 54 and 162, of selections of feeds. */
export function describeSelections(client: Client): void {
	describe("selections", () => {
		it("have as many entries as were asked for, beyond what the feed shows", async () => {
			const count = async (target: string): Promise<number> =>
				[...(await client.get(target)).body.toString("utf8").matchAll(/<entry[ >]/g)].length;
			expect(await count("/guides/atom.xml")).toBe(2);
			expect(await count("/guides/atom.xml?limit=1")).toBe(1);
			expect(await count("/guides/atom.xml?limit=3")).toBe(3);
			expect(await count("/guides/atom.xml?limit=500")).toBe(3);
			expect(await count("/atom.xml?author=grace-hopper&tag=caching")).toBe(1);
			expect(await count("/news/atom.xml?tag=caching")).toBe(0);
		});

		it("have validators and headers like any document (2, 7, 9, 24, 27, 28, 37)", async () => {
			for (const target of selections) {
				const response = await client.get(target);
				expect([target, response.status]).toEqual([target, 200]);
				const { etag, lastModified } = await validatorsOf(client, target);
				expect(etag).toMatch(/^W\/"[\w-]{22}"$/);
				expect(new Date(lastModified).getTime()).toBeLessThanOrEqual(Date.now());
				expect(response.header("cache-control")).toMatch(/^public, max-age=[1-9]/);
				expect(response.header("access-control-allow-origin")).toBe("*");
				expect(response.header("content-length")).toBe(String(response.body.length));
				for (const [name, value, status] of [
					["If-None-Match", etag, 304],
					["If-None-Match", '"stale"', 200],
					["If-Modified-Since", lastModified, 304],
				] as const) {
					const again = await client.get(target, { [name]: value });
					expect([target, name, value, again.status]).toEqual([target, name, value, status]);
					expect(again.header("etag")).toBe(etag);
					if (status === 304) expect(again.afterHeaders.length).toBe(0);
				}
				const head = await client.head(target);
				expect(new Map(head.headers).get("etag")).toBe(etag);
				expect(head.header("content-length")).toBe(String(response.body.length));
				expect(head.afterHeaders.length).toBe(0);
			}
			const feed = await validatorsOf(client, "/guides/rss.xml");
			expect((await validatorsOf(client, "/guides/rss.xml?limit=3")).etag).not.toBe(feed.etag);
		});

		it("are whole also for a reader that takes changes (54)", async () => {
			const { etag } = await validatorsOf(client, "/guides/rss.xml?limit=3");
			const headers = { "A-IM": "feed", "If-None-Match": `"x", ${etag.replace("W/", "")}x` };
			expect((await client.get("/guides/rss.xml?limit=3", headers)).status).toBe(200);
		});

		it("have one address (30)", async () => {
			for (const [target, location] of [
				["/rss.xml?tag=caching&limit=2", "/rss.xml?limit=2&tag=caching"],
				["/rss.xml?tag=Caching", "/rss.xml?tag=caching"],
				["/rss.xml?author=Ada%20Lovelace&utm_source=x", "/rss.xml?author=ada-lovelace"],
				["/rss.xml?limit=0", "/rss.xml"],
				["/guides/feed.json?limit=-3&lang=EN", "/guides/feed.json?lang=en"],
				["/rss.xml?tag=%d0%be%d0%b1%d1%8a", "/rss.xml?tag=%D0%BE%D0%B1%D1%8A"],
			] as const) {
				const response = await client.get(target);
				expect([target, response.status]).toEqual([target, 301]);
				expect(response.header("location")).toBe(encodeURI(client.basePath()) + location);
			}
		});

		it("are not found where the site has nothing of the kind (162)", async () => {
			for (const query of ["?tag=nothing", "?author=nobody", "?lang=xx", "?tag=%21", "?lang=%00"]) {
				const { status, body } = await client.get(`/rss.xml${query}`);
				expect([query, status, body.toString("utf8")]).toEqual([query, 404, "Not found.\n"]);
			}
		});
	});
}
