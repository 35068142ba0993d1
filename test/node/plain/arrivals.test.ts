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

	it("takes no longer for answers than for connections, as long as these come, and forgets nobody", async () => {
		let now = 0;
		const arrivals = createArrivals(() => now);
		const answered: number[] = [];
		for (let client = 0; client < 30; client++)
			arrivals.putOff(() => {
				now += 4;
				answered.push(client);
			});
		const counts: number[] = [];
		for (let turn = 0; turn < 20; turn++) {
			arrivals.note();
			const before = answered.length;
			await nextTurn();
			counts.push(answered.length - before);
			now += 4;
		}
		expect(Math.max(...counts)).toBe(3);
		expect(answered.length).toBeLessThan(30);
		for (let turn = 0; turn < 3; turn++) await nextTurn();
		expect(answered).toEqual(Array.from({ length: 30 }, (_, client) => client));
	});

	it("lets as many connections come after answers that took long", async () => {
		let now = 0;
		const arrivals = createArrivals(() => now);
		const between: number[] = [];
		let came = 0;
		const ask = (): void =>
			arrivals.putOff(() => {
				between.push(came);
				came = 0;
				now += 50;
				ask();
			});
		ask();
		for (let turn = 0; turn < 40; turn++) {
			arrivals.note();
			came++;
			await nextTurn();
			now += 1;
		}
		expect(between.length).toBeGreaterThan(2);
		expect(Math.min(...between)).toBeGreaterThanOrEqual(10);
	});
});
