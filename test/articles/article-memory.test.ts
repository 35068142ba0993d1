import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { describe, expect, it } from "vitest";
import { parseFile } from "./sample-context.ts";

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

const long = "A sentence about a-picture-with-a-long-name.png and nothing else.\n\n".repeat(2000);
const title = "A title of more than thirty characters";

describe("an article that is remembered", () => {
	it.each([
		["YAML", "a.md", `---\ntitle: ${title}\ndate: 2026-03-14\n---\n${long}`],
		["folded YAML", "a.md", `---\ntitle: >\n  ${title}\ndate: 2026-03-14\n---\n${long}`],
		["TOML", "a.md", `+++\ntitle = "${title}"\ndate = 2026-03-14\n+++\n${long}`],
		["JSON", "a.md", `{ "title": "${title}", "date": "2026-03-14" }\n${long}`],
		["a heading", "2026-03-14-a.md", `# ${title}\n\n${long}`],
		["a comment", "a.md", `<!--\n.. title: ${title}\n.. date: 2026-03-14\n-->\n${long}`],
		[
			"an export",
			"a.mdx",
			`export const meta = { title: "${title}", date: "2026-03-14" }\n\n${long}`,
		],
		["an archive", "a.txt", `date 2026-03-14 Home > News of all the world > ${title}\n\n${long}`],
	])("with a title from %s does not keep its text in memory", (_form, path, content) => {
		const bytes = new TextEncoder().encode(content);
		const parse = () => parseFile(path, bytes).article;
		parse();
		collectGarbage();
		const before = process.memoryUsage().heapUsed;
		const articles = Array.from({ length: 50 }, parse);
		collectGarbage();
		const grown = process.memoryUsage().heapUsed - before;
		expect(articles.map((article) => article?.title)).toEqual(articles.map(() => title));
		expect(grown).toBeLessThan(articles.length * 20_000);
	});
});
