import { describe, expect, it } from "vitest";
import { createMemory, dumpMemory } from "../../src/publication/memory.ts";
import { parseSiteManifest, renderSiteManifest } from "../../src/publication/site-manifest.ts";
import { article, openSampleSite } from "./sample-folder.ts";

const now = "2026-06-01T12:00:00Z";
const files = { "a.md": article("Alpha", "2026-01-01"), "b.md": article("Beta", "2026-01-02") };

describe("the manifest of a built site", () => {
	it("gives the next build the whole memory, in a text that is the same each time", async () => {
		const { memory, publish } = openSampleSite(files);
		await publish(now);
		const text = renderSiteManifest(memory);
		expect(renderSiteManifest(memory)).toBe(text);
		expect([...dumpMemory(createMemory(parseSiteManifest(text) ?? [], () => {}))]).toEqual([
			...dumpMemory(memory),
		]);
	});

	it("keeps ids through a fresh checkout in which a file has another name", async () => {
		const first = openSampleSite(files);
		await first.publish(now);
		const records = parseSiteManifest(renderSiteManifest(first.memory)) ?? [];
		const moved = { "c.md": files["a.md"], "b.md": files["b.md"] };
		const second = openSampleSite(
			moved,
			{},
			createMemory(records, () => {}),
		);
		await second.publish(now);
		expect(second.memory.articles.get("tag:example.org,2026-01-01:/a/")?.path).toBe("c.md");
	});

	it("does not say what a withdrawn article was called", async () => {
		const site = openSampleSite(files);
		await site.publish(now);
		site.folder.remove("a.md");
		await site.publish("2026-06-02T12:00:00Z");
		const text = renderSiteManifest(site.memory);
		expect(text).not.toContain("Alpha");
		expect(text).not.toContain("a.md");
		expect(text).toContain("tag:example.org,2026-01-01:/a/");
	});

	it("is none in any other text", () => {
		expect(parseSiteManifest("<html>")).toBeUndefined();
		expect(parseSiteManifest('{"generator":"Other","records":[]}')).toBeUndefined();
	});
});
