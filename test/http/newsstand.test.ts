import { setImmediate } from "node:timers/promises";
import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { createNewsstand } from "../../src/http/newsstand.ts";
import type { ToNewsroom, ToNewsstand } from "../../src/http/wire.ts";
import { FileChangedError } from "../../src/publication/folder.ts";
import { article } from "../publication/sample-folder.ts";
import { type NewsstandSite, noticesOf, openNewsstand } from "./open-newsstand.ts";

const at = (second: number) => new Date(Date.UTC(2026, 5, 1, 12, 0, second)).toISOString();
const sections = ["a", "b", "c"];
const files = {
	"_index.md": "---\ntitle: Test\n---\n",
	"a/sound.mp3": "sound",
	...Object.fromEntries(sections.map((section) => [`${section}/x.md`, xOf(section)])),
};
const feeds = ["", ...sections.map((section) => `/${section}`)].map((path) => `${path}/atom.xml`);

function xOf(section: string): string {
	const enclosure = section === "a" ? ["enclosures: [{ url: sound.mp3 }]"] : [];
	return article(`X of ${section}`, "2026-01-01", "tags: [t]", ...enclosure);
}

/** All that a client sees of an answer. */
async function see(answer: Promise<Response>): Promise<unknown> {
	const { status, headers, ...response } = await answer.then(async (response) => ({
		status: response.status,
		headers: [...response.headers],
		body: await response.text(),
	}));
	return { status, headers, ...response };
}

async function readAll(site: NewsstandSite, targets: readonly string[]): Promise<string[]> {
	return await Promise.all(targets.map(async (target) => (await site.ask(target)).text()));
}

/**
 * Publishes another title of the site, as though each look at the clock came so many milliseconds after the one before; gives
 * what the newsstand is told of each address.
 */
async function retitle(site: NewsstandSite, step: number): Promise<ReadonlyMap<string, string>> {
	let elapsed = performance.now();
	const clock = vi.spyOn(performance, "now").mockImplementation(() => {
		elapsed += step;
		return elapsed;
	});
	site.site.folder.write("_index.md", "---\ntitle: Another title\n---\n");
	await site.publish(at(1));
	clock.mockRestore();
	return new Map(noticesOf(site.sent.at(-1)).map(({ address, notice }) => [address, notice.is]));
}

