import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import { article, openSampleSite, textAt } from "./sample-folder.ts";

const now = "2026-06-01T12:00:00Z";
const body = (...lines: readonly string[]) =>
	["---", "title: T", "date: 2026-01-01", "---", ...lines].join("\n");

describe("feeds", () => {
	it("list the same ids in the same order in every format (requirements 63, 96)", async () => {
		const publication = await openSampleSite({
			"news/a.md": article("A", "2026-01-01"),
			"news/b.md": article("B", "2026-01-01"),
			"c.md": article("C", "2026-03-01", "id: urn:uuid:1"),
		}).publish(now);
		const atom = parseAtomFeed(textAt(publication, "/atom.xml"));
		const rss = parseRssFeed(textAt(publication, "/rss.xml"));
		const json = parseJsonFeed(textAt(publication, "/feed.json"));
		const ids = [
			"urn:uuid:1",
			"tag:example.org,2026-01-01:/news/a/",
			"tag:example.org,2026-01-01:/news/b/",
		];
		expect(atom.entries?.map((entry) => entry.id)).toEqual(ids);
		expect(rss.items?.map((item) => item.guid?.value)).toEqual(ids);
		expect(json.items?.map((item) => item.id)).toEqual(ids);
	});

	it("of an empty section are valid and end in the year 2000 (requirement 64)", async () => {
		const publication = await openSampleSite({ "empty/_index.md": "" }).publish(now);
		const atom = parseAtomFeed(textAt(publication, "/empty/atom.xml"));
		expect(atom.updated).toBe("2000-01-01T00:00:00Z");
		expect(atom.title?.value).toBe("Empty – Untitled");
	});

	it("have ids and titles of their own, section by section", async () => {
		const publication = await openSampleSite({
			"_index.md": "---\ntitle: Site\n---\n",
			"news/world/a.md": article("A", "2026-01-01", "tags: [world]", "author: World"),
		}).publish(now);
		const heads = ["", "/news", "/news/world", "/tags/world", "/authors/world"].map((path) => {
			const { id, title } = parseAtomFeed(textAt(publication, `${path}/atom.xml`));
			return `${id} ${title?.value}`;
		});
		expect(heads).toEqual([
			"tag:example.org,2026:/ Site",
			"tag:example.org,2026:/news/ News – Site",
			"tag:example.org,2026:/news/world/ World – News – Site",
			"tag:example.org,2026:/tags/world/ #world – Site",
			"tag:example.org,2026:/authors/world/ World – Site",
		]);
	});

	it("show summaries only where the settings say so, and of an article larger than a feed may be", async () => {
		const publication = await openSampleSite(
			{
				"a.md": article("A", "2026-01-01"),
				"news/b.md": article("B", "2026-01-02"),
				"c.md": body("word ".repeat(5000)),
			},
			{ sections: { news: { content: "summary" } }, maxBytes: 20_000 },
		).publish(now);
		const items = parseJsonFeed(textAt(publication, "/feed.json")).items ?? [];
		expect(items.map((item) => [item.title, item.content_html !== undefined])).toEqual([
			["B", false],
			["A", true],
			["T", false],
		]);
	});

	it("are the same bytes whenever and wherever they are made", async () => {
		const files = {
			"a.md": article("A", "2026-01-01", "tags: [x]"),
			"b/c.md": article("C", "2026-01-02"),
		};
		const [one, two] = [
			await openSampleSite(files).publish(now),
			await openSampleSite(files).publish("2027-01-01T00:00:00Z"),
		];
		const addresses = one.all().map((plan) => plan.address);
		expect(addresses).toContain("/tags/x/feed.json");
		for (const address of addresses) expect(textAt(two, address)).toBe(textAt(one, address));
	});
});

