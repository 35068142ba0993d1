import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunningServer } from "./client.ts";
import { startServer } from "./process.ts";

const publication = "test/fixtures/publication";

/** The real Node server with the fixture publication, or another folder, published under `url`. */
export function startNode(url: string, folder: string = publication): Promise<RunningServer> {
	return startBroadsheet(["npm", "run", "-s", "broadsheet", "--", "serve", folder], url, folder);
}

/** The real Worker in workerd with the fixture publication, or another folder, published under `url`. */
export function startWorkerd(url: string, folder: string = publication): Promise<RunningServer> {
	return startBroadsheet(["npm", "run", "-s", "dev:worker", "--"], url, folder);
}

async function startBroadsheet(
	command: readonly [string, ...string[]],
	url: string,
	folder: string,
): Promise<RunningServer> {
	const state = await mkdtemp(join(tmpdir(), "broadsheet-contract-"));
	const server = await startServer([...command, "--port", "0"], {
		BROADSHEET_ARTICLES: folder,
		BROADSHEET_URL: url,
		BROADSHEET_STATE: state,
	});
	return {
		origin: server.origin,
		basePath: new URL(url).pathname.replace(/\/$/, ""),
		close: async () => {
			await server.close();
			await rm(state, { recursive: true, force: true });
		},
	};
}
