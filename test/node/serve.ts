import { onTestFinished } from "vitest";
import { runCli } from "../cli/run-cli.ts";
import { waitFor } from "./wait-for.ts";

/** A folder that `broadsheet serve` serves in this process, until the test is over. */
export interface ServedFolder {
	/** `http://127.0.0.1:3000` */
	readonly origin: string;
	get(path: string): Promise<Answer>;
	/** Asks again and again until the answer is right; fails with the last one when patience ends. */
	until(path: string, isRight: (answer: Answer) => boolean): Promise<Answer>;
	/** Lines of standard error so far. */
	readonly reported: readonly string[];
	/** Waits until a line of standard error holds a text. */
	told(text: string): Promise<void>;
	/** Ends the server as a signal would. */
	stop(): Promise<void>;
}

export interface Answer {
	readonly status: number;
	readonly body: string;
	readonly etag: string;
	/** Seconds since 1970; not a number where there is none. */
	readonly lastModified: number;
}

/** Serves a folder at any free port, with the state in `stateFolder`. */
export async function serveFolder(
	folder: string,
	stateFolder: string,
	flags: readonly string[] = [],
): Promise<ServedFolder> {
	const [printed, reported]: [string[], string[]] = [[], []];
	const ending = Promise.withResolvers<void>();
	const argv = ["serve", folder, "--port", "0", "--state", stateFolder, ...flags];
	const running = runCli(argv, {
		clock: () => new Date(),
		interrupted: () => ending.promise,
		print: (line) => printed.push(line),
		report: (line) => reported.push(line),
	});
	const stop = async (): Promise<void> => {
		ending.resolve();
		await running;
	};
	onTestFinished(stop);

	const ended = running.then(({ code }) => Promise.reject(new Error(`It ended with ${code}.`)));
	ended.catch(() => undefined);
	const isReady = waitFor(
		() => printed.length > 0,
		() => reported.join("\n"),
	);
	await Promise.race([isReady, ended]);
	const [origin = ""] = /http:\S+/.exec(printed.join("\n")) ?? [];

	async function get(path: string): Promise<Answer> {
		const response = await fetch(origin + path);
		return {
			status: response.status,
			body: await response.text(),
			etag: response.headers.get("etag") ?? "",
			lastModified: Date.parse(response.headers.get("last-modified") ?? "") / 1000,
		};
	}

	return {
		origin,
		get,
		reported,
		stop,
		async until(path, isRight) {
			let answer = await get(path);
			await waitFor(
				async () => {
					answer = await get(path);
					return isRight(answer);
				},
				() => `${path}: ${JSON.stringify(answer)}\n${reported.join("\n")}`,
			);
			return answer;
		},
		told: (text) =>
			waitFor(
				() => reported.some((line) => line.includes(text)),
				() => reported.join("\n"),
			),
	};
}
