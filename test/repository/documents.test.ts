import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { documentsWithTables } from "../../scripts/tables/documents.ts";
import { insertTables, renderTables } from "../../scripts/tables/render-tables.ts";
import { readme, readSection } from "./readme.ts";
import { listFiles, root } from "./source-files.ts";

const documents = listFiles("*.md").filter((path) =>
	/^(?:[^/]+|docs\/.+|decisions\/.+)\.md$/.test(path),
);

/** The numbers behind "requirement 3" and "requirements 14, 17 to 19 and 44". */
function namedRequirements(text: string): number[] {
	const lists = text.matchAll(/\brequirements? (\d+(?:(?:, | and | to |\/)\d+)*)/gi);
	return [...lists].flatMap(([, list = ""]) => list.match(/\d+/g) ?? []).map(Number);
}

describe("the documents", () => {
	it.each(documentsWithTables)(
		"%s has the tables of the code (else: npm run write-tables)",
		(name) => {
			const text = readFileSync(join(root, name), "utf8");
			expect(text).toBe(insertTables(text));
		},
	);

	it("have a place for every table", () => {
		const all = documentsWithTables.map((name) => readFileSync(join(root, name), "utf8")).join("");
		for (const name of Object.keys(renderTables()))
			expect(all).toContain(`<!-- table: ${name} -->`);
	});

	it.each(documents)("%s leads to files that are there", (name) => {
		const text = readFileSync(join(root, name), "utf8");
		const prose = text.replaceAll(/```.*?```|`[^`]*`/gs, "");
		const targets = [...prose.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)].map(
			([, path = ""]) => join(dirname(name), decodeURI(path)),
		);
		expect(targets.filter((path) => !existsSync(join(root, path)))).toEqual([]);
	});

	it.each(documents)("%s names only scripts that package.json has", (name) => {
		const { scripts }: { scripts: Record<string, string> } = JSON.parse(
			readFileSync(join(root, "package.json"), "utf8"),
		);
		const text = readFileSync(join(root, name), "utf8");
		const named = [...text.matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, script = ""]) => script);
		expect(named.filter((script) => !(script in scripts))).toEqual([]);
	});

	it("list every requirement that comments, tests and decisions name by its number", () => {
		const list = readFileSync(join(root, "docs/requirements.md"), "utf8");
		const known = new Set(
			[...list.matchAll(/^- \*\*(\d+)\*\* /gm)].map(([, number]) => Number(number)),
		);
		const named = listFiles("src", "test", "decisions").flatMap((path) =>
			namedRequirements(readFileSync(join(root, path), "utf8")).map((number) => ({ path, number })),
		);
		expect(named.length).toBeGreaterThan(100);
		expect(named.filter(({ number }) => !known.has(number))).toEqual([]);
	});

	it("number decisions each once", () => {
		const numbers = documents.flatMap((path) => /^decisions\/(\d{3})-/.exec(path)?.[1] ?? []);
		expect(numbers).toEqual([...new Set(numbers)]);
	});
});

describe("the README", () => {
	it("begins with the name, one sentence and the two commands", () => {
		const [title, , sentence, , fence, start, test] = readme.split("\n");
		const { description } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
		expect([title, sentence, fence]).toEqual(["# Broadsheet", description, "```sh"]);
		expect(start).toMatch(/^npm ci && npm start\b/);
		expect(test).toMatch(/^npm test\b/);
	});

	it("shows every folder of src/ in its tour", () => {
		const tour = readSection("A tour of the code");
		const folders = listFiles("src").flatMap((path) => /^src\/([^/]+)\//.exec(path)?.[1] ?? []);
		for (const folder of new Set(folders)) expect(tour).toContain(`\`src/${folder}/\``);
	});
});

describe("what continuous integration runs", () => {
	it("is the README's test command", () => {
		expect(readFileSync(join(root, ".ci/run"), "utf8")).toContain("npm test");
	});
});
