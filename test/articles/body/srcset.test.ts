import { describe, expect, it } from "vitest";
import { parseSrcset } from "../../../src/articles/body/srcset.ts";

describe("parseSrcset (HTML standard, parsing a srcset attribute)", () => {
	it.each([
		["a.jpg", [["a.jpg", ""]]],
		[
			"a.jpg 1x, b.jpg 2x",
			[
				["a.jpg", "1x"],
				["b.jpg", "2x"],
			],
		],
		[
			"a.jpg 320w,b.jpg 640w",
			[
				["a.jpg", "320w"],
				["b.jpg", "640w"],
			],
		],
		[
			"w_200,h_100/a.jpg 200w, w_400,h_200/a.jpg 400w",
			[
				["w_200,h_100/a.jpg", "200w"],
				["w_400,h_200/a.jpg", "400w"],
			],
		],
		[
			"a,b.jpg, c.jpg",
			[
				["a,b.jpg", ""],
				["c.jpg", ""],
			],
		],
		["a.jpg,b.jpg", [["a.jpg,b.jpg", ""]]],
		[
			" ,, a.jpg\n1.5x ,\tb.jpg\t.5x,",
			[
				["a.jpg", "1.5x"],
				["b.jpg", ".5x"],
			],
		],
		["a.jpg 1x (1,2), b.jpg 2x", [["b.jpg", "2x"]]],
		["a.jpg 0w, b.jpg -1x, c.jpg 1x 2x, d.jpg 100w 50h, e.jpg x", [["d.jpg", "100w 50h"]]],
		["data:image/png;base64,AA== 1x", [["data:image/png;base64,AA==", "1x"]]],
		[",", []],
	])("splits %j", (srcset, expected) => {
		expect(parseSrcset(srcset).map(({ url, descriptor }) => [url, descriptor])).toEqual(expected);
	});
});
