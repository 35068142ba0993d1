import { describe, expect, it } from "vitest";
import { createHoldings } from "../../src/http/holdings.ts";

function openHoldings(mostWeight: number) {
	const dropped: string[] = [];
	const holdings = createHoldings<string>(mostWeight, (key) => dropped.push(key));
	return { holdings, dropped };
}

describe("holdings", () => {
	it("drop what was held longest when there is no room, and say so", () => {
		const { holdings, dropped } = openHoldings(30);
		for (const key of ["a", "b", "c", "d"]) holdings.set(key, key, 10);
		expect(dropped).toEqual(["a"]);
		expect(["a", "b", "c", "d"].map((key) => holdings.peek(key))).toEqual([
			undefined,
			"b",
			"c",
			"d",
		]);
	});

	it("keep what was used since, in place of what was not", () => {
		const { holdings, dropped } = openHoldings(30);
		for (const key of ["a", "b", "c"]) holdings.set(key, key, 10);
		holdings.get("a");
		holdings.peek("b");
		holdings.set("d", "d", 10);
		expect(dropped).toEqual(["b"]);
		// A use counts once.
		for (const key of ["e", "f", "g"]) holdings.set(key, key, 10);
		expect(dropped).toEqual(["b", "c", "d", "a"]);
	});

	it("hold one value whatever it weighs", () => {
		const { holdings, dropped } = openHoldings(30);
		holdings.set("a", "a", 10);
		holdings.get("a");
		holdings.set("b", "b", 100);
		expect([dropped, holdings.get("b")]).toEqual([["a"], "b"]);
	});

	it("weigh a value that takes another's place once", () => {
		const { holdings, dropped } = openHoldings(30);
		holdings.set("b", "b", 10);
		for (let n = 0; n < 5; n++) holdings.set("a", String(n), 20);
		holdings.delete("a");
		holdings.set("c", "c", 20);
		expect(dropped).toEqual([]);
	});
});
