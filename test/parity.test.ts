import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compareEntries, isPassed } from "../scripts/parity/compare-entries.ts";
import { readCorpus } from "../scripts/parity/read-corpus.ts";

let folder = "";

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "parity-"));
	await mkdir(join(folder, "content"));
	const article = (title: string, date: string) =>
		`---\ntitle: ${title}\ndate: ${date}\n---\nText.\n`;
	await writeFile(join(folder, "content/a.md"), article("A & B", "2026-03-14"));
	await writeFile(join(folder, "content/b.md"), article("B", "2026-03-13"));
	await writeFile(join(folder, "content/c.md"), article("C", "2026-03-12"));
	await writeFile(join(folder, "site.yaml"), "dialect: zola\nurl: https://example.org\n");
});

afterAll(() => rm(folder, { recursive: true }));

async function compare(...entries: readonly object[]) {
	await writeFile(join(folder, "reference.json"), JSON.stringify({ unlimited: true, entries }));
	return compareEntries(await readCorpus(folder, new Date("2026-06-01T00:00:00Z")));
}

const a = {
	title: "A &amp; B",
	feedTitle: "A & B",
	link: "https://example.org/a/",
	published: "2026-03-14T00:00:00Z",
};
const b = { title: "B", link: "https://example.org/b/", published: "2026-03-13T01:00:00+01:00" };
const c = { title: "", link: "https://example.org/c/", published: "2026-03-12T00:00:00Z" };

describe("the comparison with a generator's entries", () => {
	it("finds nothing where all is the same: a title may be the feed's, or none", async () => {
		const comparison = await compare(a, b, c);
		expect(comparison).toMatchObject({
			links: 1,
			titles: 1,
			instants: 1,
			order: 1,
			differences: [],
		});
		expect(isPassed(comparison)).toBe(true);
	});

	it("counts addresses that only one side has", async () => {
		const comparison = await compare(a, b, { ...c, link: "https://example.org/C/", path: "c.md" });
		expect(comparison.links).toBe(0.5);
		expect(comparison.differences).toEqual([
			"missing  https://example.org/C/  (c.md)",
			"besides  https://example.org/c/  (c.md)",
		]);
		expect(isPassed(comparison)).toBe(false);
	});

	it("counts other titles, instants and places in the order", async () => {
		const comparison = await compare(
			{ ...b, title: "Another" },
			{ ...a, published: "2026-03-14T00:00:01Z" },
			c,
		);
		expect(comparison).toMatchObject({ links: 1, titles: 2 / 3, instants: 2 / 3, order: 2 / 3 });
		expect(comparison.differences).toEqual([
			'title    b.md: "B", not "Another"',
			"instant  a.md: 2026-03-14T00:00:00.000Z, not 2026-03-14T00:00:01Z",
			"order    a.md",
		]);
		expect(isPassed(comparison)).toBe(false);
	});

	it("refuses settings with faults", async () => {
		await writeFile(join(folder, "site.yaml"), "dialect: zolla\n");
		await expect(compare(a)).rejects.toThrow("SETTING_INVALID");
	});
});
