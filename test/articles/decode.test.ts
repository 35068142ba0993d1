import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeFile } from "../../src/articles/decode.ts";

const decode = (...bytes: number[]) => decodeFile({ path: "a.md", bytes: new Uint8Array(bytes) });
const utf8 = (text: string) => [...new TextEncoder().encode(text)];

describe("decodeFile", () => {
	it("decodes UTF-8 and leaves a byte order mark out", () => {
		expect(decode(0xef, 0xbb, 0xbf, ...utf8("né 日本 🚀"))).toEqual({ text: "né 日本 🚀" });
	});

	it.each([
		["a byte of Latin-1", [...utf8("ok\r\nné "), 0xe9, ...utf8("t\n")], 2, 4],
		["a byte that is never right", [...utf8("a\n\n"), 0xff], 3, 1],
		["a character that is cut off", [...utf8("日本"), 0xe6, 0x97], 1, 3],
		["a character that is cut off by another", [...utf8("a"), 0xf0, 0x9f, 0x41], 1, 2],
		["an overlong form", [0x61, 0xc0, 0xaf], 1, 2],
		["a surrogate", [0x61, 0x62, 0xed, 0xa0, 0x80], 1, 3],
	])("says where %s stands", (_, bytes, line, column) => {
		expect(decode(...bytes)).toMatchObject({
			fault: { code: "FILE_NOT_UTF8", place: { file: "a.md", line, column } },
		});
	});

	it("says that a file is UTF-16", () => {
		expect(decode(0xff, 0xfe, 0x61, 0)).toMatchObject({
			fault: { code: "FILE_NOT_UTF8", message: "The file is UTF-16 (little-endian), not UTF-8." },
		});
		expect(decode(0xfe, 0xff, 0, 0x61)).toMatchObject({ fault: { code: "FILE_NOT_UTF8" } });
	});

	it("finds nothing in an empty file, and in one of white space", () => {
		expect(decode()).toMatchObject({ fault: { code: "ARTICLE_EMPTY" } });
		expect(decode(...utf8("\uFEFF \r\n\t\n"))).toMatchObject({ fault: { code: "ARTICLE_EMPTY" } });
	});

	it("takes any bytes", () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
				const decoded = decodeFile({ path: "a.md", bytes });
				if ("text" in decoded) return;
				expect(decoded.fault.place.line).toBeGreaterThan(0);
				expect(decoded.fault.place.column).toBeLessThanOrEqual(bytes.length + 1);
			}),
		);
	});
});
