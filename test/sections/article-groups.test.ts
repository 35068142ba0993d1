import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Article } from "../../src/articles/article.ts";
import { createGrouping, type GroupedArticles } from "../../src/sections/group-articles.ts";
import { createArticleOrder } from "../../src/sections/order-articles.ts";
import { parseFile } from "../articles/sample-context.ts";

/** Twelve articles in some sections, with some tags and authors, two of them drafts. */
const articles = Array.from({ length: 12 }, (_, number): Article => {
	const lines = [
		`title: A${number}`,
		`date: 2026-01-0${1 + (number % 5)}`,
		`tags: [T${number % 3}, t${number % 4}]`,
		`author: Writer ${number % 2}`,
		...(number > 9 ? ["draft: true"] : []),
	];
	const path = `${["", "news/", "news/world/"][number % 3]}a${number}.md`;
	const { article } = parseFile(path, `---\n${lines.join("\n")}\n---\nText.\n`);
	if (!article) throw new Error("The article has a fault.");
	return article;
});

function listed({ sections, tags, authors }: GroupedArticles) {
	return Object.fromEntries(
		Object.entries({ sections, tags, authors }).map(([kind, byKey]) => [
			kind,
			[...byKey]
				.map(([key, { articles: members, spellings }]) => [
					key,
					members.map(({ path }) => path),
					[...spellings].sort(),
				])
				.sort(),
		]),
	);
}

const sets = fc.array(fc.subarray(articles), { minLength: 1, maxLength: 6 });

describe("groups of articles", () => {
	it("are the same, one set after the other, as those of the last set alone", () => {
		fc.assert(
			fc.property(sets, (steps) => {
				const [order, group] = [createArticleOrder(), createGrouping()];
				for (const step of steps) {
					const alone = createGrouping()(createArticleOrder()(step));
					expect(listed(group(order(step)))).toEqual(listed(alone));
				}
			}),
		);
	});

	it("stay the same objects where nothing of them changed", () => {
		const group = createGrouping();
		const before = new Map(group(articles).tags);
		const after = group(articles.filter(({ path }) => path !== "a0.md")).tags;
		// The first article is tagged T0 and t0.
		expect(
			[...after].filter(([key, value]) => before.get(key) !== value).map(([key]) => key),
		).toEqual(["t0"]);
	});
});
