import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { describe, expect, it } from "vitest";
import { makeFolder, runCli } from "../cli/run-cli.ts";
import { articleText, writeFiles } from "../write-files.ts";
import { serveFolder } from "./serve.ts";

const site = "---\ntitle: Test\nurl: https://example.org\n---\n";
const good = articleText("Good", "2026-01-01");

/** A folder with one good article in it, beside whatever else. */
async function makeSite(files: Readonly<Record<string, string | Uint8Array>>): Promise<string> {
	const root = await makeFolder();
	writeFiles(root, { "articles/_index.md": site, "articles/good.md": good });
	for (const [path, content] of Object.entries(files))
		writeFiles(root, { [`articles/${path}`]: content });
	return root;
}

/** What `check` prints, by `file CODE`; the good article must be there besides. */
async function check(root: string): Promise<string[]> {
	const { printed, reported } = await runCli(["check", "--json"], { folder: root });
	expect(reported.at(-1)).toMatch(/^[1-9]\d* articles?, /);
	return printed.map((line) => {
		const { file, code } = JSON.parse(line);
		return `${file} ${code}`;
	});
}

/** The titles of the site's feed, as a real server sends it. */
async function serveTitles(root: string): Promise<string[]> {
	const server = await serveFolder(join(root, "articles"), join(root, "state"));
	const { items }: { items: { title: string }[] } = JSON.parse(
		(await server.get("/feed.json")).body,
	);
	await server.stop();
	return items.map(({ title }) => title);
}

