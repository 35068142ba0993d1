import { describe, expect, it } from "vitest";
import { formatDay } from "../../src/pages/date.ts";
import { chooseInterface } from "../../src/pages/interface-language.ts";

const languages = ["en", "de", "fr", "es", "ar", "ru", "ja", "zh", "zh-Hant"];

describe("chooseInterface", () => {
	it.each([
		["de-CH-1996", "de"],
		["DE", "de"],
		["en_GB", "en"],
		["en-US", "en-US"],
		["zh-CN", "zh-Hans"],
		["zh-TW", "zh-Hant"],
		["zh-Hant-MO", "zh-Hant"],
	])("speaks to a page in %s in %s, without saying so again", (page, spoken) => {
		const { words, lang } = chooseInterface(page);
		expect(words.language).toBe(spoken);
		expect(`${lang}`).toBe("");
	});

	it("speaks English where it has no words, and says so", () => {
		expect(chooseInterface("pl").words.language).toBe("en");
		expect(`${chooseInterface("pl").lang}`).toBe(' lang="en"');
		expect(`${chooseInterface("he").lang}`).toBe(' lang="en" dir="ltr"');
	});

	it("takes no name that every object has for a language", () => {
		expect(chooseInterface("constructor").words.language).toBe("en");
	});

	it.each(languages)("has every word in %s, and none left in English", (language) => {
		const english: Readonly<Record<string, unknown>> = { ...chooseInterface("en").words };
		const { locale, listSeparator, datePattern, ...words } = chooseInterface(language).words;
		expect(locale.code).toBeTruthy();
		expect(listSeparator + datePattern).toBeTruthy();
		for (const [key, word] of Object.entries(words)) {
			expect(word.trim(), key).not.toBe("");
			const same = language === "en" || (language === "fr" && key === "section");
			if (!same) expect([key, word]).not.toEqual([key, english[key]]);
		}
	});
});

describe("formatDay", () => {
	it.each([
		["en", "1 March 2026"],
		["en-US", "March 1, 2026"],
		["de", "1. März 2026"],
		["fr", "1er mars 2026"],
		["es", "1 de marzo de 2026"],
		["ar", "1 مارس 2026"],
		["ru", "1 марта 2026 г."],
		["ja", "2026年3月1日"],
		["zh", "2026年3月1日"],
		["zh-TW", "2026年3月1日"],
	])("writes a day as people do in %s: %s", (language, day) => {
		const speech = chooseInterface(language);
		expect(formatDay(new Date("2026-03-01T12:00:00Z"), "UTC", speech)).toBe(day);
	});

	it("shows the day that it is in the site's zone", () => {
		const instant = new Date("2026-02-28T23:30:00Z");
		const speech = chooseInterface("en");
		expect(formatDay(instant, "Europe/Berlin", speech)).toBe("1 March 2026");
		expect(formatDay(instant, "America/New_York", speech)).toBe("28 February 2026");
	});
});
