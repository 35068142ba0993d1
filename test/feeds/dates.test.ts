import { describe, expect, it } from "vitest";
import { renderRfc822, renderRfc3339 } from "../../src/feeds/dates.ts";

describe("renderRfc822", () => {
	it("writes weekday, four-digit year and GMT with single spaces (requirement 70)", () => {
		expect(renderRfc822(new Date("2002-10-02T13:00:00Z"))).toBe("Wed, 02 Oct 2002 13:00:00 GMT");
	});

	it("writes years before 1000 with four digits", () => {
		expect(renderRfc822(new Date("0099-01-01T00:00:00Z"))).toBe("Thu, 01 Jan 0099 00:00:00 GMT");
	});

	it("refuses an invalid date", () => {
		expect(() => renderRfc822(new Date(Number.NaN))).toThrow(RangeError);
	});
});

describe("renderRfc3339", () => {
	it("writes upper-case T and Z, without fractions (requirement 81)", () => {
		expect(renderRfc3339(new Date("2002-10-02T15:00:00+02:00"))).toBe("2002-10-02T13:00:00Z");
	});

	it.each(["2026-03-14T09:30:00.999Z", "1969-12-31T23:59:59.001Z", "0000-01-01T00:00:00.500Z"])(
		"tells the same instant as RFC 822, whose seconds are whole: %s",
		(instant) => {
			const date = new Date(instant);
			expect(new Date(renderRfc3339(date)).toISOString()).toBe(`${instant.slice(0, 19)}.000Z`);
			expect(renderRfc822(date)).toContain(instant.slice(11, 19));
		},
	);

	it("refuses years that four digits cannot hold", () => {
		expect(() => renderRfc3339(new Date("+010000-01-01T00:00:00Z"))).toThrow(RangeError);
		expect(() => renderRfc3339(new Date("-000001-01-01T00:00:00Z"))).toThrow(RangeError);
		expect(() => renderRfc3339(new Date(Number.NaN))).toThrow(RangeError);
	});
});
