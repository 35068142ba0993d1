import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { readSources, root } from "./source-files.ts";

/** From the innermost part of the core to the outermost, then the shells. */
const order = [
	"text",
	"faults",
	"settings",
	"articles",
	"sections",
	"feeds",
	"pages",
	"publication",
	"http",
] as const;
const shells = ["node", "worker", "cli"] as const;

const sandbox = mkdtempSync(join(tmpdir(), "broadsheet-lint-"));
afterAll(() => rmSync(sandbox, { recursive: true }));

/** The modules that the project's lint refuses in a file of a folder of `src/`, of those that are tried. */
function refusedIn(folder: string, modules: readonly string[]): string[] {
	const {
		files: _,
		vcs: __,
		$schema: ___,
		...rules
	} = JSON.parse(readFileSync(join(root, "biome.json"), "utf8"));
	mkdirSync(join(sandbox, "src", folder), { recursive: true });
	writeFileSync(join(sandbox, "biome.json"), JSON.stringify(rules));
	writeFileSync(
		join(sandbox, "src", folder, "tried.ts"),
		modules.map((module) => `import "${module}";\n`).join(""),
	);
	const { stdout } = spawnSync(
		join(root, "node_modules/.bin/biome"),
		["lint", "--only=style/noRestrictedImports", "--reporter=json", `src/${folder}/tried.ts`],
		{ cwd: sandbox, encoding: "utf8", timeout: 20_000 },
	);
	const { diagnostics }: { diagnostics: Diagnostic[] } = JSON.parse(stdout);
	return diagnostics
		.filter(({ category }) => category === "lint/style/noRestrictedImports")
		.map(({ location }) => modules[location.start.line - 1] ?? "");
}

interface Diagnostic {
	readonly category: string;
	readonly location: { readonly start: { readonly line: number } };
}

const parts = [...order, ...shells];
const moduleOf = (part: string) => `../${part}/anything.ts`;
const deepModuleOf = (part: string) => `../../${part}/below/anything.ts`;

describe("imports, by lint", () => {
	it("site-config/ may use articles/ and what is further in, and only the shells use it", () => {
		const others = parts.map(moduleOf);
		const outer = parts.slice(parts.indexOf("sections")).map(moduleOf);
		expect(refusedIn("site-config", others)).toEqual(outer);
		const users = parts.filter((part) => refusedIn(part, [moduleOf("site-config")]).length === 0);
		expect(users).toEqual(["node", "cli"]);
	});

	it.each(order.map((part, index) => [part, index] as const))(
		"%s/ may use what is further in, and nothing else",
		(part, index) => {
			const others = parts.filter((other) => other !== part);
			const outer = others.filter((other) => parts.indexOf(other) > index);
			expect(refusedIn(part, others.map(moduleOf))).toEqual(outer.map(moduleOf));
			expect(refusedIn(part, others.map(deepModuleOf))).toEqual(outer.map(deepModuleOf));
		},
	);

	it.each([
		["node", ["worker", "cli"]],
		["worker", ["node", "cli"]],
		["cli", ["worker"]],
	] as const)("%s/ uses the core, and of the shells only what it stands on", (shell, refused) => {
		const others = parts.filter((other) => other !== shell);
		expect(refusedIn(shell, others.map(moduleOf)).toSorted()).toEqual(
			refused.map(moduleOf).toSorted(),
		);
	});

	it("what belongs to one runtime, and Hono, and the feed package, stay in their places", () => {
		const packages = [
			"node:fs",
			"node:fs/promises",
			"cloudflare:workers",
			"@hono/node-server",
			"hono",
			"hono/html",
			"hono/etag",
			"feed",
		];
		const allowed = Object.fromEntries(
			parts.map((part) => {
				const refused = refusedIn(part, packages);
				return [part, packages.filter((name) => !refused.includes(name))];
			}),
		);
		const node = ["node:fs", "node:fs/promises"];
		const hono = ["hono", "hono/html", "hono/etag"];
		expect(allowed).toEqual({
			text: [],
			faults: [],
			settings: [],
			articles: [],
			sections: [],
			feeds: ["feed"],
			pages: ["hono/html"],
			publication: [],
			http: hono,
			node: [...node, "@hono/node-server", ...hono],
			worker: ["cloudflare:workers", ...hono],
			cli: [...node, ...hono],
		});
	});
});

describe("the core", () => {
	const core = readSources().filter(({ path }) => order.some((part) => path.includes(`/${part}/`)));

	it.each([
		["the clock", /\bnew Date\(\s*\)|\bDate\.now\b|\bDate\(\s*\)|\bperformance\.now\b/],
		["the environment", /\bprocess\.|\bimport\.meta\.env\b/],
		["the network", /(?<![.\w])fetch\(|\bWebSocket\b/],
		["chance", /\bMath\.random\b|\brandomUUID\b|\bgetRandomValues\b/],
		["the machine's time zone", /\.get(?:FullYear|Month|Date|Hours|Minutes|Day)\(\)/],
		["the machine's language", /\.toLocale\w+\(\)/],
	])("never asks %s: that is an argument", (_, pattern) => {
		const found = core.flatMap(({ path, text }) =>
			withoutComments(text)
				.split("\n")
				.flatMap((line, index) => (pattern.test(line) ? [`${path}:${index + 1}`] : [])),
		);
		expect(found).toEqual([]);
	});
});

/** The code with its comments blanked, line by line. */
function withoutComments(text: string): string {
	return text.replaceAll(/\/\*[\s\S]*?\*\/|(?<=^|\s)\/\/.*$/gm, (comment) =>
		comment.replaceAll(/[^\n]/g, " "),
	);
}

describe("files of src/", () => {
	const lengths = readSources()
		.map(({ path, text }) => ({ path, lines: text.split("\n").length - 1 }))
		.sort((a, b) => a.lines - b.lines);

	it("are short: half of them under 120 lines, none over 300", () => {
		expect(lengths[Math.floor(lengths.length / 2)]?.lines).toBeLessThan(120);
		expect(lengths.filter(({ lines }) => lines > 300)).toEqual([]);
	});

	it("are named for what they hold", () => {
		const vague = /(?:^|[/-])(?:utils?|helpers?|manager|common|misc|shared)(?:[/.-]|$)/;
		expect(lengths.filter(({ path }) => vague.test(path))).toEqual([]);
	});
});
