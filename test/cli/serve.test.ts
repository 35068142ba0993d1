import { describe, expect, it } from "vitest";
import type { FromNewsroom, NewsroomLine, ToNewsroom } from "../../src/cli/newsroom/messages.ts";
import { makeFolder, runCli } from "./run-cli.ts";

/** A newsroom that a test plays. */
function playNewsroom() {
	const heard: ToNewsroom[] = [];
	const lost = Promise.withResolvers<never>();
	let say = (_: FromNewsroom): void => {};
	let ends = 0;
	const line: NewsroomLine = {
		wire: {
			send(message) {
				heard.push(message);
				if (message.type === "order") say({ type: "opened", basePath: "", articles: 3, feeds: 6 });
				if (message.type === "close") say({ type: "closed" });
			},
			receive: (listener) => {
				say = listener;
			},
		},
		lost: lost.promise,
		end: async () => {
			ends += 1;
		},
	};
	return {
		heard,
		line,
		lose: lost.reject,
		say: (message: FromNewsroom) => say(message),
		ends: () => ends,
	};
}

async function serve(
	newsroom: ReturnType<typeof playNewsroom>,
	onReady: () => void,
	interrupted: Promise<void> = new Promise(() => undefined),
) {
	const [printed, reported]: [string[], string[]] = [[], []];
	const { code } = await runCli(["serve", "--port", "0"], {
		folder: await makeFolder(),
		openNewsroom: () => newsroom.line,
		interrupted: () => interrupted,
		print: (text) => {
			printed.push(text);
			onReady();
		},
		report: (text) => reported.push(text),
	});
	return { code, printed, reported };
}

describe("broadsheet serve, when its newsroom", () => {
	it("is lost, says so and ends with 1", async () => {
		const newsroom = playNewsroom();
		const { code, printed, reported } = await serve(newsroom, () =>
			newsroom.lose(new Error("It ran out of memory")),
		);
		expect([code, newsroom.ends()]).toEqual([1, 1]);
		expect(printed).toEqual([
			expect.stringMatching(/^Serving 3 articles in 6 feeds at http:\/\/127\.0\.0\.1:\d+$/),
		]);
		expect(reported).toEqual([
			expect.stringMatching(/^broadsheet: error UNEXPECTED .* It ran out of memory\. /),
		]);
	});

	it("fails, says why and ends with 1", async () => {
		const newsroom = playNewsroom();
		const { code, reported } = await serve(newsroom, () =>
			newsroom.say({ type: "failed", code: "FOLDER_UNREADABLE", message: "It is gone." }),
		);
		expect(code).toBe(1);
		expect(reported).toEqual([
			"broadsheet: error FOLDER_UNREADABLE The folder of articles cannot be read. It is gone. " +
				"Name another folder, or give permission to read it.",
		]);
	});

	it("has something to report, passes it on; and lets it finish when it is asked to end", async () => {
		const newsroom = playNewsroom();
		const ending = Promise.withResolvers<void>();
		const { code, reported } = await serve(
			newsroom,
			() => {
				newsroom.say({ type: "report", line: "a.md:1:1: warning" });
				ending.resolve();
			},
			ending.promise,
		);
		expect([code, reported, newsroom.ends()]).toEqual([0, ["a.md:1:1: warning"], 1]);
		expect(newsroom.heard.map(({ type }) => type)).toEqual(["order", "close"]);
	});

	it("is not opened where the command line is wrong", async () => {
		const newsroom = playNewsroom();
		const { code } = await runCli(["serve", "--port", "http"], {
			openNewsroom: () => newsroom.line,
		});
		expect([code, newsroom.heard]).toEqual([2, []]);
	});
});
