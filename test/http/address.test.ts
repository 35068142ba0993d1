import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
	addressesBelow,
	foldersAbove,
	nearbyAddresses,
	parseAddress,
	pathOf,
	renderAddress,
} from "../../src/http/address.ts";

describe("pathOf", () => {
	it("takes the path out of a URL as it stands there", () => {
		expect(pathOf("https://example.org/news/rss.xml")).toBe("/news/rss.xml");
		expect(pathOf("https://example.org/a%20b?c=/d#e")).toBe("/a%20b");
		expect(pathOf("https://example.org:8080/?x")).toBe("/");
		expect(pathOf("https://example.org/a#b?c")).toBe("/a");
		expect(pathOf("https://example.org//a//")).toBe("//a//");
		expect(pathOf("https://example.org")).toBe("/");
	});

	it("resolves dot segments where the runtime has not", () => {
		expect(pathOf("https://example.org/guides/../news/./rss.xml?a=/../b")).toBe("/news/rss.xml");
		expect(pathOf("https://example.org/%2E%2e/.%2e/rss.xml")).toBe("/rss.xml");
		expect(pathOf("https://example.org/.well-known/feeds")).toBe("/.well-known/feeds");
	});

	it("agrees with the URL parser", () => {
		fc.assert(
			fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (text) => {
				const url = new URL(text);
				expect(pathOf(url.href)).toBe(url.pathname);
			}),
		);
	});
});

describe("parseAddress", () => {
	it("decodes once, and composes (30)", () => {
		expect(parseAddress("/%D0%BD%D0%B0/%72ss.xml")).toEqual({ address: "/на/rss.xml" });
		expect(parseAddress("/a%252fb")).toEqual({ address: "/a%2fb" });
		expect(parseAddress("/caf%65%CC%81/")).toEqual({ address: "/caf\u00e9/" });
		expect(parseAddress("/a%3Fb%23c")).toEqual({ address: "/a?b#c" });
	});

	it("refuses what nothing published can be called", () => {
		const statusOf = (path: string): number | undefined => {
			const parsed = parseAddress(path);
			return "status" in parsed ? parsed.status : undefined;
		};
		for (const path of ["/%", "/%z0", "/%0", "/a%2"]) expect(statusOf(path), path).toBe(400);
		for (const path of [
			"/a%2fb",
			"/a%2Fb",
			"/a%5cb",
			"/a\\b",
			"/a%00",
			"/a%0ab",
			"/a%7f",
			"/a\u0000",
			"//a",
			"/a//b",
			"/..",
			"/a/../b",
			"/./a",
			"/%2e%2e/a",
			"/a/%2E",
			"/%ff",
			"/%c0%af",
			"/%ed%a0%80",
		]) {
			expect(statusOf(path), path).toBe(404);
		}
		expect(statusOf(`/${"%D0%BD".repeat(700)}`)).toBe(414);
		expect(statusOf("/...")).toBeUndefined();
		expect(statusOf("/.well-known/feeds")).toBeUndefined();
	});

	it("never throws", () => {
		const pieces = fc.constantFrom(
			"%",
			"2",
			"f",
			"/",
			".",
			"%2e",
			"\\",
			"%ff",
			"é",
			"\ud800",
			"\u0000",
			"a",
		);
		fc.assert(
			fc.property(fc.array(pieces), (parts) => {
				parseAddress(`/${parts.join("")}`);
			}),
		);
	});

	it("reads back an address with signs that mean something in a URL", () => {
		expect(renderAddress("/what?/#1/100%/на/")).toBe("/what%3F/%231/100%25/%D0%BD%D0%B0/");
		expect(parseAddress("/what%3F/%231/100%25/")).toEqual({ address: "/what?/#1/100%/" });
	});

	it("reads back what renderAddress wrote", () => {
		const segment = fc
			.string({ unit: "grapheme", minLength: 1 })
			.map((text) => text.replaceAll(/[\0-\x1f\x7f\\/.]/g, "-").normalize("NFC"));
		fc.assert(
			fc.property(fc.array(segment, { maxLength: 5 }), (segments) => {
				const address = `/${segments.join("/")}`;
				const path = renderAddress(address);
				expect(path).toMatch(/^[!-~]+$/);
				expect(path).not.toMatch(/[?#"<>\\]/);
				if (path.length <= 4096) expect(parseAddress(path)).toEqual({ address });
			}),
		);
	});
});

describe("addressesBelow", () => {
	it("takes the site's path off, and keeps the address as it stands as a second choice", () => {
		expect(addressesBelow("/blog", "/blog/news/")).toEqual(["/news/", "/blog/news/"]);
		expect(addressesBelow("/blog", "/news/")).toEqual(["/news/"]);
		expect(addressesBelow("/blog", "/blogs/")).toEqual(["/blogs/"]);
		expect(addressesBelow("/blog", "/blog")).toEqual(["", "/blog"]);
		expect(addressesBelow("", "/blog/news/")).toEqual(["/blog/news/"]);
	});
});

describe("nearbyAddresses", () => {
	it("puts a slash to the end or takes it away, and takes index.html away", () => {
		expect(nearbyAddresses("/news")).toEqual(["/news/"]);
		expect(nearbyAddresses("/news/rss.xml/")).toEqual(["/news/rss.xml"]);
		expect(nearbyAddresses("/news/index.html")).toEqual(["/news/"]);
		expect(nearbyAddresses("/")).toEqual([]);
	});
});

describe("foldersAbove", () => {
	it.each([
		["/news/business/rss.xml", ["/news/business/", "/news/", "/"]],
		["/новости/rss.xml", ["/новости/", "/"]],
		["/rss.xml", ["/"]],
	])("gives the folders of %s, the nearest first", (address, folders) => {
		expect(foldersAbove(address)).toEqual(folders);
	});
});
