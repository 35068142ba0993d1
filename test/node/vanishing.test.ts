import { renameSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { digestBytes } from "../../src/node/node-runtime.ts";
import { openFolder } from "../../src/node/open-folder.ts";
import { createLibrary } from "../../src/publication/create-library.ts";
import { makeFolder } from "../cli/run-cli.ts";
import { articleText, writeFiles } from "../write-files.ts";

describe("a folder that is read while a section is moved", () => {
	it("is read as it is then: no file is called unreadable that is only elsewhere", async () => {
		const root = join(await makeFolder(), "articles");
		const numbers = [...Array(300).keys()];
		const news = numbers.map((n) => [`news/${n}.md`, articleText(`News ${n}`, "2026-01-01")]);
		writeFiles(root, { "a.md": articleText("First", "2026-01-01"), ...Object.fromEntries(news) });
		const outer = {
			flags: {},
			file: {},
			listenerUrl: "https://example.org",
			recallAuthority: () => undefined,
		};
		const library = createLibrary(await openFolder(root), outer, { digest: digestBytes });
		let isMoved = false;
		const { articles, faults } = await library.read(() => {
			if (!isMoved) renameSync(join(root, "news"), join(root, "sport"));
			isMoved = true;
		});
		expect(faults).toEqual([]);
		const moved = numbers.map((n) => `sport/${n}.md`);
		expect(articles.map(({ path }) => path).sort()).toEqual(["a.md", ...moved].sort());
	});
});
