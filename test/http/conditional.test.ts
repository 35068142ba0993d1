import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluatePreconditions, type Validators } from "../../src/http/conditional.ts";

const now = new Date("2026-11-23T12:00:00Z");
const modified = "Sun, 22 Nov 2026 10:00:00 GMT";
const before = "Sun, 22 Nov 2026 09:59:59 GMT";
const weak: Validators = { etag: 'W/"abc"', lastModified: new Date(modified) };
const strong: Validators = { etag: '"abc"', lastModified: new Date(modified) };

function evaluate(headers: Readonly<Record<string, string>>, validators = weak): string {
	return evaluatePreconditions((name) => headers[name] ?? null, validators, now);
}

describe("evaluatePreconditions", () => {
	it("performs a request without conditions (1)", () => {
		expect(evaluate({})).toBe("perform");
	});

	it("asks If-None-Match first, and the date only where no tag was sent (7, 8)", () => {
		expect(evaluate({ "if-none-match": '"abc"', "if-modified-since": before })).toBe(
			"not-modified",
		);
		expect(evaluate({ "if-none-match": '"x"', "if-modified-since": modified })).toBe("perform");
		expect(evaluate({ "if-none-match": "", "if-modified-since": modified })).toBe("not-modified");
		expect(evaluate({ "if-none-match": " , ", "if-modified-since": modified })).toBe(
			"not-modified",
		);
		expect(evaluate({ "if-modified-since": modified })).toBe("not-modified");
		expect(evaluate({ "if-modified-since": before })).toBe("perform");
	});

	it("takes no notice of a date that is none, or where the document has none (11)", () => {
		expect(evaluate({ "if-modified-since": "garbage" })).toBe("perform");
		expect(evaluate({ "if-unmodified-since": "garbage" })).toBe("perform");
		expect(evaluate({ "if-modified-since": modified }, { etag: '"abc"' })).toBe("perform");
		expect(evaluate({ "if-unmodified-since": before }, { etag: '"abc"' })).toBe("perform");
	});

	it("lets any tag of a document that is there pass for `*` (5)", () => {
		expect(evaluate({ "if-none-match": "*" })).toBe("not-modified");
		expect(evaluate({ "if-match": "*" })).toBe("perform");
	});

	it("fails If-Match by strong comparison, else If-Unmodified-Since (RFC 9110 §13.2.2)", () => {
		expect(evaluate({ "if-match": '"abc"' }, strong)).toBe("perform");
		expect(evaluate({ "if-match": '"x", "abc"' }, strong)).toBe("perform");
		expect(evaluate({ "if-match": 'W/"abc"' }, strong)).toBe("failed");
		expect(evaluate({ "if-match": '"abc"' }, weak)).toBe("failed");
		expect(evaluate({ "if-match": '"abc"', "if-unmodified-since": before }, strong)).toBe(
			"perform",
		);
		expect(evaluate({ "if-unmodified-since": modified })).toBe("perform");
		expect(evaluate({ "if-unmodified-since": before })).toBe("failed");
	});

	it("asks about both: what was expected, then what is known already", () => {
		const both = { "if-match": '"abc"', "if-none-match": '"abc"' };
		expect(evaluate(both, strong)).toBe("not-modified");
		expect(evaluate({ ...both, "if-match": '"x"' }, strong)).toBe("failed");
	});

	it("never throws, and never answers 304 for a tag that has nothing of ours in it", () => {
		const names = fc.constantFrom(
			"if-match",
			"if-none-match",
			"if-modified-since",
			"if-unmodified-since",
		);
		fc.assert(
			fc.property(fc.dictionary(names, fc.string({ unit: "binary" })), (headers) => {
				const result = evaluate(headers);
				const sent = headers["if-none-match"]?.trim();
				if (sent && sent !== "*" && !/^[\s,]*$/.test(sent) && !sent.includes("abc")) {
					expect(result).not.toBe("not-modified");
				}
			}),
		);
	});
});
