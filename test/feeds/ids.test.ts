import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildFeedId, buildTagUri } from "../../src/feeds/ids.ts";

/** RFC 4151 §2.1 for a host name and a full date; `specific` is made of `pchar` and `/`. */
const tagUri =
	/^tag:[a-z0-9.-]+,\d{4}-\d{2}-\d{2}:(?:[A-Za-z0-9\-._~!$&'()*+,;=:@/]|%[0-9A-F]{2})*$/;

describe("buildTagUri", () => {
	it("joins authority, date and path (requirement 95)", () => {
		expect(buildTagUri("example.org", "2026-03-14", "/news/a-title/")).toBe(
			"tag:example.org,2026-03-14:/news/a-title/",
		);
	});

	it.each([
		["not ASCII", "/größe/", "/gr%C3%B6%C3%9Fe/"],
		["percent-encoded already", "/gr%c3%b6%c3%9fe/", "/gr%C3%B6%C3%9Fe/"],
		["decomposed", "/gro\u0308ße/", "/gr%C3%B6%C3%9Fe/"],
		["decomposed and percent-encoded", "/gro%CC%88%C3%9Fe/", "/gr%C3%B6%C3%9Fe/"],
		["encoded without need", "/%61%2D%7e/", "/a-~/"],
		["allowed in a path", "/a!$&'()*+,;=:@b/", "/a!$&'()*+,;=:@b/"],
		["allowed in a path, yet encoded", "/a%26b%3Ac%40/", "/a&b:c@/"],
		["not allowed in a path", "/a b?c#d[e]/", "/a%20b%3Fc%23d%5Be%5D/"],
		["an encoded slash, which is no separator", "/a%2Fb/", "/a%2Fb/"],
		["a percent sign alone", "/100%/", "/100%25/"],
		["no UTF-8", "/%E9/", "/%25E9/"],
		["a lone surrogate", "/\uD800/", "/%EF%BF%BD/"],
		["dot segments", "/a/./b/../c/", "/a/c/"],
		["a dot segment at the end", "/a/b/..", "/a/"],
		["more dot segments than folders", "/../../a", "/a"],
		["nothing but the root", "/", "/"],
	])("is canonical for a path that is %s (requirement 94)", (_case, path, expected) => {
		expect(buildTagUri("example.org", "2026-03-14", path)).toBe(
			`tag:example.org,2026-03-14:${expected}`,
		);
	});

	it("gives any path an id of RFC 4151's grammar that is canonical itself (requirements 94, 95)", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), (text) => {
				const id = buildTagUri("example.org", "2026-03-14", `/${text}`);
				expect(id).toMatch(tagUri);
				const path = id.slice("tag:example.org,2026-03-14:".length);
				expect(buildTagUri("example.org", "2026-03-14", path)).toBe(id);
			}),
		);
	});

	it("refuses what would not be a tag URI", () => {
		expect(() => buildTagUri("Example.org", "2026-03-14", "/a/")).toThrow(/authority/);
		expect(() => buildTagUri("", "2026-03-14", "/a/")).toThrow(/authority/);
		expect(() => buildTagUri("example.org:8080", "2026-03-14", "/a/")).toThrow(/authority/);
		expect(() => buildTagUri("example.org", "2026-3-14", "/a/")).toThrow(/YYYY-MM-DD/);
		expect(() => buildTagUri("example.org", "2026-03-14", "a/")).toThrow(/slash/);
	});
});

describe("buildFeedId", () => {
	it("names a feed by its place in the site (requirement 95)", () => {
		expect(buildFeedId("example.org", "/news/business/")).toBe(
			"tag:example.org,2026:/news/business/",
		);
	});

	it("differs between sections, tags, authors and entries of one path (requirement 96)", () => {
		const ids = [
			buildFeedId("example.org", "/"),
			buildFeedId("example.org", "/ada/"),
			buildFeedId("example.org", "/tags/ada/"),
			buildFeedId("example.org", "/authors/ada/"),
			buildTagUri("example.org", "2026-01-01", "/ada/"),
		];
		expect(new Set(ids).size).toBe(ids.length);
	});

	it("is the same for an address and for what it decodes to (requirement 94)", () => {
		expect(buildFeedId("example.org", "/tags/%E6%97%A5%E6%9C%AC/")).toBe(
			buildFeedId("example.org", "/tags/日本/"),
		);
	});
});
