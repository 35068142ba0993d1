import { Buffer } from "node:buffer";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeText } from "../../src/text/encode-text.ts";

describe("encodeText", () => {
	it("encodes any text as Node's buffers do, halves of surrogate pairs too", () => {
		const anyText = fc.string({ unit: "binary", maxLength: 300 });
		fc.assert(
			fc.property(anyText, fc.nat(3000), (text, count) => {
				const long = text.repeat(count % (100_000 / (text.length + 1)));
				expect(Buffer.from(encodeText(long)).equals(Buffer.from(long, "utf8"))).toBe(true);
			}),
		);
		for (const text of ["\ud800", "a\udc00b", "–".repeat(200_000)])
			expect(Buffer.from(encodeText(text)).equals(Buffer.from(text, "utf8"))).toBe(true);
	});

	it("gives bytes that the next text leaves alone", () => {
		const first = encodeText("first");
		encodeText("other");
		expect(new TextDecoder().decode(first)).toBe("first");
	});
});
