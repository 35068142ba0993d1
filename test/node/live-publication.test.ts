import { afterEach, describe, expect, it, vi } from "vitest";
import type { Delivery } from "../../src/http/delivery.ts";
import { createLivePublication } from "../../src/node/live-publication.ts";
import { createPublisher } from "../../src/publication/create-publisher.ts";
import { article, openSampleSite } from "../publication/sample-folder.ts";

const files = Object.fromEntries(
	Array.from({ length: 12 }, (_, n) => [`p${n}.md`, article(`P${n}`, "2026-01-01")]),
);

/**
 * A live publication over a sample folder, with what it published and what it said. Reading takes as many milliseconds as
 * are given, one reading after the other; showing takes `showing` milliseconds.
 */
function openLive(readings: readonly number[] = [], showing = 0) {
	const site = openSampleSite(files);
	const counts: number[] = [];
	const instants: string[] = [];
	const warmed: string[] = [];
	const doubts: number[] = [];
	const left = [...readings];
	async function read(): ReturnType<typeof site.read> {
		const wait = left.shift();
		if (wait !== undefined) await pause(wait);
		return site.read();
	}
	const delivery: Pick<Delivery, "publish" | "warm"> = {
		publish: async ({ articleCount, instant }) => {
			counts.push(articleCount);
			instants.push(instant.toISOString());
			if (showing > 0) await pause(showing);
		},
		warm: async () => {
			warmed.push(new Date().toISOString());
		},
	};
	const live = createLivePublication(
		{
			library: { read },
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
	return { site, live, counts, instants, warmed, doubts };
}

const pause = (wait: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, wait));

describe("what changes again and again", () => {
	afterEach(() => {
		vi.useRealTimers();
	});

	it("is not shown twice within a second, though it changes while it is being read (16)", async () => {
		vi.useFakeTimers({ now: new Date("2026-06-01T12:00:00.300Z") });
		const { live, instants } = openLive([400, 10]);
		const opened = live.publish();
		await vi.advanceTimersByTimeAsync(200);
		live.noteChange();
		await vi.advanceTimersByTimeAsync(2000);
		await opened;
		expect(instants).toEqual(["2026-06-01T12:00:00.700Z", "2026-06-01T12:00:01.010Z"]);
		await live.close();
	});

	it("is read once more, and no oftener, for all that changed while it took long to show", async () => {
		vi.useFakeTimers({ now: new Date("2026-06-01T12:00:00Z") });
		const { live, instants } = openLive([], 5000);
		await Promise.all([live.publish(), vi.advanceTimersByTimeAsync(7000)]);
		live.noteChange();
		for (let change = 0; change < 40; change++) {
			await vi.advanceTimersByTimeAsync(100);
			live.noteChange();
		}
		await vi.advanceTimersByTimeAsync(60_000);
		expect(instants).toHaveLength(3);
		live.noteChange();
		await vi.advanceTimersByTimeAsync(10_000);
		expect(instants).toHaveLength(4);
		await live.close();
	});

	it("is not shown twice within a second by what was scheduled for a part of it (16)", async () => {
		vi.useFakeTimers({ now: new Date("2026-06-01T12:00:00.300Z") });
		const { site, live, instants } = openLive();
		site.folder.write("later.md", article("Later", "2026-06-01T12:00:00.800Z"));
		await live.publish();
		await vi.advanceTimersByTimeAsync(2000);
		expect(instants).toEqual(["2026-06-01T12:00:00.300Z", "2026-06-01T12:00:01.000Z"]);
		await live.close();
	});

	it("is sent ahead of requests at first, and then when nothing has changed for two seconds", async () => {
		vi.useFakeTimers({ now: new Date("2026-06-01T12:00:00Z") });
		const { live, instants, warmed } = openLive();
		await live.publish();
		for (let second = 0; second < 3; second++) {
			await vi.advanceTimersByTimeAsync(1000);
			live.noteChange();
		}
		await vi.advanceTimersByTimeAsync(5000);
		expect(instants).toHaveLength(4);
		expect(warmed).toEqual(["2026-06-01T12:00:00.000Z", "2026-06-01T12:00:05.005Z"]);
		await live.close();
	});

	it("is shown though the clock was set back by an hour", async () => {
		vi.useFakeTimers({ now: new Date("2026-06-01T12:00:00.300Z") });
		const { live, counts } = openLive();
		await live.publish();
		vi.setSystemTime(new Date("2026-06-01T11:00:00.300Z"));
		live.noteChange();
		await vi.advanceTimersByTimeAsync(2000);
		expect(counts).toHaveLength(2);
		await live.close();
	});
});

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
