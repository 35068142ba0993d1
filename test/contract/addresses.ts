import { describe, expect, it } from "vitest";
import { type Client, validatorsOf } from "./client.ts";
import { hidden } from "./publication.ts";

/** Requirements 26, 28, 30, 162: what an address may look like, and what cannot be fetched. */
export function describeAddresses(client: Client): void {
	const etagOf = async (target: string): Promise<string> =>
		(await validatorsOf(client, target)).etag;

	describe("addresses", () => {
		it("knows an address in any percent-encoding, composed or not (30)", async () => {
			const etag = await etagOf(encodeURI("/новости/rss.xml"));
			for (const target of [
				encodeURI("/новости/rss.xml").toLowerCase(),
				`${encodeURI("/новости/")}%72ss%2Exml`,
			]) {
				expect(await etagOf(target), target).toBe(etag);
			}
			const composed = encodeURI("/новости/привет/".normalize("NFC"));
			const decomposed = encodeURI("/новости/привет/".replace("й", "и\u0306"));
			expect(await etagOf(decomposed)).toBe(await etagOf(composed));
		});

		it("understands an address that was not encoded, or says that it is none", async () => {
			const { status, header } = await client.get("/новости/rss.xml");
			if (status === 400) return;
			expect(status).toBe(200);
			expect(header("etag")).toBe(await etagOf(encodeURI("/новости/rss.xml")));
		});

		it("takes no notice of a query, whatever it is (30)", async () => {
			const { etag, lastModified } = await validatorsOf(client, "/rss.xml");
			for (const query of [
				"?",
				"?null",
				"?utm_source=x&utm_medium=y",
				"?%zz",
				"?a=../..",
				"??#",
				"?/atom.xml",
			]) {
				const target = `/rss.xml${query}`;
				expect(await validatorsOf(client, target), query).toEqual({ etag, lastModified });
				expect((await client.get(target, { "If-None-Match": etag })).status, query).toBe(304);
			}
		});

		it("takes dot segments for what a browser makes of them", async () => {
			const etag = await etagOf("/news/rss.xml");
			for (const target of ["/guides/../news/rss.xml", "/news/./rss.xml", "/%2e%2e/news/rss.xml"]) {
				expect(await etagOf(target), target).toBe(etag);
			}
		});

		it("answers an absolute request target as though it had been a path", async () => {
			expect(await etagOf("http://elsewhere.example/rss.xml")).toBe(await etagOf("/rss.xml"));
		});

		it("leads to the address with a slash at its end, or without, and away from index.html", async () => {
			for (const [target, location] of [
				["/news", "/news/"],
				["/news/business", "/news/business/"],
				["/news/morning-paper", "/news/morning-paper/"],
				["/tags/syndication?utm_source=x", "/tags/syndication/"],
				["/news/rss.xml/", "/news/rss.xml"],
				["/news/index.html", "/news/"],
				["/index.html", "/"],
				[encodeURI("/новости"), encodeURI("/новости/")],
			] as const) {
				const response = await client.get(target);
				expect([target, response.status]).toEqual([target, 301]);
				expect(response.header("location")).toBe(encodeURI(client.basePath()) + location);
				expect(response.header("etag")).toBeUndefined();
				expect(response.body.length).toBeLessThan(200);
			}
		});

		it("answers with and without the path that it publishes under", async () => {
			const basePath = client.basePath();
			expect(await etagOf(`${basePath}/news/rss.xml`)).toBe(await etagOf("/news/rss.xml"));
			expect((await client.get(`${basePath}/healthz`)).status).toBe(200);
			if (basePath !== "")
				expect((await client.get(basePath)).header("location")).toBe(`${basePath}/`);
		});

		it("answers what is not there with a short 404 that repeats nothing (162)", async () => {
			for (const target of [
				"/nothing-here",
				"/nothing-here/rss.xml",
				"/news/nothing-here/",
				"/tags/nothing-here/atom.xml",
				"/rss.xml.bak",
				"/RSS.XML",
				"//news/rss.xml",
				"/news//rss.xml",
				"/%3Cscript%3Ealert(1)%3C/script%3E",
				"/nothing-here?%3Cscript%3E",
			]) {
				const { status, header, body } = await client.get(target, { Accept: "text/html" });
				expect([target, status]).toEqual([target, 404]);
				expect(header("content-type")).toBe("text/plain; charset=utf-8");
				expect(body.toString("utf8")).toBe("Not found.\n");
			}
		});

		it("refuses what is no address at all", async () => {
			const script = await client.get("/<script>alert(1)</script>");
			expect([400, 404]).toContain(script.status);
			expect(script.body.toString("utf8")).not.toContain("script");
			// The URL Standard takes a backslash for a slash; servers that parse by RFC 3986 refuse it.
			expect([200, 400, 404]).toContain((await client.get("/news\\rss.xml")).status);
			expect((await client.get("/%zz")).status).toBe(400);
			expect((await client.get("/news/%")).status).toBe(400);
			expect((await client.get(`/${"a".repeat(5000)}`)).status).toBe(414);
			for (const target of [
				"/news%2Frss.xml",
				"/news%2frss.xml",
				"/news%5Crss.xml",
				"/..%2f..%2fetc/passwd",
				"/..%5c..%5cetc/passwd",
				"/rss.xml%00",
				"/%00",
				"/rss.xml%0d%0aSet-Cookie:a=b",
				"/%ff%fe",
				"/%c0%ae%c0%ae/etc/passwd",
				"/%ed%a0%80",
				"/%252e%252e/rss.xml",
			]) {
				expect([target, (await client.get(target)).status]).toEqual([target, 404]);
			}
		});

		it("serves nothing of the folder but what is published", async () => {
			for (const target of [
				"/_index.md",
				"/news/_index.md",
				"/welcome.md",
				"/news/morning-paper.md",
				"/news/business/markets.txt",
				"/news/unfinished/",
				"/news/unfinished.md",
				"/news/from-the-future/",
				"/news/expired.md",
				"/news/.hidden.md",
				"/news/.hidden/",
				"/news/_index",
				"/news/_index/",
				"/news/%5findex.md",
				"/news/unfinished/index.html",
				"/manifest/0.json",
				"/site.json",
				"/assets/manifest/0.json",
				"/news/%2ehidden/",
				"/.git/config",
				"/.broadsheet/",
				"/%2e%2e/package.json",
				"/../../package.json",
				"/../publication/welcome.md",
			]) {
				const { status, body } = await client.get(target);
				expect([target, status]).toEqual([target, 404]);
				expect(body.toString("utf8")).not.toMatch(hidden);
			}
		});

		it("says of an article that has expired that it is gone, and nothing of it (26)", async () => {
			for (const headers of [{}, { "If-None-Match": "*" }]) {
				const { status, body } = await client.get("/news/expired/", headers);
				expect([status, body.toString("utf8")]).toEqual([410, "Gone.\n"]);
			}
		});

		it("takes no address from the request", async () => {
			const plain = await client.get("/");
			const forged = {
				Host: "evil.example",
				"X-Forwarded-Host": "evil.example",
				"X-Forwarded-Proto": "gopher",
				Forwarded: "host=evil.example",
				Origin: "https://evil.example",
				Referer: "https://evil.example/",
			};
			for (const target of ["/", "/rss.xml", "/news", "/nothing-here"]) {
				const response = await client.get(target, forged);
				expect(`${JSON.stringify(response.headers)}${response.body}`).not.toContain("evil.example");
			}
			expect((await client.get("/", forged)).header("etag")).toBe(plain.header("etag"));
		});
	});
}
