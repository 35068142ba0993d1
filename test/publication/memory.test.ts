import { parseAtomFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import type { Publication } from "../../src/publication/document-plan.ts";
import { findForgettableIds } from "../../src/publication/find-forgettable-ids.ts";
import { countLoss } from "../../src/publication/find-loss.ts";
import { createMemory, dumpMemory } from "../../src/publication/memory.ts";
import { article, openSampleSite, textAt } from "./sample-folder.ts";

const now = "2026-06-01T12:00:00Z";
const later = "2026-06-02T12:00:00Z";
const files = {
	"news/first.md": article("First", "2026-01-01"),
	"news/second.md": article("Second", "2026-01-02"),
	"guides/third.md": article("Third", "2026-01-03"),
};

function idsIn(publication: Publication, address: string): (string | undefined)[] {
	return (parseAtomFeed(textAt(publication, address)).entries ?? []).map((entry) => entry.id);
}

function tombstonesIn(publication: Publication, address: string): string[] {
	const text = textAt(publication, address);
	return [...text.matchAll(/<at:deleted-entry [^>]*ref="([^"]*)" when="([^"]*)"/g)].map(
		([, ref, when]) => `${ref} ${when}`,
	);
}

describe("an entry's id (requirement 93)", () => {
	const first = "tag:example.org,2026-01-01:/news/first/";

	it("stays when its file is renamed, and its old address leads to the new one", async () => {
		const site = openSampleSite(files);
		await site.publish(now);
		site.folder.move("news/first.md", "guides/renamed.md");
		const publication = await site.publish(later);
		expect(idsIn(publication, "/atom.xml")).toContain(first);
		expect(tombstonesIn(publication, "/atom.xml")).toEqual([]);
		expect(publication.moved.get("/news/first/")).toBe("/guides/renamed/");
		expect(publication.find("/guides/renamed/")?.kind).toBe("page");
	});

	it("stays when its file is renamed and its text edited, by title and date", async () => {
		const site = openSampleSite(files);
		await site.publish(now);
		site.folder.remove("news/first.md");
		site.folder.write("news/other.md", `${article("First", "2026-01-01")}And more.`);
		expect(idsIn(await site.publish(later), "/atom.xml")).toContain(first);
	});

	it("stays when title, date, slug and text change", async () => {
		const site = openSampleSite(files);
		await site.publish(now);
		site.folder.write("news/first.md", article("Another title", "2026-02-01", "slug: elsewhere"));
		expect(idsIn(await site.publish(later), "/atom.xml")).toContain(first);
	});

	it("stays when the site moves to another domain", async () => {
		const before = openSampleSite(files);
		await before.publish(now);
		const after = openSampleSite(
			files,
			{ url: "https://elsewhere.example" },
			before.memory.draft(),
		);
		const publication = await after.publish(later);
		expect(idsIn(publication, "/atom.xml")).toContain(first);
		expect(textAt(publication, "/atom.xml")).toContain("<id>tag:example.org,2026:/</id>");
		expect(textAt(publication, "/atom.xml")).toContain(
			'href="https://elsewhere.example/news/first/"',
		);
	});

	it("is never given to another article at the same address", async () => {
		const site = openSampleSite(files);
		await site.publish(now);
		site.folder.move("news/first.md", "news/zzz.md");
		await site.publish(later);
		site.folder.write("news/first.md", article("Not the first", "2026-01-01"));
		const ids = idsIn(await site.publish("2026-06-03T12:00:00Z"), "/atom.xml");
		expect(new Set(ids).size).toBe(4);
	});

	it("comes back with an article that comes back", async () => {
		const site = openSampleSite(files);
		await site.publish(now);
		site.folder.remove("news/first.md");
		await site.publish(later);
		site.folder.write("news/first.md", files["news/first.md"]);
		const publication = await site.publish("2026-06-03T12:00:00Z");
		expect(idsIn(publication, "/atom.xml")).toContain(first);
		expect(tombstonesIn(publication, "/atom.xml")).toEqual([]);
	});

	it("is forgotten if the site had no address when it was made", async () => {
		const preview = openSampleSite(files, { url: "http://localhost", authority: "localhost" });
		expect(idsIn(await preview.publish(now), "/atom.xml")).toContain(
			first.replace("example.org", "localhost"),
		);
		const site = openSampleSite(files, {}, preview.memory.draft());
		expect(idsIn(await site.publish(later), "/atom.xml")).toContain(first);
	});

	it("is warned of where only the memory knows it, with the line to write", async () => {
		const site = openSampleSite(files);
		await site.publish(now);
		expect(findForgettableIds(await site.read(), site.memory)).toEqual([]);
		site.folder.move("news/first.md", "news/renamed.md");
		await site.publish(later);
		const faults = findForgettableIds(await site.read(), site.memory);
		expect(faults).toMatchObject([
			{ code: "ID_ONLY_REMEMBERED", place: { file: "news/renamed.md" } },
		]);
		expect(faults[0]?.message).toContain(`\`id: "${first}"\``);
	});
});

describe("a withdrawn article (requirement 97)", () => {
	it("leaves a tombstone in every list that it stood in, and its page is gone", async () => {
		const site = openSampleSite(files);
		await site.publish(now);
		site.folder.remove("news/first.md");
		const publication = await site.publish(later);
		const tombstone = "tag:example.org,2026-01-01:/news/first/ 2026-06-02T12:00:00Z";
		expect(tombstonesIn(publication, "/atom.xml")).toEqual([tombstone]);
		expect(tombstonesIn(publication, "/news/atom.xml")).toEqual([tombstone]);
		expect(tombstonesIn(publication, "/guides/atom.xml")).toEqual([]);
		expect(publication.gone.has("/news/first/")).toBe(true);
		expect(publication.find("/news/first/")).toBeUndefined();
	});

	it("keeps its tombstone for as long as it would still stand in the feed", async () => {
		const site = openSampleSite(files, { limit: 2 });
		await site.publish(now);
		site.folder.remove("guides/third.md");
		expect(tombstonesIn(await site.publish(later), "/atom.xml")).toHaveLength(1);
		site.folder.write("news/fourth.md", article("Fourth", "2026-01-04"));
		site.folder.write("news/fifth.md", article("Fifth", "2026-01-05"));
		expect(tombstonesIn(await site.publish(later), "/atom.xml")).toEqual([]);
	});

	it("is one whose front matter says draft again, or whose time is over", async () => {
		const site = openSampleSite({
			...files,
			"news/ends.md": article("Ends", "2026-01-04", "expires: 2026-06-02T00:00:00Z"),
		});
		await site.publish(now);
		site.folder.write("news/first.md", article("First", "2026-01-01", "draft: true"));
		const publication = await site.publish(later);
		expect(tombstonesIn(publication, "/atom.xml")).toEqual([
			"tag:example.org,2026-01-04:/news/ends/ 2026-06-02T00:00:00Z",
			"tag:example.org,2026-01-01:/news/first/ 2026-06-02T12:00:00Z",
		]);
		expect([...publication.gone]).toEqual(["/news/ends/", "/news/first/"]);
	});

	it("stands in the same order whatever order the memory has", async () => {
		const same = Object.fromEntries(
			["d", "b", "a", "c"].map((name) => [`${name}.md`, article(name, "2026-01-01")]),
		);
		const site = openSampleSite({ ...files, ...same });
		await site.publish(now);
		for (const path of ["c.md", "a.md", "d.md", "b.md"]) site.folder.remove(path);
		const text = textAt(await site.publish(later), "/atom.xml");
		const reversed = createMemory([...dumpMemory(site.memory)].reverse(), () => {});
		const restarted = openSampleSite(files, {}, reversed);
		expect(textAt(await restarted.publish(later), "/atom.xml")).toBe(text);
		expect(tombstonesIn(await restarted.publish(later), "/atom.xml")).toHaveLength(4);
	});

	it("is not one whose file became faulty", async () => {
		const before = openSampleSite(files);
		await before.publish(now);
		const broken = { ...files, "news/first.md": "---\ntitle: [\n---\nText" };
		const after = openSampleSite(broken, {}, before.memory.draft());
		const publication = await after.publish(later);
		expect(tombstonesIn(publication, "/atom.xml")).toEqual([]);
		expect(publication.gone.size).toBe(0);
	});

	it("does not move the feed's `updated` back", async () => {
		const site = openSampleSite(files);
		const before = parseAtomFeed(textAt(await site.publish(now), "/atom.xml")).updated;
		site.folder.remove("guides/third.md");
		expect(parseAtomFeed(textAt(await site.publish(later), "/atom.xml")).updated).toEqual(before);
	});
});

describe("a loss of most articles", () => {
	const many = Object.fromEntries(
		Array.from({ length: 12 }, (_, n) => [`p${n}.md`, article(`P${n}`, "2026-01-01")]),
	);

	it("is told from a deletion of a few", async () => {
		const site = openSampleSite(many);
		await site.publish(now);
		for (let n = 0; n < 4; n++) site.folder.remove(`p${n}.md`);
		expect(countLoss(await site.read(), site.memory)).toBe(0);
		for (let n = 4; n < 10; n++) site.folder.remove(`p${n}.md`);
		expect(countLoss(await site.read(), site.memory)).toBe(10);
	});

	it("is none where files were only renamed", async () => {
		const site = openSampleSite(many);
		await site.publish(now);
		for (let n = 0; n < 12; n++) site.folder.move(`p${n}.md`, `moved/p${n}.md`);
		expect(countLoss(await site.read(), site.memory)).toBe(0);
	});

	it("withdraws nothing while it is doubted", async () => {
		const site = openSampleSite(many);
		await site.publish(now);
		for (let n = 0; n < 11; n++) site.folder.remove(`p${n}.md`);
		const { createPublisher } = await import("../../src/publication/create-publisher.ts");
		const publisher = createPublisher(site.memory, { digest: () => "x" });
		publisher(await site.read(), new Date(later), "unsure");
		const withdrawn = [...site.memory.articles.entries()].filter(([, record]) => record.withdrawn);
		expect(withdrawn).toEqual([]);
	});
});

describe("the memory", () => {
	it("is the same after it was stored and read again, and stores only what changed", async () => {
		const stored: string[] = [];
		const memory = createMemory([], (changes) => {
			stored.push(...changes.map(({ kind, key }) => `${kind} ${key}`));
		});
		const site = openSampleSite(files, {}, memory);
		await site.publish(now);
		expect(stored).toHaveLength(4);
		await site.publish(later);
		expect(stored).toHaveLength(4);
		expect([...dumpMemory(memory.draft())]).toEqual([...dumpMemory(memory)]);
	});

	it("stores what a draft of it learnt once that is kept, and nothing before", async () => {
		const stored: string[] = [];
		const memory = createMemory(
			[{ kind: "site", key: "", value: '{"authority":"old"}' }],
			(changes) => {
				stored.push(...changes.map(({ kind, key, value }) => `${kind} ${key} ${value ?? "gone"}`));
			},
		);
		const left = memory.draft();
		left.validators.set("/atom.xml", { etag: "left", lastModified: 1 });
		const draft = memory.draft();
		draft.validators.set("/rss.xml", { etag: "first", lastModified: 1 });
		const listed = [...dumpMemory(draft)];
		draft.validators.set("/rss.xml", { etag: "second", lastModified: 2 });
		draft.site.delete("");
		draft.commit();
		memory.commit();
		expect(listed).toHaveLength(2);
		expect(stored).toEqual([]);
		expect(memory.validators.get("/rss.xml")).toBeUndefined();
		draft.keep();
		memory.commit();
		memory.commit();
		expect(stored).toEqual([
			'validators /rss.xml {"etag":"second","lastModified":2}',
			"site  gone",
		]);
		expect(memory.validators.get("/rss.xml")?.etag).toBe("second");
		expect(memory.validators.get("/atom.xml")).toBeUndefined();
	});

	it("takes a faulty record for none", () => {
		const memory = createMemory(
			[
				{ kind: "article", key: "x", value: "{" },
				{ kind: "validators", key: "/", value: '{"etag":1}' },
				{ kind: "unheard of", key: "", value: "{}" },
			],
			() => {},
		);
		expect([...dumpMemory(memory)]).toEqual([]);
	});
});
