import { describe, expect, it } from "vitest";
import { browsers, readers } from "./browsers-and-readers.ts";
import { type Client, validatorsOf } from "./client.ts";
import { feedFolders, feeds, feedTypes, opml, pages } from "./publication.ts";

const transportHeaders = ["date", "connection", "keep-alive", "transfer-encoding"];

/** Requirements 143–145: a person sees a page, a program never does. */
export function describePeople(client: Client): void {
	const pageOf = (folder: string): string =>
		`${client.basePath()}${encodeURI(folder)}#page-subscribe`;

	describe("people and programs", () => {
		it("leads a person from every feed to its page, and lets nobody keep that answer (144)", async () => {
			for (const [name, headers] of Object.entries(browsers)) {
				for (const folder of feedFolders) {
					for (const file of Object.keys(feedTypes)) {
						const { status, header } = await client.get(encodeURI(folder + file), headers);
						expect([name, folder, status]).toEqual([name, folder, 303]);
						expect(header("location")).toBe(pageOf(folder));
						expect(header("cache-control")).toBe("no-store");
						expect([header("etag"), header("vary")]).toEqual([undefined, undefined]);
					}
				}
			}
		});

		it("leads to a page that says how to subscribe to that feed", async () => {
			for (const feed of feeds) {
				const target = encodeURI(feed);
				const location = (await client.get(target, browsers.Firefox)).header("location") ?? "";
				const [path = "", anchor] = location.split("#");
				const page = await client.get(path, browsers.Firefox);
				expect([feed, page.status]).toEqual([feed, 200]);
				expect(page.header("content-type")).toBe("text/html; charset=utf-8");
				expect(anchor).toBe("page-subscribe");
				expect(page.body.toString("utf8"), feed).toContain(target);
			}
		});

		it("does so whatever a browser has kept, and for HEAD (26, 27)", async () => {
			const { etag, lastModified } = await validatorsOf(client, "/news/rss.xml");
			for (const headers of Object.values(browsers)) {
				for (const conditions of [
					{ "If-None-Match": etag },
					{ "If-Modified-Since": lastModified },
					{ "If-None-Match": "*", "If-Modified-Since": lastModified },
					{ "Cache-Control": "max-age=0" },
				]) {
					const sent = { ...headers, ...conditions } as Record<string, string>;
					const get = await client.get("/news/rss.xml?utm_source=x", sent);
					const head = await client.head("/news/rss.xml", sent);
					expect([get.status, head.status, head.afterHeaders.length]).toEqual([303, 303, 0]);
					expect(head.header("location")).toBe(get.header("location"));
				}
			}
		});

		it("sends every program the feed, with the same headers as ever (144, 145)", async () => {
			for (const feed of ["/news/rss.xml", "/atom.xml", encodeURI("/новости/feed.json")]) {
				const plain = await client.get(feed);
				const known = await client.get(feed, { "If-None-Match": plain.header("etag") ?? "" });
				const lasting = (response: typeof plain) =>
					new Map(response.headers.filter(([name]) => !transportHeaders.includes(name)));
				for (const [name, headers] of Object.entries(readers)) {
					// A delta is asked for with the tag of what is known: it is another matter.
					const { "A-IM": _, ...sent } = headers;
					const response = await client.get(feed, sent);
					expect([name, response.status]).toEqual([name, 200]);
					expect(lasting(response), name).toEqual(lasting(plain));
					expect(response.body.equals(plain.body), name).toBe(true);
					const again = await client.get(feed, {
						...sent,
						"If-None-Match": plain.header("etag") ?? "",
					});
					expect([name, again.status]).toEqual([name, 304]);
					expect(lasting(again), name).toEqual(lasting(known));
				}
			}
		});

		it("serves people what is no feed as it is, and tells no program that a page exists", async () => {
			for (const target of [...pages.map(encodeURI), opml]) {
				expect((await client.get(target, browsers["Chrome 156"])).status, target).toBe(200);
			}
			expect((await client.get("/nothing/rss.xml", browsers.Firefox)).status).toBe(404);
			expect((await client.get("/rss.xml")).header("vary")).toBe("Accept-Encoding");
		});

		it("asks no browser to run XSLT (143)", async () => {
			for (const feed of feeds.filter((name) => name.endsWith(".xml"))) {
				const { body } = await client.get(encodeURI(feed));
				expect(body.toString("utf8"), feed).not.toMatch(/xml-stylesheet|<script/);
			}
		});
	});
}
