import { describe, expect, it } from "vitest";
import { articleText, writeFiles } from "../write-files.ts";
import { makeFolder, runCli } from "./run-cli.ts";

const site = "---\ntitle: Test\nurl: https://example.org\n---\n";

const faulty = {
	"articles/_index.md": site,
	"articles/leap.md": "---\ntitle: Leap\ndate: 2017-02-29\n---\nText\n",
	"articles/news/draft.md": "---\ndate: 2026-01-01\ndraft: true\n---\n# Draft\n",
	"articles/news/good.md": articleText("Good", "2026-01-01"),
	"articles/news/later.md": articleText("Later", "2026-12-01"),
	"articles/notes.yaml": "a: 1\n",
	"articles/undated.md": "# Undated\n",
};

const dateFix = "Write the date as 2026-03-14, 2026-03-14 09:30 or 2026-03-14T09:30:00+01:00.";

describe("check", () => {
	it("prints each fault as file:line:column, in the order of files, and counts them", async () => {
		const folder = await makeFolder();
		writeFiles(folder, faulty);
		expect(await runCli(["check"], { folder })).toEqual({
			code: 1,
			printed: [
				`leap.md:3:1: error DATE_INVALID \`date\` is \`2017-02-29\`: February 2017 has the days 1 to 28. ${dateFix}`,
				"news/draft.md:1:1: warning DRAFT This article is a draft. Take `draft` out to publish it.",
				"news/later.md:1:1: warning SCHEDULED This article appears on 2026-12-01T00:00:00.000Z. It appears by itself at that time.",
				"notes.yaml:1:1: warning NOT_AN_ARTICLE This file is not written in Markdown, HTML or plain text. Move it to where articles lie, or list it under `ignore`.",
				"undated.md:1:1: error DATE_MISSING The article says no date, and its file's name has none. Add `date: 2026-03-14` to the front matter, or begin the file name with 2026-03-14-.",
			],
			reported: ["3 articles, 2 errors, 3 warnings"],
			progress: [],
		});
	});

	it("exits with 0 where there is no error, warnings or not", async () => {
		const folder = await makeFolder();
		writeFiles(folder, {
			"articles/_index.md": site,
			"articles/good.md": articleText("Good", "2026-01-01"),
			"articles/later.md": articleText("Later", "2026-12-01"),
		});
		expect(await runCli(["check"], { folder })).toMatchObject({
			code: 0,
			reported: ["2 articles, 0 errors, 1 warning"],
		});
	});

	it("--json prints each fault as one line of JSON", async () => {
		const folder = await makeFolder();
		writeFiles(folder, faulty);
		const { code, printed } = await runCli(["check", "--json"], { folder, output: "terminal" });
		expect(code).toBe(1);
		expect(printed.map((line) => JSON.parse(line))).toMatchObject([
			{
				file: "leap.md",
				line: 3,
				column: 1,
				severity: "error",
				code: "DATE_INVALID",
				message: "`date` is `2017-02-29`: February 2017 has the days 1 to 28.",
				fix: dateFix,
			},
			{ file: "news/draft.md", severity: "warning", code: "DRAFT" },
			{ file: "news/later.md", severity: "warning", code: "SCHEDULED" },
			{ file: "notes.yaml", severity: "warning", code: "NOT_AN_ARTICLE" },
			{ file: "undated.md", severity: "error", code: "DATE_MISSING" },
		]);
	});

	it("shows the lines round each fault on a terminal, with a caret under the column", async () => {
		const folder = await makeFolder();
		writeFiles(folder, {
			"articles/_index.md": site,
			"articles/leap.md": faulty["articles/leap.md"],
		});
		const { printed } = await runCli(["check"], { folder, output: "terminal" });
		expect(printed.join("\n").split("\n").slice(1)).toEqual([
			"  1 | ---",
			"  2 | title: Leap",
			"> 3 | date: 2017-02-29",
			"    | ^",
			"  4 | ---",
			"  5 | Text",
			"",
		]);
	});

	it("a line shown on a terminal cannot move its cursor, and a fault without a line has none", async () => {
		const folder = await makeFolder();
		writeFiles(folder, {
			"articles/_index.md": site,
			"articles/a.md": "---\ndate: 2017-02-29\n---\n\u001b[2J\u001b[31mText\n",
			"articles/empty.md": "",
		});
		const { printed } = await runCli(["check"], { folder, output: "terminal" });
		expect(printed.join("\n")).not.toContain("\u001b");
		expect(printed.join("\n")).toContain("  4 | ·[2J·[31mText");
		expect(printed.at(-1)).toBe(
			"empty.md:1:1: error ARTICLE_EMPTY The file holds no text. Write the article, or delete the file.",
		);
	});

	it("keeps to one line whatever a file is called", async () => {
		const folder = await makeFolder();
		writeFiles(folder, { "articles/_index.md": site, "articles/a\n\u001b[2J.md": "# No date\n" });
		const { printed } = await runCli(["check"], { folder });
		expect(printed).toEqual([expect.stringMatching(/^a··\[2J\.md:1:1: error DATE_MISSING /)]);
	});

	it("tells of faulty settings as of any other fault, and of everything else besides", async () => {
		const folder = await makeFolder();
		writeFiles(folder, {
			"articles/_index.md": "---\ntitel: Test\nlimit: many\n---\n",
			"articles/news/_index.md": "---\nurl: https://example.org\n---\n",
			"articles/undated.md": "# Undated\n",
		});
		const { code, printed } = await runCli(["check"], { folder });
		expect(code).toBe(1);
		expect(printed).toEqual([
			"_index.md:2:1: error SETTING_UNKNOWN There is no setting `titel`. Did you mean `title`? Correct the name, or take the line out.",
			"_index.md:3:1: error SETTING_INVALID The setting `limit` must be a whole number from 1 up, or `all`. Write a value of the form that the message names.",
			"news/_index.md:2:1: error SETTING_UNKNOWN `url` is a setting of the whole site, so it cannot stand in a section. Correct the name, or take the line out.",
			expect.stringContaining("undated.md:1:1: error DATE_MISSING"),
		]);
	});
});

describe("faulty settings", () => {
	const settings = "---\ntitel: Test\nlimit: many\n---\n";

	it.each([
		["serve", "--port", "0"],
		["build", "--out", "out"],
		["build-worker", "--state", "state"],
	])("%s refuses them all at once, by name and place, without a stack trace", async (...argv) => {
		const folder = await makeFolder();
		writeFiles(folder, { "articles/_index.md": settings });
		expect(await runCli(argv, { folder })).toMatchObject({
			code: 1,
			printed: [],
			reported: [
				"_index.md:2:1: error SETTING_UNKNOWN There is no setting `titel`. Did you mean `title`? Correct the name, or take the line out.",
				"_index.md:3:1: error SETTING_INVALID The setting `limit` must be a whole number from 1 up, or `all`. Write a value of the form that the message names.",
				"broadsheet: error SETTINGS_REFUSED The settings are faulty. There are 2 errors. Correct what is listed above and start again.",
			],
		});
	});

	it("in a settings file are told with that file's name and lines", async () => {
		const folder = await makeFolder();
		writeFiles(folder, {
			"articles/a.md": "",
			"site.yaml": "url: example\ntimezone: Mars/Olympus\n",
		});
		const argv = ["check", "--settings", "site.yaml"];
		expect(await runCli(argv, { folder })).toMatchObject({
			code: 1,
			reported: [
				expect.stringMatching(/^site\.yaml:1:1: error SETTING_INVALID The setting `url` must be/),
				expect.stringMatching(/^site\.yaml:2:1: error SETTING_INVALID The setting `timezone` must/),
				expect.stringContaining("SETTINGS_REFUSED"),
			],
		});
	});

	it("a settings file that is not there is told by name", async () => {
		const folder = await makeFolder();
		writeFiles(folder, { "articles/a.md": "" });
		const { code, reported } = await runCli(["check", "--settings", "no.yaml"], { folder });
		expect([code, reported]).toEqual([
			1,
			[
				"broadsheet: error SETTINGS_UNREADABLE The settings file cannot be read. no.yaml: There is no such file or folder. Name another file with --settings.",
			],
		]);
	});
});