describe("links in articles", () => {
	const links = async (text: string, settings = {}) => {
		const site = openSampleSite(
			{
				"news/a.md": body(text),
				"guides/b.md": article("B", "2026-01-02"),
				"news/pic one.png": "x",
				"news/draft.md": article("D", "2026-01-01", "draft: true"),
			},
			settings,
		);
		const publication = await site.publish(now);
		const item = parseJsonFeed(textAt(publication, "/news/feed.json")).items?.[0];
		return { html: item?.content_html, publication };
	};

	it("to another file of the folder lead to where that is published", async () => {
		expect((await links("[b](../guides/b.md#part)")).html).toContain(
			'href="https://example.org/guides/b/#part"',
		);
		expect((await links("![p](<pic one.png>)")).html).toContain(
			'src="https://example.org/news/pic%20one.png"',
		);
	});

	it("count from the article's address otherwise, and from the origin with a slash in front", async () => {
		expect((await links("[x](other/)")).html).toContain('href="https://example.org/news/a/other/"');
		const settings = { url: "https://example.org/blog" };
		expect((await links("[x](/about/)", settings)).html).toContain(
			'href="https://example.org/about/"',
		);
		expect((await links("[x](//cdn.example/y)", settings)).html).toContain(
			'href="https://cdn.example/y"',
		);
	});

	it("do not leave the folder", async () => {
		expect((await links("[x](../../../etc/passwd)")).html).toContain(
			'href="https://example.org/etc/passwd"',
		);
	});
});

describe("files of the folder", () => {
	it("can be fetched if an article that is shown names them, and only then", async () => {
		const publication = await openSampleSite({
			"_index.md": "---\nimage: logo.png\n---\n",
			"a.md": body("![](pic.png) ![](sub/sp%20ace.png)"),
			"draft.md": article("D", "2026-01-01", "draft: true", "image: secret.png"),
			"pic.png": "x",
			"sub/sp ace.png": "x",
			"secret.png": "x",
			"unnamed.png": "x",
			"logo.png": "x",
			"settings.yml": "x",
		}).publish(now);
		const found = [
			"/pic.png",
			"/sub/sp ace.png",
			"/secret.png",
			"/unnamed.png",
			"/logo.png",
			"/settings.yml",
			"/a.md",
			"/_index.md",
		];
		expect(found.filter((address) => publication.find(address))).toEqual([
			"/pic.png",
			"/sub/sp ace.png",
			"/logo.png",
		]);
	});
});

describe("an article's page", () => {
	it("shows the article's own picture, not the site's", async () => {
		const publication = await openSampleSite({
			"_index.md": "---\nimage: logo.png\n---\n",
			"a.md": article("A", "2026-01-01"),
			"b.md": article("B", "2026-01-02", "image: own.png"),
			"logo.png": "x",
			"own.png": "x",
		}).publish(now);
		expect(textAt(publication, "/a/")).not.toContain("<img");
		expect(textAt(publication, "/b/")).toContain(
			'<img class="u-photo" src="https://example.org/own.png"',
		);
		expect(textAt(publication, "/")).toContain("https://example.org/logo.png");
	});
});

describe("the theme", () => {
	it("is one stylesheet, which a file of the folder replaces", async () => {
		const files = { "a.md": article("A", "2026-01-01") };
		const usual = await openSampleSite(files).publish(now);
		expect(textAt(usual, "/")).toContain('href="/assets/broadsheet.css"');
		expect(usual.find("/assets/broadsheet.css")?.kind).toBe("asset");
		const themed = await openSampleSite({
			...files,
			"assets/broadsheet.css": "body { color: red }",
		}).publish(now);
		expect(themed.find("/assets/broadsheet.css")?.kind).toBe("file");
		expect(themed.all().filter(({ address }) => address.endsWith(".css"))).toHaveLength(1);
	});
});