describe("what lies in a folder and is no good article is reported, and stops nothing else", () => {
	it("a file of 5 MB: nobody wrote it as an article", async () => {
		const root = await makeSite({
			"dump.txt": new Uint8Array(5_000_000).fill(97),
			"large.md": articleText("Large", "2026-01-02") + "word ".repeat(1_000_000),
		});
		expect(await check(root)).toEqual(["dump.txt FILE_TOO_LARGE", "large.md FILE_TOO_LARGE"]);
		expect(await serveTitles(root)).toEqual(["Good"]);
	});

	it("an article larger than a feed may be: readers get its summary, its page has it whole", async () => {
		const paragraph = "Many words that nobody will ever read to the end of them all.\n\n";
		const large = `${articleText("Large", "2026-01-02")}${paragraph.repeat(30_000)}The end.\n`;
		const root = await makeSite({ "large.md": large });
		expect(await check(root)).toEqual(["large.md ARTICLE_TOO_LARGE"]);
		const server = await serveFolder(join(root, "articles"), join(root, "state"));
		const { body } = await server.get("/feed.json");
		const { items }: { items: { title: string }[] } = JSON.parse(body);
		expect(items.map(({ title }) => title)).toEqual(["Large", "Good"]);
		expect(JSON.stringify(items[0])).toContain("Large in a sentence.");
		expect(body.length).toBeLessThan(1_000_000);
		expect((await server.get("/large/")).body).toContain("The end.");
	});

	it("an empty file, and one of white space alone", async () => {
		const root = await makeSite({ "empty.md": "", "white.md": " \n\t\n" });
		expect(await check(root)).toEqual(["empty.md ARTICLE_EMPTY", "white.md ARTICLE_EMPTY"]);
		expect(await serveTitles(root)).toEqual(["Good"]);
	});

	it("a folder with the name of an article: it is a section", async () => {
		const root = await makeSite({ "x.md/inside.md": articleText("Inside", "2026-01-02") });
		expect(await check(root)).toEqual(["x.md FILE_IS_FOLDER"]);
		expect(await serveTitles(root)).toEqual(["Inside", "Good"]);
	});

	it("a link out of the folder: nothing of what lies there is read or served", async () => {
		const root = await makeSite({ "a.md": `${articleText("A", "2026-01-02")}\n![](secret.png)\n` });
		writeFiles(root, { "outside/secret.md": articleText("Secret", "2026-01-03") });
		writeFiles(root, { "outside/secret.png": "secret" });
		symlinkSync("../outside/secret.md", join(root, "articles/secret.md"));
		symlinkSync("../outside/secret.png", join(root, "articles/secret.png"));
		symlinkSync("../outside", join(root, "articles/folder"));
		expect(await check(root)).toEqual([
			"folder SYMLINK_OUTSIDE",
			"secret.md SYMLINK_OUTSIDE",
			"secret.png SYMLINK_OUTSIDE",
		]);
		const server = await serveFolder(join(root, "articles"), join(root, "state"));
		expect((await server.get("/feed.json")).body).not.toContain("Secret");
		for (const path of ["/secret.png", "/secret/", "/folder/secret.png", "/folder/rss.xml"])
			expect([path, (await server.get(path)).status]).toEqual([path, 404]);
	});

	it("links in a circle, to nothing, and to the folder itself", async () => {
		const root = await makeSite({});
		symlinkSync("b.md", join(root, "articles/a.md"));
		symlinkSync("a.md", join(root, "articles/b.md"));
		symlinkSync("nowhere.md", join(root, "articles/c.md"));
		symlinkSync(".", join(root, "articles/self"));
		expect(await check(root)).toEqual([
			"a.md FILE_UNREADABLE",
			"b.md FILE_UNREADABLE",
			"c.md FILE_UNREADABLE",
		]);
		expect(await serveTitles(root)).toEqual(["Good"]);
	});

	it("a link to another file of the folder is that file under a second name", async () => {
		const root = await makeSite({ "news/a.md": articleText("A", "2026-01-02") });
		symlinkSync("../good.md", join(root, "articles/news/copy.md"));
		expect(await check(root)).toEqual([]);
		expect(await serveTitles(root)).toEqual(["A", "Good", "Good"]);
	});

	it("a pipe with the name of an article, which would never come to its end", async () => {
		const root = await makeSite({});
		execFileSync("mkfifo", [join(root, "articles/a.md")]);
		execFileSync("mkfifo", [join(root, "articles/_index.md-pipe.md")]);
		expect(await check(root)).toEqual([
			"_index.md-pipe.md FILE_UNREADABLE",
			"a.md FILE_UNREADABLE",
		]);
		expect(await serveTitles(root)).toEqual(["Good"]);
	});

	it("bytes that are no UTF-8, and a NUL", async () => {
		const latin = new Uint8Array([
			...Buffer.from("---\ndate: 2026-01-01\n---\nGr"),
			0xf6,
			0xdf,
			0x65,
		]);
		const root = await makeSite({
			"latin.md": latin,
			"picture.md": new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0xff]),
		});
		expect(await check(root)).toEqual(["latin.md FILE_NOT_UTF8", "picture.md FILE_NOT_UTF8"]);
		expect(await serveTitles(root)).toEqual(["Good"]);
	});

	it("YAML whose anchors explode", async () => {
		const names = "abcdefghijklm";
		const lines = [...names].map((name, index) => {
			const before = index === 0 ? '"lol"' : `*${names[index - 1]}`;
			return `${name}: &${name} [${Array.from({ length: 10 }, () => before).join(", ")}]`;
		});
		const bomb = `---\ntitle: Bomb\ndate: 2026-01-02\n${lines.join("\n")}\n---\nText\n`;
		const root = await makeSite({
			"bomb.md": bomb,
			"cycle.md": "---\ntitle: Cycle\ndate: 2026-01-02\ntags: &t [*t]\n---\nText\n",
			"deep.md": `---\ntitle: ${"[".repeat(50_000)}\ndate: 2026-01-02\n---\nText\n`,
		});
		const told = (await check(root)).map((line) => line.split(" ")[0]);
		expect(told).toContain("deep.md");
		expect(await serveTitles(root)).toContain("Good");
	});

	it("an unclosed quote in front matter of 5 MB", async () => {
		const root = await makeSite({
			"a.md": `---\ntitle: "${"x: [\n".repeat(800_000)}\n---\nText\n`,
		});
		expect(await check(root)).toEqual(["a.md FRONT_MATTER_SYNTAX"]);
	});

	it("names that are not letters: line breaks, quotes, percent signs, emoji", async () => {
		const names = ["100%.md", "a\nb.md", 'quo"te.md', "<i>.md", "🗞️.md", "a?b#c.md", " .md"];
		const files = names.map((name, index) => [
			name,
			articleText(`No ${index}`, `2026-01-0${index + 2}`),
		]);
		const root = await makeSite(Object.fromEntries(files));
		await check(root);
		const titles = await serveTitles(root);
		expect(titles).toContain("Good");
		for (const index of names.slice(0, 6).keys()) expect(titles).toContain(`No ${index}`);
	});
});

/** Nobody: a user without any permission of his own. */
const nobody = 65_534;
const canBecomeNobody = process.getuid?.() === 0 && process.seteuid !== undefined;
const reason = canBecomeNobody ? "" : " (skipped: only root can become another user)";