describe("a newsstand", () => {
	it("answers 503 before the first publication, and knows its health after it", async () => {
		const site = openNewsstand(files);
		expect(site.newsstand.health()).toEqual({
			ready: false,
			articles: 0,
			feeds: 0,
			documents: 0,
		});
		expect((await site.ask("/nothing")).status).toBe(503);
		await site.publish(at(0));
		expect(site.newsstand.health()).toMatchObject({ ready: true, articles: 3 });
	});

	it("gives what it holds at once, and asks one question for what it does not", async () => {
		const site = openNewsstand(files);
		await site.publish(at(0));
		const [one, other] = await Promise.all([
			site.newsstand.find("/a/rss.xml", new Date()),
			site.newsstand.find("/a/rss.xml", new Date()),
		]);
		expect(site.asked.filter(({ type }) => type === "question")).toHaveLength(1);
		expect(other).toBe(one);
		expect(site.newsstand.find("/a/rss.xml", new Date())).toBe(one);
		if (!one || !("document" in one)) throw new Error("There is no such feed.");
		expect(site.newsstand.read(one.document, "identity")).toBeInstanceOf(Uint8Array);
	});

	it("asks once for an address that holds nothing, and again after a publication", async () => {
		const site = openNewsstand(files);
		await site.publish(at(0));
		const find = async () => await site.newsstand.find("/later/", new Date());
		expect([await find(), await find()]).toEqual([undefined, undefined]);
		expect(site.asked.filter(({ type }) => type === "question")).toHaveLength(1);
		site.site.folder.write("later/z.md", article("Z", "2026-01-02"));
		await site.publish(at(1));
		expect(await find()).toMatchObject({ document: { address: "/later/" } });
	});

	it("says nothing at a publication of addresses that held nothing, however many were asked for", async () => {
		const site = openNewsstand(files);
		await site.publish(at(0));
		for (let number = 0; number < 2000; number++)
			await site.newsstand.find(`/nothing/${number}`, new Date());
		const asked = site.asked.length;
		await site.publish(at(1));
		expect(noticesOf(site.sent.at(-1))).toEqual([]);
		expect(site.asked.length).toBe(asked);
		// Nothing of it is kept.
		await site.newsstand.find("/nothing/0", new Date());
		expect(site.asked.length).toBe(asked + 1);
	});

	it("answers as the newsroom itself would, whatever was edited, moved, deleted, and however little it holds", async () => {
		const edit = fc.record({
			section: fc.constantFrom(...sections),
			name: fc.constantFrom("x", "y"),
			how: fc.constantFrom("write", "remove", "move", "settings"),
			title: fc.string({ maxLength: 6 }),
		});
		const targets = [
			...feeds,
			"/",
			"/a/",
			"/a/x/",
			"/b/y/",
			"/tags/t/rss.xml",
			"/feeds.opml",
			"/nothing/",
			"/a/sound.mp3",
			"/rss.xml?tag=t",
			"/atom.xml?limit=1",
		];
		await fc.assert(
			fc.asyncProperty(
				fc.array(edit, { minLength: 1, maxLength: 4 }),
				fc.constantFrom(20_000, Number.POSITIVE_INFINITY),
				async (edits, mostHeldBytes) => {
					const site = openNewsstand(files, {}, mostHeldBytes);
					await site.publish(at(0));
					let etag = "";
					for (const [index, { section, name, how, title }] of edits.entries()) {
						const path = `${section}/${name}.md`;
						if (how === "write")
							site.site.folder.write(
								path,
								article(JSON.stringify(title), "2026-01-02", "tags: [t]"),
							);
						else if (how === "remove") site.site.folder.remove(path);
						else if (how === "move") site.site.folder.move(path, `c/${name}-${index}.md`);
						else
							site.site.folder.write(
								"_index.md",
								`---\ntitle: Test ${index}\nmaxAge: ${index + 1}\n---\n`,
							);
						await site.publish(at(index + 1));
						for (const target of [...targets, ...targets]) {
							const headers = { "Accept-Encoding": index % 2 ? "gzip" : "" };
							expect(await see(site.ask(target, headers)), target).toEqual(
								await see(site.askNewsroom(target, headers)),
							);
						}
						const delta = { "A-IM": "feed", "If-None-Match": etag };
						expect(await see(site.ask("/atom.xml", delta))).toEqual(
							await see(site.askNewsroom("/atom.xml", delta)),
						);
						etag = (await site.ask("/atom.xml")).headers.get("etag") ?? "";
					}
					expect(site.errors).toEqual([]);
				},
			),
			{ numRuns: 25 },
		);
	}, 60_000);

	it("reads to its end what a request has found, though it changed meanwhile", async () => {
		const site = openNewsstand(files);
		await site.publish(at(0));
		const found = await site.newsstand.find("/a/rss.xml", new Date());
		if (!found || !("document" in found)) throw new Error("There is no such feed.");
		site.site.folder.write("a/x.md", article("Changed", "2026-01-01"));
		await site.publish(at(1));
		const bytes = await site.newsstand.read(found.document, "identity");
		expect(String(bytes instanceof Uint8Array && Buffer.from(bytes))).toContain("X of a");
	});

	it("waits where an article changes again and again, and has it read again each time", async () => {
		const site = openNewsstand(files);
		const publication = await site.site.publish(at(0));
		let changes = 4;
		const changing = {
			...publication,
			find(address: string) {
				if (changes-- > 0) throw new FileChangedError("a/x.md");
				return publication.find(address);
			},
		};
		await site.delivery.publish(changing);
		let found: unknown;
		const finding = Promise.resolve(site.newsstand.find("/rss.xml", new Date())).then((result) => {
			found = result;
		});
		while (site.errors.length < 4) {
			for (let turn = 0; turn < 20; turn++) await setImmediate();
			expect(found).toBeUndefined();
			await site.delivery.publish(changing);
		}
		await finding;
		expect(found).toMatchObject({ document: { address: "/rss.xml" } });
		const { message } = new FileChangedError("a/x.md");
		expect(site.errors).toEqual([message, message, message, message]);
	});

	it("says what went wrong in the newsroom", async () => {
		const site = openNewsstand(files);
		const publication = await site.site.publish(at(0));
		await site.delivery.publish({
			...publication,
			find: () => {
				throw new Error("It cannot be rendered.");
			},
		});
		await expect(site.newsstand.find("/rss.xml", new Date())).rejects.toThrow(
			"It cannot be rendered.",
		);
	});
});

