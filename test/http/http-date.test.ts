import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseHttpDate, renderHttpDate } from "../../src/http/http-date.ts";

const now = new Date("2026-11-23T12:00:00Z");

describe("parseHttpDate", () => {
	it("reads the three forms of RFC 9110 §5.6.7 as the same instant (10)", () => {
		const instant = new Date("1994-11-06T08:49:37Z");
		expect(parseHttpDate("Sun, 06 Nov 1994 08:49:37 GMT", now)).toEqual(instant);
		expect(parseHttpDate("Sunday, 06-Nov-94 08:49:37 GMT", now)).toEqual(instant);
		expect(parseHttpDate("Sun Nov  6 08:49:37 1994", now)).toEqual(instant);
		expect(parseHttpDate("Wed Nov 16 08:49:37 1994", now)).toEqual(
			new Date("1994-11-16T08:49:37Z"),
		);
	});

	it("takes two digits for the year that is at most 50 years ahead (10)", () => {
		const yearOf = (text: string, at: Date): number | undefined =>
			parseHttpDate(text, at)?.getUTCFullYear();
		expect(yearOf("Monday, 23-Nov-76 12:00:00 GMT", now)).toBe(2076);
		expect(yearOf("Monday, 23-Nov-76 12:00:01 GMT", now)).toBe(1976);
		expect(yearOf("Monday, 23-Nov-77 00:00:00 GMT", now)).toBe(1977);
		expect(yearOf("Monday, 01-Jan-26 00:00:00 GMT", now)).toBe(2026);
		expect(yearOf("Monday, 01-Jan-00 00:00:00 GMT", now)).toBe(2000);
		expect(yearOf("Monday, 01-Jan-99 00:00:00 GMT", new Date("2060-01-01T00:00:00Z"))).toBe(2099);
		expect(yearOf("Monday, 01-Jan-20 00:00:00 GMT", new Date("2060-01-01T00:00:00Z"))).toBe(2020);
		expect(yearOf("Monday, 01-Jan-05 00:00:00 GMT", new Date("2060-01-01T00:00:00Z"))).toBe(2105);
	});

	it("reads a leap second as the second after it, and the last day of a leap year's February", () => {
		expect(parseHttpDate("Sat, 31 Dec 2016 23:59:60 GMT", now)).toEqual(
			new Date("2017-01-01T00:00:00Z"),
		);
		expect(parseHttpDate("Thu, 29 Feb 2024 00:00:00 GMT", now)).toEqual(
			new Date("2024-02-29T00:00:00Z"),
		);
	});

	it.each([
		"",
		"0",
		"-1",
		"garbage",
		"784111777",
		"1994-11-06T08:49:37Z",
		"Sun, 06 Nov 1994 08:49:37",
		"Sun, 06 Nov 1994 08:49:37 +0000",
		"Sun, 06 Nov 1994 08:49:37 UTC",
		"Sun, 6 Nov 1994 08:49:37 GMT",
		"sun, 06 nov 1994 08:49:37 gmt",
		"Sun,  06 Nov 1994 08:49:37 GMT",
		"Sun, 06 Nov 94 08:49:37 GMT",
		"Sunday, 06-Nov-1994 08:49:37 GMT",
		"Sun Nov 6 08:49:37 1994",
		"Sun, 06 Nov 1994 24:00:00 GMT",
		"Sun, 06 Nov 1994 08:60:00 GMT",
		"Sun, 06 Nov 1994 08:49:61 GMT",
		"Sun, 00 Nov 1994 08:49:37 GMT",
		"Sun, 31 Nov 1994 08:49:37 GMT",
		"Wed, 29 Feb 2023 00:00:00 GMT",
		"Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:37 GMT",
		"Sun, ٠٦ Nov 1994 08:49:37 GMT",
	])("knows that %j is no HTTP-date (11)", (text) => {
		expect(parseHttpDate(text, now)).toBeUndefined();
	});

	it("never throws, and reads back whatever renderHttpDate wrote (12)", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), (text) => {
				parseHttpDate(text, now);
			}),
		);
		const instants = fc.date({
			min: new Date("0000-01-01T00:00:00Z"),
			max: new Date("9999-12-31T23:59:59Z"),
			noInvalidDate: true,
		});
		fc.assert(
			fc.property(instants, (instant) => {
				const seconds = Math.floor(instant.getTime() / 1000);
				expect(parseHttpDate(renderHttpDate(instant), now)?.getTime()).toBe(seconds * 1000);
			}),
		);
	});
});
