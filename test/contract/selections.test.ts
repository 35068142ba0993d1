import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient, type RunningServer } from "./client.ts";
import { sendRaw } from "./raw-http.ts";
import { describeSelections, selections } from "./selections.ts";
import { startNode, startWorkerd } from "./servers.ts";

const transportHeaders = new Set(["date", "connection", "keep-alive", "transfer-encoding"]);

describe("selections on both runtimes", () => {
	const servers: Record<string, RunningServer> = {};
	let folder = "";
	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), "broadsheet-selections-"));
		await cp("test/fixtures/publication", folder, { recursive: true });
		await writeFile(join(folder, "guides/_index.md"), "---\nlimit: 2\n---\n");
		const url = "https://example.org/blog";
		const [node, workerd] = await Promise.all([startNode(url, folder), startWorkerd(url, folder)]);
		Object.assign(servers, { node, workerd });
	}, 90_000);
	afterAll(async () => {
		await Promise.all(Object.values(servers).map((server) => server.close()));
		await rm(folder, { recursive: true, force: true });
	});

	describe.each(["node", "workerd"])("%s", (name) => {
		describeSelections(
			createClient(() => {
				const server = servers[name];
				if (server === undefined) throw new Error("The server is not running.");
				return server;
			}),
		);
	});

	it("have the same status, headers and bytes (160)", async () => {
		const others = [
			"/rss.xml?tag=nothing",
			"/rss.xml?tag=B&tag=a",
			"/rss.xml?lang=%00",
			"/rss.xml?limit=1&'",
		];
		for (const target of [...selections, ...others]) {
			for (const method of ["GET", "HEAD"]) {
				for (const coding of ["gzip, br", "identity;q=0"]) {
					const request = { target, method, headers: [["Accept-Encoding", coding]] as const };
					const [node, workerd] = await Promise.all(
						["node", "workerd"].map(async (name) => {
							const response = await sendRaw(servers[name]?.origin ?? "", request);
							const headers = response.headers.filter(([header]) => !transportHeaders.has(header));
							return [response.status, headers.toSorted(), response.body.toString("utf8")];
						}),
					);
					expect(workerd, `${method} ${target}`).toEqual(node);
				}
			}
		}
	}, 60_000);
});
