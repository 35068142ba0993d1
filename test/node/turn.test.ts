import { setImmediate as nextTurn } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { createTurn } from "../../src/node/turn.ts";

describe("createTurn", () => {
	it("puts work off to the end of the turn, and keeps its order", async () => {
		const done: string[] = [];
		const turn = createTurn<string>((work) => done.push(work));
		turn.add("first");
		await Promise.resolve();
		turn.add("second");
		expect(done).toEqual([]);
		await nextTurn();
		expect(done).toEqual(["first", "second"]);
	});

	it("does at once what waits, and nothing twice", async () => {
		const done: string[] = [];
		const turn = createTurn<string>((work) => done.push(work));
		turn.add("first");
		turn.end();
		turn.end();
		expect(done).toEqual(["first"]);
		turn.add("second");
		await nextTurn();
		expect(done).toEqual(["first", "second"]);
	});

	it("leaves what comes of the work to the next turn", async () => {
		const done: number[] = [];
		const turn = createTurn<number>((work) => {
			done.push(work);
			if (work < 3) turn.add(work + 1);
		});
		turn.add(1);
		turn.end();
		expect(done).toEqual([1]);
		await nextTurn();
		await nextTurn();
		await nextTurn();
		expect(done).toEqual([1, 2, 3]);
	});
});
