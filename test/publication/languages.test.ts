import fc from "fast-check";
import { parseAtomFeed, parseOpml, parseRssFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import type { Contents } from "../../src/publication/contents.ts";
import type { SiteValues } from "../../src/settings/schema.ts";
import type { DialectName } from "../../src/settings/settings.ts";
import { article, openSampleSite, textAt } from "./sample-folder.ts";

const now = "2026-06-01T12:00:00Z";
const languages = ["en", "ja"];

/** Addresses of the articles in each tree. */
async function addressesOf(
	files: Readonly<Record<string, string>>,
	settings: SiteValues,
): Promise<string[][]> {
	const contents = await openSampleSite(files, settings).read();
	expect(contents.faults.filter(({ severity }) => severity === "error")).toEqual([]);
	return addressesIn(contents);
}

function addressesIn({ trees }: Contents): string[][] {
	return trees.map((tree) =>
		tree.articles.map(({ url }) => decodeURI(url).replace("https://example.org", "")).sort(),
	);
}

const wire = {
	"_index.md": "---\ntitle: The Wire\ndescription: All\nlanguages: [en, ja]\nlimit: 7\n---\n",
	"news/_index.md": "---\ntitle: News of the day\ncontent: summary\n---\n",
	"news/a.md": article("A", "2026-01-02", "tags: [x]"),
	"news/b.md": article("B", "2026-01-03"),
	"ja/_index.md": "---\ntitle: 電報\n---\n",
	"ja/news/a.md": article("エー", "2026-01-04", "tags: [x]"),
	"news/b.ja.md": article("ビー", "2026-01-05"),
	"news/c.md": article("シー", "2026-01-06", "lang: ja"),
};

describe("a site in several languages", () => {
	it("has the first at the root and each other below its name", async () => {
		expect(await addressesOf(wire, {})).toEqual([
			["/news/a/", "/news/b/"],
			["/ja/news/a/", "/ja/news/b/", "/ja/news/c/"],
		]);
	});

	it("has feeds, pages and archives of its own in each language, and only its articles in them", async () => {
		const publication = await openSampleSite(wire).publish(now);
		const titles = (address: string) =>
			parseRssFeed(textAt(publication, address)).items?.map(({ title }) => title);
		expect(titles("/rss.xml")).toEqual(["B", "A"]);
		expect(titles("/news/rss.xml")).toEqual(["B", "A"]);
		expect(titles("/ja/rss.xml")).toEqual(["シー", "ビー", "エー"]);
		expect(titles("/ja/news/rss.xml")).toEqual(["シー", "ビー", "エー"]);
		expect(titles("/tags/x/rss.xml")).toEqual(["A"]);
		expect(titles("/ja/tags/x/rss.xml")).toEqual(["エー"]);
		for (const page of ["/ja/", "/ja/news/", "/ja/tags/x/", "/ja/news/c/"])
			expect(textAt(publication, page)).toContain('<html lang="ja" dir="ltr">');
		expect(publication.find("/news/c/")).toBeUndefined();
		expect(publication.articleCount).toBe(5);

		const short = await openSampleSite({ ...wire, "ja/_index.md": "---\nlimit: 1\n---\n" }).publish(
			now,
		);
		expect(textAt(short, "/ja/archive-1.rss.xml")).toContain("<title>エー</title>");
		expect(textAt(short, "/ja/archive-2.rss.xml")).toContain("<title>ビー</title>");
		expect(short.find("/ja/archive-4.rss.xml")).toBeUndefined();
		expect(short.find("/archive-1.rss.xml")).toBeUndefined();
	});

	it("says of each feed what language it is in, under an id of its own (requirements 94, 96)", async () => {
		const publication = await openSampleSite(wire).publish(now);
		const feeds = ["/atom.xml", "/news/atom.xml", "/ja/atom.xml", "/ja/news/atom.xml"].map(
			(address) => parseAtomFeed(textAt(publication, address)),
		);
		expect(feeds.map(({ title }) => title?.value ?? title)).toEqual([
			"The Wire",
			"News of the day – The Wire",
			"電報",
			"News – 電報",
		]);
		expect(new Set(feeds.map(({ id }) => id)).size).toBe(4);
		expect(feeds[2]?.id).toBe("tag:example.org,2026:/ja/");
		expect(textAt(publication, "/ja/atom.xml")).toContain('xml:lang="ja"');
		expect(textAt(publication, "/ja/rss.xml")).toContain("<language>ja</language>");
		expect(textAt(publication, "/ja/rss.xml")).not.toContain("<description>All</description>");
	});

	it("names a language where nobody gave it a title, so that no two feeds have one name", async () => {
		const { "ja/_index.md": _, ...untitled } = wire;
		const publication = await openSampleSite(untitled).publish(now);
		expect(parseRssFeed(textAt(publication, "/ja/rss.xml")).title).toBe("日本語 – The Wire");
		expect(parseRssFeed(textAt(publication, "/ja/news/rss.xml")).title).toBe(
			"News – 日本語 – The Wire",
		);
		const { body } = parseOpml(textAt(publication, "/feeds.opml"));
		expect(body?.outlines?.map(({ text }) => text)).toEqual(["The Wire", "日本語 – The Wire"]);
	});

	it("takes settings from `ja/_index.md`, `_index.ja.md` and, but for words, from the first language", async () => {
		const { settingsFor, trees } = await openSampleSite({
			...wire,
			"_index.ja.md": "---\ndescription: すべて\n---\n",
			"_index.en.md": "---\ndescription: Everything\n---\n",
			"news/_index.ja.md": "---\ntitle: ニュース\n---\n",
		}).read();
		expect(trees[0]?.site).toMatchObject({ description: "Everything", language: "en" });
		expect(settingsFor(["ja", "news"])).toMatchObject({
			title: "ニュース",
			language: "ja",
			limit: 7,
			content: "summary",
		});
	});

	it("lists all of them in one OPML, each language an outline (requirement 138)", async () => {
		const publication = await openSampleSite(wire).publish(now);
		const opml = parseOpml(textAt(publication, "/feeds.opml"));
		expect(
			opml.body?.outlines?.map(({ text, outlines }) => [
				text,
				outlines?.map((outline) => outline.xmlUrl),
			]),
		).toEqual([
			["The Wire", ["https://example.org/rss.xml", "https://example.org/news/rss.xml"]],
			["電報", ["https://example.org/ja/rss.xml", "https://example.org/ja/news/rss.xml"]],
		]);
	});

	it("leads from a translation to the others in pages and Atom (requirement 83)", async () => {
		const publication = await openSampleSite(wire).publish(now);
		const { entries = [] } = parseAtomFeed(textAt(publication, "/atom.xml"));
		expect(
			entries.map(({ links = [] }) => links.map(({ hreflang, href }) => [hreflang, href])),
		).toEqual([
			[
				[undefined, "https://example.org/news/b/"],
				["ja", "https://example.org/ja/news/b/"],
			],
			[
				[undefined, "https://example.org/news/a/"],
				["ja", "https://example.org/ja/news/a/"],
			],
		]);
		const versions = [
			'<link rel="alternate" hreflang="ja" href="https://example.org/ja/news/b/">',
			'<link rel="alternate" hreflang="en" href="https://example.org/news/b/">',
		];
		for (const page of ["/news/b/", "/ja/news/b/"])
			for (const version of versions) expect(textAt(publication, page)).toContain(version);
		expect(textAt(publication, "/news/b/")).toContain(
			'<a rel="alternate" href="https://example.org/ja/news/b/" hreflang="ja" lang="ja">日本語</a>',
		);
		expect(textAt(publication, "/ja/news/c/")).not.toContain("hreflang");
		expect(textAt(publication, "/ja/")).toContain('hreflang="en" href="https://example.org/">');
	});

	it("knows translations of other names by `translationKey`", async () => {
		const publication = await openSampleSite(
			{
				"dog.md": article("Dog", "2026-01-01", "translationKey: dog"),
				"ja/inu.md": article("犬", "2026-01-01", "translation_key: dog"),
			},
			{ languages },
		).publish(now);
		expect(textAt(publication, "/dog/")).toContain(
			'hreflang="ja" href="https://example.org/ja/inu/"',
		);
	});

	it("says nothing of a translation before its time, and changes when it comes", async () => {
		const site = openSampleSite(
			{
				"a.md": article("A", "2026-01-01"),
				"a.ja.md": article("エー", "2026-07-01"),
			},
			{ languages },
		);
		const before = await site.publish(now);
		expect(textAt(before, "/atom.xml")).not.toContain("hreflang");
		for (const address of ["/atom.xml", "/a/", "/"])
			expect(before.find(address)?.nextChange).toEqual(new Date("2026-07-01"));
		expect(before.nextChange).toEqual(new Date("2026-07-01"));
		const after = await site.publish("2026-07-02T00:00:00Z");
		expect(textAt(after, "/atom.xml")).toContain('hreflang="ja"');
		expect(after.find("/atom.xml")).toMatchObject({ changed: new Date("2026-07-01") });
	});

	it("leads to another language's tag from the first article on that has it", async () => {
		const site = openSampleSite(
			{
				"a.md": article("A", "2026-01-01", "tags: [x]"),
				"ja/b.md": article("ビー", "2026-07-01", "tags: [x]"),
			},
			{ languages },
		);
		const before = await site.publish(now);
		expect(textAt(before, "/tags/x/")).not.toContain("hreflang");
		expect(before.find("/tags/x/")?.nextChange).toEqual(new Date("2026-07-01"));
		const after = await site.publish("2026-07-02T00:00:00Z");
		expect(textAt(after, "/tags/x/")).toContain('href="https://example.org/ja/tags/x/"');
	});

	it("writes each tree in its own direction", async () => {
		const publication = await openSampleSite(
			{ "a.md": article("A", "2026-01-01"), "ar/a.md": article("ألف", "2026-01-01") },
			{ languages: ["en", "ar"] },
		).publish(now);
		expect(textAt(publication, "/ar/a/")).toContain('<html lang="ar" dir="rtl">');
		expect(textAt(publication, "/a/")).toContain('<html lang="en" dir="ltr">');
		expect(textAt(publication, "/a/")).toContain('lang="ar" dir="rtl">العربية</a>');
	});

	it("leaves a tombstone in the language that an article was taken from (requirement 97)", async () => {
		const site = openSampleSite(wire);
		await site.publish(now);
		site.folder.remove("ja/news/a.md");
		const publication = await site.publish("2026-06-02T00:00:00Z");
		for (const address of ["/ja/atom.xml", "/ja/news/atom.xml"])
			expect(textAt(publication, address)).toContain("at:deleted-entry");
		for (const address of ["/atom.xml", "/news/atom.xml", "/tags/x/atom.xml"])
			expect(textAt(publication, address)).not.toContain("at:deleted-entry");
	});

	it("gives the same documents for a list of one language as for none", async () => {
		const { "ja/_index.md": _, "ja/news/a.md": __, ...files } = wire;
		const index = "---\ntitle: The Wire\n---\n";
		const plain = await openSampleSite({ ...files, "_index.md": index }).publish(now);
		const listed = await openSampleSite(
			{ ...files, "_index.md": index },
			{ languages: ["en"] },
		).publish(now);
		const documentsOf = (publication: typeof plain) =>
			publication.all().map(({ address }) => [address, textAt(publication, address)]);
		expect(documentsOf(listed)).toEqual(documentsOf(plain));
	});

	it("refuses a section with the name of a language", async () => {
		const { faults, articles } = await openSampleSite(
			{ "x.txt": "date 2026-03-03 Home > Ja > A title\n\nText.\n" },
			{ languages },
		).read();
		expect(faults.map(({ code }) => code)).toEqual(["SECTION_RESERVED"]);
		expect(articles).toEqual([]);
	});

	it("refuses an article at the address of another language's lists", async () => {
		const { faults } = await openSampleSite(
			{ "x.md": article("X", "2026-01-01", "permalink: /ja/") },
			{ languages },
		).read();
		expect(faults.map(({ code }) => code)).toEqual(["ADDRESS_OF_SECTION"]);
	});
});

describe("languages of other generators", () => {
	const zolaPost = (title: string, date: string) =>
		`+++\ntitle = "${title}"\ndate = ${date}\n+++\nText.\n`;
	const pages: readonly [DialectName, Readonly<Record<string, string>>, SiteValues, string[][]][] =
		[
			[
				"hugo",
				{
					"posts/a.md": article("A", "2026-01-01"),
					"posts/a.ja.md": article("エー", "2026-01-01"),
					"posts/b/index.md": article("B", "2026-01-01"),
					"posts/b/index.ja.md": article("ビー", "2026-01-01", "slug: bii"),
					"posts/b/part.ja.md": article("Part", "2026-01-01"),
					"ja/notes/c.md": article("シー", "2026-01-01", "url: /x/c/"),
					"notes/d.ja.md": article("ディー", "2026-01-01", "url: d/"),
					"posts/a.fr.md": article("Une", "2026-01-01"),
					"posts/_index.ja.md": "---\ntitle: 記事\n---\n",
				},
				{},
				[
					["/posts/a/", "/posts/b/"],
					["/ja/d/", "/ja/posts/a/", "/ja/posts/bii/", "/x/c/"],
				],
			],
			[
				"hugo",
				{
					"en/posts/a.md": article("A", "2026-01-01"),
					"ja/posts/a.md": article("エー", "2026-01-01"),
				},
				{ url: "https://example.org/en" },
				[["/en/posts/a/"], ["/ja/posts/a/"]],
			],
			[
				"zola",
				{
					"blog/post.md": zolaPost("A", "2026-01-01"),
					"blog/post.ja.md": zolaPost("エー", "2026-01-01"),
					"page/index.ja.md": zolaPost("ビー", "2026-01-01"),
				},
				{},
				[["/blog/post/"], ["/ja/blog/post/", "/ja/page/"]],
			],
			[
				"pelican",
				{
					"news/a.md": "Title: A\nDate: 2026-01-01\nSlug: a\n\nText.\n",
					"news/a-ja.md": "Title: エー\nDate: 2026-01-01\nSlug: a\nLang: ja\n\nText.\n",
				},
				{},
				[["/a.html"], ["/a-ja.html"]],
			],
			[
				"jekyll",
				{
					"_posts/2026-01-01-a.md": article("A", "2026-01-01"),
					"_posts/2026-01-01-b.md": article("ビー", "2026-01-01", "lang: ja"),
				},
				{ permalink: "/:title/" },
				[["/a/"], ["/b/"]],
			],
			[
				"eleventy",
				{
					"posts/a.md": article("A", "2026-01-01"),
					"ja/posts/a.md": article("エー", "2026-01-01"),
				},
				{},
				[["/posts/a/"], ["/ja/posts/a/"]],
			],
		];
	it.each(pages)("have the addresses of %s", async (dialect, files, settings, expected) => {
		expect(await addressesOf(files, { languages, dialect, ...settings })).toEqual(expected);
	});

	it.each(pages.filter(([dialect]) => ["hugo", "zola", "pelican"].includes(dialect)))(
		"have their translations in %s",
		async (dialect, files, settings) => {
			const values = { languages, dialect, ...settings };
			const publication = await openSampleSite(files, values).publish(now);
			const { entries = [] } = parseAtomFeed(textAt(publication, "/atom.xml"));
			expect(entries.length).toBeGreaterThan(0);
			for (const { links = [] } of entries)
				expect(links.filter(({ hreflang }) => hreflang === "ja")).toHaveLength(1);
		},
	);

	it("have sections without the language's name, and their own feeds lead to those here", async () => {
		const [, files = {}] = pages[0] ?? [];
		const publication = await openSampleSite(files, { languages, dialect: "hugo" }).publish(now);
		expect(parseRssFeed(textAt(publication, "/ja/posts/rss.xml"))).toMatchObject({
			title: "記事 – 日本語 – Untitled",
		});
		expect(parseRssFeed(textAt(publication, "/ja/rss.xml")).link).toBe("https://example.org/ja/");
		expect(publication.moved.get("/ja/index.xml")).toBe("/ja/rss.xml");
		expect(publication.moved.get("/ja/posts/index.xml")).toBe("/ja/posts/rss.xml");
		expect(publication.moved.get("/index.xml")).toBe("/rss.xml");
	});

	it("have links to a page of Hugo's lead to it in the language of the page that names it", async () => {
		const link = (title: string) =>
			`${article(title, "2026-01-01")}\n[B]({{< relref "posts/b.md" >}})\n`;
		const publication = await openSampleSite(
			{
				"posts/a.md": link("A"),
				"posts/a.ja.md": link("エー"),
				"ja/posts/c.md": link("シー"),
				"posts/b.md": article("B", "2026-01-01"),
				"posts/b.ja.md": article("ビー", "2026-01-01"),
			},
			{ languages, dialect: "hugo" },
		).publish(now);
		const hrefs = (address: string) =>
			textAt(publication, address).match(/href=&quot;[^&]*|href="[^"]*posts\/b\/"/g);
		expect(new Set(hrefs("/rss.xml"))).toEqual(new Set(['href="https://example.org/posts/b/"']));
		expect(new Set(hrefs("/ja/rss.xml"))).toEqual(
			new Set(['href="https://example.org/ja/posts/b/"']),
		);
	});

	it("lead from Pelican's feed of a language to that language's", async () => {
		const [, files = {}] = pages.find(([name]) => name === "pelican") ?? [];
		const publication = await openSampleSite(files, { languages, dialect: "pelican" }).publish(now);
		expect(publication.moved.get("/feeds/all-ja.atom.xml")).toBe("/ja/atom.xml");
		expect(publication.moved.get("/feeds/all.atom.xml")).toBe("/atom.xml");
	});
});

describe("any folder in several languages", () => {
	const name = fc.constantFrom("a", "b", "c", "ja", "en", "pt-br");
	const file = fc.record({
		folders: fc.array(fc.constantFrom("ja", "en", "pt-BR", "news", "x"), { maxLength: 3 }),
		name,
		suffix: fc.constantFrom("", ".ja", ".en", ".pt-BR", ".de"),
		lang: fc.constantFrom("", "lang: ja", "lang: en-GB", "lang: de", "language: pt_BR"),
	});

	it("has every article in one tree and none in two, under its own address", async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(file, { maxLength: 12 }), async (drawn) => {
				const files = Object.fromEntries(
					drawn.map(({ folders, name: stem, suffix, lang }) => [
						`${[...folders, stem].join("/")}${suffix}.md`,
						article("T", "2026-01-01", ...(lang ? [lang] : [])),
					]),
				);
				const site = openSampleSite(files, { languages: ["en", "ja", "pt-BR"] });
				const { articles, faults, trees } = await site.read();
				const inTrees = trees.flatMap((tree) => tree.articles);
				expect(inTrees.map(({ path }) => path).sort()).toEqual(
					articles.map(({ path }) => path).sort(),
				);
				const left = faults
					.filter(({ severity }) => severity === "error")
					.map(({ place }) => place.file);
				expect([...inTrees.map(({ path }) => path), ...left].sort()).toEqual(
					Object.keys(files).sort(),
				);
				const publication = await site.publish(now);
				for (const { path, articles: own } of trees) {
					const feed = `${["", ...path].join("/")}/rss.xml`;
					const { items = [] } = parseRssFeed(textAt(publication, feed));
					expect(items.map(({ link }) => link).sort()).toEqual(own.map(({ url }) => url).sort());
				}
			}),
			{ numRuns: 150 },
		);
	});
});
