import { readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

/** What a build was made from, and what it left: where both are as they were, there is nothing to build. */
export interface BuildRecord {
	/** A hash of all that decides what is built. */
	readonly key: string;
	/** The instant at which anything changes by schedule, in milliseconds since 1970; null for never. */
	readonly until: number | null;
	/** What was said of the folder's faults. */
	readonly reported: readonly string[];
	/** What was printed. */
	readonly printed: string;
	readonly code: number;
	/** Below the output folder: path, size in bytes, time in milliseconds since 1970. */
	readonly files: readonly (readonly [path: string, size: number, time: number])[];
}

const recordSchema = z.object({
	key: z.string(),
	until: z.number().nullable(),
	reported: z.array(z.string()),
	printed: z.string(),
	code: z.number(),
	files: z.array(z.tuple([z.string(), z.number(), z.number()])),
});

/** The record in a file; undefined where there is none that can be read. */
export function readBuildRecord(file: string): BuildRecord | undefined {
	try {
		return recordSchema.safeParse(JSON.parse(readFileSync(file, "utf8"))).data;
	} catch {
		return undefined;
	}
}

/** Stores a record; where that is impossible, the next build is merely made anew. */
export function writeBuildRecord(file: string, record: BuildRecord): void {
	try {
		writeFileSync(`${file}.new`, JSON.stringify(record));
		renameSync(`${file}.new`, file);
	} catch {
		// The state folder may be read-only.
	}
}

/** What lies in an output folder under these paths. */
export function listOutput(out: string, paths: Iterable<string>): BuildRecord["files"] {
	return [...paths].flatMap((path) => {
		const stats = statSync(join(out, path), { throwIfNoEntry: false });
		return stats ? [[path, stats.size, stats.mtimeMs] as const] : [];
	});
}

/** Whether an output folder is as a record says. */
export function isIntact(out: string, { files }: BuildRecord): boolean {
	return files.every(([path, size, time]) => {
		const stats = statSync(join(out, path), { throwIfNoEntry: false });
		return stats?.size === size && stats.mtimeMs === time;
	});
}
