/**
 * Runs the Worker in a local workerd, offline, over the folder that the BROADSHEET_* variables name, and follows its
 * changes. Takes `--port N` (0: any free one); prints one line with the address when ready.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join, resolve } from "node:path";
import process from "node:process";
import { parseArgs } from "node:util";
import { parse } from "smol-toml";
import { z } from "zod";
import { defaultFolder, defaultState, folderVariable } from "../src/cli/options.ts";

const configSchema = z.looseObject({
	main: z.string(),
	build: z.looseObject({ command: z.string() }),
	alias: z.record(z.string(), z.string()),
	assets: z.looseObject({ directory: z.string() }),
});

const host = "127.0.0.1";
const root = resolve(import.meta.dirname, "..");

/** The project's wrangler.toml with this run's folders in it; paths in it are absolute, as it lies elsewhere. */
async function writeConfig(): Promise<string> {
	const state = resolve(process.env.BROADSHEET_STATE ?? defaultState, "worker");
	const folder = resolve(process.env[folderVariable] ?? defaultFolder);
	const config = configSchema.parse(parse(await readFile(join(root, "wrangler.toml"), "utf8")));
	const local = {
		...config,
		main: resolve(root, config.main),
		build: { ...config.build, cwd: root, watch_dir: folder },
		alias: { "broadsheet:site": join(state, "site.json") },
		assets: { ...config.assets, directory: join(state, "assets") },
	};
	await mkdir(join(state, "assets"), { recursive: true });
	const path = join(state, "wrangler.json");
	await writeFile(path, JSON.stringify(local, null, "\t"));
	return path;
}

function startWrangler(config: string, port: string): ChildProcess {
	return spawn(
		"wrangler",
		[
			"dev",
			"--config",
			config,
			"--ip",
			host,
			"--port",
			port,
			"--show-interactive-dev-session=false",
		],
		{
			stdio: ["ignore", "pipe", "inherit"],
			env: {
				...process.env,
				CI: "1",
				BROADSHEET_LISTENER: `http://${host}:${port}`,
				WRANGLER_SEND_METRICS: "false",
				CLOUDFLARE_CF_FETCH_ENABLED: "false",
				BROADSHEET_STATE: resolve(process.env.BROADSHEET_STATE ?? defaultState),
				[folderVariable]: resolve(process.env[folderVariable] ?? defaultFolder),
			},
		},
	);
}

/** A port that nothing listens at: links need to know it before wrangler would choose one. */
async function findFreePort(): Promise<string> {
	const server = createServer().listen(0, host);
	await once(server, "listening");
	const address = server.address();
	server.close();
	await once(server, "close");
	return String(typeof address === "object" ? (address?.port ?? 0) : 0);
}

const { values } = parseArgs({ options: { port: { type: "string", default: "8787" } } });
const port = values.port === "0" ? await findFreePort() : values.port;
const child = startWrangler(await writeConfig(), port);
let output = "";
let isReady = false;
child.stdout?.on("data", (chunk: Buffer) => {
	output = (output + chunk.toString()).slice(-10_000);
	const [, address] = /Ready on (http:\/\/\S+)/.exec(output) ?? [];
	if (isReady || !address) {
		process.stderr.write(chunk);
		return;
	}
	isReady = true;
	process.stdout.write(`Serving in workerd at ${address}\n`);
});
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => child.kill(signal));
child.on("error", (error) => {
	process.stderr.write(`broadsheet: error wrangler cannot be started. ${error.message}\n`);
	process.exit(1);
});
child.on("exit", (code) => process.exit(isReady ? 0 : (code ?? 1)));
