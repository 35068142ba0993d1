import {
	existsSync,
	mkdirSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	renameSync,
	rmSync,
	symlinkSync,
} from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { articleText, writeFiles } from "../write-files.ts";
import { makeFolder, runCli } from "./run-cli.ts";

const build = ["build", "--out", "out"];
/** Of no process: larger than any number that Linux gives. */
const nobody = 2 ** 22 + 1;

async function buildFirst(): Promise<string> {
	const folder = await makeFolder();
	writeFiles(folder, {
		"articles/_index.md": "---\ntitle: Test\nurl: https://example.org\n---\n",
		"articles/news/one.md": `${articleText("One", "2026-03-03")}\n![](photo.jpg)\n`,
		"articles/news/photo.jpg": "not really a photo",
		"articles/news/two.md": articleText("Two", "2026-03-04"),
		"articles/old.md": articleText("Old", "2026-03-05\npermalink: /old-page"),
	});
	expect(await runCli(build, { folder })).toMatchObject({ code: 0 });
	return folder;
}

function idsOf(folder: string): string[] {
	const text = readFileSync(join(folder, "out/feed.json"), "utf8");
	const { items }: { items: { id: string }[] } = JSON.parse(text);
	return items.map(({ id }) => id);
}

describe("build into a folder where others have put something since", () => {
	it("keeps that, and nothing of what it wrote itself and has no longer", async () => {
		const folder = await buildFirst();
		const out = join(folder, "out");
		expect(existsSync(join(out, "news/photo.jpg"))).toBe(true);
		expect(existsSync(join(out, "old-page.html"))).toBe(true);
		const others = {
			".git/HEAD": "ref: refs/heads/main\n",
			".nojekyll": "",
			CNAME: "example.org",
			"uploads/a/picture.png": "a picture",
			"news/by-hand.html": "<p>By hand",
		};
		writeFiles(out, others);
		mkdirSync(join(out, "empty"));
		symlinkSync("uploads/a", join(out, "pictures"));
		for (const path of ["news/photo.jpg", "news/one.md", "old.md"])
			rmSync(join(folder, "articles", path));
		expect(await runCli(build, { folder })).toMatchObject({ code: 0 });
		for (const [path, text] of Object.entries(others))
			expect(readFileSync(join(out, path), "utf8"), path).toBe(text);
		expect(readdirSync(join(out, "empty"))).toEqual([]);
		expect(readlinkSync(join(out, "pictures"))).toBe("uploads/a");
		for (const path of ["news/photo.jpg", "news/one", "old-page.html"])
			expect(existsSync(join(out, path)), path).toBe(false);
		expect(readdirSync(folder).filter((name) => name.startsWith("out"))).toEqual(["out"]);
	});

	it("takes what it still writes for its own where a build of before did not tell, and keeps the rest", async () => {
		const folder = await buildFirst();
		const manifest = join(folder, "out/broadsheet.json");
		writeFiles(folder, {
			"out/broadsheet.json": readFileSync(manifest, "utf8").replace(/,"files":\[.*\]\}/, "}"),
			"out/CNAME": "example.org",
			"articles/new.md": articleText("New", "2026-04-01"),
		});
		expect(await runCli(build, { folder })).toMatchObject({ code: 0 });
		expect(readFileSync(join(folder, "out/CNAME"), "utf8")).toBe("example.org");
		expect(existsSync(join(folder, "out/news/photo.jpg"))).toBe(true);
	});

	it("is refused where a document is to stand in the place of such a file, and changes nothing", async () => {
		const folder = await buildFirst();
		const out = join(folder, "out");
		writeFiles(out, { "about/index.html": "mine", "news.html": "mine too" });
		writeFiles(folder, { "articles/about.md": articleText("About", "2026-04-01") });
		const { code, reported } = await runCli(build, { folder });
		expect(code).toBe(1);
		expect(reported.at(-1)).toContain("error OUT_NOT_OURS");
		expect(reported.at(-1)).toContain(join(out, "about/index.html"));
		expect(readFileSync(join(out, "about/index.html"), "utf8")).toBe("mine");
		expect(readFileSync(join(out, "feed.json"), "utf8")).not.toContain("About");
		expect(readdirSync(folder).filter((name) => name.startsWith("out"))).toEqual(["out"]);
	});
});

describe("build after one that was killed", () => {
	it("removes what that had begun to write, and the former build that it had replaced", async () => {
		const folder = await buildFirst();
		writeFiles(folder, {
			[`out.writing-${nobody}/index.html`]: "half a",
			[`out.writing-${nobody}/.broadsheet-writing`]: "",
			[`out.replaced-${nobody}/broadsheet.json`]: "an old one's",
			[`out.writing-${nobody + 1}/index.html`]: "somebody's",
			[`out.replaced-${nobody + 1}/index.html`]: "somebody's",
			"out.writing-by-me/x": "somebody's",
			[`out.writing-${process.ppid}/.broadsheet-writing`]: "another build's",
		});
		expect(await runCli(build, { folder })).toMatchObject({ code: 0 });
		expect(
			readdirSync(folder)
				.filter((name) => name.startsWith("out"))
				.sort(),
		).toEqual(
			[
				"out",
				`out.replaced-${nobody + 1}`,
				`out.writing-${process.ppid}`,
				`out.writing-${nobody + 1}`,
				"out.writing-by-me",
			].sort(),
		);
		expect(existsSync(join(folder, "out/.broadsheet-writing"))).toBe(false);
	});

	it("goes on from the former build where that had been taken away, and the state is lost", async () => {
		const folder = await buildFirst();
		const ids = idsOf(folder);
		renameSync(join(folder, "out"), join(folder, `out.replaced-${nobody}`));
		for (const name of readdirSync(folder))
			if (name.startsWith(".")) rmSync(join(folder, name), { recursive: true });
		renameSync(join(folder, "articles/news/two.md"), join(folder, "articles/renamed.md"));
		expect(await runCli(build, { folder })).toMatchObject({ code: 0 });
		expect(idsOf(folder).sort()).toEqual(ids.sort());
		expect(readdirSync(folder).filter((name) => name.startsWith("out"))).toEqual(["out"]);
	});
});
