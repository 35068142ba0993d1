import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findFileNames, mayNameFile } from "../../../src/articles/body/file-names.ts";

const name = fc
	.tuple(
		fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
		fc.constantFrom("png", "jpg", "mp3", "tar.gz", "PDF", "7z", "jpeg~", "x y", "longerthanmost"),
	)
	.map(([stem, ending]) => `${stem.replaceAll("/", "")}.${ending}`);

const around = fc.string({ unit: "grapheme", maxLength: 20 });

describe("names of files in a text", () => {
	it("are its words with an ending", () => {
		const text = 'See ![a](img/big%20one.png "A."), <b src=x.tar.gz> and e.g. v1.2 at example.com.';
		expect(findFileNames(text)).toEqual([
			"big%20one.png",
			"x.tar",
			"x.tar.gz",
			"e.g",
			"v1.2",
			"example.com",
		]);
	});

	it("are never missed, however they are written and whatever stands beside them", () => {
		fc.assert(
			fc.property(name, around, around, (file, before, after) => {
				const spellings = [
					file,
					encodeURI(file.toWellFormed()),
					encodeURIComponent(file.toWellFormed()),
				];
				for (const spelling of spellings) {
					const found = findFileNames(`${before}/${spelling} ${after}`);
					expect(mayNameFile(found, file.toWellFormed())).toBe(true);
				}
			}),
		);
	});

	it("rule out most files", () => {
		const found = findFileNames("A text that names one.png and nothing else.");
		expect(mayNameFile(found, "one.png")).toBe(true);
		expect(mayNameFile(found, "two.png")).toBe(false);
		expect(mayNameFile(found, "one.jpg")).toBe(false);
	});
});
