import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { openConfigFolders } from "../../src/node/open-config-folders.ts";

async function makeTree(files: Readonly<Record<string, string>>): Promise<string> {
	const root = await realpath(await mkdtemp(join(tmpdir(), "broadsheet-test-")));
	onTestFinished(() => rm(root, { recursive: true, force: true }));
	for (const [path, text] of Object.entries(files)) {
		await mkdir(join(root, path, ".."), { recursive: true });
		await writeFile(join(root, path), text);
	}
	return root;
}

describe("the folders in which a site's configuration may lie", () => {
	it("are the folder and at most three above it", async () => {
		const root = await makeTree({ "a/b/c/d/e.md": "" });
		const folders = await openConfigFolders(join(root, "a/b/c/d"));
		expect(folders.map(({ name }) => name)).toEqual(["d", "c", "b", "a"]);
	});

	it("end at a repository's root", async () => {
		const root = await makeTree({ "a/.git/HEAD": "", "a/b/c/d.md": "" });
		const folders = await openConfigFolders(join(root, "a/b/c"));
		expect(folders.map(({ name }) => name)).toEqual(["c", "b", "a"]);
		expect((await openConfigFolders(join(root, "a"))).map(({ name }) => name)).toEqual(["a"]);
	});

	it("list names and give texts", async () => {
		const root = await makeTree({ "hugo.toml": "x = 1", "config/_default/a.toml": "" });
		const [folder] = await openConfigFolders(root);
		expect(await folder.list("")).toEqual(["config/", "hugo.toml"]);
		expect(await folder.list("config/_default")).toEqual(["a.toml"]);
		expect(await folder.list("nowhere")).toEqual([]);
		expect(await folder.read("hugo.toml")).toBe("x = 1");
		expect(await folder.read("config")).toBeUndefined();
		expect(await folder.read("nowhere.toml")).toBeUndefined();
	});

	it("follow no links and no dots that lead elsewhere, and read no giants", async () => {
		const root = await makeTree({
			"secret.toml": "x = 1",
			"site/a.md": "",
			"site/big.toml": "#".repeat(2 ** 20 + 1),
			"out/b.toml": "",
		});
		await symlink(join(root, "secret.toml"), join(root, "site/hugo.toml"));
		await symlink(join(root, "out"), join(root, "site/config"));
		const [folder] = await openConfigFolders(join(root, "site"));
		expect(await folder.read("hugo.toml")).toBeUndefined();
		expect(await folder.read("../secret.toml")).toBeUndefined();
		expect(await folder.read("big.toml")).toBeUndefined();
		expect(await folder.read("config/b.toml")).toBeUndefined();
		expect(await folder.list("config")).toEqual([]);
		expect(await folder.list("..")).toEqual([]);
	});

	it("are none where there is no such folder", async () => {
		await expect(openConfigFolders(join(tmpdir(), "broadsheet-nowhere"))).rejects.toThrow();
	});
});
