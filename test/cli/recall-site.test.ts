import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Io } from "../../src/cli/io.ts";
import { recallSite } from "../../src/cli/recall-site.ts";
import { createShortMemory, dumpMemory } from "../../src/publication/memory.ts";
import { renderSiteManifest } from "../../src/publication/site-manifest.ts";
import { article, openSampleSite } from "../publication/sample-folder.ts";

const files = { "a.md": article("A", "2026-01-01") };

/** Recalls a site into a fresh checkout while the deployed site answers so. */
async function recall(answer: () => Promise<Response>) {
	const { site } = await openSampleSite(files).read();
	const memory = createShortMemory();
	const asked: string[] = [];
	const reported: string[] = [];
	const io: Io = {
		env: {},
		folder: "/",
		clock: () => new Date(),
		fetch: (url) => {
			asked.push(String(url));
			return answer();
		},
		print: () => {},
		report: (line) => {
			reported.push(line);
		},
		progress: () => {},
		output: "pipe",
		reports: "pipe",
		interrupted: () => new Promise(() => {}),
	};
	await recallSite(memory, site, join(await mkdtemp(join(tmpdir(), "broadsheet-")), "out"), io);
	return { memory, asked, reported };
}

describe("a build in a fresh checkout", () => {
	it("takes what was published from the deployed site", async () => {
		const deployed = openSampleSite(files);
		await deployed.publish("2026-06-01T12:00:00Z");
		const manifest = renderSiteManifest(deployed.memory);
		const { memory, asked } = await recall(async () => new Response(manifest));
		expect(asked).toEqual(["https://example.org/broadsheet.json"]);
		expect([...dumpMemory(memory)]).toEqual([...dumpMemory(deployed.memory)]);
	});

	it.each([
		["cannot be reached", () => Promise.reject(new Error("no network"))],
		["answers with something else", async () => new Response("<html>")],
		["has none", async () => new Response("Not found.", { status: 404 })],
	])("goes on without it where that %s, and says so", async (_case, answer) => {
		const { memory, reported } = await recall(answer);
		expect([...dumpMemory(memory)]).toEqual([]);
		expect(reported).toEqual([expect.stringContaining("https://example.org/broadsheet.json")]);
	});
});
