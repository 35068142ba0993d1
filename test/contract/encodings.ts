import { brotliDecompressSync, gunzipSync, zstdDecompressSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Client } from "./client.ts";
import { documents, feeds } from "./publication.ts";
import type { RawResponse } from "./raw-http.ts";

function decode(response: RawResponse): string {
	const coding = response.header("content-encoding");
	if (coding === "br") return brotliDecompressSync(response.body).toString("utf8");
	if (coding === "zstd") return zstdDecompressSync(response.body).toString("utf8");
	if (coding === "gzip") return gunzipSync(response.body).toString("utf8");
	expect(coding).toBeUndefined();
	return response.body.toString("utf8");
}

/** Requirements 19, 32–34: which coding a client gets. */
export function describeEncodings(client: Client): void {
	describe("content codings", () => {
		it("sends what the client asked for, and plain text to those who did not ask (32)", async () => {
			const expected: readonly (readonly [string, string | undefined])[] = [
				["", undefined],
				["gzip", "gzip"],
				["br", "br"],
				["zstd", "zstd"],
				["GZip", "gzip"],
				["ZSTD", "zstd"],
				["x-gzip", "gzip"],
				["gzip, br", "br"],
				["gzip, deflate, br", "br"],
				["gzip, deflate, br, zstd", "br"],
				["gzip, zstd", "zstd"],
				["gzip, deflate, zstd;q=0.9", "gzip"],
				["zstd, br;q=0.9, gzip;q=0.8", "zstd"],
				["zstd;q=0, gzip", "gzip"],
				["gzip;q=1.0, br;q=0.9", "gzip"],
				["gzip; q=0.2 , br ; q=0.1", "gzip"],
				["br;q=0, gzip", "gzip"],
				["br;q=0, gzip;q=0.000", undefined],
				["gzip;q=0", undefined],
				["*", "br"],
				["*, br;q=0", "zstd"],
				["*, br;q=0, zstd;q=0", "gzip"],
				["*;q=0", undefined],
				["*;q=0, gzip", "gzip"],
				["identity", undefined],
				["identity, gzip;q=0.5", undefined],
				["identity;q=0.5, gzip;q=0.5", "gzip"],
				["identity;q=0, gzip", "gzip"],
				["identity;q=0", "gzip"],
				["identity;q=0, gzip;q=0", "zstd"],
				["identity;q=0, gzip;q=0, zstd;q=0", "br"],
				["identity;q=0, *;q=0", undefined],
				["deflate, compress", undefined],
				["gzip;q=nonsense", undefined],
				[",,;;,=", undefined],
			];
			for (const [value, coding] of expected) {
				const response = await client.get("/rss.xml", { "Accept-Encoding": value });
				expect([value, response.status, response.header("content-encoding")]).toEqual([
					value,
					200,
					coding,
				]);
			}
			expect((await client.get("/rss.xml")).header("content-encoding")).toBeUndefined();
		});

		it("decodes to the same text in every coding, under one weak tag (19, 34)", async () => {
			for (const document of documents) {
				const target = encodeURI(document);
				const plain = await client.get(target);
				for (const coding of ["gzip", "zstd", "br"]) {
					const coded = await client.get(target, { "Accept-Encoding": coding });
					expect(coded.header("content-encoding"), document).toBe(coding);
					expect(decode(coded) === plain.body.toString("utf8"), document).toBe(true);
					expect(coded.header("etag"), document).toBe(plain.header("etag"));
					expect(coded.header("content-type"), document).toBe(plain.header("content-type"));
				}
			}
		});

		it("compresses to the same bytes each time, without the time of day (34)", async () => {
			for (const feed of feeds) {
				for (const coding of ["gzip", "zstd", "br"]) {
					const ask = () => client.get(encodeURI(feed), { "Accept-Encoding": coding });
					const [first, second] = [await ask(), await ask()];
					expect(first.body.equals(second.body), feed).toBe(true);
					if (coding === "gzip") expect(first.body.readUInt32LE(4), feed).toBe(0);
				}
			}
		});

		it("says how long each body is", async () => {
			for (const coding of ["", "gzip", "zstd", "br"]) {
				const { header, body } = await client.get("/rss.xml", { "Accept-Encoding": coding });
				expect(header("content-length"), coding).toBe(String(body.length));
			}
		});
	});
}
