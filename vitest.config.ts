import { defineConfig } from "vitest/config";

const contract = "test/contract/*.test.ts";

export default defineConfig({
	test: {
		testTimeout: 20_000,
		projects: [
			{
				extends: true,
				test: { name: "unit", include: ["test/**/*.test.ts"], exclude: [contract] },
			},
			{
				extends: true,
				// Whole servers, on Node and in workerd: they start when the unit tests have left the processors to them.
				test: { name: "contract", include: [contract], sequence: { groupOrder: 1 } },
			},
		],
	},
});
