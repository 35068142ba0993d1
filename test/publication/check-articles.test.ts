import { describe, expect, it } from "vitest";
import { entryId } from "../../src/publication/entry-id.ts";
import { explainOmissions } from "../../src/publication/explain-omissions.ts";
import type { SiteValues } from "../../src/settings/schema.ts";
import { article, openSampleSite } from "./sample-folder.ts";

async function check(files: Readonly<Record<string, string>>, settings: SiteValues = {}) {
	const contents = await openSampleSite(files, settings).read();
	return {
		contents,
		served: contents.articles.map(({ path }) => path),
		faults: contents.faults.map(({ code, place }) => `${place.file} ${code}`),
	};
}

describe("articles beside each other", () => {
	it("cannot have one address: both are named, the newer is served", async () => {
		const { served, faults, contents } = await check({
			"old.md": article("Old", "2026-01-01", "slug: same"),
			"new.md": article("New", "2026-01-02", "slug: same"),
		});
		expect(served).toEqual(["new.md"]);
		expect(faults).toEqual(["old.md ADDRESS_TAKEN"]);
		expect(contents.faults[0]?.message).toContain("new.md");
	});

	it("cannot have one id: the older keeps it", async () => {
		const { served, faults } = await check({
			"old.md": article("Old", "2026-01-01", "id: urn:x"),
			"copy.md": article("Copy", "2026-01-02", "id: urn:x"),
		});
		expect(served).toEqual(["old.md"]);
		expect(faults).toEqual(["copy.md ID_TAKEN"]);
	});

	it("cannot stand where a section, a feed or a tag does", async () => {
		const { served, faults } = await check({
			"news/a.md": article("A", "2026-01-01"),
			"b.md": article("B", "2026-01-02", "permalink: /news/"),
			"c.md": article("C", "2026-01-02", "permalink: /news/rss.xml"),
			"d.md": article("D", "2026-01-02", "permalink: /tags/x/"),
			"e.md": article("E", "2026-01-02", "permalink: /feeds.opml"),
		});
		expect(served).toEqual(["news/a.md"]);
		expect(faults).toEqual(
			["b.md", "c.md", "d.md", "e.md"].map((path) => `${path} ADDRESS_OF_SECTION`),
		);
	});

	it("cannot stand where a file, an archive or the server's own health does", async () => {
		const { served, faults } = await check({
			"a.md": article("A", "2026-01-01", "permalink: /sound.mp3"),
			"b.md": article("B", "2026-01-01", "permalink: /archive-1.atom.xml"),
			"c.md": article("C", "2026-01-01", "permalink: /healthz"),
			"sound.mp3": "x",
		});
		expect(served).toEqual([]);
		expect(faults).toEqual(["a.md", "b.md", "c.md"].map((path) => `${path} ADDRESS_OF_SECTION`));
	});

	it("cannot have an address that no disk has a name for", async () => {
		const { faults, served } = await check({
			"a.md": article("A", "2026-01-01", `permalink: /${"語".repeat(90)}/`),
			"b.md": article("B", "2026-01-01", `slug: ${"語".repeat(90)}`),
		});
		expect(faults).toEqual(["a.md ADDRESS_TOO_LONG"]);
		expect(served).toEqual(["b.md"]);
	});

	it("do not quarrel with a draft", async () => {
		const { served, faults } = await check({
			"a.md": article("A", "2026-01-01", "slug: same"),
			"draft.md": article("Draft", "2026-01-02", "slug: same", "draft: true"),
		});
		expect(served).toEqual(["a.md", "draft.md"]);
		expect(faults).toEqual([]);
	});
});

describe("an id of the author's own", () => {
	it("stands in feeds as it is if it is a URI, else within one, with a warning", async () => {
		const { contents, faults } = await check({
			"a.md": article("A", "2026-01-01", "id: urn:uuid:1"),
			"b.md": article("B", "2026-01-02", 'id: "a b <c> ]]>"'),
			"c.md": article("C", "2026-01-03", "id: 0123"),
		});
		expect(contents.articles.map((one) => entryId(one, contents.site))).toEqual([
			"urn:uuid:1",
			"tag:example.org,2026:id:a%20b%20%3Cc%3E%20%5D%5D%3E",
			"tag:example.org,2026:id:0123",
		]);
		expect(faults).toEqual(["b.md ID_NO_URI", "c.md ID_NO_URI"]);
	});
});

describe("a section", () => {
	it.each(["tags", "authors"])("cannot be called %s", async (name) => {
		const { served, faults } = await check({ [`${name}/a.md`]: article("A", "2026-01-01") });
		expect(served).toEqual([]);
		expect(faults).toEqual([`${name}/a.md SECTION_RESERVED`]);
		const site = openSampleSite({ [`${name}/a.md`]: article("A", "2026-01-01") });
		const publication = await site.publish("2026-06-01T00:00:00Z");
		expect(publication.find(`/${name}/rss.xml`)).toBeUndefined();
	});
});

describe("an enclosure", () => {
	it("must be there: an episode without its sound is not published", async () => {
		const { served, faults } = await check({
			"a.md": article("A", "2026-01-01", "enclosure: missing.mp3"),
			"b.md": article("B", "2026-01-01", "enclosure: there.mp3"),
			"c.md": article("C", "2026-01-01", "enclosure: https://cdn.example/x.mp3"),
			"there.mp3": "x",
		});
		expect(served).toEqual(["b.md", "c.md"]);
		expect(faults).toEqual(["a.md ENCLOSURE_MISSING"]);
	});
});

describe("what is left out", () => {
	it("is explained, without being an error", async () => {
		const { contents } = await check({
			"draft.md": article("Draft", "2026-01-01", "draft: true"),
			"future.md": article("Future", "2999-01-01"),
			"over.md": article("Over", "2026-01-01", "expires: 2026-01-02"),
			"_notes.md": "Notes",
		});
		const faults = explainOmissions(contents, new Date("2026-06-01T00:00:00Z"));
		expect(faults.map(({ code, severity, place }) => `${place.file} ${severity} ${code}`)).toEqual([
			"draft.md warning DRAFT",
			"future.md warning SCHEDULED",
			"over.md warning EXPIRED",
			"_notes.md warning NOT_AN_ARTICLE",
		]);
	});

	it("is what `ignore` names and what `include` does not", async () => {
		const files = {
			"a.md": article("A", "2026-01-01"),
			"old/b.md": article("B", "2026-01-01"),
			"c.txt": "---\ndate: 2026-01-01\n---\nText",
		};
		expect((await check(files, { ignore: ["old/**"] })).served).toEqual(["a.md", "c.txt"]);
		expect((await check(files, { include: ["**/*.md"] })).served).toEqual(["a.md", "old/b.md"]);
	});
});
