import { describe, expect, it } from "vitest";
import { waitForNextSecond } from "../../src/http/remember-validators.ts";
import { createShortMemory } from "../../src/publication/memory.ts";

function waitAfter(lastModified: string, now: string): number {
	const memory = createShortMemory();
	memory.validators.set("/rss.xml", { etag: 'W/"x"', lastModified: Date.parse(lastModified) });
	memory.validators.set("/old.xml", { etag: 'W/"y"', lastModified: 0 });
	return waitForNextSecond(memory, new Date(now));
}

describe("a process that begins where another one ended (requirement 16)", () => {
	it("changes nothing in a second in which something has changed already", () => {
		expect(waitAfter("2026-06-01T12:00:00Z", "2026-06-01T12:00:00.300Z")).toBe(700);
		expect(waitAfter("2026-06-01T12:00:01Z", "2026-06-01T12:00:00.300Z")).toBe(1700);
	});

	it("begins at once otherwise, also where a wrong clock was ahead", () => {
		expect(waitAfter("2026-06-01T11:59:59Z", "2026-06-01T12:00:00.300Z")).toBe(0);
		expect(waitAfter("2027-06-01T12:00:00Z", "2026-06-01T12:00:00.300Z")).toBe(0);
		expect(waitForNextSecond(createShortMemory(), new Date())).toBe(0);
	});
});
