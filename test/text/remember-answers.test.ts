import { describe, expect, it } from "vitest";
import { rememberAnswers } from "../../src/text/remember-answers.ts";

describe("rememberAnswers", () => {
	it("asks once for each text", () => {
		const asked: string[] = [];
		const shout = rememberAnswers((text: string) => {
			asked.push(text);
			return text.toUpperCase();
		});
		expect(["a", "b", "a", "", ""].map(shout)).toEqual(["A", "B", "A", "", ""]);
		expect(asked).toEqual(["a", "b", ""]);
	});

	it("begins anew when it remembers enough", () => {
		const asked: number[] = [];
		const double = rememberAnswers((number: number) => {
			asked.push(number);
			return number * 2;
		}, 2);
		expect([1, 2, 3, 3, 1].map(double)).toEqual([2, 4, 6, 6, 2]);
		expect(asked).toEqual([1, 2, 3, 1]);
	});
});
