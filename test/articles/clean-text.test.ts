import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { cleanLine, cleanText } from "../../src/articles/clean-text.ts";

const anyText = fc.string({
	unit: fc.oneof(
		fc.string({ unit: "binary" }),
		fc.nat({ max: 0xffff }).map((unit) => String.fromCharCode(unit)),
	),
});

function parseAsXml(text: string): string {
	let found = "";
	const parser = new SaxesParser();
	parser.on("text", (part) => {
		found += part;
	});
	parser.on("error", (error) => {
		throw error;
	});
	const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
	parser.write(`<t>${escaped}</t>`).close();
	return found;
}

describe("cleanText (requirements 58 and 59)", () => {
	it("removes the control characters that XML 1.0 forbids and keeps tab and line feed", () => {
		expect(cleanText("a\u0000b\u0008c\u000Bd\u000Ce\u001Ff\tg\nh")).toBe("abcdef\tg\nh");
	});

	it("removes U+FFFE and U+FFFF, and keeps the noncharacters that XML allows", () => {
		expect(cleanText("a\uFFFEb\uFFFFc\u{1FFFE}d")).toBe("abc\u{1FFFE}d");
	});

	it("shows a lone surrogate as U+FFFD and leaves pairs alone", () => {
		expect(cleanText("a\uD83Db\uDE00c😀")).toBe("a\uFFFDb\uFFFDc😀");
	});

	it("takes byte order marks off the start only", () => {
		expect(cleanText("\u0001\uFEFF\uFEFFa\uFEFFb")).toBe("a\uFEFFb");
	});

	it("ends every line with a line feed, also where a forbidden character stood between CR and LF", () => {
		expect(cleanText("a\r\nb\rc\nd\r\u0000\ne")).toBe("a\nb\nc\nd\ne");
	});

	it("gives text that any XML document carries unchanged, and that cleaning again leaves alone", () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const clean = cleanText(text);
				expect(parseAsXml(clean)).toBe(clean);
				expect(cleanText(clean)).toBe(clean);
			}),
		);
	});
});

describe("cleanLine", () => {
	it("makes one line of several, with single spaces and none at the ends", () => {
		expect(cleanLine("  A title\r\n\t in  two\u2028lines ")).toBe("A title in two lines");
	});

	it("keeps the no-break space that French sets before a colon", () => {
		expect(cleanLine("Titre\u00A0: deux")).toBe("Titre\u00A0: deux");
	});

	it("gives a line that cleaning again leaves alone", () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const line = cleanLine(text);
				expect(line).not.toMatch(/[\n\r]/);
				expect(cleanLine(line)).toBe(line);
			}),
		);
	});
});
