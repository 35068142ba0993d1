import { execFile, execFileSync } from "node:child_process";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { promisify } from "node:util";

/** A feed reader that is installed on this machine, with its data in a folder of the test's. */
export interface Reader {
	readonly name: string;
	/** Debian's package. */
	readonly debianPackage: string;
	/** How often it downloads a feed before it writes down its validators. */
	readonly downloads: number;
	isInstalled(): boolean;
	/** Subscribes, or asks again, as its user would; gives the titles that the user then sees, in any order. */
	poll(feedUrl: string, home: string): Promise<readonly string[]>;
}

const run = promisify(execFile);
const limits = { timeout: 30_000 };

function succeeds(command: string, ...args: readonly string[]): boolean {
	try {
		execFileSync(command, args, { stdio: "ignore", timeout: 10_000 });
		return true;
	} catch {
		return false;
	}
}

const newsboat: Reader = {
	name: "newsboat",
	debianPackage: "newsboat",
	// It writes them into the row of a feed, which is not there yet when the first answer comes.
	downloads: 2,
	isInstalled: () => succeeds("newsboat", "--version"),
	async poll(feedUrl, home) {
		const [urls, cache, config] = [
			join(home, "urls"),
			join(home, "cache.db"),
			join(home, "config"),
		];
		await writeFile(urls, `${feedUrl}\n`);
		await writeFile(config, "");
		await run("newsboat", ["-u", urls, "-c", cache, "-C", config, "-x", "reload"], {
			...limits,
			env: { ...process.env, HOME: home },
		});
		const database = new DatabaseSync(cache, { readOnly: true });
		const rows = database.prepare("select title from rss_item").all();
		database.close();
		return rows.map(({ title }) => String(title));
	},
};

/** With the conditional requests that its manual shows how to configure. */
const sfeedConfiguration = (feedUrl: string, home: string): string => `
sfeedpath=${home}/feeds
fetch() {
	curl -f -s -m 15 --compressed --etag-save '${home}/etag' --etag-compare '${home}/etag' "$2"
}
feeds() {
	feed feed '${feedUrl}'
}
`;

const sfeed: Reader = {
	name: "sfeed",
	debianPackage: "sfeed",
	downloads: 1,
	isInstalled: () => succeeds("sh", "-c", "command -v sfeed_update && command -v curl"),
	async poll(feedUrl, home) {
		const config = join(home, "sfeedrc");
		await writeFile(config, sfeedConfiguration(feedUrl, home));
		await run("sfeed_update", [config], limits);
		const table = await readFile(join(home, "feeds/feed"), "utf8");
		return table.split("\n").flatMap((line) => line.split("\t")[1] ?? []);
	},
};

const pythons = ["python3", "/usr/bin/python3"];
const script = "test/readers/poll-with-feedparser.py";

const feedparser: Reader = {
	name: "feedparser",
	debianPackage: "python3-feedparser",
	downloads: 1,
	isInstalled: () => findPython() !== undefined,
	async poll(feedUrl, home) {
		const memory = join(home, "memory.json");
		const before = JSON.parse(await readFile(memory, "utf8").catch(() => "{}"));
		const { etag = "", modified = "" } = before;
		const { stdout } = await run(findPython() ?? "", [script, feedUrl, etag, modified], limits);
		const answer = JSON.parse(stdout);
		if (answer.bozo) throw new Error(`feedparser found ${feedUrl} not well-formed.`);
		if (answer.titles.length === 0) return before.titles;
		await writeFile(memory, stdout);
		return answer.titles;
	},
};

function findPython(): string | undefined {
	return pythons.find((python) => succeeds(python, "-c", "import feedparser"));
}

export const readers: readonly Reader[] = [newsboat, sfeed, feedparser];

/** A folder in which a reader keeps what it knows. */
export async function makeHome(place: string, name: string): Promise<string> {
	const home = join(place, name);
	await mkdir(home, { recursive: true });
	return home;
}
