import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
	bundleWorker,
	stopBundling,
	type WorkerBundle,
} from "../../scripts/worker/bundle-worker.ts";
import { readWorkerConfig } from "../../scripts/worker/worker-config.ts";
import type { EdgeSite } from "../../src/publication/edge-site.ts";

const mostBytes = 100 * 1024;
const site: EdgeSite = {
	basePath: "",
	shards: 1,
	articles: 1,
	feeds: 3,
	documents: 9,
	lastChange: 0,
	build: "0",
};

describe("the Worker's script", () => {
	let place = "";
	let bundle: WorkerBundle = { script: "", modules: [] };
	beforeAll(async () => {
		place = await mkdtemp(join(tmpdir(), "broadsheet-script-"));
		const siteFile = join(place, "site.json");
		await writeFile(siteFile, JSON.stringify(site));
		const root = resolve(".");
		bundle = await bundleWorker(root, await readWorkerConfig(root), siteFile);
	});
	afterAll(async () => {
		await stopBundling();
		await rm(place, { recursive: true, force: true });
	});

	it("stays below 100 KB when it is uploaded", () => {
		expect(gzipSync(bundle.script).length).toBeLessThan(mostBytes);
	});

	it("holds nothing that renders: documents are finished when they reach it", () => {
		const packages = bundle.modules.map(
			(path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1],
		);
		expect([...new Set(packages.filter((name) => name !== undefined))]).toEqual(["hono"]);
		const own = bundle.modules.flatMap((path) => /^src\/(\w+)\//.exec(path)?.[1] ?? []);
		expect(new Set(own)).toEqual(
			new Set(["worker", "http", "publication", "pages", "feeds", "articles", "text"]),
		);
		const pages = bundle.modules.filter((path) => path.startsWith("src/pages/"));
		expect(pages).toEqual(["src/pages/subscribe-anchor.ts"]);
	});
});
