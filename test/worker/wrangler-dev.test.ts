import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readWorkerConfig } from "../../scripts/worker/worker-config.ts";
import type { RunningServer } from "../contract/client.ts";
import { startServer } from "../contract/process.ts";

const root = resolve(".");

/** The configuration that is deployed, under Cloudflare's own asset handler, which `dev:worker` does not run. */
describe("wrangler.toml", () => {
	let place = "";
	let server: RunningServer | undefined;
	beforeAll(async () => {
		place = await mkdtemp(join(tmpdir(), "broadsheet-wrangler-"));
		const prepared = join(place, "worker");
		const deployed = await readWorkerConfig(root);
		const local = {
			...deployed,
			main: join(root, deployed.main),
			build: { ...deployed.build, cwd: root },
			alias: { ...deployed.alias, "broadsheet:site": join(prepared, "site.json") },
			assets: { ...deployed.assets, directory: join(prepared, "assets") },
		};
		await mkdir(join(prepared, "assets"), { recursive: true });
		const config = join(place, "wrangler.json");
		await writeFile(config, JSON.stringify(local));
		const wrangler = join(root, "node_modules/.bin/wrangler");
		server = await startServer([wrangler, "dev", "--config", config, "--port", "0"], {
			BROADSHEET_ARTICLES: resolve("test/fixtures/publication"),
			BROADSHEET_STATE: place,
			// Nobody is there to be asked for a former build.
			BROADSHEET_URL: "https://127.0.0.1",
			CI: "1",
			WRANGLER_SEND_METRICS: "false",
			CLOUDFLARE_CF_FETCH_ENABLED: "false",
		});
	}, 90_000);
	afterAll(async () => {
		await server?.close();
		await rm(place, { recursive: true, force: true });
	});

	it("boots, and every request reaches the Worker before the assets do", async () => {
		const ask = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
			fetch(`${server?.origin}${path}`, {
				headers,
				redirect: "manual",
				signal: AbortSignal.timeout(10_000),
			});
		const feed = await ask("/rss.xml");
		expect([feed.status, feed.headers.get("content-type")]).toEqual([
			200,
			"application/rss+xml; charset=utf-8",
		]);
		expect(await feed.text()).toContain("The Contract Gazette");
		const etag = feed.headers.get("etag") ?? "";
		expect((await ask("/rss.xml", { "If-None-Match": `"x", ${etag}` })).status).toBe(304);
		const page = await ask("/news/");
		expect([page.status, page.headers.get("content-type")]).toEqual([
			200,
			"text/html; charset=utf-8",
		]);
		expect((await ask("/news")).status).toBe(301);
		const picture = await ask("/news/business/chart.png");
		expect([picture.status, picture.headers.get("content-type")]).toEqual([200, "image/png"]);
		expect((await ask("/manifest/0.json")).status).toBe(404);
	});
});
