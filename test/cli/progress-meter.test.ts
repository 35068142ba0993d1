import { describe, expect, it } from "vitest";
import { createProgressMeter } from "../../src/cli/progress-meter.ts";
import { articleText, writeFiles } from "../write-files.ts";
import { makeFolder, runCli } from "./run-cli.ts";

/** A meter beside a clock that goes on by hand, and what it showed, each with its time in milliseconds. */
function openMeter(reports: "terminal" | "pipe") {
	let time = 0;
	const [drawn, reported]: [string[], string[]] = [[], []];
	const meter = createProgressMeter({
		env: {},
		folder: "",
		clock: () => new Date(time),
		fetch,
		print: () => undefined,
		report: (line) => reported.push(`${time} ${line}`),
		progress: (line) => drawn.push(`${time} ${line}`),
		output: "pipe",
		reports,
		interrupted: () => new Promise(() => undefined),
	});
	return {
		drawn,
		reported,
		meter,
		/** Reads articles, one each so many milliseconds. */
		read(all: number, each: number) {
			for (let done = 1; done <= all; done++) {
				time += each;
				meter.step({ name: "read", done, all });
			}
		},
	};
}

describe("progress at a terminal", () => {
	it("shows nothing of what takes less than a second", () => {
		const { read, meter, drawn, reported } = openMeter("terminal");
		read(999, 1);
		meter.end();
		expect([drawn, reported]).toEqual([[], []]);
	});

	it("draws one line at most ten times a second, and wipes it at the end", () => {
		const { read, meter, drawn, reported } = openMeter("terminal");
		read(2000, 1);
		meter.end();
		expect(drawn).toHaveLength(12);
		expect(drawn.slice(0, 2)).toEqual([
			"1000 [############------------] read 1000 of 2000 articles",
			"1100 [#############-----------] read 1100 of 2000 articles",
		]);
		expect(drawn.at(-1)).toBe("2000 ");
		expect(reported).toEqual([]);
	});

	it("shows nothing more after its end", () => {
		const { read, meter, drawn } = openMeter("terminal");
		meter.end();
		read(10, 1000);
		expect(drawn).toEqual([]);
	});
});

describe("progress in a log", () => {
	it("is a line every few seconds, and none for what takes less than a second", () => {
		const { read, meter, drawn, reported } = openMeter("pipe");
		read(12, 999);
		meter.end();
		expect(reported).toEqual([
			"1998 broadsheet: read 2 of 12 articles",
			"7992 broadsheet: read 8 of 12 articles",
		]);
		expect(drawn).toEqual([]);
	});
});

describe("a command that takes long", () => {
	const files = {
		"articles/a.md": articleText("A", "2026-01-01"),
		"articles/b.md": articleText("B", "2026-01-02"),
	};

	it("tells what it reads and writes", async () => {
		const folder = await makeFolder();
		writeFiles(folder, files);
		let time = Date.UTC(2026, 5, 1);
		const slowClock = () => {
			time += 3000;
			return new Date(time);
		};
		const { code, progress } = await runCli(["build", "--out", "out"], {
			folder,
			clock: slowClock,
			reports: "terminal",
		});
		expect(code).toBe(0);
		expect(progress).toContain("[############------------] read 1 of 2 articles");
		expect(progress).toContain("[########################] read 2 of 2 articles");
		expect(progress.filter((line) => / wrote \d+ of \d+ documents$/.test(line))).not.toEqual([]);
		expect(progress.at(-1)).toBe("");
	});

	it("tells nothing if it does not", async () => {
		const folder = await makeFolder();
		writeFiles(folder, files);
		const { progress, reported } = await runCli(
			["build", "--out", "out", "--url", "http://a.example"],
			{
				folder,
			},
		);
		expect(progress).toEqual([]);
		expect(reported.filter((line) => line.includes(" of "))).toEqual([]);
	});
});
