import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formatDay } from "../../src/pages/date.ts";
import { chooseInterface } from "../../src/pages/interface-language.ts";

const zones = ["UTC", "Europe/Berlin", "America/St_Johns", "Pacific/Kiritimati", "Asia/Kathmandu"];

describe("formatDay", () => {
	it("gives the day that the calendars of a zone show, whatever the machine's own zone is", () => {
		const time = fc.integer({ min: Date.UTC(1901, 0, 1), max: Date.UTC(2099, 11, 31) });
		fc.assert(
			fc.property(time, fc.constantFrom(...zones), (ms, timeZone) => {
				const expected = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone });
				const day = formatDay(new Date(ms), timeZone, chooseInterface("en-GB"));
				expect(day).toBe(expected.format(ms));
			}),
		);
	});

	it("keeps the first years, which a constructor of dates takes for others", () => {
		const first = new Date("0001-01-01T00:00:00Z");
		expect(formatDay(first, "UTC", chooseInterface("en-GB"))).toBe("1 January 0001");
	});
});
