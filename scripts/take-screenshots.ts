/** Takes the README's pictures of the sample publication's home page, in light and in dark, 1440 pixels wide. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { launchChromium } from "../test/pages/open-page.ts";

const root = join(import.meta.dirname, "..");
const docs = join(root, "docs");
const timeLimit = 60_000;

const state = await mkdtemp(join(tmpdir(), "broadsheet-screenshots-"));
const server = spawn(
	process.execPath,
	[
		"src/cli/main.ts",
		"serve",
		"articles",
		"--url",
		"https://example.org",
		"--port",
		"0",
		"--no-watch",
		"--state",
		state,
	],
	{ cwd: root, stdio: ["ignore", "pipe", "inherit"], timeout: timeLimit },
);
const browser = await launchChromium();
try {
	const [line] = await once(server.stdout, "data");
	const [origin = ""] = /http:\S+/.exec(String(line)) ?? [];
	await mkdir(docs, { recursive: true });
	for (const colorScheme of ["light", "dark"] as const) {
		const page = await browser.newPage({
			viewport: { width: 1440, height: 900 },
			colorScheme,
		});
		await page.goto(origin);
		const path = join(docs, `screenshot-${colorScheme}.png`);
		await page.screenshot({ path });
		process.stdout.write(`${path}\n`);
	}
} finally {
	await browser.close();
	const ended = once(server, "exit");
	server.kill("SIGTERM");
	await ended;
	await rm(state, { recursive: true });
}
