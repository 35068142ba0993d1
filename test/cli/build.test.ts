import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	rmSync,
	statSync,
	writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { articleText, writeFiles } from "../write-files.ts";
import { makeFolder, now, runCli } from "./run-cli.ts";

const site = "---\ntitle: Test\nurl: https://example.org/blog\nimage: logo.png\n---\n";

const publication = {
	"articles/_index.md": site,
	"articles/logo.png": "not really a picture",
	"articles/news/business/markets.md": articleText("Markets", "2026-03-03"),
	"articles/news/größe.md": articleText("Größe", "2026-03-04"),
	"articles/secret.pdf": "nobody names this",
};

const build = ["build", "--out", "out"];

/** Told where there is neither a state nor a deployed site to go on from. */
const firstBuild =
	"broadsheet: https://example.org/blog/broadsheet.json holds no former build (status 404).";

/** Every file below a folder, by path, with its text. */
function readTree(folder: string): Record<string, string> {
	const files = readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name));
	return Object.fromEntries(
		files.sort().map((path) => [path.slice(folder.length + 1), readFileSync(path, "utf8")]),
	);
}

/** Names in a folder, without those of hidden files. */
function listVisible(folder: string): string[] {
	return readdirSync(folder)
		.filter((name) => !name.startsWith("."))
		.sort();
}

function modified(path: string): string {
	return statSync(path).mtime.toISOString();
}

