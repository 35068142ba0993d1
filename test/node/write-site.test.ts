import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { writeSite } from "../../src/node/write-site.ts";
import { makeFolder } from "../cli/run-cli.ts";
import { article, openSampleSite } from "../publication/sample-folder.ts";

describe("writeSite", () => {
	it("says that all is written before anybody can see it, so that ids are stored by then", async () => {
		const out = join(await makeFolder(), "out");
		const site = openSampleSite({ "a.md": article("Alpha", "2026-01-01") });
		const seen: string[] = [];
		const see = () => {
			const feed = join(out, "feed.json");
			const text = existsSync(feed) ? readFileSync(feed, "utf8") : "";
			seen.push(["Alpha", "Beta"].filter((title) => text.includes(title)).join(" "));
		};
		const writer = { memory: site.memory, source: site.folder, progress() {}, written: see };
		await writeSite(await site.publish("2026-06-01T12:00:00Z"), out, writer);
		see();
		site.folder.write("b.md", article("Beta", "2026-01-02"));
		await writeSite(await site.publish("2026-06-02T12:00:00Z"), out, writer);
		see();
		expect(seen).toEqual(["", "Alpha", "Alpha", "Alpha Beta"]);
	});
});
