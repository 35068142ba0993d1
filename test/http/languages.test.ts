import { parseAtomFeed } from "feedsmith";
import { describe, expect, it } from "vitest";
import { article } from "../publication/sample-folder.ts";
import { openSelectedSite } from "./selected-site.ts";

const files = {
	"a.md": article("A", "2026-01-01", "tags: [x, only]"),
	"a.ja.md": article("エー", "2026-01-02", "tags: [x]"),
	"ja/b.md": article("ビー", "2026-01-03", "tags: [x]", "authors: [Aki]"),
};

async function ask(target: string): Promise<Response> {
	const selected = openSelectedSite(files, { languages: ["en", "ja"] });
	await selected.publish("2026-06-01T12:00:00Z");
	return selected.ask(target);
}

async function titlesAt(target: string): Promise<(string | undefined)[]> {
	const { entries = [] } = parseAtomFeed(await (await ask(target)).text());
	return entries.map(({ title }) => title?.value);
}

describe("the tree of a language", () => {
	it("answers under its name", async () => {
		expect(await titlesAt("/ja/atom.xml")).toEqual(["ビー", "エー"]);
		expect(await titlesAt("/ja/tags/x/atom.xml")).toEqual(["ビー", "エー"]);
		expect((await ask("/ja/")).headers.get("content-type")).toBe("text/html; charset=utf-8");
		expect((await ask("/en/atom.xml")).status).toBe(404);
	});

	it("has selections of its own tags, authors and of all languages", async () => {
		expect(await titlesAt("/ja/atom.xml?tag=x")).toEqual(["ビー", "エー"]);
		expect(await titlesAt("/ja/atom.xml?author=aki")).toEqual(["ビー"]);
		expect(await titlesAt("/atom.xml?tag=x")).toEqual(["A"]);
		expect(await titlesAt("/atom.xml?lang=ja")).toEqual([]);
		expect((await ask("/ja/atom.xml?tag=only")).status).toBe(404);
		expect((await ask("/atom.xml?author=aki")).status).toBe(404);
		expect((await ask("/atom.xml?lang=fr")).status).toBe(404);
	});
});
