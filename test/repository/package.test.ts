import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { builtinModules } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { articleText, writeFiles } from "../write-files.ts";
import { readCodeBlock } from "./readme.ts";
import { root } from "./source-files.ts";

interface Manifest {
	readonly version: string;
	readonly engines: { readonly node: string };
	readonly dependencies: Readonly<Record<string, string>>;
}

const manifest: Manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const timeLimit = 60_000;

describe("the npm package", () => {
	const user = mkdtempSync(join(tmpdir(), "broadsheet-user-"));
	const installed = join(user, "node_modules/broadsheet");
	afterAll(() => rmSync(user, { recursive: true }));

	beforeAll(() => {
		const pack = ["pack", "--silent", "--pack-destination", user];
		const tarball = execFileSync("npm", pack, { cwd: root, encoding: "utf8", timeout: timeLimit });
		mkdirSync(installed, { recursive: true });
		execFileSync("tar", ["-xzf", tarball.trim(), "-C", installed, "--strip-components=1"], {
			cwd: user,
		});
		// As npm would install them, but without asking the registry.
		for (const name of Object.keys(manifest.dependencies)) {
			mkdirSync(dirname(join(user, "node_modules", name)), { recursive: true });
			symlinkSync(join(root, "node_modules", name), join(user, "node_modules", name));
		}
		writeFiles(user, {
			"package.json": '{ "type": "module" }',
			"articles/hello.md": articleText("Hello", "2026-01-01"),
		});
	}, timeLimit);

	function node(...args: string[]): string {
		const options = { cwd: user, encoding: "utf8", timeout: timeLimit } as const;
		return execFileSync(process.execPath, args, options);
	}

	it("holds what is compiled, what it is and what may be done with it, and nothing else", () => {
		const files = listFiles(installed);
		expect(files.filter((path) => !path.startsWith("dist/"))).toEqual([
			"CHANGELOG.md",
			"LICENSE",
			"README.md",
			"package.json",
		]);
		expect(files.filter((path) => !/\.(js|d\.ts|md|json)$|^LICENSE$/.test(path))).toEqual([]);
		expect(files.filter((path) => path.includes("worker/"))).toEqual([]);
		expect(files).toContain("dist/index.d.ts");
	});

	it("needs nothing that its manifest does not name", () => {
		const imported = new Set(
			listFiles(installed)
				.filter((path) => path.endsWith(".js"))
				.flatMap((path) => {
					const text = readFileSync(join(installed, path), "utf8");
					const imports = text.matchAll(/^(?:import|export)\b(?:.* from)? "([^."][^"]*)";$/gm);
					return [...imports].map(([, name = ""]) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? "");
				})
				.filter((name) => !name.startsWith("node:") && !builtinModules.includes(name)),
		);
		expect(imported).toContain("hono");
		expect([...imported].filter((name) => !(name in manifest.dependencies))).toEqual([]);
	});

	it("tells its version as the manifest has it, from wherever it is called", () => {
		expect(node("node_modules/broadsheet/dist/cli/main.js", "--version")).toBe(
			`${manifest.version}\n`,
		);
	});

	it("serves a folder of articles", async () => {
		const argv = ["node_modules/broadsheet/dist/cli/main.js", "serve", "./articles", "--port", "0"];
		const server = spawn(process.execPath, argv, { cwd: user, timeout: timeLimit });
		try {
			const [line] = await once(server.stdout, "data");
			const [origin = ""] = /http:\S+/.exec(String(line)) ?? [];
			const feed = await fetch(`${origin}/rss.xml`);
			expect([feed.status, await feed.text()]).toEqual([
				200,
				expect.stringContaining("<title>Hello</title>"),
			]);
		} finally {
			const ended = once(server, "exit");
			server.kill("SIGTERM");
			expect(await ended).toEqual([0, null]);
		}
	});

	it("can be used as the README shows", () => {
		writeFiles(user, { "example.js": readCodeBlock("As a library", "js") });
		const feed = node("example.js");
		expect(feed).toContain("<title>Fish &#x26; chips</title>");
		expect(feed).toContain("tag:example.org,2026-03-14:/fish/");
	});

	it("has types that a strict program can be written against", () => {
		writeFiles(user, {
			"example.ts": `${readCodeBlock("As a library", "js")}
import { type AppOptions, createApp, type FeedFormat, type Shelf } from "broadsheet";
export const names: readonly FeedFormat["name"][] = ["rss", "atom", "json"];
export const serve = (shelf: Shelf, options: AppOptions) => createApp(shelf, options).fetch;
// @ts-expect-error There is no such format.
feedFormat("cdf");
`,
			"tsconfig.json": JSON.stringify({
				compilerOptions: {
					target: "ES2024",
					lib: ["ES2024", "DOM"],
					module: "NodeNext",
					strict: true,
					exactOptionalPropertyTypes: true,
					noEmit: true,
					types: [],
				},
				files: ["example.ts"],
			}),
		});
		const tsc = join(root, "node_modules/.bin/tsc");
		expect(
			execFileSync(tsc, ["-p", user], { encoding: "utf8", timeout: timeLimit, cwd: user }),
		).toBe("");
	});
});

describe("the manifest", () => {
	it("asks for the Node.js that the command asks for, and that the project brings", () => {
		const main = readFileSync(join(root, "src/cli/main.ts"), "utf8");
		const [, major, minor] = /oldestNode = \[(\d+), (\d+)\]/.exec(main) ?? [];
		expect(manifest.engines.node).toBe(`>=${major}.${minor}`);
		expect(Number(process.versions.node.split(".")[0])).toBe(24);
	});

	it("is locked for every platform, so that `npm ci` works anywhere", () => {
		const { packages }: { packages: Record<string, LockedPackage> } = JSON.parse(
			readFileSync(join(root, "package-lock.json"), "utf8"),
		);
		const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
			Object.keys(optionalDependencies).filter(
				(name) =>
					!(`node_modules/${name}` in packages) && !(`${path}/node_modules/${name}` in packages),
			),
		);
		expect(missing).toEqual([]);
	});
});

interface LockedPackage {
	readonly optionalDependencies?: Readonly<Record<string, string>>;
}

function listFiles(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
		.sort();
}
