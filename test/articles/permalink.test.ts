import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findDialect } from "../../src/articles/dialects/dialects.ts";
import { buildPermalink, parseOwnPermalink } from "../../src/articles/permalink.ts";

const context = {
	siteUrl: "https://example.org/blog",
	dialect: findDialect("broadsheet"),
	zone: "Europe/Berlin",
};
const source = {
	path: "news/us/2026-03-04-A Name.md",
	title: "The Title!",
	section: [
		{ slug: "news", name: "News" },
		{ slug: "us", name: "US" },
	],
	categories: ["Open Source", "Law"],
	published: new Date("2026-03-03T23:05:06Z"),
	isDatedByPath: true,
	siteLanguage: "en",
	data: {},
	hasFile: () => false,
};
const answer = (permalink: ReturnType<typeof buildPermalink>) =>
	"url" in permalink ? permalink.url.replace("https://example.org", "") : permalink.reason;
const build = (pattern: string | undefined, changes: object = {}) =>
	answer(buildPermalink(pattern, { ...source, ...changes }, context));
const own = (written: string) => answer(parseOwnPermalink(written, source, context));

describe("buildPermalink", () => {
	it.each([
		[undefined, "/blog/news/us/a-name/"],
		["/:year/:month/:day/:slug/", "/blog/2026/03/04/a-name/"],
		[":short_year-:i_month-:i_day-:y_day/:title.html", "/blog/26-3-4-063/the-title.html"],
		["/:hour:minute:second/:filename", "/blog/000506/2026-03-04-a-name"],
		["/:section/:slug", "/blog/news/a-name"],
		["/:categories/:slug/", "/blog/open-source/law/a-name/"],
		["/fixed/caf%C3%A9/:slug", "/blog/fixed/caf%C3%A9/a-name"],
		["/:nonsense/", "`:nonsense` is no word of such a pattern"],
		["/../:slug", "an address has no `.` and no `..` between its slashes"],
		["/?p=:slug", "an address has no `?` and no `#`"],
	])("makes an address of %j", (pattern, address) => {
		expect(build(pattern)).toBe(address);
	});

	it("leaves out what an article does not have", () => {
		expect(build("/:categories/:sections/:slug/", { section: [], categories: [] })).toBe(
			"/blog/a-name/",
		);
	});

	it("takes the slug of the front matter before the file's name", () => {
		expect(build(undefined, { slug: "My Slug" })).toBe("/blog/news/us/my-slug/");
		expect(build(undefined, { slug: "../../etc" })).toBe("/blog/news/us/etc/");
	});

	it("encodes what an address cannot hold, once, and composes characters (requirement 94)", () => {
		expect(build(undefined, { path: "Ko\u0308ln & 日本.md", section: [] })).toBe(
			"/blog/k%C3%B6ln-%E6%97%A5%E6%9C%AC/",
		);
		expect(build(undefined, { path: "%41!.md", section: [] })).toBe("/blog/41/");
		expect(build(undefined, { path: "!%.md", section: [] })).toBe("/blog/!%25/");
	});
});

describe("parseOwnPermalink", () => {
	it.each([
		["/a/b/", "/blog/a/b/"],
		["a/b.html", "/blog/a/b.html"],
		["https://example.org/other/x/", "/other/x/"],
		["HTTPS://Example.ORG:443/x", "/x"],
		["https://example.org", "/"],
		["/K\u00F6ln und so/", "/blog/K%C3%B6ln%20und%20so/"],
		["/k%c3%b6ln/%7Euser/a%2Fb/", "/blog/k%C3%B6ln/~user/a%2Fb/"],
		["/100%/", "/blog/100%25/"],
		["/a//b", "/blog/a/b"],
		["/it's,(a)+b;c=d&e:f@g!/", "/blog/it's,(a)+b;c=d&e:f@g!/"],
	])("takes %j", (written, address) => {
		expect(own(written)).toBe(address);
	});

	it.each([
		"/../x/",
		"/a/./b",
		"/a/%2e%2E/b",
		"https://example.org/a/../../b",
		"https://example.com/x/",
		"http://example.org/x/",
		"//example.com/x",
		"\\\\example.com\\x",
		"javascript:alert(1)",
		"/a?b=c",
		"/a#b",
		"/a\u0000b",
		"/a%0Ab",
		"/a\\..\\b",
		"/{{ page.date }}/",
	])("refuses %j", (written) => {
		expect(parseOwnPermalink(written, source, context)).toHaveProperty("reason");
	});

	it("gives addresses below the site that URL parsers leave as they are, whatever is written", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), (written) => {
				const permalink = parseOwnPermalink(`/${written}`, source, context);
				if ("reason" in permalink) return;
				expect(permalink.url.startsWith("https://example.org/")).toBe(true);
				expect(new URL(permalink.url).href).toBe(permalink.url);
			}),
			{ numRuns: 1000 },
		);
	});
});
