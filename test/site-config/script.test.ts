import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseConfig } from "../../src/site-config/parse-config.ts";
import { Unreadable } from "../../src/site-config/unreadable.ts";

const exportOf = (source: string, file = "x.config.js") => parseConfig(source, file).data.default;
const reasonOf = (value: unknown) => (value instanceof Unreadable ? value.reason : undefined);

describe("a configuration in JavaScript or TypeScript, read as text", () => {
	it("gives the literals of its default export", () => {
		expect(
			exportOf(`export default { a: "x", b: 1, c: -2, d: true, e: null, f: ["y", { g: \`z\` }] };`),
		).toEqual({ a: "x", b: 1, c: -2, d: true, e: null, f: ["y", { g: "z" }] });
	});

	it("gives those of module.exports, and of an object that has a name", () => {
		expect(exportOf("module.exports = { a: 1 };")).toEqual({ a: 1 });
		expect(exportOf("const config = { a: 1 };\nexport default config;")).toEqual({ a: 1 });
	});

	it("reads through types, parentheses and functions that pass their argument on", () => {
		const source = `import type { Config } from "x";
const config: Config = { a: 1 } as const;
export default withMDX(defineConfig((config satisfies Config)!));`;
		expect(exportOf(source, "x.config.ts")).toEqual({ a: 1 });
		expect(exportOf("export default createMDX({})({ a: 1 })")).toEqual({ a: 1 });
	});

	it("reads what a function gives back, with the constants of that function", () => {
		const source = `module.exports = async function (c) { const dir = "src"; return { dir: { input: dir } }; };`;
		expect(exportOf(source)).toEqual({ dir: { input: "src" } });
		expect(exportOf("export default () => ({ a: 1 })")).toEqual({ a: 1 });
	});

	it("follows constants, joined texts, spreads and members", () => {
		const source = `const site = { url: "https://example.org" }; const path = "/blog";
export default { ...site, base: path + "/", full: \`\${site.url}\${path}\` };`;
		expect(exportOf(source)).toEqual({
			url: "https://example.org",
			base: "/blog/",
			full: "https://example.org/blog",
		});
	});

	it("takes what stands behind || or ?? for what only the environment knows", () => {
		expect(
			exportOf(`export default { a: process.env.URL ?? "x", b: process.env.B || "y" }`),
		).toEqual({ a: "x", b: "y" });
	});

	it.each([
		["process.env.URL", "it comes from the environment"],
		["import.meta.env.SITE", "it comes from the environment"],
		["read('x')", "it is the result of a call"],
		["isLive ? 'a' : 'b'", "it depends on a condition"],
		["other", "`other` is known only when the file runs"],
		["/x/", "a regular expression"],
		["1 * 2", "it is calculated"],
	])("does not run %s", (expression, reason) => {
		const value = exportOf(`export default { a: ${expression} }`);
		expect(value).toMatchObject({ a: expect.any(Unreadable) });
		expect(reasonOf(Object.values(value ?? {})[0])).toBe(reason);
	});

	it("ends where names lead to each other in a circle", () => {
		expect(reasonOf(exportOf("const a = b; const b = a; export default a;"))).toBe(
			"a name that leads to itself",
		);
	});

	it("tells the methods that are called on the argument of the exported function", () => {
		const { data, locate } = parseConfig(
			`module.exports = (config) => {\n\tconfig.setInputDirectory("src");\n};`,
			"eleventy.config.js",
		);
		expect(data.calls).toEqual({ setInputDirectory: ["src"] });
		expect(locate(["calls", "setInputDirectory"])).toMatchObject({ line: 2, column: 2 });
	});

	it("says where a key stands", () => {
		const { locate } = parseConfig("export default {\n\ta: { b: 1 },\n};", "x.js");
		expect(locate(["default", "a", "b"])).toEqual({ file: "x.js", line: 2, column: 7 });
		expect(locate(["default", "a", "nowhere"])).toEqual({ file: "x.js", line: 2, column: 2 });
	});

	it("says where it is no JavaScript", () => {
		const { data, problem } = parseConfig("const a = ;", "x.js");
		expect(data).toEqual({});
		expect(problem).toMatchObject({
			reason: "This is not JavaScript: unexpected token.",
			place: { file: "x.js", line: 1, column: 11 },
		});
	});

	it("runs nothing", () => {
		const source = `globalThis.__ran = true; throw new Error("ran");
export default { a: (() => { globalThis.__ran = true; return 1; })(), get b() { throw 1; } };`;
		expect(exportOf(source)).toMatchObject({ a: expect.any(Unreadable) });
		expect(globalThis).not.toHaveProperty("__ran");
	});

	it("never throws, whatever a file holds", () => {
		const files = ["a.js", "a.ts", "a.py", "a.toml", "a.yml", "a.json"];
		const pieces = fc.stringMatching(/^[\w"'`{}()[\];:,.=+\n\\/*$ -]{0,60}$/);
		fc.assert(
			fc.property(fc.constantFrom(...files), fc.oneof(fc.string(), pieces), (file, text) => {
				const config = parseConfig(text, file);
				expect(config.locate(["a", 0, "b"])).toMatchObject({ file });
			}),
			{ numRuns: 2000 },
		);
	});

	it("keeps any plain value as it is written", () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				const text = JSON.stringify(value).replaceAll('"__proto__"', '"proto"');
				expect(exportOf(`export default ${text}`)).toEqual(JSON.parse(text));
			}),
		);
	});
});