describe("a publication of what has changed", () => {
	const files = Object.fromEntries(
		Array.from({ length: 30 }, (_, n) => [`s${n % 3}/p${n}.md`, article(`P${n}`, "2026-01-01")]),
	);

	it("reads one file for one edit", async () => {
		const site = openSampleSite(files);
		await site.publish(now);
		site.folder.reads.length = 0;
		site.folder.write("s0/p0.md", article("New", "2026-01-01"));
		await site.publish("2026-06-01T12:00:01Z");
		expect(site.folder.reads).toEqual(["s0/p0.md"]);
	});

	it("keeps every document as it was that does not hold the edit", async () => {
		const site = openSampleSite(files);
		const before = await site.publish(now);
		const texts = new Map(before.all().map(({ address }) => [address, textAt(before, address)]));
		site.folder.write("s0/p0.md", article("New", "2026-01-01"));
		const after = await site.publish("2026-06-01T12:00:01Z");
		const changed = [...texts]
			.filter(([address, text]) => textAt(after, address) !== text)
			.map(([address]) => address);
		expect(changed.sort()).toEqual([
			"/",
			"/atom.xml",
			"/feed.json",
			"/rss.xml",
			"/s0/",
			"/s0/atom.xml",
			"/s0/feed.json",
			"/s0/p0/",
			"/s0/rss.xml",
		]);
	});

	it("reads everything below a section whose settings changed, and nothing else", async () => {
		const site = openSampleSite({ ...files, "s1/_index.md": "---\ntimezone: UTC\n---\n" });
		await site.publish(now);
		site.folder.reads.length = 0;
		site.folder.write("s1/_index.md", "---\ntimezone: Asia/Tokyo\n---\n");
		await site.publish("2026-06-01T12:00:01Z");
		expect(site.folder.reads).toHaveLength(11);
		expect(site.folder.reads.every((path) => path.startsWith("s1/"))).toBe(true);
	});

	it("keeps texts from reading to rendering where they are few, and reads those again that a feed shows where they are many", async () => {
		const filesOf = (count: number) =>
			Object.fromEntries(
				Array.from({ length: count }, (_, number) => {
					const day = new Date(Date.UTC(2020, 0, 1 + number)).toISOString();
					return [`p${number}.md`, article(`P${number}`, day) + "text ".repeat(1200)];
				}),
			);
		for (const [count, again] of [
			[60, 0],
			[1500, 50],
		] as const) {
			const site = openSampleSite(filesOf(count));
			textAt(await site.publish(now), "/atom.xml");
			expect(site.folder.reads).toHaveLength(count + again);
		}
	});

	it("keeps the last good version of an article that became faulty, and of settings", async () => {
		const site = openSampleSite({ ...files, "_index.md": "---\ntitle: Good\n---\n" });
		const before = textAt(await site.publish(now), "/atom.xml");
		site.folder.write("s0/p0.md", "---\ntitle: [\n---\n");
		site.folder.write("_index.md", "---\nlimit: none\n---\n");
		const after = await site.publish("2026-06-01T12:00:01Z");
		expect(textAt(after, "/atom.xml")).toBe(before);
		expect((await site.read()).faults.map(({ code }) => code)).toEqual([
			"SETTING_INVALID",
			"FRONT_MATTER_SYNTAX",
		]);
	});
});

describe("old addresses", () => {
	it("of a feed lead to it, by the format that their name speaks of; those of an ended section are gone", async () => {
		const publication = await openSampleSite({
			"_index.md": "---\naliases: [/index.xml, feed/, /blog/atom.xml]\n---\n",
			"old/_index.md": "---\nretired: true\n---\n",
			"old/a.md": article("A", "2026-01-01"),
		}).publish(now);
		expect([...publication.moved]).toEqual([
			["/index.xml", "/rss.xml"],
			["/feed/", "/rss.xml"],
			["/blog/atom.xml", "/atom.xml"],
		]);
		expect([...publication.gone].sort()).toEqual([
			"/old/",
			"/old/atom.xml",
			"/old/feed.json",
			"/old/rss.xml",
		]);
		expect(publication.find("/old/rss.xml")).toBeUndefined();
		expect(publication.find("/old/a/")?.kind).toBe("page");
	});
});
