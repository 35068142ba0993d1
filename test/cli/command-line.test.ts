import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { commandTable, optionTable } from "../../src/cli/options.ts";
import { articleText, writeFiles } from "../write-files.ts";
import { makeFolder, runCli } from "./run-cli.ts";

describe("broadsheet", () => {
	it.each([[["--help"]], [[]], [["serve", "--help"]], [["--help", "--port"]]])(
		"explains itself: %j",
		async (argv) => {
			const { code, printed, reported } = await runCli(argv, {});
			expect([code, reported]).toEqual([0, []]);
			const help = printed.join("\n");
			for (const { usage } of Object.values(commandTable)) expect(help).toContain(usage);
			for (const name of Object.keys(optionTable)) expect(help).toContain(`--${name}`);
			expect(help).toContain("[BROADSHEET_PORT]");
			expect(help).toContain("[BROADSHEET_ARTICLES]");
		},
	);

	it("tells its version, which is the package's", async () => {
		const { version } = JSON.parse(await readFile("package.json", "utf8"));
		expect(await runCli(["--version"], {})).toMatchObject({ code: 0, printed: [version] });
		expect(await runCli(["serve", "--version"], {})).toMatchObject({ printed: [version] });
	});

	it.each([
		[["srve"], "There is no command “srve”. Did you mean `serve`?"],
		[["biuld"], "There is no command “biuld”. Did you mean `build`?"],
		[["publish"], "There is no command “publish”."],
		[["serve", "--prot", "1"], "There is no option --prot. Did you mean --port?"],
		[["check", "--colour"], "There is no option --colour."],
		[["check", "-x"], "There is no option -x."],
		[["check", "--port", "1"], "`check` has no option --port."],
		[["serve", "--port"], "The option --port needs a value, N."],
		[["serve", "--no-watch=yes"], "The option --no-watch takes no value."],
		[["serve", "a", "b"], "There is one folder too many: “b”."],
		[["build"], "`build` needs --out DIR."],
		[["serve", "--port", "http"], "The port must be a number from 0 to 65535, not “http”."],
		[["serve", "--port", "65536"], "The port must be a number from 0 to 65535, not “65536”."],
		[["check", "--url", "example.org"], "The option --url must be an absolute http or https URL"],
	])("refuses what it cannot understand with exit code 2: %j", async (argv, sentence) => {
		const { code, printed, reported } = await runCli(argv, {});
		expect([code, printed]).toEqual([2, []]);
		expect(reported).toHaveLength(1);
		expect(reported[0]).toContain(
			`broadsheet: error USAGE The command line cannot be understood. ${sentence}`,
		);
		expect(reported[0]).toMatch(/See `broadsheet --help`\.$/);
	});

	it.each([["serve"], ["check"], ["build-worker"]])(
		"%s: a folder that is not there ends it in one line",
		async (command) => {
			const folder = await makeFolder();
			const port = command === "serve" ? ["--port", "0"] : [];
			expect(await runCli([command, "nowhere", ...port], { folder })).toMatchObject({
				code: 1,
				printed: [],
				reported: [
					"broadsheet: error FOLDER_UNREADABLE The folder of articles cannot be read. nowhere: " +
						"There is no such file or folder. Name another folder, or give permission to read it.",
				],
			});
		},
	);

	it("a file in place of a folder ends it, too", async () => {
		const folder = await makeFolder();
		writeFiles(folder, { "a.md": articleText("A", "2026-01-01") });
		const { code, reported } = await runCli(["check", "a.md"], { folder });
		expect([code, reported]).toEqual([1, [expect.stringContaining("a.md: This is not a folder.")]]);
	});
});

describe("the environment", () => {
	const files = {
		"posts/one.md": articleText("One", "2026-01-01"),
		"settings.yaml": "title: From the file\nurl: https://file.example\n",
	};
	const readTitles = async (folder: string): Promise<string> =>
		await readFile(`${folder}/out/rss.xml`, "utf8");

	it("stands for flags that are not given: folder, settings, address", async () => {
		const folder = await makeFolder();
		writeFiles(folder, files);
		const env = {
			BROADSHEET_ARTICLES: "posts",
			BROADSHEET_SETTINGS: "settings.yaml",
			BROADSHEET_URL: "https://env.example",
		};
		expect(await runCli(["build", "--out", "out"], { folder, env })).toMatchObject({ code: 0 });
		const rss = await readTitles(folder);
		expect(rss).toContain("<title>From the file</title>");
		expect(rss).toContain("https://env.example/one/");
		expect(rss).not.toContain("file.example");
	});

	it("yields to flags", async () => {
		const folder = await makeFolder();
		writeFiles(folder, files);
		const env = {
			BROADSHEET_ARTICLES: "nowhere",
			BROADSHEET_SETTINGS: "nowhere.yaml",
			BROADSHEET_URL: "https://env.example",
		};
		const argv = ["build", "posts", "--out", "out", "--settings", "settings.yaml"];
		await runCli([...argv, "--url", "https://flag.example"], { folder, env });
		expect(await readTitles(folder)).toContain("https://flag.example/one/");
	});

	it("an empty variable says nothing, and one of another command neither", async () => {
		const folder = await makeFolder();
		writeFiles(folder, files);
		const env = { BROADSHEET_URL: "", BROADSHEET_SETTINGS: "", BROADSHEET_PORT: "http" };
		expect(await runCli(["check", "posts"], { folder, env })).toMatchObject({ code: 0 });
	});

	it("a port in it is understood as a flag would be", async () => {
		const env = { BROADSHEET_PORT: "http" };
		expect(await runCli(["serve"], { env })).toMatchObject({ code: 2 });
	});
});
