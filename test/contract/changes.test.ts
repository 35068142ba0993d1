import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { parseAtomFeed } from "feedsmith";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RunningServer } from "./client.ts";
import { type RawResponse, sendRaw } from "./raw-http.ts";
import { startNode, startWorkerd } from "./servers.ts";

/** How long a server may take to show a change, in milliseconds. */
const patience = 30_000;

describe.each([
	["Node", startNode],
	["workerd", startWorkerd],
] as const)("a folder that changes, on %s", (_name, start) => {
	let folder = "";
	let server: RunningServer | undefined;
	const ask = (target: string, ...headers: [string, string][]): Promise<RawResponse> =>
		sendRaw(server?.origin ?? "", { target, headers });

	/** Waits until an address has another tag than this one. */
	async function untilChanged(target: string, etag: string | undefined): Promise<RawResponse> {
		const deadline = Date.now() + patience;
		for (;;) {
			const response = await ask(target);
			if (response.status === 200 && response.header("etag") !== etag) return response;
			if (Date.now() > deadline) throw new Error(`${target} did not change.`);
			await sleep(200);
		}
	}

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), "broadsheet-changes-"));
		await cp("test/fixtures/publication", folder, { recursive: true });
		server = await start("https://example.org", folder);
	}, 90_000);
	afterAll(async () => {
		await server?.close();
		await rm(folder, { recursive: true, force: true });
	});

	it("sends the changes alone to who asks for them with a known tag, the whole feed to all others (52 to 56)", async () => {
		const before = await ask("/news/atom.xml");
		const known = before.header("etag") ?? "";
		expect((await ask("/news/atom.xml", ["A-IM", "feed"], ["If-None-Match", known])).status).toBe(
			304,
		);
		await writeFile(
			join(folder, "news/late-edition.md"),
			"---\ntitle: Late edition\ndate: 2026-05-05\n---\n\nIt is late.\n",
		);
		const whole = await untilChanged("/news/atom.xml", known);
		const delta = await ask("/news/atom.xml", ["A-IM", "feed"], ["If-None-Match", known]);
		expect(delta.status).toBe(226);
		expect(delta.header("im")).toBe("feed");
		expect(delta.header("etag")).toBe(whole.header("etag"));
		expect(delta.header("cache-control")).toBe("no-store, im");
		expect(delta.header("vary")).toContain("A-IM");
		const titles = (response: RawResponse) =>
			parseAtomFeed(response.body.toString()).entries?.map((entry) => entry.title?.value);
		expect(titles(delta)).toEqual(["Late edition"]);
		expect(titles(whole)?.length).toBeGreaterThan(1);

		const others: [string, string][][] = [
			[["A-IM", "feed"]],
			[["If-None-Match", known]],
			[
				["A-IM", "feed"],
				["If-None-Match", '"unheard-of"'],
			],
			[
				["A-IM", "feed;q=0"],
				["If-None-Match", known],
			],
			[
				["A-IM", "vcdiff, gzip"],
				["If-None-Match", known],
			],
		];
		for (const headers of others) {
			const response = await ask("/news/atom.xml", ...headers);
			expect([response.status, response.header("im")], JSON.stringify(headers)).toEqual([
				200,
				undefined,
			]);
			expect(response.body.equals(whole.body)).toBe(true);
		}
	}, 60_000);

	it("keeps id and place of a renamed article, and says gone of a deleted one (93, 97)", async () => {
		const before = await ask("/news/atom.xml");
		const ids = (response: RawResponse) =>
			(parseAtomFeed(response.body.toString()).entries ?? []).map((entry) => entry.id);
		const paper = join(folder, "news/morning-paper.md");
		await writeFile(join(folder, "guides/evening-paper.md"), await readFile(paper));
		await rm(paper);
		const after = await untilChanged(
			"/guides/atom.xml",
			(await ask("/guides/atom.xml")).header("etag"),
		);
		const moved = ids(before).find((id) => id?.endsWith("/news/morning-paper/"));
		expect(ids(after)).toContain(moved);
		const old = await ask("/news/morning-paper/");
		expect([old.status, old.header("location")]).toEqual([301, "/guides/evening-paper/"]);

		const etag = (await ask("/guides/atom.xml")).header("etag");
		await rm(join(folder, "guides/polling.md"));
		const withdrawn = await untilChanged("/guides/atom.xml", etag);
		expect(withdrawn.body.toString()).toMatch(
			/<at:deleted-entry [^>]*ref="[^"]*\/guides\/polling\/"/,
		);
		expect((await ask("/guides/polling/")).status).toBe(410);
	}, 60_000);
});
