import { mkdirSync, renameSync, rmSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { makeFolder } from "../cli/run-cli.ts";
import { articleText, writeFiles } from "../write-files.ts";
import { type ServedFolder, serveFolder } from "./serve.ts";

const site = "---\ntitle: Test\nurl: https://example.org\n---\n";

async function serveSite(
	files: Readonly<Record<string, string>>,
): Promise<{ folder: string; server: ServedFolder }> {
	const root = await makeFolder();
	const folder = join(root, "articles");
	writeFiles(folder, { "_index.md": site, ...files });
	return { folder, server: await serveFolder(folder, join(root, "state")) };
}

describe("a served folder", () => {
	it("shows an edit by itself, in the article's feeds and no others (requirements 14, 17, 18)", async () => {
		const { folder, server } = await serveSite({
			"news/a.md": articleText("First", "2026-01-01"),
			"notes/b.md": articleText("Other", "2026-01-02"),
		});
		const before = await server.get("/news/rss.xml");
		const other = await server.get("/notes/rss.xml");
		writeFiles(folder, { "news/a.md": articleText("Second", "2026-01-01") });
		const after = await server.until("/news/rss.xml", ({ body }) => body.includes("Second"));
		expect(after.etag).not.toBe(before.etag);
		expect(after.lastModified).toBeGreaterThan(before.lastModified);
		expect((await server.get("/rss.xml")).body).toContain("Second");
		expect((await server.get("/news/a/")).body).toContain("Second");
		expect(await server.get("/notes/rss.xml")).toEqual(other);
	});

	it("tells at /healthz how long ago anything changed: an edit, but not a touch", async () => {
		const { folder, server } = await serveSite({ "a.md": articleText("First", "2026-01-01") });
		const health = async () => JSON.parse((await server.get("/healthz")).body);
		expect(await health()).toMatchObject({
			ready: true,
			articles: 1,
			lastChange: "2026-01-01T00:00:00.000Z",
		});
		writeFiles(folder, { "a.md": articleText("Second", "2026-01-01") });
		const edited = await server.until("/healthz", ({ body }) => !body.includes('"2026-01-01T'));
		expect(JSON.parse(edited.body).ageInSeconds).toBeLessThan(60);
		const { lastModified } = await server.get("/atom.xml");
		expect(Date.parse((await health()).lastChange)).toBe(lastModified * 1000);
		utimesSync(join(folder, "a.md"), 1, 1);
		writeFiles(folder, { "b.md": "Without a date." });
		await server.told("b.md");
		expect(Date.parse((await health()).lastChange)).toBe(lastModified * 1000);
	});

	it("keeps the last good version of an article that an edit broke, and says why", async () => {
		const { folder, server } = await serveSite({
			"news/a.md": articleText("Good", "2026-01-01"),
			"news/b.md": articleText("Neighbour", "2026-01-02"),
		});
		const before = await server.get("/news/atom.xml");
		writeFiles(folder, { "news/a.md": "---\ntitle: Broken\ndate: 2017-02-29\n---\n" });
		await server.told("news/a.md:3:1: error DATE_INVALID ");
		expect(await server.get("/news/atom.xml")).toEqual(before);
		writeFiles(folder, { "news/a.md": articleText("Mended", "2026-01-01") });
		await server.until("/news/atom.xml", ({ body }) => body.includes("Mended"));
		// The fault was told once.
		expect(server.reported.filter((line) => line.includes("DATE_INVALID"))).toHaveLength(1);
	});

	it("refuses no reader while its settings are broken: the last good ones stay", async () => {
		const { folder, server } = await serveSite({ "a.md": articleText("A", "2026-01-01") });
		const before = await server.get("/feed.json");
		writeFiles(folder, { "_index.md": "---\ntitel: Wrong\nurl: [\n---\n" });
		await server.told("_index.md:");
		expect(await server.get("/feed.json")).toEqual(before);
		writeFiles(folder, { "_index.md": site.replace("Test", "Renamed") });
		await server.until("/feed.json", ({ body }) => body.includes("Renamed"));
	});

	it("takes an article away with its file", async () => {
		const { folder, server } = await serveSite({
			"news/a.md": articleText("Stays", "2026-01-01"),
			"news/b.md": articleText("Leaves", "2026-01-02"),
		});
		const before = await server.get("/news/rss.xml");
		expect(before.body).toContain("Leaves");
		rmSync(join(folder, "news/b.md"));
		const after = await server.until("/news/rss.xml", ({ body }) => !body.includes("Leaves"));
		expect(after.body).toContain("Stays");
		expect(after.lastModified).toBeGreaterThan(before.lastModified);
		expect([404, 410]).toContain((await server.get("/news/b/")).status);
	});

	it("takes in a new folder with all that lies in it, and gives up one that goes", async () => {
		const { folder, server } = await serveSite({ "a.md": articleText("A", "2026-01-01") });
		expect((await server.get("/deep/er/rss.xml")).status).toBe(404);
		writeFiles(folder, {
			"deep/er/x.md": articleText("X", "2026-02-01"),
			"deep/_index.md": "---\ntitle: The deep\n---\n",
		});
		const found = await server.until("/deep/er/rss.xml", ({ status }) => status === 200);
		expect(found.body).toContain("<title>X</title>");
		await server.until("/deep/rss.xml", ({ body }) => body.includes("The deep"));
		expect((await server.get("/feeds.opml")).body).toContain("/deep/er/rss.xml");
		rmSync(join(folder, "deep"), { recursive: true });
		await server.until("/deep/er/rss.xml", ({ status }) => status !== 200);
		expect((await server.get("/rss.xml")).body).not.toContain("<title>X</title>");
	});

	it("follows a folder that is moved into it, with its articles", async () => {
		const { folder, server } = await serveSite({ "a.md": articleText("A", "2026-01-01") });
		const elsewhere = `${folder}-elsewhere`;
		writeFiles(elsewhere, { "x.md": articleText("X", "2026-02-01") });
		renameSync(elsewhere, join(folder, "moved"));
		await server.until("/moved/rss.xml", ({ body }) => body.includes("<title>X</title>"));
	});

	it("follows a folder that is put in another's place", async () => {
		const { folder, server } = await serveSite({ "news/a.md": articleText("A", "2026-01-01") });
		const elsewhere = `${folder}-elsewhere`;
		writeFiles(elsewhere, { "a.md": articleText("B", "2026-02-01") });
		renameSync(join(folder, "news"), `${folder}-former`);
		renameSync(elsewhere, join(folder, "news"));
		await server.until("/news/rss.xml", ({ body }) => body.includes("<title>B</title>"));
		writeFiles(folder, { "news/a.md": articleText("C", "2026-02-01") });
		await server.until("/news/rss.xml", ({ body }) => body.includes("<title>C</title>"));
	});

	it("goes on following when it comes back after it was taken away", async () => {
		const { folder, server } = await serveSite({ "news/a.md": articleText("A", "2026-01-01") });
		rmSync(folder, { recursive: true });
		await server.told("There is no such file or folder.");
		writeFiles(folder, { "_index.md": site, "news/a.md": articleText("B", "2026-01-01") });
		await server.until("/news/rss.xml", ({ body }) => body.includes("<title>B</title>"));
		writeFiles(folder, { "news/a.md": articleText("C", "2026-01-01") });
		await server.until("/news/rss.xml", ({ body }) => body.includes("<title>C</title>"));
	});

	it("follows a renamed file", async () => {
		const { folder, server } = await serveSite({
			"news/old-name.md": articleText("A", "2026-01-01"),
		});
		renameSync(join(folder, "news/old-name.md"), join(folder, "news/new-name.md"));
		await server.until("/news/new-name/", ({ status }) => status === 200);
		expect((await server.get("/news/feed.json")).body).toContain(
			"https://example.org/news/new-name/",
		);
		const entries: unknown[] = JSON.parse((await server.get("/news/feed.json")).body).items;
		expect(entries).toHaveLength(1);
	});

	it("follows a file that an editor puts in another's place", async () => {
		const { folder, server } = await serveSite({
			"news/a.md": articleText("Before", "2026-01-01"),
		});
		writeFiles(folder, { "news/.a.md.swp": articleText("After", "2026-01-01") });
		renameSync(join(folder, "news/.a.md.swp"), join(folder, "news/a.md"));
		await server.until("/news/rss.xml", ({ body }) => body.includes("After"));
	});

	it("keeps its ids when its address changes while it is served (requirement 93)", async () => {
		const { folder, server } = await serveSite({ "a.md": articleText("First", "2026-01-01") });
		writeFiles(folder, { "_index.md": site.replace("example.org", "other.example") });
		const { body } = await server.until("/atom.xml", ({ body }) => body.includes("other.example"));
		expect(body).toContain("<id>tag:example.org,2026:/</id>");
		expect(body).not.toContain("tag:other.example");
	});

	it("changes no validator where no byte changed: a touched file (requirement 17)", async () => {
		const { folder, server } = await serveSite({
			"news/a.md": articleText("A", "2026-01-01"),
			"news/b.md": articleText("B", "2026-01-02"),
		});
		const before = await server.get("/news/rss.xml");
		const soon = new Date(Date.now() + 60_000);
		utimesSync(join(folder, "news/a.md"), soon, soon);
		// What comes after the touch shows that the touch was seen.
		writeFiles(folder, { "notes/c.md": articleText("C", "2026-01-03") });
		await server.until("/notes/rss.xml", ({ status }) => status === 200);
		expect(await server.get("/news/rss.xml")).toEqual(before);
	});

	it("says the same after a restart (requirement 17)", async () => {
		const { folder, server } = await serveSite({ "news/a.md": articleText("A", "2026-01-01") });
		writeFiles(folder, { "news/a.md": articleText("Edited", "2026-01-01") });
		const before = await server.until("/news/rss.xml", ({ body }) => body.includes("Edited"));
		await server.stop();
		const again = await serveFolder(folder, join(folder, "../state"));
		expect(await again.get("/news/rss.xml")).toEqual(before);
	});

	it("shows a scheduled article at its time and takes an expiring one away, without a restart", async () => {
		const at = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();
		const { server } = await serveSite({
			"news/a.md": articleText("Always", "2026-01-01"),
			"news/soon.md": articleText("Comes", at(3)),
			"news/over.md": `---\ntitle: Goes\ndate: 2026-01-02\nexpires: ${at(5)}\n---\nText\n`,
		});
		const before = await server.get("/news/rss.xml");
		expect([before.body.includes("Comes"), before.body.includes("Goes")]).toEqual([false, true]);
		expect((await server.get("/news/soon/")).status).toBe(404);

		const come = await server.until("/news/rss.xml", ({ body }) => body.includes("Comes"));
		expect(come.etag).not.toBe(before.etag);
		expect(come.lastModified).toBeGreaterThan(before.lastModified);
		expect((await server.get("/news/soon/")).status).toBe(200);
		expect((await server.get("/news/")).body).toContain("Comes");

		const gone = await server.until("/news/rss.xml", ({ body }) => !body.includes("Goes"));
		expect(gone.body).toContain("Comes");
		expect(gone.lastModified).toBeGreaterThan(come.lastModified);
		expect([404, 410]).toContain((await server.get("/news/over/")).status);
	});

	it("--no-watch serves what was there at the start", async () => {
		const root = await makeFolder();
		const folder = join(root, "articles");
		mkdirSync(folder);
		writeFiles(folder, { "_index.md": site, "a.md": articleText("A", "2026-01-01") });
		const server = await serveFolder(folder, join(root, "state"), ["--no-watch"]);
		writeFiles(folder, { "b.md": articleText("B", "2026-01-02") });
		await new Promise((resolve) => setTimeout(resolve, 1500));
		expect((await server.get("/rss.xml")).body).not.toContain("<title>B</title>");
	});

	it("that is not followed gives what an article says now, where its text is no longer at hand", async () => {
		// Texts of eight million characters are at hand; what was read first is read again.
		const root = await makeFolder();
		const folder = join(root, "articles");
		const long = (title: string) =>
			`---\ntitle: ${title}\ndate: 2026-01-01\n---\n${"word ".repeat(700_000)}`;
		writeFiles(folder, {
			"_index.md": `---\nurl: https://example.org\nlimit: 3\nmaxBytes: 9000000\n---\n`,
			"a.txt": articleText("First", "2025-01-01"),
			...Object.fromEntries(["b", "c", "d"].map((name) => [`x/${name}.txt`, long(name)])),
		});
		const server = await serveFolder(folder, join(root, "state"), ["--no-watch"]);
		writeFiles(folder, { "a.txt": articleText("Second", "2025-01-01") });
		expect(await server.get("/a/")).toMatchObject({
			status: 200,
			body: expect.stringContaining("Second"),
		});
	});
});
