import { describe, expect, it } from "vitest";
import { directionOf } from "../../src/pages/direction.ts";

describe("directionOf", () => {
	it.each(["ar", "ar-EG", "AR", "he", "fa-IR", "ur", "yi", "dv", "ckb", "pa-Arab", "az_Arab_IR"])(
		"writes %s from right to left",
		(language) => expect(directionOf(language)).toBe("rtl"),
	);

	it.each(["en", "de-AT", "ja", "zh-Hant-TW", "ru", "ku", "ar-Latn", "he-Latn-IL", "arn", ""])(
		"writes %s from left to right",
		(language) => expect(directionOf(language)).toBe("ltr"),
	);

	it("agrees with the platform's own tables where the platform has them", () => {
		const tags =
			"ar arc ckb dv fa he ks nqo pa-Arab ps sd syr ug ur yi en de fr ja ko th hi am ka hy el";
		for (const tag of tags.split(" ")) {
			const script = new Intl.Locale(tag).maximize().script?.toLowerCase() ?? "";
			expect([tag, directionOf(`und-${script}`)]).toEqual([tag, directionOf(tag)]);
		}
	});
});
