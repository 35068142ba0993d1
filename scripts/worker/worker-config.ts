import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "smol-toml";
import { z } from "zod";

/** What `wrangler.toml` says of the Worker that is deployed. */
const configSchema = z.looseObject({
	main: z.string(),
	compatibility_date: z.string(),
	compatibility_flags: z.array(z.string()).default([]),
	keep_names: z.boolean().default(true),
	alias: z.record(z.string(), z.string()),
	assets: z.looseObject({ directory: z.string(), binding: z.string() }),
	build: z.looseObject({ command: z.string() }),
});

export type WorkerConfig = z.infer<typeof configSchema>;

/** Reads the project's `wrangler.toml`, so that what runs locally is what is deployed. */
export async function readWorkerConfig(root: string): Promise<WorkerConfig> {
	return configSchema.parse(parse(await readFile(join(root, "wrangler.toml"), "utf8")));
}
