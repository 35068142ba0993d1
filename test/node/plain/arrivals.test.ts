import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createArrivals } from "../../../src/node/plain/arrivals.ts";

describe("createArrivals", () => {
	it("puts answers off until a turn brings no connection", async () => {
		const arrivals = createArrivals(() => 0);
		const done: string[] = [];
		expect(arrivals.areComing()).toBe(false);
		arrivals.note();
		arrivals.putOff(() => done.push("first"));
		await nextTurn();
		arrivals.note();
		arrivals.putOff(() => done.push("second"));
		await nextTurn();
		expect([done, arrivals.areComing()]).toEqual([[], true]);
		await nextTurn();
		await nextTurn();
		expect([done, arrivals.areComing()]).toEqual([["first", "second"], false]);
	});

	it("lets nobody wait for more than 10 ms, however many come", async () => {
		let now = 0;
		const arrivals = createArrivals(() => now);
		const done: number[] = [];
		for (let turn = 0; turn < 30; turn++) {
			arrivals.note();
			const since = now;
			arrivals.putOff(() => done.push(now - since));
			await nextTurn();
			now += 4;
		}
		expect(done.length).toBeGreaterThan(20);
		expect(Math.max(...done)).toBeLessThanOrEqual(12);
	});
});
