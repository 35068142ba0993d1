import { Buffer } from "node:buffer";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeForNow, encodeText } from "../../src/text/encode-text.ts";

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

	it("encodes several texts together as each alone", () => {
		const texts = fc.array(fc.string({ unit: "binary", maxLength: 300 }), { maxLength: 8 });
		fc.assert(
			fc.property(texts, fc.nat(80), (some, count) => {
				const long = some.map((text) => text.repeat(count));
				expect(encodeForNow(long).map((bytes) => Buffer.from(bytes).toString("hex"))).toEqual(
					long.map((text) => Buffer.from(text, "utf8").toString("hex")),
				);
			}),
		);
		const beyond = ["–".repeat(100_000), "a".repeat(100_000)];
		expect(encodeForNow(beyond).map(({ length }) => length)).toEqual([300_000, 100_000]);
	});

	it("gives bytes that the next text leaves alone", () => {
		const first = encodeText("first");
		encodeText("other");
		expect(new TextDecoder().decode(first)).toBe("first");
	});
});
