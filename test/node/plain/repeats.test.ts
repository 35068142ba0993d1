import { describe, expect, it } from "vitest";
import type { RenderedResponse } from "../../../src/node/plain/render-response.ts";
import { createRepeats } from "../../../src/node/plain/repeats.ts";

const start = Date.parse("2026-11-30T12:00:00.200Z");
const head = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n";

function buildResponse(about: Partial<RenderedResponse> = {}): RenderedResponse {
	const body = new TextEncoder().encode("bär").subarray(0, 3);
	return { head, body, headers: { Date: "today" }, isSentAgain: true, ...about };
}

describe("createRepeats", () => {
	it("gives an answer once more to the same text, head and body in one piece", () => {
		const repeats = createRepeats(() => new Date(start));
		expect(repeats.find("a")).toBeUndefined();
		repeats.keep("a", buildResponse());
		repeats.keep(
			"empty",
			buildResponse({ head: "HTTP/1.1 304 \xe4\r\n\r\n", body: null, headers: {} }),
		);
		const found = repeats.find("a");
		expect(Buffer.from(found?.bytes ?? []).toString("latin1")).toBe(`${head}b\xc3\xa4`);
		expect(found?.hasBody).toBe(true);
		const empty = repeats.find("empty");
		expect(Buffer.from(empty?.bytes ?? []).toString("latin1")).toBe("HTTP/1.1 304 \xe4\r\n\r\n");
		expect(empty?.hasBody).toBe(false);
		expect(repeats.find("b")).toBeUndefined();
	});

	it("keeps nothing whose headers were made for one answer", () => {
		const repeats = createRepeats(() => new Date(start));
		repeats.find("a");
		repeats.keep("a", buildResponse({ isSentAgain: false }));
		expect(repeats.find("a")).toBeUndefined();
	});

	it("forgets when it is told to, and when the second is over, by a clock that goes back too", () => {
		let now = start;
		const repeats = createRepeats(() => new Date(now));
		const isKnown = () => repeats.find("a") !== undefined;
		const keep = () => {
			isKnown();
			repeats.keep("a", buildResponse());
		};
		keep();
		repeats.forget();
		expect(isKnown()).toBe(false);
		keep();
		now = start + 799;
		expect(isKnown()).toBe(true);
		now = start + 800;
		expect(isKnown()).toBe(false);
		keep();
		now = start;
		expect(isKnown()).toBe(false);
	});

	it("copies no more in a second however often it forgets", () => {
		const repeats = createRepeats(() => new Date(start));
		const body = new Uint8Array(60_000);
		let kept = 0;
		for (let number = 0; number < 400; number++) {
			repeats.find("a");
			repeats.keep("a", buildResponse({ body, headers: {} }));
			if (repeats.find("a")) kept += 1;
			repeats.forget();
		}
		expect(kept).toBe(Math.floor((16 * 1024 * 1024) / (body.length + head.length)));
	});

	it("tells answers apart that were made from the same headers", () => {
		const repeats = createRepeats(() => new Date(start));
		const headers = { Date: "today" };
		repeats.find("whole");
		repeats.keep("whole", buildResponse({ headers }));
		repeats.keep("empty", buildResponse({ headers, body: null }));
		expect(repeats.find("whole")?.bytes.length).toBe(head.length + 3);
		expect(repeats.find("empty")?.bytes.length).toBe(head.length);
	});

	it("keeps no large bodies, no long texts, and not more than 16 MiB or 512 texts a second", () => {
		let now = start;
		const repeats = createRepeats(() => new Date(now));
		const countKept = (build: (index: number) => readonly [string, RenderedResponse]): number => {
			now += 1000;
			repeats.find("");
			const asked = Array.from({ length: 2000 }, (_, index) => build(index));
			for (const [text, response] of asked) repeats.keep(text, response);
			return asked.filter(([text]) => repeats.find(text)).length;
		};
		const large = new Uint8Array(60_000);
		const same = buildResponse({ body: large });
		expect(countKept((index) => [`${index}`, same])).toBe(512);
		expect(countKept((index) => [`${index}`, buildResponse({ body: large, headers: {} })])).toBe(
			Math.floor((16 * 1024 * 1024) / (large.length + head.length)),
		);
		expect(countKept(() => ["a", buildResponse({ body: new Uint8Array(70_000) })])).toBe(0);
		expect(countKept(() => ["a".repeat(1025), same])).toBe(0);
	});
});
