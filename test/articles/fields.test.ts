import { describe, expect, it } from "vitest";
import { faultsOf, linesOf, parseWith } from "./sample-context.ts";

const articleOf = (...args: Parameters<typeof parseWith>) => parseWith(...args).article;

describe("an article's fields", () => {
	it.each([
		["date", "2026-05-01T10:00:00Z"],
		["published", "2026-05-01T10:00:00Z"],
		["pubDate", "2026-05-01T10:00:00Z"],
		["pub_date", "2026-05-01T10:00:00Z"],
		["Date", "Fri, 01 May 2026 10:00:00 GMT"],
	])("take the date from `%s`, before the file's name", (key, value) => {
		expect(articleOf(`${key}: ${value}`)?.published).toEqual(new Date("2026-05-01T10:00:00Z"));
	});

	it.each(["updated", "lastmod", "modified", "last_modified_at", "updatedDate"])(
		"take the update from `%s`",
		(key) => {
			expect(articleOf(`${key}: 2026-06-01`)?.updated).toEqual(new Date("2026-05-31T22:00:00Z"));
		},
	);

	it("never have an update before the date", () => {
		expect(articleOf("updated: 2020-01-01")?.updated).toEqual(new Date("2026-03-13T23:00:00Z"));
		expect(articleOf("")?.updated).toEqual(new Date("2026-03-13T23:00:00Z"));
	});

	it("show an article from the later of its date and its time of publishing, until it expires", () => {
		const article = articleOf("publishDate: 2026-04-01\nexpiryDate: 2026-05-01");
		expect(article?.visibleFrom).toEqual(new Date("2026-03-31T22:00:00Z"));
		expect(article?.visibleUntil).toEqual(new Date("2026-04-30T22:00:00Z"));
		expect(articleOf("publish: 2020-01-01")?.visibleFrom).toEqual(new Date("2026-03-13T23:00:00Z"));
	});

	it("do not hide an article for its date where the settings show the future", () => {
		const shown = articleOf("date: 2999-01-01", { future: "show" });
		expect(shown?.visibleFrom.getTime()).toBeLessThan(0);
		const held = articleOf("date: 2026-01-01\npublish: 2999-01-01", { future: "show" });
		expect(held?.visibleFrom).toEqual(new Date("2998-12-31T23:00:00Z"));
	});

	it.each([
		["draft: true", true],
		["draft: yes", true],
		['draft: "true"', true],
		["Draft: on", true],
		["draft: false", false],
		["draft: no", false],
		["draft:", false],
		["published: false", true],
		["published: no", true],
		["published: true", false],
		["published: false\ndate: 2026-03-14", true],
	])("know whether `%s` is a draft", (lines, draft) => {
		expect(articleOf(lines)?.draft).toBe(draft);
	});

	it("refuse a draft that is neither yes nor no", () => {
		expect(faultsOf(parseWith("draft: maybe"))).toEqual(["2:1 FIELD_INVALID"]);
	});

	it.each([
		["author: Jane Doe", [{ name: "Jane Doe" }]],
		["author: King, Jr.", [{ name: "King, Jr." }]],
		["authors: [Jane, Joe, Jane]", [{ name: "Jane" }, { name: "Joe" }]],
		["author: Jane Doe <jane@example.org>", [{ name: "Jane Doe", email: "jane@example.org" }]],
		["author: jane@example.org (Jane Doe)", [{ name: "Jane Doe", email: "jane@example.org" }]],
		[
			"author: {name: Jane, email: jane@example.org, url: 'https://jane.example'}",
			[{ name: "Jane", email: "jane@example.org", url: "https://jane.example/" }],
		],
		[
			"authors: [jd, {id: jd, name: J. D.}]",
			[
				{ name: "Jane Doe", url: "https://jane.example/" },
				{ name: "J. D.", url: "https://jane.example/" },
			],
		],
		["authors:\n  - toString", [{ name: "toString" }]],
		["author:", [{ name: "The house" }]],
		["title: none named", [{ name: "The house" }]],
	])("read authors: %s", (lines, authors) => {
		const authorsById = { jd: { name: "Jane Doe", url: "https://jane.example/" } };
		const settings = { authorsById, authors: [{ name: "The house" }] };
		const parsed = parseWith(lines, settings);
		expect(parsed.article?.authors).toEqual(authors);
		expect(parsed.faults).toEqual([]);
	});

	it("leave out what is wrong in an author, with a warning where it stands", () => {
		const parsed = parseWith(
			"authors:\n  - name: Jane\n    email: nowhere\n    url: javascript:alert(1)\n  - [x]\n  - url: https://a.example",
		);
		expect(parsed.article?.authors).toEqual([{ name: "Jane" }]);
		expect(faultsOf(parsed)).toEqual([
			"3:5 FIELD_IGNORED",
			"3:5 FIELD_IGNORED",
			"6:5 FIELD_IGNORED",
			"7:5 FIELD_IGNORED",
		]);
	});

	it.each([
		["tags: [a, B c, a]", ["a", "B c"]],
		["tags: one", ["one"]],
		["tags: one, two words ,three", ["one", "two words", "three"]],
		["tags:", []],
		["tags: []", []],
		["tags:\n  - 2026\n  - true\n  -\n  - {label: L, permalink: /l}", ["2026", "true", "L"]],
		["tag: single", ["single"]],
	])("read tags: %s", (lines, tags) => {
		const parsed = parseWith(lines);
		expect(parsed.article?.tags).toEqual(tags);
		expect(parsed.faults).toEqual([]);
	});

	it("part the tags of Jekyll at blanks, but not a single category", () => {
		const article = articleOf("tags: one two\ncategory: open source", { dialect: "jekyll" });
		expect(article?.tags).toEqual(["one", "two"]);
		expect(article?.categories).toEqual(["open source"]);
	});

	it.each([
		["image: /a.png", { reference: "/a.png" }],
		["image: {src: a.png, alt: A}", { reference: "a.png" }],
		["images: [a.png, b.png]", { reference: "a.png" }],
		["cover: {image: 'https://cdn.example/a b.png'}", { reference: "https://cdn.example/a b.png" }],
		["image: false", undefined],
	])("read an image: %s", (lines, image) => {
		expect(articleOf(lines)?.image).toEqual(image);
	});

	it.each([
		["enclosure: a.mp3", [{ reference: "a.mp3" }]],
		[
			"enclosure: {url: 'https://cdn.example/a.mp3', type: Audio/MPEG, length: 12345, title: T}",
			[
				{
					reference: "https://cdn.example/a.mp3",
					mediaType: "audio/mpeg",
					lengthInBytes: 12345,
					title: "T",
				},
			],
		],
		["enclosures:\n  - a.mp3\n  - file: b.ogg", [{ reference: "a.mp3" }, { reference: "b.ogg" }]],
	])("read enclosures: %s", (lines, enclosures) => {
		expect(articleOf(lines)?.enclosures).toEqual(enclosures);
	});

	it("leave out what is wrong in a picture or an enclosure, with a warning", () => {
		const parsed = parseWith(
			"image: javascript:alert(1)\nenclosures:\n  - {url: a.mp3, type: sound, length: long}\n  - {title: T}",
		);
		expect(parsed.article?.image).toBeUndefined();
		expect(parsed.article?.enclosures).toEqual([{ reference: "a.mp3" }]);
		expect(faultsOf(parsed)).toEqual([
			"2:1 FIELD_IGNORED",
			"4:5 FIELD_IGNORED",
			"4:5 FIELD_IGNORED",
			"5:5 FIELD_IGNORED",
		]);
	});

	it.each([
		["language: de", "de"],
		["lang: en_us", "en-US"],
		["language: zh-hant-tw", "zh-Hant-TW"],
	])("read a language: %s", (lines, language) => {
		expect(articleOf(lines)?.language).toBe(language);
	});

	it("leave a language out that is none", () => {
		expect(faultsOf(parseWith("lang: not a language"))).toEqual(["2:1 FIELD_IGNORED"]);
	});

	it.each([
		["id: 007", "007"],
		["guid: 'tag:example.org,2001:x'", "tag:example.org,2001:x"],
		["id: '  a b  '", "a b"],
		["id: ''", undefined],
	])("read an id as it is written: %s", (lines, id) => {
		expect(articleOf(lines)?.ownId).toBe(id);
	});

	it.each([
		["summary: S", "S"],
		["description: D\nexcerpt: E", "D"],
		["excerpt: |\n  Two\n  lines", "Two\nlines"],
	])("read a summary: %s", (lines, summary) => {
		expect(articleOf(lines)?.summary).toBe(summary);
	});

	it("hold no character that XML forbids (requirement 58)", () => {
		const article = articleOf(
			'title: "a\\u0007b"\nsummary: "c\\0d"\ntags: ["e\\u0001f"]\nauthor: "g\\u0002h"',
		);
		expect(article).toMatchObject({ title: "ab", summary: "cd", tags: ["ef"] });
		expect(article?.authors).toEqual([{ name: "gh" }]);
	});

	it("report everything at once, each where it stands", () => {
		const parsed = parseWith(
			"title: {a: b}\ndate: 2017-02-29\nupdated: soon\nslug: {a: b}\nid: [1]\nsummary: [x]\nown: key",
		);
		expect(parsed.article).toBeUndefined();
		expect(faultsOf(parsed)).toEqual([
			"2:1 FIELD_INVALID",
			"3:1 DATE_INVALID",
			"4:1 DATE_INVALID",
			"5:1 FIELD_INVALID",
			"7:1 FIELD_IGNORED",
			"6:1 FIELD_INVALID",
		]);
		expect(linesOf(parsed)[1]).toBe(
			"news/2026-03-14-name.md:3:1: error DATE_INVALID `date` is `2017-02-29`: February 2017 has the days 1 to 28. Write the date as 2026-03-14, 2026-03-14 09:30 or 2026-03-14T09:30:00+01:00.",
		);
	});

	it("have other names where the settings give them", () => {
		const fields = { summary: ["deck", "teaser"], date: ["released"] };
		expect(articleOf("teaser: T\ndescription: D", { fields })?.summary).toBe("T");
		expect(articleOf("summary: S\ndeck: D", { fields })?.summary).toBe("S");
		expect(articleOf("released: 2026-05-01", { fields })?.published).toEqual(
			new Date("2026-04-30T22:00:00Z"),
		);
	});

	it("have values for articles by glob, which the article's own overrule", () => {
		const defaults = [
			{ glob: "news/**", values: { author: "Desk", language: "de", tags: ["a"] } },
			{ glob: "*.md", values: { lang: "fr" } },
			{ glob: "other/**", values: { author: "Nobody" } },
		];
		const article = articleOf("tags: [b]", { defaults });
		expect(article).toMatchObject({ language: "fr", tags: ["b"], authors: [{ name: "Desk" }] });
		expect(articleOf("language: en", { defaults })?.language).toBe("en");
	});

	it("say that a wrong value is the settings' one", () => {
		const parsed = parseWith("title: T", { defaults: [{ glob: "**", values: { date: "soon" } }] });
		expect(linesOf(parsed)[0]).toContain(
			"1:1: error DATE_INVALID `date` of the settings' `defaults` is `soon`",
		);
	});
});
