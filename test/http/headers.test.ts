import { describe, expect, it } from "vitest";
import { buildContentHeaders, buildNotModifiedHeaders } from "../../src/http/headers.ts";
import type { ServedDocument } from "../../src/http/shelf.ts";

const now = new Date("2026-11-23T12:00:00.750Z");

function documentWith(changes: Partial<ServedDocument>): ServedDocument {
	return {
		address: "/rss.xml",
		kind: "feed",
		contentType: "application/rss+xml; charset=utf-8",
		etag: 'W/"abc"',
		lastModified: new Date("2026-11-22T10:00:00Z"),
		maxAgeInSeconds: 1800,
		codings: ["br", "gzip"],
		sizeInBytes: 1000,
		...changes,
	};
}

function controlOf(changes: Partial<ServedDocument>): string | undefined {
	return buildNotModifiedHeaders(documentWith(changes), now)["Cache-Control"];
}

describe("buildContentHeaders", () => {
	it("says all that there is to say of a feed", () => {
		const link = '<https://example.org/>; rel="alternate"; type="text/html"';
		expect(buildContentHeaders(documentWith({ link }), "br", 321, now)).toEqual({
			Date: "Mon, 23 Nov 2026 12:00:00 GMT",
			ETag: 'W/"abc"',
			"Last-Modified": "Sun, 22 Nov 2026 10:00:00 GMT",
			"Cache-Control": "public, max-age=1800, stale-while-revalidate=60, stale-if-error=86400",
			Vary: "Accept-Encoding",
			Link: link,
			"Access-Control-Allow-Origin": "*",
			"Access-Control-Expose-Headers": "Content-Length, ETag, Link",
			"X-Content-Type-Options": "nosniff",
			"Content-Type": "application/rss+xml; charset=utf-8",
			"Content-Encoding": "br",
			"Content-Length": "321",
		});
	});

	it("leaves out a length that is not known, and the coding of plain text", () => {
		const headers = buildContentHeaders(documentWith({}), "identity", undefined, now);
		expect(headers).not.toHaveProperty("Content-Length");
		expect(headers).not.toHaveProperty("Content-Encoding");
	});

	it("tells the length of this body, not of one before", () => {
		const document = documentWith({});
		const lengths = [5, 6, undefined, 5].map(
			(length) => buildContentHeaders(document, "identity", length, now)["Content-Length"],
		);
		expect(lengths).toEqual(["5", "6", undefined, "5"]);
	});

	it("does not vary where nothing is negotiated, and dates nothing that has no date (33)", () => {
		const picture: ServedDocument = {
			address: "/a.png",
			kind: "file",
			contentType: "image/png",
			etag: '"abc"',
			maxAgeInSeconds: 60,
			codings: [],
			sizeInBytes: 5,
		};
		const headers = buildContentHeaders(picture, "identity", 5, now);
		expect(headers).not.toHaveProperty("Vary");
		expect(headers).not.toHaveProperty("Last-Modified");
		expect(headers).not.toHaveProperty("Content-Security-Policy");
	});

	it("lets no file run a script when it is opened by itself", () => {
		for (const contentType of ["image/svg+xml", "text/html", "application/xhtml+xml"]) {
			const headers = buildContentHeaders(
				documentWith({ kind: "file", contentType }),
				"identity",
				1,
				now,
			);
			expect(headers["Content-Security-Policy"], contentType).toMatch(/; sandbox$/);
		}
	});
});

describe("buildNotModifiedHeaders", () => {
	it("is a 200's headers without those of the body (24, 25)", () => {
		const document = documentWith({});
		const full = buildContentHeaders(document, "gzip", 321, now);
		const {
			"Content-Type": _type,
			"Content-Encoding": _coding,
			"Content-Length": _length,
			...rest
		} = full;
		expect(buildNotModifiedHeaders(document, now)).toEqual(rest);
	});

	it("keeps no document past its next change, and at least a second (37–40)", () => {
		const at = (seconds: number): Date => new Date(now.getTime() + seconds * 1000);
		const stale = "stale-if-error=86400";
		expect(controlOf({ nextChange: at(90_000) })).toBe(
			`public, max-age=1800, stale-while-revalidate=60, ${stale}`,
		);
		expect(controlOf({ nextChange: at(1830) })).toBe(
			`public, max-age=1800, stale-while-revalidate=30, ${stale}`,
		);
		expect(controlOf({ nextChange: at(600) })).toBe(`public, max-age=600, ${stale}`);
		expect(controlOf({ nextChange: at(2.9) })).toBe(`public, max-age=2, ${stale}`);
		expect(controlOf({ nextChange: at(0.2) })).toBe(`public, max-age=1, ${stale}`);
		expect(controlOf({ nextChange: at(-5) })).toBe(`public, max-age=1, ${stale}`);
	});

	it("counts down to the next change within a second, and makes headers once where that is far off (37–40)", () => {
		const begin = new Date("2026-11-23T12:00:00.000Z");
		const end = new Date("2026-11-23T12:00:00.999Z");
		const documentChangingIn = (seconds: number) =>
			documentWith({ nextChange: new Date(begin.getTime() + seconds * 1000) });
		const within = (seconds: number) => {
			const document = documentChangingIn(seconds);
			return [begin, end].map((instant) => buildNotModifiedHeaders(document, instant));
		};
		const [soon, sooner] = within(10.5);
		expect(soon?.["Cache-Control"]).toBe("public, max-age=10, stale-if-error=86400");
		expect(sooner?.["Cache-Control"]).toBe("public, max-age=9, stale-if-error=86400");
		for (const seconds of [1800 + 60, 1800 + 61, 30 * 24 * 3600]) {
			const [first, last] = within(seconds);
			expect(last).toEqual(buildNotModifiedHeaders(documentChangingIn(seconds), end));
			expect(last === first).toBe(seconds > 1800 + 60);
		}
	});

	it("dates every message by its own second", () => {
		const document = documentWith({});
		const dates = [0, 100, 250, 1250].map((milliseconds) => {
			const headers = buildNotModifiedHeaders(document, new Date(now.getTime() + milliseconds));
			return headers.Date?.slice(-6, -4);
		});
		expect(dates).toEqual(["00", "00", "01", "02"]);
	});

	it("never dates a document later than the message (13)", () => {
		const document = documentWith({ lastModified: new Date("2041-01-01T00:00:00Z") });
		expect(buildNotModifiedHeaders(document, now)["Last-Modified"]).toBe(
			"Mon, 23 Nov 2026 12:00:00 GMT",
		);
		const later = new Date(now.getTime() + 60_000);
		expect(buildNotModifiedHeaders(document, later)["Last-Modified"]).toBe(
			"Mon, 23 Nov 2026 12:01:00 GMT",
		);
	});
});
