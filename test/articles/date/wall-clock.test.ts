import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readWallClock, showWallClock } from "../../../src/articles/date/wall-clock.ts";

const zones = fc.constantFrom(
	...["UTC", "+05:30", "-03:00", "America/New_York", "Europe/Berlin", "Asia/Kolkata"],
	...["Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Apia", "America/St_Johns"],
);

const instants = fc.date({
	min: new Date("1975-01-01T00:00:00Z"),
	max: new Date("2060-01-01T00:00:00Z"),
	noInvalidDate: true,
});

describe("showWallClock", () => {
	it("gives what a clock in the zone shows", () => {
		const at = new Date("2026-03-14T23:30:15.250Z");
		expect(showWallClock(at, "Europe/Berlin").toISOString()).toBe("2026-03-15T00:30:15.250Z");
		expect(showWallClock(at, "America/New_York").toISOString()).toBe("2026-03-14T19:30:15.250Z");
		expect(showWallClock(at, "+05:30").toISOString()).toBe("2026-03-15T05:00:15.250Z");
		expect(showWallClock(at, "UTC")).toEqual(at);
	});

	it("changes at the minute at which the zone does", () => {
		const shown = (at: string) => showWallClock(new Date(at), "Europe/Berlin").toISOString();
		expect(shown("2026-03-29T00:59:59Z")).toBe("2026-03-29T01:59:59.000Z");
		expect(shown("2026-03-29T01:00:00Z")).toBe("2026-03-29T03:00:00.000Z");
		expect(shown("2026-10-25T00:59:59Z")).toBe("2026-10-25T02:59:59.000Z");
		expect(shown("2026-10-25T01:00:00Z")).toBe("2026-10-25T02:00:00.000Z");
	});

	it("agrees with the Intl API at any instant", () => {
		fc.assert(
			fc.property(instants, zones, (at, zone) => {
				const parts = new Intl.DateTimeFormat("en-US", {
					timeZone: zone,
					year: "numeric",
					month: "numeric",
					day: "numeric",
					hour: "numeric",
					minute: "numeric",
					hourCycle: "h23",
				}).formatToParts(at);
				const [month, day, year, hour, minute] = parts
					.filter(({ type }) => type !== "literal")
					.map(({ value }) => Number(value));
				const clock = showWallClock(at, zone);
				expect([
					clock.getUTCFullYear(),
					clock.getUTCMonth() + 1,
					clock.getUTCDate(),
					clock.getUTCHours(),
					clock.getUTCMinutes(),
				]).toEqual([year, month, day, hour, minute]);
			}),
			{ numRuns: 500 },
		);
	});
});

describe("readWallClock", () => {
	it("gives the instant at which the zone's clocks show that", () => {
		fc.assert(
			fc.property(instants, zones, (at, zone) => {
				const back = readWallClock(showWallClock(at, zone), zone);
				expect(showWallClock(back, zone)).toEqual(showWallClock(at, zone));
			}),
			{ numRuns: 500 },
		);
	});

	it("is exact up to the minute at which a clock is put on or back", () => {
		for (const zone of ["Europe/Berlin", "America/New_York", "Australia/Lord_Howe"]) {
			const skipped = Array.from({ length: 365 * 24 * 4 }, (_, quarter) => {
				const shown = new Date(Date.UTC(2026, 0, 1, 0, quarter * 15));
				const instant = readWallClock(shown, zone);
				return showWallClock(instant, zone).getTime() - shown.getTime();
			}).filter((minutes) => minutes !== 0);
			const [quarters, minutes] = zone === "Australia/Lord_Howe" ? [2, 30] : [4, 60];
			expect(skipped).toEqual(Array(quarters).fill(minutes * 60_000));
		}
	});

	it("chooses between two times that a clock shows, on any machine", () => {
		const read = (shown: string, zone: string) =>
			readWallClock(new Date(shown), zone).toISOString();
		expect(read("2026-10-25T02:30:00Z", "Europe/Berlin")).toBe("2026-10-25T01:30:00.000Z");
		expect(read("2026-11-01T01:30:00Z", "America/New_York")).toBe("2026-11-01T05:30:00.000Z");
	});

	it("moves what the zone skips forward by what was skipped", () => {
		const skipped = new Date("2026-03-29T02:30:00Z");
		expect(readWallClock(skipped, "Europe/Berlin").toISOString()).toBe("2026-03-29T01:30:00.000Z");
	});
});