describe("a publication on its way to a newsstand", () => {
	it("sends the documents that an edit changed, and nothing else", async () => {
		const site = openNewsstand(files);
		await site.publish(at(0));
		await readAll(site, [...feeds, "/a/", "/b/", "/b/x/", "/nothing/"]);
		const before = await site.newsstand.find("/a/atom.xml", new Date());
		site.site.folder.write("b/x.md", article("Changed", "2026-01-01", "tags: [t]"));
		await site.publish(at(1));
		const notices = noticesOf(site.sent.at(-1));
		expect(notices.map(({ address, notice }) => `${notice.is} ${address}`).sort()).toEqual([
			"document /atom.xml",
			"document /b/",
			"document /b/atom.xml",
			"document /b/x/",
		]);
		expect(site.newsstand.find("/a/atom.xml", new Date())).toBe(before);
		expect((await readAll(site, feeds)).map((text) => text.includes("Changed"))).toEqual([
			true,
			false,
			true,
			false,
		]);
	});

	it("looks up no feed that an edit does not concern, however many are asked for", async () => {
		const site = openNewsstand(files);
		await site.publish(at(0));
		await readAll(site, feeds);
		site.site.folder.write("b/x.md", article("Changed", "2026-01-01", "tags: [t]"));
		site.found.length = 0;
		await site.publish(at(1));
		expect(site.found.sort()).toEqual(["/atom.xml", "/b/atom.xml"]);
		site.found.length = 0;
		await site.publish(at(2));
		expect(site.found).toEqual([]);
		site.site.folder.write("a/x.md", article("Changed too", "2026-01-01", "tags: [t]"));
		await site.publish(at(3));
		expect(site.found.sort()).toEqual(["/a/atom.xml", "/atom.xml"]);
	});

	it("sends nothing where nothing changed, and no bytes where only the headers did", async () => {
		const site = openNewsstand(files);
		await site.publish(at(0));
		await readAll(site, feeds);
		site.site.folder.write("b/x.md", xOf("b"));
		await site.publish(at(1));
		expect(noticesOf(site.sent.at(-1))).toEqual([]);
		site.site.folder.write("_index.md", "---\ntitle: Test\nmaxAge: 7\n---\n");
		await site.publish(at(2));
		const notices = noticesOf(site.sent.at(-1)).filter(({ address }) => address === "/b/atom.xml");
		expect(notices.map(({ notice }) => notice.is)).toEqual(["renewed"]);
		expect((await site.ask("/b/atom.xml")).headers.get("cache-control")).toContain("max-age=420");
	});

	it("brings the codings that were asked for, so that nobody waits for them", async () => {
		const site = openNewsstand(files);
		await site.publish(at(0));
		await (await site.ask("/a/atom.xml", { "Accept-Encoding": "gzip" })).text();
		expect(site.coded).toEqual({ newsroom: [], newsstand: ["gzip"] });
		site.site.folder.write("a/x.md", article("Changed", "2026-01-01"));
		await setImmediate();
		await site.publish(at(1));
		const response = await site.ask("/a/atom.xml", { "Accept-Encoding": "gzip" });
		expect(await response.text()).toMatch(/^gzip of /);
		expect(site.coded).toEqual({ newsroom: ["gzip"], newsstand: ["gzip"] });
	});

	it("is shown at once: no reader sees one feed before and another after it", async () => {
		const site = openNewsstand(files);
		await site.publish(at(0));
		await readAll(site, feeds);
		for (const section of sections)
			site.site.folder.write(`${section}/x.md`, article("Changed", "2026-01-01"));
		const publishing = site.publish(at(1));
		let isDone = false;
		publishing.then(() => {
			isDone = true;
		});
		const seen = new Set<string>();
		while (!isDone) {
			const unheld = site.ask("/tags/t/rss.xml");
			const changed = (await readAll(site, feeds)).map((text) => text.includes("Changed"));
			seen.add(changed.join(" "));
			await unheld;
			await setImmediate();
		}
		expect([...seen]).toEqual(["false false false false", "true true true true"]);
	});

	it("is shown although a coding fails", async () => {
		const site = openNewsstand(files);
		await site.publish(at(0));
		await (await site.ask("/a/atom.xml", { "Accept-Encoding": "gzip" })).text();
		site.site.folder.write("a/x.md", article("Changed", "2026-01-01"));
		const failing = Promise.reject(new Error("There is no memory for it."));
		failing.catch(() => {});
		for (let turn = 0; turn < 10; turn++) await setImmediate();
		site.holdCodings(failing);
		await site.publish(at(1));
		expect(await readAll(site, ["/a/atom.xml"])).toEqual([expect.stringContaining("Changed")]);
		expect(site.errors).toEqual(["There is no memory for it."]);
	});

	it("comes before the answers to what was asked while it was prepared", async () => {
		const site = openNewsstand(files);
		await site.publish(at(0));
		await (await site.ask("/a/atom.xml", { "Accept-Encoding": "gzip" })).text();
		site.site.folder.write("a/x.md", article("Changed", "2026-01-01", "tags: [t]"));
		const publication = await site.site.publish(at(1));
		for (let turn = 0; turn < 10; turn++) await setImmediate();
		const before = site.sent.length;
		const held = Promise.withResolvers<void>();
		site.holdCodings(held.promise);
		const publishing = site.delivery.publish(publication);
		const answers = Promise.all([
			readAll(site, ["/tags/t/atom.xml", "/a/atom.xml?tag=t"]),
			site.ask("/nothing/"),
		]);
		for (let turn = 0; turn < 20; turn++) await setImmediate();
		expect(site.sent).toHaveLength(before);
		held.resolve();
		await publishing;
		await answers;
		expect(site.sent[before]?.type).toBe("publication");
		const types = site.sent.slice(before + 1).map(({ type }) => type);
		expect(types).toEqual(expect.arrayContaining(["found", "selected"]));
	});

	it("says nothing of what the newsstand dropped while it was under way", () => {
		const asked: ToNewsroom[] = [];
		let tell = (_: ToNewsstand): void => {};
		const newsstand = createNewsstand(
			{
				send: (message) => asked.push(message),
				receive: (listener) => {
					tell = listener;
				},
			},
			{
				compress: async (bytes) => new Uint8Array(bytes),
				openFile: async () => new Uint8Array(),
				mostHeldBytes: 10_000,
			},
		);
		tell({
			type: "publication",
			notices: [{ address: "/gone", serial: 7, notice: { is: "gone" } }],
			health: { ready: true, articles: 0, feeds: 0, documents: 0 },
		});
		expect(asked).toEqual([{ type: "dropped", address: "/gone", serial: 7 }]);
		expect(newsstand.find("/gone", new Date())).toBeInstanceOf(Promise);
	});

	it("sends the sections' feeds ahead of requests", async () => {
		const site = openNewsstand(files);
		await site.publish(at(0));
		await site.delivery.warm();
		for (let turn = 0; turn < 50; turn++) await setImmediate();
		expect(site.newsstand.find("/b/feed.json", new Date())).not.toBeInstanceOf(Promise);
		expect(site.asked.some(({ type }) => type === "question")).toBe(false);
	});

	it("makes nothing that nobody asked for, and sends it ahead again later", async () => {
		const site = openNewsstand(files);
		await site.publish(at(0));
		await site.delivery.warm();
		for (let turn = 0; turn < 50; turn++) await setImmediate();
		await readAll(site, ["/b/rss.xml"]);
		await setImmediate();
		site.site.folder.write("b/x.md", article("Changed", "2026-01-01", "tags: [t]"));
		await site.publish(at(1));
		const notices = noticesOf(site.sent.at(-1)).filter(({ address }) => address.startsWith("/b/"));
		expect(notices.map(({ address, notice }) => `${notice.is} ${address}`).sort()).toEqual([
			"document /b/rss.xml",
			"unknown /b/atom.xml",
			"unknown /b/feed.json",
		]);
		await site.delivery.warm();
		for (let turn = 0; turn < 50; turn++) await setImmediate();
		expect(site.newsstand.find("/b/feed.json", new Date())).not.toBeInstanceOf(Promise);
		const texts = await readAll(site, ["/b/feed.json", "/b/atom.xml"]);
		expect(texts.map((text) => text.includes("Changed"))).toEqual([true, true]);
	});

	it("goes on to be made where it was asked for, however long it did not change", async () => {
		const site = openNewsstand(files);
		await site.publish(at(0));
		await readAll(site, ["/b/atom.xml"]);
		const elapsed = performance.now.bind(performance);
		const clock = vi.spyOn(performance, "now").mockImplementation(() => elapsed() + 86_400_000);
		site.site.folder.write("b/x.md", article("Changed", "2026-01-01", "tags: [t]"));
		await site.publish(at(1));
		clock.mockRestore();
		const notices = noticesOf(site.sent.at(-1)).filter(({ address }) => address.startsWith("/b/"));
		expect(notices.map(({ address, notice }) => [address, notice.is])).toEqual([
			["/b/atom.xml", "document"],
		]);
	});

	it("waits for all feeds that were asked for, but not for all pages that somebody has crawled", async () => {
		const pages = Array.from({ length: 200 }, (_, number) => `/b/${number}/`);
		const articles = pages.map((page) => [`${page.slice(1, -1)}.md`, xOf(`the page ${page}`)]);
		const site = openNewsstand({ ...files, ...Object.fromEntries(articles) });
		await site.publish(at(0));
		await readAll(site, [...pages, ...feeds]);
		await setImmediate();
		const told = await retitle(site, 1);
		expect(feeds.map((feed) => told.get(feed))).toEqual(feeds.map(() => "document"));
		const unknown = pages.filter((page) => told.get(page) === "unknown");
		expect(unknown.length).toBeGreaterThan(100);
		expect(unknown.length).toBeLessThan(pages.length);
		for (const text of await readAll(site, pages)) expect(text).toContain("Another title");
	});

	it("waits for no archive that somebody has walked, where there are too many", async () => {
		const articles = Array.from({ length: 150 }, (_, number) => [
			`b/${number}.md`,
			article(`Number ${number}`, new Date(Date.UTC(2026, 0, 1, number)).toISOString()),
		]);
		const site = openNewsstand({ ...files, ...Object.fromEntries(articles) }, { limit: 1 });
		await site.publish(at(0));
		const archives = [1, 2, 3, 4, 5].map((page) => `/b/archive-${page}.atom.xml`);
		await readAll(site, [...archives, ...feeds]);
		await setImmediate();
		const told = await retitle(site, 40);
		expect(feeds.map((feed) => told.get(feed))).toEqual(feeds.map(() => "document"));
		expect(archives.map((archive) => told.get(archive))).toContain("unknown");
	});

	it("sends nothing of what the newsstand had no room for", async () => {
		const site = openNewsstand(files, {}, 5000);
		await site.publish(at(0));
		for (const feed of feeds) await readAll(site, [feed]);
		for (const section of sections)
			site.site.folder.write(`${section}/x.md`, article("Changed", "2026-01-01"));
		await setImmediate();
		await site.publish(at(1));
		expect(noticesOf(site.sent.findLast(({ type }) => type === "publication"))).toHaveLength(1);
		for (const text of await readAll(site, feeds)) expect(text).toContain("Changed");
	});
});
