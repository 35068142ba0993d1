import { describe, expect, it } from "vitest";
import { runKillDrill } from "../../scripts/kill-drill.ts";

describe("a server that is killed at any moment", () => {
	it("serves after its restart what one serves that was never killed, and contradicts itself nowhere", async () => {
		const report = await runKillDrill(6, 20260323);
		expect(report.differences).toEqual([]);
		expect(report.comparisons).toBe(72);
	}, 120_000);
});
