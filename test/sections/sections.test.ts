import { describe, expect, it } from "vitest";
import { buildSections, flattenSections } from "../../src/sections/build-sections.ts";
import { buildTerms, findSharedAuthors } from "../../src/sections/build-terms.ts";
import { createGrouping } from "../../src/sections/group-articles.ts";
import type { Section } from "../../src/sections/section.ts";
import { article, openSampleSite } from "../publication/sample-folder.ts";

const now = new Date("2026-06-01T12:00:00Z");

async function sectionsOf(files: Readonly<Record<string, string>>, at = now): Promise<Section[]> {
	const { trees } = await openSampleSite(files).read();
	return trees.flatMap((tree) =>
		flattenSections(
			buildSections({ ...tree, groups: createGrouping()(tree.articles).sections }, at),
		),
	);
}

function titlesOf(section: Section | undefined): string[] {
	return section?.articles.visible.map(({ title }) => title) ?? [];
}

describe("sections", () => {
	it("are the folders, at any depth, each with everything below it", async () => {
		const sections = await sectionsOf({
			"root.md": article("Root", "2026-01-01"),
			"news/a.md": article("A", "2026-01-02"),
			"news/world/asia/b.md": article("B", "2026-01-03"),
		});
		expect(sections.map((section) => [section.path.join("/"), titlesOf(section)])).toEqual([
			["", ["B", "A", "Root"]],
			["news", ["B", "A"]],
			["news/world", ["B"]],
			["news/world/asia", ["B"]],
		]);
	});

	it("come from an archive line's crumbs before the folder", async () => {
		const sections = await sectionsOf({
			"inbox/x.txt": "date 2026-03-03 Homepage > News > Business > A title\n\nText.",
		});
		expect(sections.map(({ path }) => path.join("/"))).toEqual([
			"",
			"inbox",
			"news",
			"news/business",
		]);
		expect(sections.map(({ title }) => title)).toEqual(["Untitled", "Inbox", "News", "Business"]);
	});

	it("exist for a settings file alone, and take its title", async () => {
		const sections = await sectionsOf({ "empty/_index.md": "---\ntitle: Nothing yet\n---\n" });
		expect(sections.map(({ title, articles }) => [title, articles.visible.length])).toEqual([
			["Untitled", 0],
			["Nothing yet", 0],
		]);
	});

	it("are known by nothing but a scheduled article only from its time on", async () => {
		const files = { "x.txt": "date 2026-07-01 Home > Secret > A title\n\nText." };
		expect((await sectionsOf(files)).map(({ path }) => path.join("/"))).toEqual([""]);
		const later = await sectionsOf(files, new Date("2026-07-01T00:00:00Z"));
		expect(later.map(({ path }) => path.join("/"))).toEqual(["", "secret"]);
	});

	it("inherit settings downwards", async () => {
		const sections = await sectionsOf({
			"_index.md": "---\nlimit: 9\nlanguage: de\n---\n",
			"news/_index.md": "---\nlimit: 4\n---\n",
			"news/world/a.md": article("A", "2026-01-01"),
		});
		expect(sections.map(({ settings }) => [settings.limit, settings.language])).toEqual([
			[9, "de"],
			[4, "de"],
			[4, "de"],
		]);
	});
});

describe("the order of a section (requirement 62)", () => {
	it("is newest first, and for equal times the same whatever the order of files", async () => {
		const files = {
			"b.md": article("B", "2026-01-01"),
			"c.md": article("C", "2026-01-02"),
			"a.md": article("A", "2026-01-01"),
		};
		const reversed = Object.fromEntries(Object.entries(files).reverse());
		expect(titlesOf((await sectionsOf(files))[0])).toEqual(["C", "A", "B"]);
		expect(titlesOf((await sectionsOf(reversed))[0])).toEqual(["C", "A", "B"]);
	});
});

describe("what is shown (requirement 65)", () => {
	const files = {
		"draft.md": article("Draft", "2026-01-01", "draft: true"),
		"future.md": article("Future", "2026-06-02T10:00:00Z"),
		"ended.md": article("Ended", "2026-01-01", "expires: 2026-05-01"),
		"ends.md": article("Ends", "2026-01-01", "expires: 2026-06-03T00:00:00Z"),
	};

	it("is neither a draft, nor what has yet to come, nor what is over", async () => {
		const [site] = await sectionsOf(files);
		expect(titlesOf(site)).toEqual(["Ends"]);
		expect(site?.articles.expired.map(({ title }) => title)).toEqual(["Ended"]);
	});

	it("changes at the next time that an article names, and at no other", async () => {
		const [site] = await sectionsOf(files);
		expect(site?.articles.nextChange).toEqual(new Date("2026-06-02T10:00:00Z"));
		const [then] = await sectionsOf(files, new Date("2026-06-02T10:00:00Z"));
		expect(titlesOf(then)).toEqual(["Future", "Ends"]);
		expect(then?.articles.nextChange).toEqual(new Date("2026-06-03T00:00:00Z"));
		expect(then?.articles.changed).toEqual(new Date("2026-06-02T10:00:00Z"));
		const [after] = await sectionsOf(files, new Date("2026-06-03T00:00:00Z"));
		expect(titlesOf(after)).toEqual(["Future"]);
		expect(after?.articles.nextChange).toBeUndefined();
		expect(after?.articles.changed).toEqual(new Date("2026-06-03T00:00:00Z"));
	});
});

describe("tags and authors", () => {
	it("are one where their slugs are one, under the commonest spelling", async () => {
		const { articles } = await openSampleSite({
			"a.md": article("A", "2026-01-01", "tags: [Web Feeds, xml]"),
			"b.md": article("B", "2026-01-02", "tags: [web-feeds]"),
			"c.md": article("C", "2026-01-03", "tags: [Web Feeds, '!!!']", "categories: [XML]"),
		}).read();
		expect(
			buildTerms(createGrouping()(articles).tags, now).map((tag) => [
				tag.slug,
				tag.name,
				tag.articles.visible.length,
			]),
		).toEqual([
			["web-feeds", "Web Feeds", 3],
			["xml", "XML", 2],
		]);
	});

	it("do not betray an article that has not been shown", async () => {
		const { articles } = await openSampleSite({
			"a.md": article("A", "2999-01-01", "tags: [secret]", "author: Nobody"),
			"b.md": article("B", "2026-01-01", "draft: true", "tags: [hidden]", "author: Ghost"),
		}).read();
		const { tags, authors } = createGrouping()(articles);
		expect([...buildTerms(tags, now), ...buildTerms(authors, now)]).toEqual([]);
	});

	it("warn of two authors with one address", async () => {
		const { articles } = await openSampleSite({
			"a.md": article("A", "2026-01-01", "author: Ana María"),
			"b.md": article("B", "2026-01-02", "author: ana-maría"),
		}).read();
		expect(findSharedAuthors(articles)).toMatchObject([
			{ code: "AUTHORS_SHARE_SLUG", severity: "warning" },
		]);
	});
});