describe.skipIf(!canBecomeNobody)(`for an ordinary user${reason}`, () => {
	/** Does something as a user whom permissions hold back. */
	async function asNobody<Result>(act: () => Promise<Result>): Promise<Result> {
		process.seteuid?.(nobody);
		try {
			return await act();
		} finally {
			process.seteuid?.(0);
		}
	}

	async function makeForbidden(): Promise<string> {
		const root = await makeSite({
			"locked.md": articleText("Locked", "2026-01-02"),
			"locked-folder/a.md": articleText("A", "2026-01-03"),
			"listed-only/b.md": articleText("B", "2026-01-04"),
		});
		chmodSync(root, 0o777);
		chmodSync(join(root, "articles/locked.md"), 0o000);
		chmodSync(join(root, "articles/locked-folder"), 0o000);
		chmodSync(join(root, "articles/listed-only"), 0o444);
		return root;
	}

	it("files and folders without permission are reported, and the rest is served", async () => {
		const root = await makeForbidden();
		expect(await asNobody(() => check(root))).toEqual([
			"listed-only/b.md FILE_UNREADABLE",
			"locked-folder FILE_UNREADABLE",
			"locked.md FILE_UNREADABLE",
		]);
		expect(await asNobody(() => serveTitles(root))).toEqual(["Good"]);
	});

	it("an article whose permission was taken away keeps its last good version", async () => {
		const root = await makeSite({ "a.md": articleText("A", "2026-01-02") });
		chmodSync(root, 0o777);
		await asNobody(async () => {
			const server = await serveFolder(join(root, "articles"), join(root, "state"));
			process.seteuid?.(0);
			chmodSync(join(root, "articles/a.md"), 0o000);
			process.seteuid?.(nobody);
			await server.told("a.md:1:1: error FILE_UNREADABLE Permission is denied.");
			expect((await server.get("/rss.xml")).body).toContain("<title>A</title>");
			await server.stop();
		});
	});

	it("a section whose permission was taken away goes on as it was; after a start, its articles are missed, not withdrawn", async () => {
		const root = await makeSite({
			"closed/a.md": articleText("A", "2026-01-02"),
			"closed/below/b.md": articleText("B", "2026-01-03"),
			"listed/c.md": articleText("C", "2026-01-04"),
		});
		chmodSync(root, 0o777);
		const addresses = ["/closed/a/", "/closed/below/b/", "/listed/c/"];
		function permit(closed: number, listed: number): void {
			process.seteuid?.(0);
			chmodSync(join(root, "articles/closed"), closed);
			chmodSync(join(root, "articles/listed"), listed);
			process.seteuid?.(nobody);
		}
		await asNobody(async () => {
			const serve = () => serveFolder(join(root, "articles"), join(root, "state"));
			const statuses = async (server: Awaited<ReturnType<typeof serve>>) =>
				Promise.all(addresses.map(async (address) => (await server.get(address)).status));
			const server = await serve();
			const before = (await server.get("/feed.json")).body;
			permit(0o000, 0o444);
			await server.told("closed:1:1: error FILE_UNREADABLE Permission is denied.");
			await server.told("listed/c.md:1:1: error FILE_UNREADABLE Permission is denied.");
			expect((await server.get("/feed.json")).body).toBe(before);
			expect(await statuses(server)).toEqual([200, 200, 200]);
			await server.stop();
			const next = await serve();
			expect(await statuses(next)).toEqual([404, 404, 404]);
			expect((await next.get("/atom.xml")).body).not.toContain("deleted-entry");
			await next.stop();
			permit(0o755, 0o755);
			const last = await serve();
			expect((await last.get("/feed.json")).body).toBe(before);
			await last.stop();
		});
	});

	it("a folder of articles without permission, and an output that cannot be written, are told in a sentence", async () => {
		const root = await makeSite({});
		chmodSync(root, 0o755);
		const build = ["build", "--out", "out", "--state", join(root, "state")];
		const unwritable = await asNobody(() => runCli(build, { folder: root }));
		expect(unwritable.reported.at(-1)).toMatch(
			/^broadsheet: error OUT_UNWRITABLE .*Permission is denied\./,
		);
		mkdirSync(join(root, "closed"));
		chmodSync(join(root, "closed"), 0o000);
		const closed = await asNobody(() => runCli(["check", "closed"], { folder: root }));
		expect([closed.code, closed.reported.at(-1)]).toEqual([
			1,
			expect.stringMatching(/error FOLDER_UNREADABLE .* closed: Permission is denied\./),
		]);
	});
});
