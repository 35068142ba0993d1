import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import * as z from "zod";
import { findDialect } from "../src/articles/dialects/dialects.ts";
import { parseYamlDocument } from "../src/articles/front-matter.ts";
import { dialectNames } from "../src/settings/settings.ts";
import { parseFile } from "./articles/sample-context.ts";

const corpora = join(import.meta.dirname, "../../shared/corpora");
const isPresent = existsSync(corpora);

const siteSchema = z.object({
	url: z.string(),
	timezone: z.string(),
	dialect: z.enum(dialectNames),
	permalink: z.string(),
});

const referenceSchema = z.object({
	entries: z.array(
		z.object({ title: z.string(), link: z.string(), published: z.string(), path: z.string() }),
	),
});

describe.skipIf(!isPresent)(
	"the corpora of real sites (skipped where ../shared/corpora is not there)",
	() => {
		it.each([
			["11ty-18f", 509],
			["jekyll-docs", 102],
			["jekyll-osdev4arab", 10],
		])("%s: every title, address and instant is its generator's", (name, count) => {
			const read = (path: string) => readFileSync(join(corpora, name, path));
			const settings = parseYamlDocument(read("site.yaml").toString(), "site.yaml").data;
			const site = siteSchema.parse(settings);
			const { entries } = referenceSchema.parse(JSON.parse(read("reference.json").toString()));
			const paths = new Set(listFiles(join(corpora, name, "content")));
			const articles = [...paths]
				.filter((path) => findDialect(site.dialect).isArticle(path, paths))
				.map((path) => parseFile(path, read(`content/${path}`), site));

			expect(articles.flatMap(({ faults }) => faults)).toEqual([]);
			expect(articles).toHaveLength(count);
			const byPath = (a: { path: string }, b: { path: string }) => (a.path < b.path ? -1 : 1);
			expect(
				articles
					.flatMap(({ article }) => article ?? [])
					.map(({ title, url, published, path }) => ({ title, link: url, published, path }))
					.sort(byPath),
			).toEqual(
				entries
					.map(({ title, link, published, path }) => ({
						title: title.trim(),
						link,
						published: new Date(published),
						path,
					}))
					.sort(byPath),
			);
		});
	},
);

function listFiles(folder: string): string[] {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}
