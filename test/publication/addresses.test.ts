import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressOf, encodeAddress } from "../../src/publication/addresses.ts";

const base = "https://example.org/blog";

/** What URLs say of it (WHATWG URL): the decoded path below the base's. */
function readByUrl(url: string): string | undefined {
	const { origin, pathname } = new URL(url);
	if (origin !== "https://example.org" || !pathname.startsWith("/blog/")) return undefined;
	try {
		return decodeURIComponent(pathname.slice("/blog".length)).normalize("NFC");
	} catch {
		return undefined;
	}
}

const path = fc
	.array(
		fc.constantFrom(
			"/",
			"/",
			"a",
			"B",
			"9",
			".",
			"..",
			"_",
			"~",
			"-",
			"%20",
			"%2e",
			"é",
			"?",
			"#",
			":",
			"+",
		),
		{
			maxLength: 10,
		},
	)
	.map((parts) => `/${parts.join("")}`);

describe("addressOf", () => {
	it("gives what stands below the site's address, decoded and without dot segments, for any path", () => {
		fc.assert(
			fc.property(path, (below) => {
				expect(addressOf(base + below, base)).toBe(readByUrl(base + below));
			}),
			{ numRuns: 2000 },
		);
	});

	it("knows no address of what only begins like the site's", () => {
		expect(addressOf("https://example.org/blogger/a/", base)).toBeUndefined();
		expect(addressOf("https://example.org.example.com/blog/a/", base)).toBeUndefined();
	});
});

describe("encodeAddress", () => {
	it("encodes what would be read as an encoding", () => {
		expect(encodeAddress("/100%/a%20b/")).toBe("/100%25/a%2520b/");
	});

	it("gives a path that a URL keeps as it is, and that decodes to the address", () => {
		fc.assert(
			fc.property(
				fc.array(fc.string({ unit: "grapheme", minLength: 1 }), { minLength: 1 }),
				(names) => {
					const segments = names
						.map((name) => name.toWellFormed().normalize("NFC").replaceAll("/", ""))
						.filter((name) => !/^\.*$/.test(name));
					const address = `/${segments.join("/")}`;
					const encoded = encodeAddress(address);
					expect(new URL(encoded, "https://example.org").pathname).toBe(encoded);
					expect(decodeURIComponent(encoded)).toBe(address);
				},
			),
		);
	});
});
