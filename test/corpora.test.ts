import { existsSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { compareEntries } from "../scripts/parity/compare-entries.ts";
import { readCorpus } from "../scripts/parity/read-corpus.ts";
import { explainOmissions } from "../src/publication/explain-omissions.ts";

const corpora = join(import.meta.dirname, "../../shared/corpora");
/** After everything in the corpora, and before what a clock may add. */
const now = new Date("2026-11-01T00:00:00Z");

describe.skipIf(!existsSync(corpora))(
	"the corpora of real sites (skipped where ../shared/corpora is not there)",
	() => {
		it.each([
			["11ty-18f", 509],
			["docusaurus-pnpm", 42],
			["hexo-unit-test", 15],
			["hugo-k8s-contributor", 68],
			["jekyll-docs", 102],
			["jekyll-osdev4arab", 10],
		])("%s: every address, title and instant is its generator's", async (name, count) => {
			const corpus = await readCorpus(join(corpora, name), now);
			expect(compareEntries(corpus)).toEqual({
				expected: count,
				made: count,
				links: 1,
				titles: 1,
				instants: 1,
				order: 1,
				differences: [],
			});
		});

		it.each([
			["docusaurus-pnpm", []],
			["hexo-unit-test", ["page/index.md NOT_AN_ARTICLE"]],
			[
				"hugo-k8s-contributor",
				[
					"blog/2022/2022-03-15-k8s-triage-bot-helper-ci-job/K8s-ci-bot-make-update-helper.md NOT_AN_ARTICLE",
					"blog/2026/ai-conformance-spotlight/ai-conformance-spotlight.md DRAFT",
					"blog/OWNERS NOT_AN_ARTICLE",
				],
			],
		])("%s: every file that is no entry is explained", async (name, expected) => {
			const { contents, articles } = await readCorpus(join(corpora, name), now);
			const omissions = explainOmissions(contents, now);
			expect(omissions.map(({ place, code }) => `${place.file} ${code}`).sort()).toEqual(expected);
			expect(contents.articles.length - articles.length).toBeLessThanOrEqual(omissions.length);
		});
	},
);
