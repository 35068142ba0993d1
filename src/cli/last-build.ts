import { statSync } from "node:fs";
import {
	type BuildRecord,
	isIntact,
	listOutput,
	readBuildRecord,
	writeBuildRecord,
} from "../node/build-record.ts";
import { digestBytes } from "../node/node-runtime.ts";
import { locateState } from "../node/open-state.ts";
import type { Listing } from "../publication/folder.ts";
import type { Place } from "./open-place.ts";
import { digestPlace } from "./place-key.ts";

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
	const key = keyOf(place, out, await folder.list());
	return record.key === key && isIntact(out, record) ? record : undefined;
}

/** Notes a build for the next one; `listing` is what it was made from. The state is closed by then. */
export function noteBuild(
	place: Place,
	out: string,
	listing: Listing,
	{ paths, ...report }: BuildReport,
): void {
	const { build } = locateState(place.stateFolder, place.folder.root);
	const key = keyOf(place, out, listing);
	writeBuildRecord(build, { ...report, key, files: listOutput(out, paths) });
}

function keyOf(place: Place, out: string, listing: Listing): string {
	const { database } = locateState(place.stateFolder, place.folder.root);
	const state = [database, `${database}-wal`].map((path) => {
		const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
		return stats ? `${stats.size} ${stats.mtimeNs}` : "";
	});
	return digestBytes(JSON.stringify([digestPlace(place, listing), out, state]));
}
