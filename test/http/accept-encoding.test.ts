import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chooseCoding } from "../../src/http/accept-encoding.ts";

describe("chooseCoding", () => {
	it("follows the examples of RFC 9110 §12.5.3 (32)", () => {
		const codings = ["br", "gzip"] as const;
		expect(chooseCoding("compress, gzip", codings)).toBe("gzip");
		expect(chooseCoding("", codings)).toBe("identity");
		expect(chooseCoding("*", codings)).toBe("br");
		expect(chooseCoding("compress;q=0.5, gzip;q=1.0", codings)).toBe("gzip");
		expect(chooseCoding("gzip;q=1.0, identity; q=0.5, *;q=0", codings)).toBe("gzip");
	});

	it("sends plain text to a client that did not ask", () => {
		expect(chooseCoding(undefined, ["br", "gzip"])).toBe("identity");
	});

	it("decides between equal weights by the order of the prepared codings", () => {
		expect(chooseCoding("gzip, br", ["br", "gzip"])).toBe("br");
		expect(chooseCoding("gzip, br", ["gzip", "br"])).toBe("gzip");
	});

	it("sends what is not prepared in plain text, even to those who refuse it", () => {
		for (const value of ["gzip, br", "*", "identity;q=0", "identity;q=0, gzip"]) {
			expect(chooseCoding(value, []), value).toBe("identity");
		}
	});

	it("takes notice of a weight in any letters and with spaces, and of none that is outside of the grammar", () => {
		const codings = ["br", "gzip"] as const;
		expect(chooseCoding("br ; Q = 0.1 , gzip\t;\tq=0.2", codings)).toBe("gzip");
		expect(chooseCoding("br;q=2, gzip;q=0.1", codings)).toBe("gzip");
		expect(chooseCoding("br;q=-1, gzip;q=1e-3", codings)).toBe("identity");
		expect(chooseCoding("br;level=9, gzip;q=0.5", codings)).toBe("br");
		expect(chooseCoding("gzip;q=0, gzip", codings)).toBe("identity");
	});

	it("never throws, never chooses what was refused by name, and never what is not prepared", () => {
		const coding = fc.constantFrom("gzip", "br", "identity", "*", "x-gzip", "zstd", "", "\u0000");
		const q = fc.constantFrom("", ";q=0", ";q=0.5", ";q=1", "; q=0.001", ";q=", ";;", ";q=x");
		const member = fc.tuple(coding, q).map((parts) => parts.join(""));
		const prepared = fc.subarray(["br", "gzip"] as const);
		fc.assert(
			fc.property(fc.array(member, { maxLength: 6 }), prepared, (members, codings) => {
				const chosen = chooseCoding(members.join(","), codings);
				if (chosen === "identity") return;
				expect(codings).toContain(chosen);
				const first = members.find((text) => text.replace(/^x-/, "").startsWith(chosen));
				expect(first?.endsWith(";q=0") ?? false).toBe(false);
			}),
		);
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), (value) => {
				chooseCoding(value, ["br", "gzip"]);
			}),
		);
	});
});
