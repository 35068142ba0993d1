import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { type ForeignSite, foreignSites } from "./foreign-sites.ts";
import { readEntries } from "./read-entries.ts";
import { makeFolder, runCli } from "./run-cli.ts";

const sites = foreignSites.map((site) => [site.name, site] as const);

async function writeSite({ files }: Pick<ForeignSite, "files">): Promise<string> {
	const root = await makeFolder();
	for (const [path, text] of Object.entries(files)) {
		await mkdir(dirname(join(root, path)), { recursive: true });
		await writeFile(join(root, path), text);
	}
	return root;
}

describe("a site of another generator, untouched", () => {
	it.each(sites)(
		"%s: its articles have its addresses, from the root and from the content folder",
		async (_, site) => {
			const root = await writeSite(site);
			for (const folder of [root, join(root, site.content)]) {
				const { title, errors, entries } = await readEntries(folder);
				expect(errors).toEqual([]);
				expect(title).toBe(site.title);
				expect(entries.map(({ url }) => url)).toEqual(site.urls);
			}
		},
	);

	it("is served under the address that the command line names", async () => {
		const [site] = foreignSites;
		const root = await writeSite(site ?? { files: {} });
		const { entries } = await readEntries(root, { url: "https://new.example/x" });
		expect(entries[0]?.url).toBe("https://new.example/x/trips/third/");
	});

	it("follows settings of the whole site before a section's in its configuration", async () => {
		const [site] = foreignSites;
		const root = await writeSite(site ?? { files: {} });
		await writeFile(join(root, "own.yaml"), "permalink: /own/:slug/\n");
		const { entries } = await readEntries(root, { settings: join(root, "own.yaml") });
		expect(entries[1]?.url).toBe("https://fjord.example/own/andre-dag/");
	});

	it("is told of in one line, beside what is asked for", async () => {
		const root = await writeSite({
			files: { "hugo.toml": 'title = "A"\n', "content/a.md": "# A" },
		});
		const { printed, reported } = await runCli(["check", ".", "--json"], { folder: root });
		expect(reported[0]).toBe(
			"broadsheet: a site of Hugo, by hugo.toml (title); its articles lie in content",
		);
		expect(printed.join("\n")).not.toContain("a site of");
	});

	it("keeps serving where its configuration is broken, with a warning", async () => {
		const root = await writeSite({
			files: { "hugo.toml": "title = [\n", "content/a.md": "---\ndate: 2026-01-02\n---\n# A\n" },
		});
		const { code, printed } = await runCli(["check", "content"], { folder: root });
		expect(code).toBe(0);
		expect(printed[0]).toMatch(
			/^\.\.\/hugo\.toml:\d+:\d+: warning SITE_CONFIG_UNREAD This is not TOML: /,
		);
	});

	it("does not warn of what the command line says anyway", async () => {
		const files = {
			"pelicanconf.py": "SITEURL = x()\nPATH = 'content'\n",
			"content/a.md": "Title: A\nDate: 2026-01-02\n\nA",
		};
		const root = await writeSite({ files });
		const warned = await runCli(["check", "content"], { folder: root });
		expect(warned.printed.join("\n")).toContain("SITE_CONFIG_UNREAD `SITEURL` cannot be known");
		const silent = await runCli(["check", "content", "--url", "https://a.example"], {
			folder: root,
		});
		expect(silent.printed.join("\n")).not.toContain("SITE_CONFIG_UNREAD");
	});
});

describe("the page about a generator", () => {
	it.each(sites)("%s: has a command that does what it says", async (name, site) => {
		const page = await readFile(
			join(import.meta.dirname, `../../docs/generators/${name.toLowerCase()}.md`),
			"utf8",
		);
		const folder = /^npx broadsheet serve (\S+)$/m.exec(page)?.[1] ?? "";
		const root = await writeSite(site);
		const { entries } = await readEntries(join(root, folder));
		expect(entries.map(({ url }) => url)).toEqual(site.urls);
	});
});

describe("broadsheet init", () => {
	it.each(sites)(
		"%s: the written settings give the same entries without the site's configuration",
		async (_, site) => {
			const root = await writeSite(site);
			const { code, printed } = await runCli(["init", "."], { folder: root });
			expect(code).toBe(0);
			expect(printed[0]).toBe(`This is a site of ${site.name}.`);

			const alone = await makeFolder();
			await cp(join(root, site.content), join(alone, "content"), {
				recursive: true,
				filter: (path) => !path.endsWith("site.yaml") && !path.endsWith("_config.yml"),
			});
			const settings = join(root, "site.yaml");
			expect(await readEntries(join(alone, "content"), { settings })).toEqual(
				await readEntries(root),
			);
			expect(await readEntries(root, { settings })).toEqual(await readEntries(root));
		},
	);

	it("says what was found and where, what was not, and what would be published", async () => {
		const root = await writeSite({
			files: {
				"hugo.toml": 'title = "Fjord"\n[permalinks]\nposts = "/:nowhere/"\n',
				"content/posts/a.md": "---\ntitle: Andre dag\ndate: 2026-02-03\n---\n",
				"content/posts/b.md": "---\ntitle: B\ndate: 2026-01-02\n---\n",
			},
		});
		const { printed } = await runCli(["init", "content"], { folder: root });
		expect(printed).toEqual([
			"This is a site of Hugo.",
			"",
			"Found",
			"  dialect  hugo   hugo.toml:1:1 (Hugo)",
			"  title    Fjord  hugo.toml:1:1 title",
			"",
			"Not known",
			"  sections.posts.permalink  `:nowhere` is no word of such a pattern   hugo.toml:3:1 permalinks.posts",
			"  url                       nobody names it: write it into site.yaml",
			"  language                  nobody names it: en stands for it",
			"  timezone                  nobody names it: UTC stands for it",
			"",
			"Would publish 2 of 2 articles; other texts: 0. `broadsheet check` says why these are left out.",
			"  posts: 2, for example",
			"    2026-02-03 Andre dag",
			"    /posts/a/",
			"",
			"Wrote site.yaml.",
			"To serve it: broadsheet serve content --settings site.yaml",
		]);
		expect(
			await readFile(join(root, "site.yaml"), "utf8"),
		).toBe(`# Settings for Broadsheet, made by \`broadsheet init\`.

# hugo.toml:1:1 (Hugo)
dialect: hugo

# hugo.toml:1:1 title
title: Fjord

# Not known:
# url: https://example.org
# language: en
# timezone: UTC
`);
	});

	it("writes what the command line says besides", async () => {
		const root = await writeSite({ files: { "a.md": "---\ndate: 2026-01-02\n---\n# A" } });
		const { printed } = await runCli(["init", ".", "--url", "https://a.example"], { folder: root });
		expect(printed[0]).toBe(
			"No other generator is recognised: this is read as a folder of Broadsheet's own.",
		);
		expect(await readFile(join(root, "site.yaml"), "utf8")).toContain("url: https://a.example\n");
	});

	it("leaves a file that is there as it is, and prints the settings", async () => {
		const root = await writeSite({ files: { "site.yaml": "title: Mine\n", "a.md": "# A" } });
		const { code, printed } = await runCli(["init", ".", "--url", "https://a.example"], {
			folder: root,
		});
		expect(code).toBe(0);
		expect(await readFile(join(root, "site.yaml"), "utf8")).toBe("title: Mine\n");
		expect(printed.join("\n")).toContain("There is a site.yaml already");
		expect(printed.join("\n")).toContain("url: https://a.example\n");
	});
});
