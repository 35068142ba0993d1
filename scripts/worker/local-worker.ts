import { mkdir, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import process from "node:process";
import { z } from "zod";
import { run } from "../../src/cli/run.ts";
import { bundleWorker, stopBundling } from "./bundle-worker.ts";
import type { Relay } from "./relay.ts";
import { type RunningWorkerd, startWorkerd } from "./start-workerd.ts";
import type { WorkerConfig } from "./worker-config.ts";

export interface LocalWorker {
	/**
	 * Prepares the folder's documents, and answers with them from then on. Gives the exit code of `build-worker`: if it
	 * is not 0, what was served before goes on. Rejects where the Worker itself cannot be run.
	 */
	renew(): Promise<number>;
	/** What is served. */
	counts(): Promise<{ readonly articles: number; readonly feeds: number }>;
	close(): Promise<void>;
}

export interface LocalWorkerSettings {
	readonly root: string;
	readonly config: WorkerConfig;
	/** Where `build-worker` prepares documents. */
	readonly prepared: string;
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly relay: Relay;
	/** Told when workerd ends by itself. */
	readonly onFailure: (reason: string) => void;
}

const countsSchema = z.object({ articles: z.number(), feeds: z.number() });

/** Runs the Worker over what `build-worker` prepares: a new workerd for each build, behind one port. */
export function createLocalWorker(settings: LocalWorkerSettings): LocalWorker {
	const { root, config, prepared, env, relay, onFailure } = settings;
	const siteFile = join(prepared, "site.json");
	const ending = new AbortController();
	let current: { readonly workerd: RunningWorkerd; readonly folder: string } | undefined;
	let generation = 0;
	let reported: ReadonlySet<string> = new Set();
	let renewing: Promise<unknown> = Promise.resolve();

	/** The build step of `wrangler.toml`, in this process; a fault is told once. */
	async function prepare(): Promise<number> {
		const lines = new Set<string>();
		const code = await run(["build-worker"], {
			env,
			folder: process.cwd(),
			clock: () => new Date(),
			fetch: () => Promise.reject(new TypeError("The local Worker asks no other server.")),
			print: () => undefined,
			report(line) {
				if (!reported.has(line)) process.stderr.write(`${line}\n`);
				lines.add(line);
			},
			output: "pipe",
			reports: "pipe",
			interrupted: () => new Promise(() => undefined),
			progress: () => undefined,
		});
		reported = lines;
		return code;
	}

	async function replaceWorkerd(): Promise<void> {
		const { script } = await bundleWorker(root, config, siteFile);
		generation += 1;
		// A server that still answers keeps its assets: the next ones are prepared beside them.
		const folder = join(prepared, `local-${process.pid}-${generation}`);
		await mkdir(folder, { recursive: true });
		await rename(join(prepared, "assets"), join(folder, "assets"));
		const workerd = await startWorkerd(folder, script, config, ending.signal);
		const former = current;
		current = { workerd, folder };
		void workerd.failed.then((reason) => {
			if (!ending.signal.aborted) onFailure(reason);
		});
		await relay.leadTo(workerd.port);
		await stop(former);
	}

	async function stop(server: typeof current): Promise<void> {
		await server?.workerd.stop();
		if (server) await rm(server.folder, { recursive: true, force: true });
	}

	async function renew(): Promise<number> {
		const code = await prepare();
		if (code === 0 && !ending.signal.aborted) await replaceWorkerd();
		return code;
	}

	return {
		renew() {
			const renewal = renew().catch((error: unknown) => {
				// What a renewal misses when everything ends is no fault.
				if (ending.signal.aborted) return 0;
				throw error;
			});
			renewing = renewal.catch(() => undefined);
			return renewal;
		},
		counts: async () => countsSchema.parse(JSON.parse(await readFile(siteFile, "utf8"))),
		async close() {
			relay.close();
			ending.abort();
			// A renewal under way may have a workerd of its own, or be ending the former one.
			await renewing;
			await Promise.all([stop(current), stopBundling()]);
		},
	};
}
