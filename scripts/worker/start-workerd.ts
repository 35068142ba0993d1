import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import type { WorkerConfig } from "./worker-config.ts";

export interface RunningWorkerd {
	/** Where it listens on 127.0.0.1. */
	readonly port: number;
	readonly pid: number;
	/** Resolves with a sentence if it ends without having been asked to. */
	readonly failed: Promise<string>;
	/** Lets open requests finish, then ends it. */
	stop(): Promise<void>;
}

/** In milliseconds. */
const readyWithin = 20_000;
/** How long open requests may still take, in milliseconds. */
const gracePeriod = 3_000;

/**
 * Runs a bundled Worker in workerd alone. `folder` holds its assets in `assets/` and gets the script and the
 * configuration. The assets are a plain disk service: the Worker asks for them by exact names, and sets every header.
 * `ending` ends it at any time. Rejects when workerd is not ready in time.
 */
export async function startWorkerd(
	folder: string,
	script: string,
	config: WorkerConfig,
	ending: AbortSignal,
): Promise<RunningWorkerd> {
	await mkdir(folder, { recursive: true });
	await writeFile(join(folder, "worker.js"), script);
	const configFile = join(folder, "workerd.capnp");
	await writeFile(configFile, renderConfig(join(folder, "assets"), config));
	const child = spawn("workerd", ["serve", configFile, "--control-fd=3"], {
		// What the Worker logs is for people to read: standard output is the ready line's.
		stdio: ["ignore", 2, 2, "pipe"],
		signal: ending,
	});
	const exited = new Promise<string>((resolve) => {
		child.once("error", (error) => resolve(`workerd cannot be started. ${error.message}`));
		child.once("exit", (code, signal) => resolve(`workerd ended with ${signal ?? code}.`));
	});
	let isStopping = false;
	const stop = async (): Promise<void> => {
		isStopping = true;
		child.kill("SIGTERM");
		const timer = setTimeout(() => child.kill("SIGKILL"), gracePeriod);
		await exited;
		clearTimeout(timer);
	};
	try {
		const port = await readPort(child.stdio[3], exited);
		const failed = exited.then((reason) =>
			isStopping ? new Promise<never>(() => undefined) : reason,
		);
		return { port, pid: child.pid ?? 0, failed, stop };
	} catch (error) {
		await stop();
		throw error;
	}
}

/** workerd tells on its control descriptor, in lines of JSON, where it listens. */
async function readPort(control: unknown, exited: Promise<string>): Promise<number> {
	if (!isReadable(control)) throw new Error("workerd has no control descriptor.");
	let told = "";
	control.on("data", (chunk: Buffer) => {
		told += chunk.toString();
	});
	const failed = exited.then((reason) => Promise.reject(new Error(reason)));
	const signal = AbortSignal.timeout(readyWithin);
	for (;;) {
		const port = /"event":"listen".*?"port":(\d+)/.exec(told)?.[1];
		if (port !== undefined) return Number(port);
		await Promise.race([once(control, "data", { signal }), failed]);
	}
}

function isReadable(stream: unknown): stream is Readable {
	return typeof stream === "object" && stream !== null && "readable" in stream;
}

function renderConfig(assets: string, config: WorkerConfig): string {
	const flags = config.compatibility_flags.map((flag) => JSON.stringify(flag)).join(", ");
	return `using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "worker", worker = (
      modules = [(name = "worker.js", esModule = embed "worker.js")],
      compatibilityDate = ${JSON.stringify(config.compatibility_date)},
      compatibilityFlags = [${flags}],
      bindings = [(name = ${JSON.stringify(config.assets.binding)}, service = "assets")],
    )),
    (name = "assets", disk = (path = ${JSON.stringify(assets)})),
  ],
  sockets = [(name = "http", address = "127.0.0.1:0", http = (), service = "worker")],
);
`;
}
