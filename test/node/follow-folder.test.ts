import { rmSync, symlinkSync, watch, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { followFolder } from "../../src/node/follow-folder.ts";
import { openFolder } from "../../src/node/open-folder.ts";
import { makeFolder } from "../cli/run-cli.ts";
import { articleText, writeFiles } from "../write-files.ts";

/** As Linux does when every watch that a user may have is taken: the root still had one. */
function watchOnce(): typeof watch {
	let left = 1;
	return new Proxy(watch, {
		apply(target, self, args) {
			if (left-- > 0) return Reflect.apply(target, self, args);
			throw Object.assign(new Error("no space left on device, watch"), { code: "ENOSPC" });
		},
	});
}

describe("followFolder", () => {
	it("finds an edit also where the system watches no more folders, and says so once", async () => {
		const root = join(await makeFolder(), "articles");
		const old = articleText("Old", "2026-01-01");
		writeFiles(root, { "a/one.md": old, "b/two.md": old });
		const folder = await openFolder(root);
		const listed = async () => (await folder.list()).files.map(({ path }) => path);
		await listed();
		let [changes, complaints] = [0, 0];
		const watcher = followFolder(folder, {
			watch: watchOnce(),
			lookInterval: 20,
			onChange() {
				changes += 1;
			},
			onUnwatched() {
				complaints += 1;
			},
		});
		onTestFinished(watcher.close);
		writeFiles(root, { "b/new.md": articleText("New", "2026-01-02") });
		await expect.poll(() => changes).toBeGreaterThan(1);
		expect(await listed()).toContain("b/new.md");
		expect(complaints).toBe(1);
	});

	it("goes on where a folder becomes a file, or a link that leads to itself, and a folder again", async () => {
		const root = join(await makeFolder(), "articles");
		const text = articleText("X", "2026-01-01");
		const files = Object.fromEntries(["1", "2", "3"].map((name) => [`a/${name}.md`, text]));
		writeFiles(root, { ...files, "b/kept.md": text });
		const folder = await openFolder(root);
		const watcher = followFolder(folder, { onChange() {} });
		onTestFinished(watcher.close);
		const listed = async () => {
			const { files, faults } = await folder.list();
			return [...files.map(({ path }) => path), ...faults.map(({ code }) => code)];
		};
		await listed();
		for (const become of [
			() => writeFileSync(join(root, "a"), "x"),
			() => symlinkSync("a", join(root, "a")),
		]) {
			rmSync(join(root, "a"), { recursive: true });
			become();
			await expect.poll(listed).not.toContain("a/1.md");
			expect(await listed()).toContain("b/kept.md");
			rmSync(join(root, "a"));
			writeFiles(root, files);
			await expect.poll(listed).toEqual(["a/1.md", "a/2.md", "a/3.md", "b/kept.md"]);
		}
	});
});
