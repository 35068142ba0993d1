import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sendRaw } from "../contract/raw-http.ts";

describe("npm run dev:worker", () => {
	let place = "";
	let child: ChildProcess | undefined;
	let origin = "";
	let output = "";
	let complaints = "";
	const article = (title: string) => `---\ntitle: ${title}\ndate: 2026-01-02\n---\nText.\n`;

	/** Over a connection of its own: one that is kept open may be closed in the very moment of a request. */
	const isServed = async (text: string): Promise<boolean> =>
		(await sendRaw(origin, { target: "/rss.xml" })).body.toString("utf8").includes(text);

	async function waitFor(isDone: () => boolean | Promise<boolean>, seconds: number): Promise<void> {
		const until = Date.now() + seconds * 1000;
		while (!(await isDone())) {
			if (Date.now() > until) throw new Error(`Not within ${seconds} seconds.\n${complaints}`);
			await new Promise((resolve) => setTimeout(resolve, 50));
		}
	}

	beforeAll(async () => {
		place = await mkdtemp(join(tmpdir(), "broadsheet-dev-worker-"));
		await cp("test/fixtures/publication", join(place, "articles"), { recursive: true });
		child = spawn("npm", ["run", "-s", "dev:worker", "--", "--port", "0"], {
			detached: true,
			stdio: ["ignore", "pipe", "pipe"],
			env: {
				...process.env,
				BROADSHEET_ARTICLES: join(place, "articles"),
				BROADSHEET_STATE: join(place, "state"),
			},
		});
		child.stdout?.on("data", (chunk) => {
			output += chunk;
		});
		child.stderr?.on("data", (chunk) => {
			complaints += chunk;
		});
		await waitFor(() => output.includes("\n"), 60);
		origin = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0] ?? "";
	}, 90_000);

	afterAll(async () => {
		try {
			if (child?.pid) process.kill(-child.pid, "SIGKILL");
		} catch {
			// It has ended.
		}
		await rm(place, { recursive: true, force: true });
	});

	it("prints one line, with what is served and where", () => {
		expect(output).toBe(`Serving 8 articles in 42 feeds in workerd at ${origin}\n`);
	});

	it("links to its own address where the site names none", async () => {
		expect(await isServed(`<link>${origin}/</link>`)).toBe(true);
	});

	it("shows a new article soon, and drops no connection meanwhile", async () => {
		const statuses = new Set<number>();
		await writeFile(join(place, "articles/news/fresh.md"), article("Fresh from the press"));
		await waitFor(async () => {
			statuses.add((await sendRaw(origin, { target: "/news/business/chart.png" })).status);
			return await isServed("Fresh from the press");
		}, 10);
		expect([...statuses]).toEqual([200]);
	});

	it("goes on with what it has while the settings are wrong, and says why", async () => {
		const settings = join(place, "articles/_index.md");
		const before = await readFile(settings, "utf8");
		await writeFile(settings, before.replace("---\n", "---\nmaxAge: never\n"));
		await waitFor(() => complaints.includes("maxAge"), 10);
		expect(await isServed("Fresh from the press")).toBe(true);
		await writeFile(settings, before);
		await writeFile(join(place, "articles/news/later.md"), article("Later news"));
		await waitFor(() => isServed("Later news"), 10);
	});

	it("ends with everything that it started, when asked to", async () => {
		const ended = once(child ?? fail(), "exit");
		process.kill(child?.pid ?? fail(), "SIGTERM");
		expect((await ended)[0]).toBe(0);
		// Whoever adopts the last of its children may take a moment to notice that it has ended.
		await waitFor(() => isGone(child?.pid ?? fail()), 5);
		await expect(fetch(origin)).rejects.toThrow();
		const left = await readdir(join(place, "state/worker"));
		expect(left.filter((name) => name.startsWith("local-"))).toEqual([]);
	});
});

/** Whether no process of a group is left. */
function isGone(group: number): boolean {
	try {
		process.kill(-group, 0);
		return false;
	} catch {
		return true;
	}
}

function fail(): never {
	throw new Error("The process was not started.");
}
