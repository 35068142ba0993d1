/**
 * Kills a server at random moments while articles are published, edited, renamed and deleted, starts it again, and
 * compares what it serves with a second server over the same folder that is never killed: ids, order, tombstones,
 * bytes and entity tags must be the same, and no client may see Last-Modified go back or a tag come to mean other
 * bytes. Run by hand: `npm run kill-drill -- --kills 200 --seed 7`.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import process from "node:process";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";

export interface DrillReport {
	readonly kills: number;
	readonly comparisons: number;
	/** Sentences about what was not the same; none if all went well. */
	readonly differences: readonly string[];
}

interface Served {
	readonly etag: string;
	readonly lastModified: number;
	readonly body: string;
}

const addresses = ["", "/news", "/notes", "/tags/x"].flatMap((list) =>
	["rss.xml", "atom.xml", "feed.json"].map((file) => `${list}/${file}`),
);
const main = join(import.meta.dirname, "../src/cli/main.ts");
/** The longest that a change may take to be served, in milliseconds. */
const patience = 15_000;

/** Runs the drill and says what it found. The same seed gives the same changes; the moments are the machine's. */
export async function runKillDrill(kills: number, seed: number): Promise<DrillReport> {
	const root = mkdtempSync(join(tmpdir(), "broadsheet-kills-"));
	const folder = createChangingFolder(join(root, "articles"), createRandom(seed));
	const witness = createWitness();
	const steady = await startServer(folder.path, join(root, "steady"));
	let killed = await startServer(folder.path, join(root, "killed"));
	const differences: string[] = [];
	let comparisons = 0;
	try {
		for (let kill = 0; kill < kills; kill++) {
			const change = folder.change();
			await sleep(folder.random() * 400);
			// Somebody polls at that moment.
			const poll = fetchServed(killed.origin, "/atom.xml").catch(() => undefined);
			await sleep(folder.random() * 20);
			await killed.kill();
			const seen = await poll;
			if (seen) differences.push(...witness.see("/atom.xml", seen));
			killed = await startServer(folder.path, join(root, "killed"));
			for (const address of addresses) {
				const difference = await compare(steady.origin, killed.origin, address, witness);
				differences.push(...difference.map((text) => `after ${change}: ${text}`));
				comparisons += 1;
			}
		}
	} finally {
		await Promise.all([steady.kill(), killed.kill()]);
		rmSync(root, { recursive: true, force: true });
	}
	return { kills, comparisons, differences };
}

/** Waits until both servers give the same, and tells in how far they never did. */
async function compare(
	steady: string,
	killed: string,
	address: string,
	witness: ReturnType<typeof createWitness>,
): Promise<string[]> {
	const deadline = Date.now() + patience;
	for (;;) {
		const [one, other] = await Promise.all([
			fetchServed(steady, address),
			fetchServed(killed, address),
		]);
		const found = other ? witness.see(address, other) : [];
		const isSame = withoutInstants(one?.body) === withoutInstants(other?.body);
		if (found.length > 0 || isSame) return found;
		if (Date.now() > deadline) return [`${address} differs:\n${one?.body}\n${other?.body}`];
		await sleep(100);
	}
}

/** The instant of a deletion is when a server saw it, which is later for one that was not running. */
function withoutInstants(body: string | undefined): string | undefined {
	return body?.replaceAll(/ when="[^"]*"/g, "");
}

/** Remembers all that clients of one server were told, and says where it contradicts itself. */
function createWitness(): { see(address: string, served: Served): string[] } {
	const bodies = new Map<string, string>();
	const last = new Map<string, Served>();
	return {
		see(address, served) {
			const contradictions: string[] = [];
			const key = `${address} ${served.etag}`;
			if ((bodies.get(key) ?? served.body) !== served.body)
				contradictions.push(`${address}: one tag for two documents`);
			bodies.set(key, served.body);
			const before = last.get(address);
			if (before && served.lastModified < before.lastModified)
				contradictions.push(`${address}: Last-Modified went back`);
			if (before?.etag === served.etag && served.lastModified !== before.lastModified)
				contradictions.push(`${address}: Last-Modified moved without the bytes`);
			if (before && before.etag !== served.etag && served.lastModified === before.lastModified)
				contradictions.push(`${address}: the bytes moved without Last-Modified`);
			last.set(address, served);
			return contradictions;
		},
	};
}

