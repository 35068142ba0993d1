import { parseAtomFeed, parseJsonFeed, parseRssFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import type { Client } from "./client.ts";
import { articles, documents, feedFolders, feeds, hidden, opml, pages } from "./publication.ts";

interface ParsedEntry {
	readonly id: string | undefined;
	readonly title: string | undefined;
	readonly url: string | undefined;
	readonly published: number;
}

/** Requirements 134–136, 138, 141, 143, 160: what the documents say, as far as readers rely on it. */
export function describeContent(client: Client): void {
	const textOf = async (address: string): Promise<string> =>
		(await client.get(encodeURI(address))).body.toString("utf8");

	describe("content", () => {
		it("lists the same entries in all three formats", async () => {
			for (const folder of feedFolders) {
				const rss = parseRssFeed(await textOf(`${folder}rss.xml`)).items ?? [];
				const atom = parseAtomFeed(await textOf(`${folder}atom.xml`)).entries ?? [];
				const json = parseJsonFeed(await textOf(`${folder}feed.json`)).items ?? [];
				const fromRss = rss.map((item) =>
					entryOf(item.guid?.value, item.title, item.link, item.pubDate),
				);
				const fromAtom = atom.map((entry) =>
					entryOf(
						entry.id,
						entry.title?.value,
						entry.links?.find(isAlternate)?.href,
						entry.published,
					),
				);
				const fromJson = json.map((item) =>
					entryOf(item.id, item.title, item.url, item.date_published),
				);
				expect(fromAtom, folder).toEqual(fromRss);
				expect(fromJson, folder).toEqual(fromRss);
			}
		});

		it("shows a section's articles with all below it, and an empty section as an empty feed", async () => {
			const countIn = async (folder: string): Promise<number> =>
				(parseJsonFeed(await textOf(`${folder}feed.json`)).items ?? []).length;
			expect(await countIn("/")).toBe(articles.length);
			expect(await countIn("/news/")).toBe(3);
			expect(await countIn("/news/business/")).toBe(2);
			expect(await countIn("/новости/")).toBe(1);
			expect(await countIn("/empty/")).toBe(0);
			expect(await countIn("/tags/syndication/")).toBe(2);
			expect(await countIn("/authors/grace-hopper/")).toBe(2);
		});

		it("shows no draft, nothing of the future and nothing expired", async () => {
			for (const document of documents) {
				expect(await textOf(document), document).not.toMatch(hidden);
			}
		});

		it("names each feed's own public address, without credentials or stylesheets (141, 143)", async () => {
			for (const feed of feeds) {
				const text = await textOf(feed);
				expect(text, feed).toContain(`https://example.org${client.basePath()}${encodeURI(feed)}`);
				expect(text, feed).not.toMatch(/https?:\/\/[^/\s"<]*@/);
				expect(text, feed).not.toMatch(/<\?xml-stylesheet/);
			}
		});

		it("lets readers find the feeds of each page: its own before the site's, Atom and RSS before JSON (134, 135, 136)", async () => {
			for (const page of pages) {
				const head = (await textOf(page)).split("</head>")[0] ?? "";
				const links = [...head.matchAll(/<link[^>]*rel="?alternate"?[^>]*>/g)].map(
					([link]) => link,
				);
				const types = links.map((link) => /type="([^"]*)"/.exec(link)?.[1]);
				const titles = links.map((link) => /title="([^"]*)"/.exec(link)?.[1]);
				expect(types.slice(0, 3).toSorted(), page).toEqual([
					"application/atom+xml",
					"application/feed+json",
					"application/rss+xml",
				]);
				expect(types[2], page).toBe("application/feed+json");
				expect(titles, page).not.toContain(undefined);
				expect(new Set(titles).size, page).toBe(titles.length);
				if (feedFolders.includes(page)) {
					const own = `https://example.org${client.basePath()}${encodeURI(page)}`;
					expect(
						links.slice(0, 3).every((link) => link.includes(`href="${own}`)),
						page,
					).toBe(true);
				}
			}
		});

		it("lists every section's feed as an outline (138)", async () => {
			const text = await textOf(opml);
			for (const folder of ["/", "/news/", "/news/business/", "/guides/", "/empty/", "/новости/"]) {
				const address = `xmlUrl="https://example.org${client.basePath()}${encodeURI(folder)}`;
				expect(text, folder).toContain(address);
			}
		});

		it("serves a picture beside an article under the address that the article gives it", async () => {
			const json = parseJsonFeed(await textOf("/news/business/feed.json"));
			const html = json.items?.map((item) => item.content_html ?? "").join("") ?? "";
			const source = /<img[^>]*src="https:\/\/example\.org([^"]*\.png)"/.exec(html)?.[1] ?? "";
			const picture = await client.get(source, { "Accept-Encoding": "gzip, br" });
			expect(picture.status).toBe(200);
			expect(picture.header("content-type")).toBe("image/png");
			expect(picture.body.subarray(1, 4).toString("latin1")).toBe("PNG");
			expect(picture.header("content-encoding")).toBeUndefined();
			expect(picture.header("vary")).toBeUndefined();
			const etag = picture.header("etag") ?? "";
			expect((await client.get(source, { "If-None-Match": etag })).status).toBe(304);
			expect((await client.head(source)).header("content-length")).toBe(
				String(picture.body.length),
			);
		});
	});
}

function entryOf(
	id: string | undefined,
	title: string | undefined,
	url: string | undefined,
	published: string | undefined,
): ParsedEntry {
	return { id, title, url, published: Date.parse(published ?? "") };
}

function isAlternate(link: { readonly rel?: string }): boolean {
	return link.rel === undefined || link.rel === "alternate";
}
