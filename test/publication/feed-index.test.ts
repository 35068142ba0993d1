import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import {
	encodeDocument,
	type Publication,
	readDocument,
} from "../../src/publication/document-plan.ts";
import { buildEdition, buildFeedIndex, composeDelta } from "../../src/publication/feed-index.ts";
import { article, openSampleSite, textAt } from "./sample-folder.ts";

function readFeed(publication: Publication, address: string) {
	const plan = publication.find(address);
	if (!plan || plan.kind === "file") throw new Error(`There is no feed at ${address}.`);
	const parts = plan.render();
	return { bytes: readDocument(parts), index: buildFeedIndex(parts, encodeDocument(parts)) };
}

/** What a client gets that has the feed as it was `before`. */
function delta(before: Publication, after: Publication, address: string): string | undefined {
	const edition = buildEdition("", readFeed(before, address).index);
	const { bytes, index } = readFeed(after, address);
	const composed = composeDelta(bytes, index, edition);
	return composed && new TextDecoder().decode(composed);
}

const files = Object.fromEntries(
	["1", "2", "3", "4"].map((n) => [`p${n}.md`, article(`P${n}`, `2026-01-0${n}`)]),
);
const now = "2026-06-01T12:00:00Z";
const later = "2026-06-02T12:00:00Z";

describe("the changes of a feed (requirements 53, 57)", () => {
	it("are the new and the changed entries, in a whole document of each format", async () => {
		const site = openSampleSite(files);
		const before = await site.publish(now);
		readFeed(before, "/atom.xml");
		site.folder.write("p2.md", `${article("P2", "2026-01-02")}Edited.`);
		site.folder.write("p5.md", article("P5", "2026-01-05"));
		const after = await site.publish(later);
		const atom = parseAtomFeed(delta(before, after, "/atom.xml") ?? "");
		expect(atom.entries?.map((entry) => entry.title?.value)).toEqual(["P5", "P2"]);
		const rss = parseRssFeed(delta(before, after, "/rss.xml") ?? "");
		expect(rss.items?.map((item) => item.title)).toEqual(["P5", "P2"]);
		const json = parseJsonFeed(delta(before, after, "/feed.json") ?? "");
		expect(json.items?.map((item) => item.title)).toEqual(["P5", "P2"]);
	});

	it("do not call themselves a complete feed", async () => {
		const site = openSampleSite(files);
		const before = await site.publish(now);
		readFeed(before, "/atom.xml");
		site.folder.write("p5.md", article("P5", "2026-01-05"));
		const after = await site.publish(later);
		expect(textAt(after, "/atom.xml")).toContain("fh:complete");
		expect(delta(before, after, "/atom.xml")).not.toContain("fh:complete");
		expect(delta(before, after, "/rss.xml")).not.toContain("fh:complete");
	});

	it("are a document without entries where only the feed's own words changed", async () => {
		const site = openSampleSite({ ...files, "_index.md": "---\ntitle: One\n---\n" });
		const before = await site.publish(now);
		readFeed(before, "/atom.xml");
		site.folder.write("_index.md", "---\ntitle: Another\n---\n");
		const changed = delta(before, await site.publish(later), "/atom.xml") ?? "";
		expect(parseAtomFeed(changed).title?.value).toBe("Another");
		expect(parseAtomFeed(changed).entries ?? []).toEqual([]);
	});

	it("carry a deletion in Atom; in formats that cannot, the whole feed is the answer", async () => {
		const site = openSampleSite(files);
		const before = await site.publish(now);
		readFeed(before, "/atom.xml");
		site.folder.remove("p3.md");
		const after = await site.publish(later);
		expect(delta(before, after, "/atom.xml")).toContain("at:deleted-entry");
		expect(delta(before, after, "/atom.xml")).not.toContain("<entry");
		expect(delta(before, after, "/rss.xml")).toBeUndefined();
		expect(delta(before, after, "/feed.json")).toBeUndefined();
	});

	it("say nothing of entries that only became too old for the feed", async () => {
		const site = openSampleSite(files, { limit: 4 });
		const before = await site.publish(now);
		readFeed(before, "/atom.xml");
		site.folder.write("p5.md", article("P5", "2026-01-05"));
		const rss = delta(before, await site.publish(later), "/rss.xml") ?? "";
		expect(parseRssFeed(rss).items?.map((item) => item.title)).toEqual(["P5"]);
	});
});