async function fetchServed(origin: string, address: string): Promise<Served | undefined> {
	const response = await fetch(origin + address, { signal: AbortSignal.timeout(patience) });
	const body = await response.text();
	if (response.status !== 200) return undefined;
	return {
		body,
		etag: response.headers.get("etag") ?? "",
		lastModified: Date.parse(response.headers.get("last-modified") ?? ""),
	};
}

interface RunningServer {
	readonly origin: string;
	kill(): Promise<void>;
}

async function startServer(folder: string, state: string): Promise<RunningServer> {
	const args = [
		main,
		"serve",
		folder,
		"--port",
		"0",
		"--state",
		state,
		"--url",
		"https://example.org",
	];
	const child: ChildProcess = spawn(process.execPath, args, {
		stdio: ["ignore", "pipe", "ignore"],
	});
	const ended = once(child, "exit");
	if (!child.stdout) throw new Error("The server has no output.");
	for await (const line of createInterface({ input: child.stdout })) {
		const origin = /http:\/\/\S+/.exec(line)?.[0];
		if (origin === undefined) continue;
		return {
			origin,
			async kill() {
				child.kill("SIGKILL");
				await ended;
			},
		};
	}
	throw new Error("The server ended before it was ready.");
}

/** A folder that changes in one way or another each time: articles are published, edited, renamed, deleted. */
function createChangingFolder(path: string, random: () => number) {
	const files: string[] = [];
	let count = 0;
	const pick = () => files[Math.floor(random() * files.length)] ?? "";
	const text = (number: number, revision: number) =>
		`---\ntitle: Article ${number}\ndate: 2026-01-01T00:00:${String(number % 60).padStart(2, "0")}Z\n${number % 2 ? "tags: [x]\n" : ""}---\n\nText ${number}, revision ${revision}.\n`;
	const newName = () => {
		count += 1;
		return join(path, random() < 0.5 ? "news" : "notes", `${count}.md`);
	};
	const publish = () => {
		const name = newName();
		files.push(name);
		writeFileSync(name, text(count, 0));
		return `publishing ${name}`;
	};
	for (const section of ["news", "notes"]) mkdirSync(join(path, section), { recursive: true });
	writeFileSync(join(path, "_index.md"), "---\ntitle: Drill\nlimit: 12\n---\n");
	while (files.length < 15) publish();

	const changes = [
		publish,
		() => {
			const name = pick();
			writeFileSync(name, text(Number(/(\d+)\.md$/.exec(name)?.[1]), Math.floor(random() * 1e9)));
			return `editing ${name}`;
		},
		() => {
			const from = pick();
			const to = join(
				path,
				random() < 0.5 ? "news" : "notes",
				`r${count++}-${/(\d+)\.md$/.exec(from)?.[1]}.md`,
			);
			renameSync(from, to);
			files.splice(files.indexOf(from), 1, to);
			return `renaming ${from} to ${to}`;
		},
		() => {
			if (files.length < 10) return publish();
			const name = pick();
			rmSync(name);
			files.splice(files.indexOf(name), 1);
			return `deleting ${name}`;
		},
	];
	return {
		path,
		random,
		change: () => changes[Math.floor(random() * changes.length)]?.() ?? "",
	};
}

/** Numbers from 0 to 1 that the seed decides (mulberry32). */
function createRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

if (import.meta.main) {
	const { values } = parseArgs({
		options: { kills: { type: "string", default: "200" }, seed: { type: "string", default: "1" } },
	});
	const report = await runKillDrill(Number(values.kills), Number(values.seed));
	for (const difference of report.differences) process.stdout.write(`${difference}\n`);
	process.stdout.write(
		`${report.kills} kills, ${report.comparisons} comparisons, ${report.differences.length} differences\n`,
	);
	process.exitCode = report.differences.length > 0 ? 1 : 0;
}
