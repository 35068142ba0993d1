import { execFile } from "node:child_process";
import {
	cpSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	rmSync,
	symlinkSync,
	utimesSync,
	writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSources, root } from "./source-files.ts";

const timeLimit = 60_000;

describe("the launcher of the sources", () => {
	const checkout = mkdtempSync(join(tmpdir(), "broadsheet-checkout-"));
	const packages = join(checkout, "node_modules");
	const cache = join(packages, ".cache/broadsheet");
	const main = join(checkout, "src/cli/main.ts");
	afterAll(() => rmSync(checkout, { recursive: true }));

	beforeAll(() => {
		for (const path of ["src", "scripts", "package.json", "package-lock.json"])
			cpSync(join(root, path), join(checkout, path), { recursive: true });
		mkdirSync(packages);
		for (const name of readdirSync(join(root, "node_modules"))) {
			if (name.startsWith(".")) continue;
			symlinkSync(join(root, "node_modules", name), join(packages, name));
		}
	});

	async function run(...argv: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
		const args = [join(checkout, "scripts/broadsheet.js"), ...argv];
		const options = { cwd: checkout, timeout: timeLimit } as const;
		return await promisify(execFile)(process.execPath, args, options).then(
			({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
			({ code, stdout, stderr }) => ({ code, stdout, stderr }),
		);
	}

	function bundles(): string[] {
		return readdirSync(cache);
	}

	it(
		"makes one bundle, also where two start at the same time, and runs from it afterwards",
		async () => {
			const [one, other] = await Promise.all([run("--version"), run("--version")]);
			expect(other).toEqual(one);
			expect(one).toMatchObject({ code: 0, stderr: "" });
			const [name = "", ...more] = bundles();
			expect(more).toEqual([]);
			const threads = readSources().flatMap(({ text }) =>
				[...text.matchAll(/startThread\(import\.meta\.url, "([\w-]+)"/g)].map(([, entry]) => entry),
			);
			expect(threads).toContain("newsroom-thread");
			for (const entry of threads) expect(readdirSync(join(cache, name))).toContain(`${entry}.js`);
			// Else V8 would keep each of its files in twice the memory.
			const scripts = readdirSync(join(cache, name)).filter((file) => file.endsWith(".js"));
			expect(scripts.length).toBeGreaterThan(threads.length);
			for (const file of scripts)
				expect(
					/[^\0-\x7f]/.exec(readFileSync(join(cache, name, file), "utf8"))?.[0],
				).toBeUndefined();
			const bundle = join(cache, name, "main.js");
			writeFileSync(bundle, `process.stdout.write("from the bundle");`);
			expect(await run("--version")).toMatchObject({ stdout: "from the bundle" });
		},
		timeLimit,
	);

	it(
		"makes another one when a source has changed",
		async () => {
			const before = bundles();
			utimesSync(main, new Date(), new Date(2026, 1, 1));
			expect(await run("--help")).toMatchObject({ code: 0, stderr: "" });
			expect(bundles()).toHaveLength(before.length + 1);
		},
		timeLimit,
	);

	it(
		"hands on the exit code and what is said",
		async () => {
			expect(await run("srve")).toMatchObject({
				code: 2,
				stdout: "",
				stderr: expect.stringContaining("Did you mean `serve`?"),
			});
			expect(await run("check", join(root, "articles"))).toMatchObject({ code: 0 });
		},
		timeLimit,
	);

	it(
		"runs the sources where no bundle can be made",
		async () => {
			rmSync(join(packages, "esbuild"));
			writeFileSync(main, `${readFileSync(main, "utf8")}\n`);
			const before = bundles();
			expect(await run("--version")).toMatchObject({ code: 0, stderr: "" });
			expect(bundles()).toEqual(before);
		},
		timeLimit,
	);
});
