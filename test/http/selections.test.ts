import fc from "fast-check";
import { parseAtomFeed, parseFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import { childOf, childrenOf, parseStrictly } from "../feeds/parse-strictly.ts";
import { article } from "../publication/sample-folder.ts";
import { openSelectedSite, type SelectedSite } from "./selected-site.ts";

const now = "2026-06-01T12:00:00Z";

const files = {
	"_index.md": "---\ntitle: The Gazette\nlanguage: en\nauthors: [{name: The desk}]\n---\n",
	"news/_index.md": "---\ntitle: News & <views>\nlimit: 2\n---\n",
	"news/one.md": article(
		"One",
		"2026-01-01",
		"tags: [XML, Feeds]",
		"authors: [{name: Ida Marlowe}]",
	),
	"news/two.md": article("Two", "2026-01-02", "tags: [XML]", "language: de-AT"),
	"news/three.md": article(
		"Three",
		"2026-01-03",
		"tags: ['R&D <x>']",
		"authors: [{name: Ida Marlowe}]",
	),
	"news/four.md": article(
		"Four",
		"2026-01-04",
		"tags: [XML, Feeds]",
		"authors: [{name: Ida Marlowe}, {name: Bo}]",
	),
	"news/five.md": article("Five", "2026-01-05", "tags: [Feeds]", "language: de"),
	"guides/six.md": article("Six", "2025-01-06", "tags: [Guides]"),
	"guides/later.md": article("Later", "2026-07-01", "tags: [Coming, XML]"),
};

async function open(more: Readonly<Record<string, string>> = {}): Promise<SelectedSite> {
	const selected = openSelectedSite({ ...files, ...more });
	await selected.publish(now);
	return selected;
}

async function titles(site: SelectedSite, target: string): Promise<(string | undefined)[]> {
	const response = await site.ask(target);
	if (response.status !== 200) throw new Error(`${target}: ${response.status}`);
	const text = await response.text();
	if (target.includes(".json")) return (parseJsonFeed(text).items ?? []).map((item) => item.title);
	parseStrictly(text);
	return target.includes("atom")
		? (parseAtomFeed(text).entries ?? []).map((entry) => entry.title?.value)
		: (parseRssFeed(text).items ?? []).map((item) => item.title);
}

describe("a selection of a feed", () => {
	it.each([
		["?limit=1", ["Five"]],
		["?limit=4", ["Five", "Four", "Three", "Two"]],
		["?limit=1000", ["Five", "Four", "Three", "Two", "One"]],
		["?tag=xml", ["Four", "Two"]],
		["?limit=9&tag=xml", ["Four", "Two", "One"]],
		["?limit=9&tag=feeds&tag=xml", ["Four", "One"]],
		["?author=ida-marlowe&limit=9", ["Four", "Three", "One"]],
		["?author=bo&author=ida-marlowe", ["Four"]],
		["?author=ida-marlowe&limit=9&tag=xml", ["Four", "One"]],
		["?lang=de", ["Five", "Two"]],
		["?lang=de-at", ["Two"]],
		["?author=ida-marlowe&lang=en&limit=1&tag=feeds", ["Four"]],
		["?lang=de&tag=r-d-x", []],
		["?tag=guides", []],
	])(
		"holds what matches, newest first, in every format alike: %s (62, 63, 64)",
		async (query, expected) => {
			const site = await open();
			for (const file of ["rss.xml", "atom.xml", "feed.json"])
				expect(await titles(site, `/news/${file}${query}`), file).toEqual(expected);
		},
	);

	it("can be of the whole site, a tag, an author, and reach into what only sections' archives hold", async () => {
		const site = await open();
		expect(await titles(site, "/rss.xml?tag=xml")).toEqual(["Four", "Two", "One"]);
		expect(await titles(site, "/tags/xml/atom.xml?limit=1")).toEqual(["Four"]);
		expect(await titles(site, "/authors/ida-marlowe/feed.json?tag=feeds")).toEqual(["Four", "One"]);
	});

	it("reaches as far back as the history of a tag's articles, whose feed has no archive itself", async () => {
		const site = openSelectedSite(files, { limit: 1 });
		await site.publish(now);
		expect(await titles(site, "/tags/xml/rss.xml")).toEqual(["Four"]);
		expect(await titles(site, "/tags/xml/rss.xml?limit=5")).toEqual(["Four", "Two", "One"]);
	});

	it("holds what the feed shows, and no more, where the site keeps no archive", async () => {
		const site = openSelectedSite(files, { archives: false });
		await site.publish(now);
		expect(await titles(site, "/news/rss.xml?limit=5")).toEqual(["Five", "Four"]);
		expect(await titles(site, "/tags/xml/rss.xml?limit=5")).toEqual(["Four", "Two", "One"]);
	});

	it("stays below maxBytes in every format, whatever its limit (51, 63)", async () => {
		const texts = Object.fromEntries(
			Array.from({ length: 40 }, (_, n) => [
				`news/long-${n}.md`,
				`${article(`Long ${n}`, "2026-02-01")}${"Word & <more> ".repeat(100)}\n`,
			]),
		);
		const site = openSelectedSite({ ...files, ...texts }, { maxBytes: 20_000 });
		await site.publish(now);
		const lengths = await Promise.all(
			["rss.xml", "atom.xml", "feed.json"].map(async (file) => {
				const bytes = await (await site.ask(`/news/${file}?limit=40`)).arrayBuffer();
				expect(bytes.byteLength).toBeLessThanOrEqual(20_000);
				return (await titles(site, `/news/${file}?limit=40`)).length;
			}),
		);
		expect(new Set(lengths).size).toBe(1);
		expect(lengths[0]).toBeGreaterThan(2);
	});

	it("is a feed of its own: id, title, address, date (67, 96)", async () => {
		const site = await open();
		const query = "?author=ida-marlowe&lang=en&tag=r-d-x";
		const atom = parseStrictly(await (await site.ask(`/news/atom.xml${query}`)).text());
		expect(childOf(atom, "id").text).toBe(`tag:example.org,2026:/news/${query}`);
		expect(childOf(atom, "title").text).toBe(
			"News & <views> – The Gazette · #R&D <x> · Ida Marlowe · en",
		);
		expect(childOf(atom, "updated").text).toBe("2026-01-03T00:00:00Z");
		const links = childrenOf(atom, "link").map(({ attributes: { rel, href } }) => [rel, href]);
		expect(links).toEqual([
			["self", `https://example.org/news/atom.xml${query}`],
			["alternate", "https://example.org/news/"],
			["alternate", `https://example.org/news/rss.xml${query}`],
			["alternate", `https://example.org/news/feed.json${query}`],
		]);
		const rss = childOf(
			parseStrictly(await (await site.ask(`/news/rss.xml${query}`)).text()),
			"channel",
		);
		expect(childOf(rss, "title").text).toBe(
			"News & <views> – The Gazette · #R&D <x> · Ida Marlowe · en",
		);
		expect(childOf(rss, "lastBuildDate").text).toBe("Sat, 03 Jan 2026 00:00:00 GMT");
		const json = parseJsonFeed(await (await site.ask(`/news/feed.json${query}`)).text());
		expect(json.title).toBe("News & <views> – The Gazette · #R&D <x> · Ida Marlowe · en");
		expect(json.feed_url).toBe(`https://example.org/news/feed.json${query}`);
		expect(json.next_url).toBeUndefined();
	});

	it("keeps the feed's title where only its length is other", async () => {
		const site = await open();
		const text = await (await site.ask("/news/feed.json?limit=4")).text();
		expect(parseJsonFeed(text).title).toBe("News & <views> – The Gazette");
	});

	it("tells of what was taken away, as the feed does (97)", async () => {
		const site = await open();
		site.site.folder.remove("news/five.md");
		await site.publish("2026-06-02T12:00:00Z");
		const atom = parseStrictly(await (await site.ask("/news/atom.xml?limit=3")).text());
		expect(childrenOf(atom, "at:deleted-entry").map(({ attributes }) => attributes.ref)).toEqual([
			"tag:example.org,2026-01-05:/news/five/",
		]);
		expect(childOf(atom, "updated").text).toBe("2026-01-05T00:00:00Z");
		expect(await titles(site, "/news/atom.xml?limit=3")).toEqual(["Four", "Three", "Two"]);
	});
});

describe("the address of a selection", () => {
	it("moves to its one spelling", async () => {
		const site = await open();
		for (const [target, location] of [
			["/news/rss.xml?limit=5&author=bo", "/news/rss.xml?author=bo&limit=5"],
			["/news/rss.xml?tag=XML", "/news/rss.xml?tag=xml"],
			["/news/rss.xml?tag=xml&utm_source=y", "/news/rss.xml?tag=xml"],
			["/news/rss.xml?limit=0", "/news/rss.xml"],
			["/news/rss.xml?tag=", "/news/rss.xml"],
		] as const) {
			const response = await site.ask(target);
			expect([target, response.status, response.headers.get("location")]).toEqual([
				target,
				301,
				location,
			]);
		}
	});

	it("is nothing where the site has no such tag, author or language (162)", async () => {
		const site = await open();
		for (const query of [
			"tag=nothing",
			"author=nobody",
			"lang=fr",
			"tag=nothing&tag=xml",
			"tag=coming",
			"tag=!",
			"tag=__proto__",
			"tag=constructor",
			"lang=%00",
		]) {
			const response = await site.ask(`/news/rss.xml?${query}`);
			expect([query, response.status, await response.text()]).toEqual([query, 404, "Not found.\n"]);
		}
	});

	it("takes no notice of a query on pages, archives and lists of feeds (30)", async () => {
		const site = await open();
		for (const address of ["/", "/news/", "/news/archive-1.rss.xml", "/feeds.opml"]) {
			const plain = await site.ask(address);
			const asked = await site.ask(`${address}?limit=1&tag=nothing`);
			expect([address, asked.status, asked.headers.get("etag")]).toEqual([
				address,
				200,
				plain.headers.get("etag"),
			]);
		}
	});

	it("never fails and never repeats what was asked, whatever that is", async () => {
		const site = await open();
		const value = fc.oneof(
			fc.string({ unit: "binary" }),
			fc.constantFrom(
				"xml",
				"ida-marlowe",
				"en",
				"3",
				"</title><x>",
				'"]}',
				"\r\nSet-Cookie: a=b",
				"]]>",
			),
		);
		const pair = fc.tuple(fc.constantFrom("tag", "author", "lang", "limit", "x"), value);
		const address = fc.constantFrom("/rss.xml", "/news/atom.xml", "/tags/xml/feed.json");
		await fc.assert(
			fc.asyncProperty(address, fc.array(pair, { maxLength: 4 }), async (feed, pairs) => {
				const query = pairs.map(
					([name, text]) => `${name}=${encodeURIComponent(text.toWellFormed())}`,
				);
				const response = await site.ask(`${feed}?${query.join("&")}`);
				const text = await response.text();
				expect([200, 301, 404]).toContain(response.status);
				for (const [, header] of response.headers) expect(header).toMatch(/^[\t\x20-\x7e]*$/);
				expect(response.headers.get("location") ?? "").toMatch(/^[\w/.?=&%~-]*$/);
				if (response.status !== 200)
					expect(["Not found.\n", "Moved permanently.\n"]).toContain(text);
				else if (feed.endsWith(".json")) JSON.parse(text);
				else parseStrictly(text);
				if (response.status === 200) expect(() => parseFeed(text)).not.toThrow();
			}),
			{ numRuns: 300 },
		);
	});
});

describe("the validators of a selection", () => {
	async function validators(site: SelectedSite, target: string) {
		const { headers } = await site.ask(target);
		return {
			etag: headers.get("etag") ?? "",
			lastModified: new Date(headers.get("last-modified") ?? Number.NaN).getTime(),
		};
	}

	it("are its own: other than the feed's and other selections' (28)", async () => {
		const site = await open();
		const etags = await Promise.all(
			["", "?limit=1", "?limit=2", "?tag=xml", "?lang=en"].map(
				async (query) => (await validators(site, `/news/rss.xml${query}`)).etag,
			),
		);
		expect(new Set(etags).size).toBe(5);
		for (const etag of etags) expect(etag).toMatch(/^W\/"[\w-]{22}"$/);
	});

	it("answer a poll with 304 and no body, and HEAD as GET (2, 9, 24, 27)", async () => {
		const site = await open();
		const target = "/news/atom.xml?limit=4";
		const whole = await site.ask(target);
		const etag = whole.headers.get("etag") ?? "";
		const since = whole.headers.get("last-modified") ?? "";
		for (const headers of [{ "If-None-Match": etag }, { "If-Modified-Since": since }]) {
			const response = await site.ask(target, { headers });
			expect([response.status, await response.text()]).toEqual([304, ""]);
			expect(response.headers.get("etag")).toBe(etag);
			expect(response.headers.get("cache-control")).toBe(whole.headers.get("cache-control"));
		}
		const head = await site.ask(target, { method: "HEAD" });
		expect(await head.text()).toBe("");
		expect([...head.headers]).toEqual([...whole.headers]);
	});

	it("are no base for a delta: the whole selection is the answer (54)", async () => {
		const site = await open();
		const target = "/news/rss.xml?limit=4";
		const headers = { "A-IM": "feed", "If-None-Match": (await validators(site, target)).etag };
		site.site.folder.write("news/seven.md", article("Seven", "2026-01-07"));
		await site.publish("2026-06-02T12:00:00Z");
		expect((await site.ask(target, { headers })).status).toBe(200);
	});

	it("do not change with a publication that changes nothing of the list, nor with a new start (17)", async () => {
		const site = await open();
		const target = "/news/rss.xml?limit=4&tag=xml";
		const before = await validators(site, target);
		site.site.folder.write("guides/seven.md", article("Seven", "2026-01-07"));
		await site.publish("2026-06-02T12:00:00Z");
		expect(await validators(site, target)).toEqual(before);
		expect(await validators(await open(), target)).toEqual(before);
	});

	it("both move with every change of its bytes (14, 16, 18)", async () => {
		const site = await open({ "news/sound.mp3": "aaaa" });
		const target = "/news/rss.xml?limit=9";
		let before = await validators(site, target);
		let day = 2;
		const { folder } = site.site;
		const changes: Readonly<Record<string, () => void>> = {
			"an old article's text": () => folder.write("news/one.md", `${files["news/one.md"]}More.\n`),
			"an old article is added": () =>
				folder.write("news/zero.md", article("Zero", "2020-01-01", "enclosure: sound.mp3")),
			"a file that an entry tells the size of": () => folder.write("news/sound.mp3", "aaaaaaaa"),
			"an article is taken away": () => folder.remove("news/two.md"),
			"an author's name": () =>
				folder.write("news/one.md", files["news/one.md"].replace("Marlowe", "Marlow")),
			"the section's title": () =>
				folder.write("news/_index.md", "---\ntitle: Newer\nlimit: 2\n---\n"),
		};
		for (const [name, change] of Object.entries(changes)) {
			change();
			await site.publish(`2026-06-0${day++}T12:00:00Z`);
			const after = await validators(site, target);
			expect(after.etag, name).not.toBe(before.etag);
			expect(after.lastModified, name).toBeGreaterThanOrEqual(before.lastModified + 1000);
			before = after;
		}
	});

	it("are kept no longer than until the next scheduled change (37)", async () => {
		const site = openSelectedSite(files);
		await site.publish("2026-06-30T23:59:50Z");
		const response = await site.ask("/rss.xml?limit=1");
		expect(response.headers.get("cache-control")).toMatch(/^public, max-age=10,/);
		await site.publish("2026-07-01T00:00:00Z");
		expect(await titles(site, "/rss.xml?limit=1")).toEqual(["Later"]);
	});
});
