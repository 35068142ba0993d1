import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dateFromFileName, parseInstant } from "../../src/articles/date.ts";

const instantOf = (value: unknown, zone = "Europe/Berlin") => {
	const parsed = parseInstant(value, zone);
	return "instant" in parsed ? parsed.instant.toISOString() : parsed.reason;
};

describe("parseInstant", () => {
	it.each([
		["2026-03-14", "2026-03-13T23:00:00.000Z"],
		["2026-3-4", "2026-03-03T23:00:00.000Z"],
		["2026/03/14", "2026-03-13T23:00:00.000Z"],
		["2026.03.14", "2026-03-13T23:00:00.000Z"],
		["2026-03-14 9:30", "2026-03-14T08:30:00.000Z"],
		["2026-03-14T09:30:15", "2026-03-14T08:30:15.000Z"],
		["2026-03-14t09:30:15z", "2026-03-14T09:30:15.000Z"],
		["2026-03-14 09:30:15.123456Z", "2026-03-14T09:30:15.123Z"],
		["2026-03-14T09:30:15+01:00", "2026-03-14T08:30:15.000Z"],
		["2026-03-14T09:30:15+0130", "2026-03-14T08:00:15.000Z"],
		["2026-03-14 09:30:15 +01", "2026-03-14T08:30:15.000Z"],
		["2015-03-17 14:00:00 -4", "2015-03-17T18:00:00.000Z"],
		["2015-03-17 14:00:00 -0400", "2015-03-17T18:00:00.000Z"],
		["2026-03-14 09:30 UTC", "2026-03-14T09:30:00.000Z"],
		["2026-03-14 09:30 GMT", "2026-03-14T09:30:00.000Z"],
		["2026-03-14 09:30 EST", "2026-03-14T14:30:00.000Z"],
		["2026-03-14Z", "2026-03-14T00:00:00.000Z"],
		["Wed, 02 Oct 2002 13:00:00 GMT", "2002-10-02T13:00:00.000Z"],
		["Wed, 2 Oct 2002 08:00 -0500 (EST)", "2002-10-02T13:00:00.000Z"],
		["Sat Mar 14 2026 09:30:00 GMT+0100 (CET)", "2026-03-14T08:30:00.000Z"],
		["05/05/2014 03:00:00 PM UTC", "2014-05-05T15:00:00.000Z"],
		["12/25/2014 12:30 am UTC", "2014-12-25T00:30:00.000Z"],
		["25/12/2014 12:30 pm UTC", "2014-12-25T12:30:00.000Z"],
		["14.03.2026", "2026-03-13T23:00:00.000Z"],
		["March 14, 2026", "2026-03-13T23:00:00.000Z"],
		["14 March 2026", "2026-03-13T23:00:00.000Z"],
		["14th Mar 2026 at 9:30", "2026-03-14T08:30:00.000Z"],
		["2023-01-29 18:30:22 2023 -0800", "2023-01-30T02:30:22.000Z"],
		["\u00A02026-03-14\u200B ", "2026-03-13T23:00:00.000Z"],
		["2024-02-29", "2024-02-28T23:00:00.000Z"],
	])("reads %j", (text, instant) => {
		expect(instantOf(text)).toBe(instant);
	});

	it.each([
		["2017-02-29", "February 2017 has the days 1 to 28"],
		["2026-04-31", "April 2026 has the days 1 to 30"],
		["2026-13-01", "there is no month 13"],
		["2026-00-01", "there is no month 0"],
		["2026-03-14 25:00", "there is no hour 25"],
		["2026-03-14 23:60", "there is no minute 60"],
		["2026-03-14 23:59:60", "there is no second 60"],
		["2026-03-14 13:00 PM", "a 12-hour clock shows the hours 1 to 12"],
		["2026-03-14 09:30 CET", "`CET` is not a zone that Broadsheet knows; write it as +01:00"],
		["2026-03-14 09:30 +25:00", "`+25:00` is not a zone that Broadsheet knows; write it as +01:00"],
		["03/04/2026", "nobody can tell which number is the month; write the year first"],
		["14 Brumaire 2026", "`Brumaire` is not an English month"],
		["2026-03-14 or so", "`or so` follows it"],
		["1773478800", "a number alone is not a date"],
		["0999-12-31", "years before 1000 cannot be written in a feed"],
		["9999-12-31T23:59-02:00", "only the years 1000 to 9999 can be written in a feed"],
		["soon", "this is not a form of date that Broadsheet knows"],
		["", "this is not a form of date that Broadsheet knows"],
		[1773478800, "only a text can be a date"],
		[null, "only a text can be a date"],
	])("refuses %j and says why", (value, reason) => {
		expect(instantOf(value)).toBe(reason);
	});

	it("takes a Date as it is, unless it is none", () => {
		expect(instantOf(new Date(0))).toBe("1970-01-01T00:00:00.000Z");
		expect(parseInstant(new Date(Number.NaN), "UTC")).toHaveProperty("reason");
	});

	it("says whether the text has a time", () => {
		expect(parseInstant("2026-03-14", "UTC")).toMatchObject({ hasTime: false });
		expect(parseInstant("2026-03-14 00:00", "UTC")).toMatchObject({ hasTime: true });
	});

	it("moves a time that daylight saving skips forward", () => {
		expect(instantOf("2026-03-29 02:30")).toBe("2026-03-29T01:30:00.000Z");
		expect(instantOf("2026-03-08 02:30", "America/New_York")).toBe("2026-03-08T07:30:00.000Z");
		expect(instantOf("2018-11-04", "America/Sao_Paulo")).toBe("2018-11-04T03:00:00.000Z");
	});

	it("takes one of the two times that daylight saving repeats", () => {
		expect(["2026-10-25T00:30:00.000Z", "2026-10-25T01:30:00.000Z"]).toContain(
			instantOf("2026-10-25 02:30"),
		);
	});

	it("reads back every instant as RFC 3339 and RFC 5322 write it", () => {
		const dates = fc.date({
			min: new Date("1000-01-01"),
			max: new Date("9999-12-31"),
			noInvalidDate: true,
		});
		fc.assert(
			fc.property(dates, (date) => {
				expect(instantOf(date.toISOString())).toBe(date.toISOString());
				const seconds = new Date(Math.floor(date.getTime() / 1000) * 1000);
				expect(instantOf(date.toUTCString())).toBe(seconds.toISOString());
			}),
		);
	});

	it("never throws, whatever the text", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), (text) => {
				parseInstant(text, "Europe/Berlin");
				parseInstant(`2026-03-14 ${text}`, "UTC");
			}),
		);
	});
});

describe("dateFromFileName", () => {
	it("parts a date from a name", () => {
		expect(dateFromFileName("2026-03-14-name-of-it")).toEqual({
			date: "2026-03-14",
			rest: "name-of-it",
		});
		expect(dateFromFileName("2026-03-14")).toEqual({ date: "2026-03-14", rest: "" });
	});

	it("takes no other beginning for one", () => {
		expect(dateFromFileName("2026-3-14-name")).toBeUndefined();
		expect(dateFromFileName("2026-03-145")).toBeUndefined();
		expect(dateFromFileName("name-2026-03-14")).toBeUndefined();
	});
});
