import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Worker } from "node:worker_threads";
import { describe, expect, it } from "vitest";
import { openFolder } from "../../src/node/open-folder.ts";

const count = 3000;
const mover = `
const { renameSync } = require("node:fs");
const { workerData: { root, count } } = require("node:worker_threads");
for (let number = 0; number < count; number++)
	renameSync(root + "/a/" + number + ".md", root + "/z/" + number + ".md");
`;

describe("openFolder", () => {
	it("lists no file at two places that is moved while everything is being listed", async () => {
		const root = mkdtempSync(join(tmpdir(), "broadsheet-moved-"));
		try {
			for (const name of ["a", "z"]) mkdirSync(join(root, name));
			for (let number = 0; number < count; number++)
				writeFileSync(join(root, "a", `${number}.md`), `# ${number + 10_000}\n`);
			const folder = await openFolder(root);
			await folder.list();
			let isMoving = true;
			new Worker(mover, { eval: true, workerData: { root, count } }).on("exit", () => {
				isMoving = false;
			});
			const twice: string[] = [];
			while (isMoving) {
				folder.noteAnything();
				const { files } = await folder.list();
				const paths = new Set(files.map(({ path }) => path));
				twice.push(
					...[...paths].filter(
						(path) => paths.has(path.replace("a/", "z/")) && path.startsWith("a/"),
					),
				);
				await new Promise(setImmediate);
			}
			expect(twice).toEqual([]);
		} finally {
			rmSync(root, { recursive: true, force: true });
		}
	});
});
