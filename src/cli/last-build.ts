import { statSync } from "node:fs";
import type { ListedFile } from "../articles/article-file.ts";
import { readBuildId } from "../node/build-id.ts";
import {
	type BuildRecord,
	isIntact,
	listOutput,
	readBuildRecord,
	writeBuildRecord,
} from "../node/build-record.ts";
import { digestBytes } from "../node/node-runtime.ts";
import { locateState } from "../node/open-state.ts";
import type { Place } from "./open-place.ts";

/** What is said of a build, and what it wrote. */
export interface BuildReport extends Omit<BuildRecord, "key" | "files"> {
	/** Below the output folder. */
	readonly paths: readonly string[];
}

/**
 * The last build into a folder, where it would come to the same now: the articles, the settings, the code and what was
 * published are as they were, nothing was due since, and the output is as it was left.
 */
export async function recallBuild(
	place: Place,
	out: string,
	now: Date,
): Promise<BuildRecord | undefined> {
	const { folder, stateFolder } = place;
	const record = readBuildRecord(locateState(stateFolder, folder.root).build);
	if (!record || (record.until !== null && record.until <= now.getTime())) return undefined;
	const { files } = await folder.list();
	return record.key === keyOf(place, out, files) && isIntact(out, record) ? record : undefined;
}

/** Notes a build for the next one; `files` are those that it was made from. The state is closed by then. */
export function noteBuild(
	place: Place,
	out: string,
	files: readonly ListedFile[],
	{ paths, ...report }: BuildReport,
): void {
	const { build } = locateState(place.stateFolder, place.folder.root);
	const key = keyOf(place, out, files);
	writeBuildRecord(build, { ...report, key, files: listOutput(out, paths) });
}

function keyOf(
	{ folder, flags, file, config, stateFolder }: Place,
	out: string,
	files: readonly ListedFile[],
): string {
	const { database } = locateState(stateFolder, folder.root);
	const state = [database, `${database}-wal`].map((path) => {
		const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
		return stats ? `${stats.size} ${stats.mtimeNs}` : "";
	});
	const listed = files.map(({ path, version }) => `${path}\0${version}`).join("\n");
	return digestBytes(JSON.stringify([readBuildId(), out, flags, file, config, state]) + listed);
}
