import { describe, expect, it } from "vitest";
import type { Client } from "./client.ts";
import { documents } from "./publication.ts";

/** Requirements 27, 49, 142, 163: methods, and clients that are not browsers. */
export function describeMethods(client: Client): void {
	describe("methods", () => {
		it("answers HEAD with the headers of GET, in every coding, and no body (27)", async () => {
			for (const document of [...documents, "/nothing-here", "/news"]) {
				for (const coding of ["identity", "gzip", "zstd", "br"]) {
					const target = encodeURI(document);
					const get = await client.get(target, { "Accept-Encoding": coding });
					const head = await client.head(target, { "Accept-Encoding": coding });
					const withoutDate = (headers: typeof get.headers) =>
						new Map(headers.filter(([name]) => !["date", "connection"].includes(name)));
					expect(head.status, document).toBe(get.status);
					expect(head.afterHeaders.length, document).toBe(0);
					expect(withoutDate(head.headers), document).toEqual(withoutDate(get.headers));
				}
			}
		});

		it("answers a conditional HEAD like a conditional GET (2, 27)", async () => {
			const etag = (await client.head("/atom.xml")).header("etag") ?? "";
			const head = await client.head("/atom.xml", { "If-None-Match": etag });
			expect([head.status, head.afterHeaders.length]).toEqual([304, 0]);
		});

		it("says what is allowed instead of any other method (163)", async () => {
			for (const method of ["POST", "PUT", "PATCH", "DELETE", "PROPFIND", "TRACE"]) {
				for (const target of ["/rss.xml", "/", "/nothing-here", "/healthz"]) {
					const { status, header } = await client.send(method, target, [["Content-Length", "0"]]);
					expect([method, target, status, header("allow")]).toEqual([
						method,
						target,
						405,
						"GET, HEAD, OPTIONS",
					]);
				}
			}
			const post = await client.send("POST", "/rss.xml", [
				["If-None-Match", "*"],
				["Content-Length", "0"],
			]);
			expect(post.status).toBe(405);
		});

		it("answers OPTIONS with what is allowed, to browsers too (142)", async () => {
			const preflight = [
				["Origin", "https://reader.example"],
				["Access-Control-Request-Method", "GET"],
				["Access-Control-Request-Headers", "if-none-match"],
			] as const;
			const response = await client.send("OPTIONS", "/rss.xml", preflight);
			expect([response.status, response.afterHeaders.length]).toEqual([204, 0]);
			expect(response.header("allow")).toBe("GET, HEAD, OPTIONS");
			expect(response.header("access-control-allow-origin")).toBe("*");
			expect(response.header("access-control-allow-methods")).toMatch(/\bGET\b/);
			expect(response.header("access-control-allow-headers")).toBe("*");
		});

		it("serves any client alike, whatever it calls itself or accepts (49, 144)", async () => {
			const plain = await client.get("/news/rss.xml");
			for (const headers of [
				{ "User-Agent": "Feedly/1.0 (+http://www.feedly.com/fetcher.html; 462 subscribers; )" },
				{ "User-Agent": "curl/8.5.0", Accept: "*/*" },
				{
					Accept:
						"application/atom+xml;q=0.9, application/rss+xml, application/xml, text/html, */*;q=0.9",
				},
				{ Accept: "text/html;q=0.7, application/rss+xml" },
				{ Accept: "application/json" },
				{ Accept: "image/png" },
				{ "Accept-Language": "ru", Referer: "https://reader.example/" },
			]) {
				const response = await client.get("/news/rss.xml", headers as Record<string, string>);
				expect(response.status).toBe(200);
				expect(response.header("etag")).toBe(plain.header("etag"));
				expect(response.body.equals(plain.body)).toBe(true);
			}
		});

		it("reports its health, and lets nobody keep the report", async () => {
			const { status, header, body } = await client.get("/healthz");
			expect(status).toBe(200);
			expect(header("content-type")).toBe("application/json");
			expect(header("cache-control")).toBe("no-store");
			expect(JSON.parse(body.toString("utf8"))).toMatchObject({ status: "ok", articles: 8 });
			const { ready, documents, lastChange, ageInSeconds } = JSON.parse(body.toString("utf8"));
			expect(ready).toBe(true);
			expect(documents).toBeGreaterThan(8);
			const age = (Date.now() - Date.parse(lastChange)) / 1000;
			expect(Math.abs(age - ageInSeconds)).toBeLessThan(60);
		});
	});
}
