/**
 * Runs the Worker in a local workerd, offline, over the folder that the BROADSHEET_* variables name, and follows its
 * changes. Takes `--port N` (0: any free one); prints one line with the address when ready. Why it is not
 * `wrangler dev`: decisions/010-dev-worker.md.
 */
import { join, resolve } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { defaultFolder, defaultState, folderVariable } from "../src/cli/options.ts";
import { followFolder } from "../src/node/follow-folder.ts";
import { openFolder } from "../src/node/open-folder.ts";
import { describeSystemError } from "../src/node/system-error.ts";
import { createLocalWorker } from "./worker/local-worker.ts";
import { openRelay } from "./worker/relay.ts";
import { readWorkerConfig } from "./worker/worker-config.ts";

const host = "127.0.0.1";
/** Changes that come in a burst are built together. In milliseconds. */
const burst = 60;

const root = resolve(import.meta.dirname, "..");
const state = resolve(process.env.BROADSHEET_STATE ?? defaultState);
const folder = resolve(process.env[folderVariable] ?? defaultFolder);

async function serve(port: number): Promise<void> {
	const relay = await openRelay(host, port).catch((error: unknown) =>
		fail(`${host}:${port}: ${describeSystemError(error)}`),
	);
	const origin = `http://${host}:${relay.port}`;
	const worker = createLocalWorker({
		root,
		config: await readWorkerConfig(root),
		prepared: join(state, "worker"),
		env: { ...process.env, BROADSHEET_LISTENER: origin },
		relay,
		onFailure: fail,
	});
	let working: Promise<unknown> = Promise.resolve();
	for (const signal of ["SIGTERM", "SIGINT"] as const) {
		process.once(signal, async () => {
			await worker.close();
			process.exit(0);
		});
	}
	const source = await openFolder(folder).catch((error: unknown) => fail(`${folder}: ${error}`));
	let timer: NodeJS.Timeout | undefined;
	followFolder(source, {
		onChange() {
			clearTimeout(timer);
			timer = setTimeout(() => {
				working = working.then(worker.renew).catch(fail);
			}, burst);
		},
	});
	working = worker.renew().catch(fail);
	const code = await working;
	if (code !== 0) process.exit(1);
	const { articles, feeds } = await worker.counts();
	process.stdout.write(`Serving ${articles} articles in ${feeds} feeds in workerd at ${origin}\n`);
}

function fail(reason: unknown): never {
	const message = reason instanceof Error ? reason.message : String(reason);
	process.stderr.write(`broadsheet: error DEV_WORKER ${message}\n`);
	process.exit(1);
}

const { values } = parseArgs({ options: { port: { type: "string", default: "8787" } } });
await serve(Number(values.port));
