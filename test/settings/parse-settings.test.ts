import { describe, expect, it } from "vitest";
import { parseYamlDocument } from "../../src/articles/front-matter.ts";
import { renderFault } from "../../src/faults/fault.ts";
import { parseAuthors } from "../../src/settings/parse-authors.ts";
import { parseSectionSettings, parseSiteSettings } from "../../src/settings/parse-settings.ts";

function parse(...lines: readonly string[]) {
	return parseSiteSettings(parseYamlDocument(lines.join("\n"), "_index.md"), "strict");
}

function faultsOf(...lines: readonly string[]): string[] {
	return parse(...lines).faults.map(renderFault);
}

describe("a site's settings", () => {
	it("are taken as YAML writes them: numbers and words, lists or one", () => {
		const { values, faults } = parse(
			"title: The Gazette",
			"url: https://Example.org/blog/",
			"limit: 20",
			"maxAge: 15",
			"archives: false",
			"authors: Ida",
			"ignore: drafts/**",
			"fields:",
			"  summary: [deck, teaser]",
		);
		expect(faults).toEqual([]);
		expect(values).toMatchObject({
			title: "The Gazette",
			url: "https://example.org/blog",
			limit: 20,
			maxAge: 15,
			archives: false,
			authors: [{ name: "Ida" }],
			ignore: ["drafts/**"],
			fields: { summary: ["deck", "teaser"] },
		});
	});

	it("are refused all at once, by name and place, with what to write instead", () => {
		const faults = faultsOf(
			"titel: The Gazette",
			"limit: many",
			"timezone: Europe/Wien",
			"language: english!",
			"url: example.org",
			"maxBytes: 12",
		);
		expect(faults.map((fault) => fault.split(" ").slice(0, 3).join(" "))).toEqual([
			"_index.md:1:1: error SETTING_UNKNOWN",
			"_index.md:4:1: error SETTING_INVALID",
			"_index.md:3:1: error SETTING_INVALID",
			"_index.md:2:1: error SETTING_INVALID",
			"_index.md:6:1: error SETTING_INVALID",
			"_index.md:5:1: error SETTING_INVALID",
		]);
		expect(faults[0]).toContain("Did you mean `title`?");
		expect(faults.join("\n")).toContain("`timezone` must be a name of the IANA time zone database");
		expect(faults.join("\n")).toContain("`limit` must be a whole number from 1 up, or `all`");
	});

	it("say nothing where nothing stands behind the colon", () => {
		expect(parse("image:", "title: X")).toEqual({ values: { title: "X" }, faults: [] });
	});

	it("keep what is right beside what is wrong", () => {
		expect(parse("title: Right", "limit: -1").values).toEqual({ title: "Right" });
	});

	it("hold settings of sections, checked like those of a section's own file", () => {
		const { values, faults } = parse("sections:", "  news:", "    limit: 5", "    lmit: 5");
		expect(values.sections).toEqual({ news: { limit: 5 } });
		expect(faults.map(renderFault)).toEqual([expect.stringMatching(/^_index\.md:4:5: .*`limit`/)]);
	});

	it("are another generator's own business in its files", () => {
		const text = parseYamlDocument("cascade:\n  type: blog\nlimit: many\ntitle: Blog", "_index.md");
		expect(parseSiteSettings(text, "foreign")).toEqual({ values: { title: "Blog" }, faults: [] });
	});

	it.each([
		["https://example.org", "https://example.org"],
		["http://EXAMPLE.org:80/a/b//", "http://example.org/a/b"],
		["https://example.org/?x=1", undefined],
		["https://user@example.org", undefined],
		["ftp://example.org", undefined],
	])("understands the url %s as %s", (written, understood) => {
		expect(parse(`url: ${written}`).values.url).toBe(understood);
	});
});

describe("a section's settings", () => {
	it("cannot hold what only a site has", () => {
		const text = parseYamlDocument("url: https://example.org", "news/_index.md");
		expect(parseSectionSettings(text, "strict").faults.map(renderFault)).toEqual([
			expect.stringContaining("`url` is a setting of the whole site"),
		]);
	});
});

describe("an authors file", () => {
	it("tells who an id is, as far as it says so", () => {
		const text = parseYamlDocument(
			"ida:\n  name: Ida Marlowe\n  url: https://example.org/ida\n  title: Editor\nbot:\n  title: none\nx:\n  name: X\n  url: javascript:1",
			"authors.yml",
		);
		expect(parseAuthors(text).values).toEqual({
			ida: { name: "Ida Marlowe", url: "https://example.org/ida" },
			x: { name: "X" },
		});
	});
});
