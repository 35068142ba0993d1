import { afterEach, describe, expect, it, vi } from "vitest";
import type { Delivery } from "../../src/http/delivery.ts";
import { createLivePublication } from "../../src/node/live-publication.ts";
import { createPublisher } from "../../src/publication/create-publisher.ts";
import { article, openSampleSite } from "../publication/sample-folder.ts";

const files = Object.fromEntries(
	Array.from({ length: 12 }, (_, n) => [`p${n}.md`, article(`P${n}`, "2026-01-01")]),
);

/** A live publication over a sample folder, with what it published and what it said. */
function openLive() {
	const site = openSampleSite(files);
	const counts: number[] = [];
	const doubts: number[] = [];
	const delivery: Pick<Delivery, "publish" | "warm"> = {
		publish: async ({ articleCount }) => {
			counts.push(articleCount);
		},
		warm: () => Promise.resolve(),
	};
	const live = createLivePublication(
		{
			library: { read: site.read },
			memory: site.memory,
			publisher: createPublisher(site.memory, { digest: (bytes) => String(bytes.length) }),
			delivery,
			clock: () => new Date(),
		},
		{
			published: () => {},
			doubted: (missing) => doubts.push(missing),
			failed: (error) => {
				throw error;
			},
		},
	);
	return { site, live, counts, doubts };
}

describe("a folder of which most vanishes at once", () => {
	afterEach(() => {
		vi.useRealTimers();
	});

	it("is doubted for a minute, in which the feeds go on, and believed then", async () => {
		vi.useFakeTimers({ now: new Date("2026-06-01T12:00:00Z") });
		const { site, live, counts, doubts } = openLive();
		await live.publish();
		for (let n = 0; n < 11; n++) site.folder.remove(`p${n}.md`);
		live.noteChange();
		await vi.advanceTimersByTimeAsync(50_000);
		expect([counts, doubts]).toEqual([[12], [11]]);
		await vi.advanceTimersByTimeAsync(15_000);
		expect(counts.at(-1)).toBe(1);
		await live.close();
	});

	it("is as it was if it comes back within the minute", async () => {
		vi.useFakeTimers({ now: new Date("2026-06-01T12:00:00Z") });
		const { site, live, counts } = openLive();
		await live.publish();
		for (let n = 0; n < 11; n++) site.folder.remove(`p${n}.md`);
		live.noteChange();
		await vi.advanceTimersByTimeAsync(20_000);
		for (const [path, text] of Object.entries(files)) site.folder.write(path, text);
		await vi.advanceTimersByTimeAsync(60_000);
		expect(new Set(counts)).toEqual(new Set([12]));
		const withdrawn = [...site.memory.articles.entries()].filter(([, record]) => record.withdrawn);
		expect(withdrawn).toEqual([]);
		await live.close();
	});
});
