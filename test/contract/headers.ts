import { describe, expect, it } from "vitest";
import type { Client } from "./client.ts";
import { documents, feedFolders, feeds, feedTypes, opml, pages } from "./publication.ts";

const imfFixdate =
	/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d\d:\d\d:\d\d GMT$/;

/** Requirements 12, 13, 23, 29, 33, 35–40, 142, 161: what stands in the header of a 200. */
export function describeHeaders(client: Client): void {
	describe("headers", () => {
		it("names the type of each format, with its charset (35, 36)", async () => {
			for (const folder of feedFolders) {
				for (const [file, type] of Object.entries(feedTypes)) {
					const { status, header } = await client.get(encodeURI(folder + file));
					expect([folder + file, status, header("content-type")]).toEqual([
						folder + file,
						200,
						type,
					]);
				}
			}
		});

		it("serves pages as HTML and the list of feeds as OPML (138)", async () => {
			for (const page of pages) {
				const { status, header } = await client.get(encodeURI(page));
				expect([page, status, header("content-type")]).toEqual([
					page,
					200,
					"text/html; charset=utf-8",
				]);
			}
			const { status, header } = await client.get(opml);
			expect(status).toBe(200);
			expect(header("content-type")).toMatch(
				/^(?:text\/x-opml|application\/xml|text\/xml); charset=utf-8$/,
			);
		});

		it("sends quoted, printable entity tags, weak ones since one tag stands for all codings (19, 23)", async () => {
			for (const document of documents) {
				const { header } = await client.get(encodeURI(document));
				expect(header("etag"), document).toMatch(/^W\/"[!#-[\]-~]+"$/);
			}
		});

		it("sends dates in the one right form, and no Last-Modified in the future (12, 13, 161)", async () => {
			for (const document of documents) {
				const { header } = await client.get(encodeURI(document));
				const [date = "", modified = ""] = [header("date"), header("last-modified")];
				expect(date, document).toMatch(imfFixdate);
				expect(modified, document).toMatch(imfFixdate);
				expect(Date.parse(modified), document).toBeLessThanOrEqual(Date.parse(date));
			}
		});

		it("says how long a feed may be kept: publicly, 15 minutes to a day (37–40)", async () => {
			for (const feed of feeds) {
				const { header } = await client.get(encodeURI(feed));
				const control = header("cache-control") ?? "";
				const maxAge = Number(/(?:^|, )max-age=(\d+)/.exec(control)?.[1]);
				expect(control, feed).toMatch(/^public, max-age=/);
				expect(control, feed).not.toMatch(/no-store|no-cache|private/);
				expect(maxAge, feed).toBeGreaterThanOrEqual(900);
				expect(maxAge, feed).toBeLessThanOrEqual(86_400);
				expect(header("expires"), feed).toBeUndefined();
			}
		});

		it("lets a feed go stale only while it is fetched anew or the server fails (164)", async () => {
			const { header } = await client.get("/rss.xml");
			expect(header("cache-control")).toMatch(/stale-while-revalidate=\d+/);
			expect(header("cache-control")).toMatch(/stale-if-error=\d+/);
		});

		it("varies with Accept-Encoding and with nothing else, asked for a coding or not (29, 33)", async () => {
			for (const document of documents) {
				for (const coding of ["", "gzip", "br", "identity"]) {
					const { header } = await client.get(encodeURI(document), { "Accept-Encoding": coding });
					expect(header("vary"), document).toBe("Accept-Encoding");
				}
				expect((await client.get(encodeURI(document))).header("vary")).toBe("Accept-Encoding");
			}
		});

		it("sets no cookie (29)", async () => {
			for (const document of documents) {
				const { header } = await client.get(encodeURI(document), { Cookie: "a=b" });
				expect(header("set-cookie"), document).toBeUndefined();
			}
		});

		it("lets readers in browsers fetch feeds and see their validators (142)", async () => {
			for (const document of [...feeds, opml]) {
				const { header } = await client.get(encodeURI(document), {
					Origin: "https://reader.example",
				});
				expect(header("access-control-allow-origin"), document).toBe("*");
				expect(header("access-control-expose-headers"), document).toMatch(/\bETag\b/);
			}
		});

		it("keeps browsers from guessing types, and pages from running anything foreign", async () => {
			for (const document of documents) {
				const { header } = await client.get(encodeURI(document));
				expect(header("x-content-type-options"), document).toBe("nosniff");
			}
			for (const page of pages) {
				const { header } = await client.get(encodeURI(page));
				expect(header("content-security-policy"), page).toMatch(/^default-src 'none';/);
				expect(header("content-security-policy"), page).not.toMatch(/unsafe/);
				expect(header("referrer-policy"), page).toBe("strict-origin-when-cross-origin");
			}
		});

		it("sends each header once", async () => {
			for (const document of [...documents, "/nothing-here"]) {
				const { headers } = await client.get(encodeURI(document));
				const names = headers.map(([name]) => name);
				expect(names, document).toEqual([...new Set(names)]);
			}
		});
	});
}
