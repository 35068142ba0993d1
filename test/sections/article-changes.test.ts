import fc from "fast-check";
import { expect, it } from "vitest";
import type { Article } from "../../src/articles/article.ts";
import { findArticleChanges, mergeArticles } from "../../src/sections/article-groups.ts";
import { compareArticles } from "../../src/sections/list-articles.ts";
import { createArticleOrder } from "../../src/sections/order-articles.ts";
import { openSampleSite } from "../publication/sample-folder.ts";

const files = Object.fromEntries(
	Array.from({ length: 12 }, (_, n) => [
		`p${n}.md`,
		`---\ntitle: P${n}\ndate: 2026-01-0${1 + (n % 3)}\ndraft: ${n % 5 === 0}\n---\nText.\n`,
	]),
);
const { articles } = await openSampleSite(files).read();
const anySet: fc.Arbitrary<readonly Article[]> = fc.shuffledSubarray([...articles]);

function leave(some: readonly Article[], others: readonly Article[]): Article[] {
	return some.filter((article) => !others.includes(article));
}

it("what came and went between two sets is what is in one of them alone", () => {
	fc.assert(
		fc.property(anySet, anySet, (before, after) => {
			const { added, removed } = findArticleChanges(before, after);
			expect(new Set(added)).toEqual(new Set(leave(after, before)));
			expect(new Set(removed)).toEqual(new Set(leave(before, after)));
		}),
	);
});

it("two ordered lists together are one ordered list", () => {
	fc.assert(
		fc.property(anySet, (some) => {
			const others = articles.filter((article) => !some.includes(article));
			const merged = mergeArticles(
				some.toSorted(compareArticles),
				others.toSorted(compareArticles),
			);
			expect(merged).toEqual(articles.toSorted(compareArticles));
		}),
	);
});

it("one set after the other is put in order as though it were the first", () => {
	fc.assert(
		fc.property(fc.array(anySet), (sets) => {
			const order = createArticleOrder();
			for (const set of sets) expect(order(set)).toEqual(set.toSorted(compareArticles));
		}),
	);
});