describe("build", () => {
	it("writes every document where any static host finds it, and no other file", async () => {
		const folder = await makeFolder();
		writeFiles(folder, publication);
		const result = await runCli(build, { folder });
		expect(result).toMatchObject({ code: 0, reported: [firstBuild] });

		const tree = readTree(join(folder, "out"));
		const feeds = ["rss.xml", "atom.xml", "feed.json", "index.html"];
		const lists = ["", "news/", "news/business/"];
		const documents = [
			...lists.flatMap((list) => feeds.map((name) => list + name)),
			"news/business/markets/index.html",
			"news/größe/index.html",
			"feeds.opml",
			".well-known/feeds",
			"logo.png",
		];
		expect(Object.keys(tree)).toEqual(expect.arrayContaining(documents));
		const others = Object.keys(tree).filter((path) => !documents.includes(path));
		expect(others.filter((path) => !path.startsWith("assets/"))).toEqual(["broadsheet.json"]);
		expect(tree["news/rss.xml"]).toContain("<title>Markets</title>");
		expect(tree["logo.png"]).toBe("not really a picture");
		expect(result.printed).toEqual([
			`Wrote ${Object.keys(tree).length - 1} documents of 2 articles to out`,
		]);
	});

	it("gives the same bytes again, and each file the time of its Last-Modified", async () => {
		const folder = await makeFolder();
		writeFiles(folder, publication);
		await runCli(build, { folder });
		const first = readTree(join(folder, "out"));
		await runCli(["build", "--out", "again"], { folder });
		expect(readTree(join(folder, "again"))).toEqual(first);
		expect(modified(join(folder, "out/news/business/rss.xml"))).toBe("2026-03-03T00:00:00.000Z");
		expect(modified(join(folder, "out/news/rss.xml"))).toBe("2026-03-04T00:00:00.000Z");
	});

	it("into a former build: Last-Modified moves only where the bytes moved (requirements 14, 17)", async () => {
		const folder = await makeFolder();
		writeFiles(folder, publication);
		await runCli(build, { folder });
		// An article that is older than all the others, a week later.
		writeFiles(folder, { "articles/news/business/old.md": articleText("Old", "2010-01-01") });
		const later = new Date(now.getTime() + 7 * 24 * 3600 * 1000);
		expect(await runCli(build, { folder, clock: () => later })).toMatchObject({ code: 0 });

		expect(readTree(join(folder, "out"))["news/business/rss.xml"]).toContain("<title>Old</title>");
		expect(modified(join(folder, "out/news/business/rss.xml"))).toBe(later.toISOString());
		expect(modified(join(folder, "out/news/rss.xml"))).toBe(later.toISOString());
		expect(modified(join(folder, "out/news/größe/index.html"))).toBe("2026-03-04T00:00:00.000Z");

		rmSync(join(folder, "articles/news/business/old.md"));
		const latest = new Date(later.getTime() + 1000);
		await runCli(build, { folder, clock: () => latest });
		expect(existsSync(join(folder, "out/news/business/old/index.html"))).toBe(false);
		expect(modified(join(folder, "out/news/business/rss.xml"))).toBe(latest.toISOString());
	});

	it("takes over what the former build wrote, unless somebody has changed it", async () => {
		const folder = await makeFolder();
		writeFiles(folder, publication);
		await runCli(build, { folder });
		const inode = (path: string) => statSync(join(folder, "out", path)).ino;
		const paths = ["news/atom.xml", "news/business/atom.xml", "news/business/rss.xml"];
		const before = paths.map(inode);
		writeFileSync(join(folder, "out/news/business/rss.xml"), "Mine.");
		writeFiles(folder, { "articles/news/größe.md": articleText("Größer", "2026-03-04") });
		await runCli(build, { folder });
		expect(paths.map((path, number) => inode(path) === before[number])).toEqual([
			false,
			true,
			false,
		]);
		expect(readTree(join(folder, "out"))["news/business/rss.xml"]).toContain("Markets");
	});

	it("with nothing changed since touches no file, and says the same; one changed or lost file is made good", async () => {
		const folder = await makeFolder();
		writeFiles(folder, { ...publication, "articles/bad.md": "---\ntitle: Bad\n---\nNo date.\n" });
		// A file that has just been written is always read again.
		await new Promise((resolve) => setTimeout(resolve, 60));
		const first = await runCli(build, { folder });
		const change = () => statSync(join(folder, "out"), { bigint: true }).ctimeNs;
		const left = change();
		const again = await runCli(build, { folder });
		expect(again.printed).toEqual(first.printed);
		expect(again.reported).toEqual(first.reported.filter((line) => line !== firstBuild));
		expect(change()).toBe(left);
		const text = readTree(join(folder, "out"))["news/atom.xml"];
		rmSync(join(folder, "out/news/atom.xml"));
		await runCli(build, { folder });
		expect(readTree(join(folder, "out"))["news/atom.xml"]).toBe(text);
		writeFiles(folder, { "articles/news/new.md": articleText("New", "2026-05-01") });
		await runCli(build, { folder });
		expect(readTree(join(folder, "out"))["news/atom.xml"]).toContain("New in a sentence");
		await runCli([...build, "--url", "https://example.net"], { folder });
		expect(readTree(join(folder, "out"))["news/atom.xml"]).toContain("https://example.net/");
	});

	it("with nothing but an empty folder more than before writes that section's feeds", async () => {
		const folder = await makeFolder();
		writeFiles(folder, publication);
		await new Promise((resolve) => setTimeout(resolve, 60));
		await runCli(build, { folder });
		mkdirSync(join(folder, "articles/sport"));
		await runCli(build, { folder });
		expect(readTree(join(folder, "out"))["sport/atom.xml"]).toContain("sport");
	});

	it("into an empty folder works, into one with other files it is refused and touches nothing", async () => {
		const folder = await makeFolder();
		writeFiles(folder, { ...publication, "site/own.html": "mine", "site/sub/x": "y" });
		expect(await runCli(["build", "--out", "site"], { folder })).toMatchObject({
			code: 1,
			printed: [],
			reported: [
				firstBuild,
				`broadsheet: error OUT_NOT_OURS The output folder holds files that Broadsheet did not write. ${join(folder, "site")} holds other files. Name an empty or a new folder with --out.`,
			],
		});
		expect(readTree(join(folder, "site"))).toEqual({ "own.html": "mine", "sub/x": "y" });
		expect(listVisible(folder)).toEqual(["articles", "site"]);
		rmSync(join(folder, "site/own.html"));
		rmSync(join(folder, "site/sub"), { recursive: true });
		expect(await runCli(["build", "--out", "site"], { folder })).toMatchObject({ code: 0 });
	});

	it("is refused where it would be read as articles, or be written over them", async () => {
		const folder = await makeFolder();
		writeFiles(folder, publication);
		for (const [out, code] of [
			["articles/public", "OUT_INSIDE"],
			["articles", "OUT_NOT_OURS"],
			[".", "OUT_NOT_OURS"],
			["articles/logo.png", "OUT_INSIDE"],
		] as const) {
			const result = await runCli(["build", "--out", out], { folder });
			expect(result.code).toBe(1);
			expect(result.reported.at(-1)).toContain(`broadsheet: error ${code} `);
		}
		expect(listVisible(folder)).toEqual(["articles"]);
		expect(Object.keys(readTree(join(folder, "articles"))).sort()).toEqual(
			Object.keys(publication)
				.map((path) => path.replace("articles/", ""))
				.sort(),
		);
		const hidden = await runCli(["build", "--out", "articles/.public"], { folder });
		expect(hidden).toMatchObject({ code: 0 });
	});

	it("a file in the output folder's place is told in a sentence", async () => {
		const folder = await makeFolder();
		writeFiles(folder, { ...publication, out: "a file" });
		const { code, reported } = await runCli(build, { folder });
		expect([code, reported.at(-1)]).toEqual([
			1,
			expect.stringContaining("error OUT_UNWRITABLE The documents cannot be written. out: This is"),
		]);
		expect(readFileSync(join(folder, "out"), "utf8")).toBe("a file");
	});

	it("that is interrupted leaves the former build, and nothing half-written", async () => {
		const folder = await makeFolder();
		writeFiles(folder, publication);
		await runCli(build, { folder });
		const former = readTree(join(folder, "out"));
		writeFiles(folder, { "articles/news/new.md": articleText("New", "2026-05-01") });
		const result = await runCli(build, { folder, interrupted: async () => undefined });
		expect(result).toMatchObject({
			code: 1,
			printed: [],
			reported: [
				"broadsheet: error INTERRUPTED The command was ended before it was done. Nothing was changed. Start it again.",
			],
		});
		expect(readTree(join(folder, "out"))).toEqual(former);
		expect(listVisible(folder)).toEqual(["articles", "out"]);
	});

	it("leaves a faulty article out, says why, and writes the others", async () => {
		const folder = await makeFolder();
		writeFiles(folder, { ...publication, "articles/news/bad.md": "---\ndate: soon\n---\n# Bad\n" });
		const { code, reported } = await runCli(build, { folder });
		expect(code).toBe(0);
		expect(reported.slice(0, 1)).toEqual([
			expect.stringMatching(/^news\/bad\.md:2:1: error DATE_INVALID /),
		]);
		const rss = readFileSync(join(folder, "out/news/rss.xml"), "utf8");
		expect(rss).toContain("Markets");
		expect(rss).not.toContain("Bad");
	});
});
