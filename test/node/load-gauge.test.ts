import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createLoadGauge, type LoadGauge } from "../../src/node/load-gauge.ts";

describe("createLoadGauge", () => {
	let time = 0;
	let gauge: LoadGauge;
	beforeEach(() => {
		vi.useFakeTimers();
		time = 0;
		gauge = createLoadGauge(() => time);
	});
	afterEach(() => {
		gauge.close();
		vi.useRealTimers();
	});

	/** Looks come, each so many milliseconds after the one before. */
	function look(...pauses: readonly number[]): void {
		for (const pause of pauses) {
			time += pause;
			vi.advanceTimersByTime(250);
		}
	}

	it("is not late while timers come in time, nor after one long piece of work", () => {
		look(250, 251, 400, 250);
		expect(gauge.isLate()).toBe(false);
		look(9000, 250, 250);
		expect(gauge.isLate()).toBe(false);
	});

	it("is late when timers come late again and again, until they come in time", () => {
		look(900, 900, 900);
		expect(gauge.isLate()).toBe(false);
		look(900);
		expect(gauge.isLate()).toBe(true);
		look(5000);
		expect(gauge.isLate()).toBe(true);
		look(250);
		expect(gauge.isLate()).toBe(false);
	});
});
