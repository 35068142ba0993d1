import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { waitFor } from "../node/wait-for.ts";
import { articleText, writeFiles } from "../write-files.ts";
import { makeFolder } from "./run-cli.ts";

const program = join(import.meta.dirname, "../../src/cli/main.ts");

interface Started {
	readonly child: ChildProcess;
	readonly output: { stdout: string; stderr: string };
}

/** Starts `broadsheet ARGV…` as a process in a folder; it is ended with the test. */
function start(argv: readonly string[], folder: string): Started {
	const child = spawn(process.execPath, [program, ...argv], {
		cwd: folder,
		stdio: ["ignore", "pipe", "pipe"],
		timeout: 30_000,
		killSignal: "SIGKILL",
	});
	const output = { stdout: "", stderr: "" };
	child.stdout?.on("data", (chunk) => {
		output.stdout += String(chunk);
	});
	child.stderr?.on("data", (chunk) => {
		output.stderr += String(chunk);
	});
	onTestFinished(() => {
		child.kill("SIGKILL");
	});
	return { child, output };
}

async function makeSite(): Promise<string> {
	const folder = await makeFolder();
	writeFiles(folder, {
		"articles/_index.md": "---\ntitle: Test\nurl: https://example.org\n---\n",
		"articles/news/a.md": articleText("A", "2026-01-01"),
	});
	return folder;
}

describe("broadsheet serve, as a process", () => {
	it.each(["SIGTERM", "SIGINT"] as const)(
		"says in one line that it is ready, and ends cleanly by %s",
		async (signal) => {
			const { child, output } = start(["serve", "--port", "0"], await makeSite());
			await waitFor(
				() => output.stdout.includes("\n"),
				() => output.stderr,
			);
			const ready = /^Serving 1 articles? in \d+ feeds at (http:\/\/127\.0\.0\.1:\d+)\n$/;
			expect(output.stdout).toMatch(ready);
			const [, origin = ""] = ready.exec(output.stdout) ?? [];
			// A connection that a reader keeps open does not hold it back.
			const response = await fetch(`${origin}/news/rss.xml`);
			expect(await response.text()).toContain("<title>A</title>");

			const exit = once(child, "exit");
			child.kill(signal);
			expect(await exit).toEqual([0, null]);
			expect(output.stderr).toBe("");
		},
	);

	it("ends at once when it is asked to before it is ready", async () => {
		const folder = await makeSite();
		const texts = Array.from({ length: 3000 }, (_, n) => [
			`articles/many/${n}.md`,
			articleText(`Number ${n}`, "2026-01-01"),
		]);
		writeFiles(folder, Object.fromEntries(texts));
		const { child, output } = start(["serve", "--port", "0"], folder);
		// The state is opened while everything else is still to do.
		await waitFor(
			() => existsSync(join(folder, ".broadsheet")),
			() => output.stderr,
		);
		const exit = once(child, "exit");
		child.kill("SIGTERM");
		expect(await exit).toEqual([0, null]);
		expect(output.stdout).toBe("");
		// What takes more than a second says how far it is.
		expect(output.stderr).toMatch(/^(broadsheet: read \d+ of 3001 articles\n)*$/);
	});

	it("refuses faulty settings, every fault in a line, and ends with 1", async () => {
		const folder = await makeSite();
		writeFiles(folder, { "articles/_index.md": "---\ntitel: Test\nlimit: many\n---\n" });
		const { child, output } = start(["serve", "--port", "0"], folder);
		expect(await once(child, "exit")).toEqual([1, null]);
		expect(output.stdout).toBe("");
		expect(output.stderr.split("\n").map((line) => line.slice(0, 30))).toEqual([
			expect.stringMatching(/^_index\.md:2:1: error/),
			expect.stringMatching(/^_index\.md:3:1: error/),
			"broadsheet: error SETTINGS_REF",
			"",
		]);
	});

	it("says in a sentence that its port is taken", async () => {
		const folder = await makeSite();
		const first = start(["serve", "--port", "0"], folder);
		await waitFor(
			() => first.output.stdout.includes("\n"),
			() => first.output.stderr,
		);
		const [port = ""] = /\d+(?=\n)/.exec(first.output.stdout) ?? [];
		const second = start(["serve", "--port", port], folder);
		expect(await once(second.child, "exit")).toEqual([1, null]);
		expect(second.output).toEqual({
			stdout: "",
			stderr:
				`broadsheet: error LISTEN_FAILED The server cannot listen. 127.0.0.1:${port}: ` +
				"Another program already listens at this address. Choose another --port or --host.\n",
		});
	});
});
