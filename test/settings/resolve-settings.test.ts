import { describe, expect, it } from "vitest";
import { resolveSection, resolveSite } from "../../src/settings/resolve-settings.ts";

const listener = "http://127.0.0.1:3000";

describe("a site's settings", () => {
	it("come from the weightiest layer that names them", () => {
		const site = resolveSite(
			[
				{ url: "https://flag.example" },
				{ url: "https://file.example", title: "File" },
				{ title: "Index", limit: 3 },
			],
			listener,
			{},
		);
		expect(site).toMatchObject({ url: "https://flag.example", title: "File", limit: 3 });
	});

	it("have the listener's address where nobody names one, and ids of localhost", () => {
		const site = resolveSite([{}], listener, {});
		expect(site).toMatchObject({ url: listener, feedsUrl: listener, authority: "localhost" });
	});

	it("have the defaults that the documentation tells", () => {
		expect(resolveSite([{ url: "https://example.org" }], listener, {})).toMatchObject({
			language: "en",
			timezone: "UTC",
			limit: 50,
			maxBytes: 1_000_000,
			maxAge: 30,
			content: "full",
			future: "hide",
			dialect: "broadsheet",
			authority: "example.org",
			pages: true,
			archives: true,
		});
	});

	it("serve no pages for another generator's site, unless told to", () => {
		expect(resolveSite([{ dialect: "jekyll" }], listener, {}).pages).toBe(false);
		expect(resolveSite([{ dialect: "jekyll", pages: true }], listener, {}).pages).toBe(true);
	});

	it("know authors by id from a map, which makes nobody the author of everything", () => {
		const site = resolveSite([{ authors: { ida: { name: "Ida" } } }], listener, {
			bo: { name: "Bo" },
		});
		expect(site.authors).toEqual([]);
		expect(site.authorsById).toEqual({ ida: { name: "Ida" }, bo: { name: "Bo" } });
	});
});

describe("a section's settings", () => {
	const site = resolveSite(
		[
			{
				title: "Site",
				description: "All",
				limit: 7,
				language: "de",
				authors: [{ name: "Ida" }],
				aliases: ["/index.xml"],
			},
		],
		listener,
		{},
	);

	it("are its parent's, except its title, its description and its old addresses", () => {
		const section = resolveSection(site, []);
		expect(section).toMatchObject({
			limit: 7,
			language: "de",
			authors: [{ name: "Ida" }],
			aliases: [],
		});
		expect(section.title).toBeUndefined();
		expect(section.description).toBeUndefined();
	});

	it("override the parent's, the weightier layer first", () => {
		const section = resolveSection(site, [{ limit: "all" }, { limit: 9, title: "News" }]);
		expect(section).toMatchObject({ limit: "all", title: "News", language: "de" });
	});
});
