/**
 * Packs the package, installs it into an empty folder as a user would, and reads a feed of the articles that are served
 * from there. Needs the npm registry.
 */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";

const timeLimit = 120_000;
const folder = mkdtempSync(join(tmpdir(), "broadsheet-package-"));
const root = join(import.meta.dirname, "..");

function npm(args: readonly string[], cwd: string): string {
	return execFileSync("npm", args, { cwd, encoding: "utf8", timeout: timeLimit });
}

async function readOrigin(server: ChildProcess): Promise<string> {
	let output = "";
	for await (const chunk of server.stdout ?? []) {
		output += String(chunk);
		const [origin] = /http:\/\/\S+(?=\n)/.exec(output) ?? [];
		if (origin !== undefined) return origin;
	}
	throw new Error(`The server ended without an address: ${output}`);
}

let server: ChildProcess | undefined;
try {
	const tarball = npm(["pack", "--silent", "--pack-destination", folder], root).trim();
	npm(["init", "--yes", "--silent"], folder);
	npm(["install", "--silent", join(folder, tarball)], folder);
	mkdirSync(join(folder, "articles"));
	writeFileSync(
		join(folder, "articles/hello.md"),
		"---\ndate: 2026-03-14\n---\n# Hello\n\nWorld.\n",
	);
	// npx hands no signal on, so the server is started in a process group of its own, and the group is ended.
	server = spawn("npx", ["broadsheet", "serve", "./articles", "--port", "0"], {
		cwd: folder,
		detached: true,
		stdio: ["ignore", "pipe", "inherit"],
		timeout: timeLimit,
	});
	const response = await fetch(`${await readOrigin(server)}/rss.xml`);
	const feed = await response.text();
	if (response.status !== 200 || !feed.includes("<title>Hello</title>"))
		throw new Error(`The installed package answered ${response.status}:\n${feed}`);
	process.stdout.write(`${tarball}, installed, serves its articles\n`);
} finally {
	if (server?.pid !== undefined && server.exitCode === null) {
		const ended = once(server, "exit");
		process.kill(-server.pid, "SIGTERM");
		await ended;
	}
	rmSync(folder, { recursive: true, force: true });
}
