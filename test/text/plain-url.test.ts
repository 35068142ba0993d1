import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isPlainUrl } from "../../src/text/plain-url.ts";

const pieces =
	"http:// https:// / // a B 7 0x1f 127.0.0.1 example .org www. xn-- - -- _ . .. ~ ? = & # : :80 @ % %2e é | ' ; \\ [::1]".split(
		" ",
	);

describe("isPlainUrl", () => {
	it("finds only what the URL Standard gives back as it is", () => {
		const address = fc.oneof(
			fc.array(fc.constantFrom(...pieces), { maxLength: 9 }).map((parts) => parts.join("")),
			fc
				.array(fc.constantFrom(...pieces), { maxLength: 9 })
				.map((parts) => `https://example.org/${parts.join("")}`),
			fc.webUrl({ withQueryParameters: true, withFragments: true }),
		);
		fc.assert(
			fc.property(address, (url) => {
				if (isPlainUrl(url)) expect(URL.parse(url)?.href).toBe(url);
			}),
			{ numRuns: 5000 },
		);
	});

	it.each([
		"https://example.org/",
		"http://www.the-site.example.org/2026/03/a-day_out/index.html",
		"https://example.org/~ann/?page=2&q=a-b#notes",
		"https://4chan.example.org//a/",
	])("finds %s", (url) => {
		expect(isPlainUrl(url)).toBe(true);
	});

	it.each([
		"https://example.org",
		"https://example.org/a/../b",
		"https://example.org:443/",
		"https://xn--tda.example/",
		"https://127.1/",
		"HTTPS://example.org/",
		"ftp://example.org/",
		"//example.org/",
	])("leaves %s to the URL Standard", (url) => {
		expect(isPlainUrl(url)).toBe(false);
	});
});
