import { afterEach, describe, expect, it, vi } from "vitest";
import { readBuildId } from "../../src/node/build-id.ts";

describe("the name of the code that runs", () => {
	afterEach(() => {
		vi.unstubAllEnvs();
	});

	it("is the same for the same sources", () => {
		expect(readBuildId()).toMatch(/^[\w-]{22}$/);
		expect(readBuildId()).toBe(readBuildId());
	});

	it("is what a bundle was given", () => {
		vi.stubEnv("BROADSHEET_BUILD_ID", "0.1.0");
		expect(readBuildId()).toBe("0.1.0");
	});
});
