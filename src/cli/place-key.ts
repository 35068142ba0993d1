import { readBuildId } from "../node/build-id.ts";
import { digestBytes } from "../node/node-runtime.ts";
import type { Listing } from "../publication/folder.ts";
import type { Place } from "./open-place.ts";

/** A hash of all that decides what is published of a place, besides the time and what was published before. */
export function digestPlace(
	{ flags, file, config }: Place,
	{ files, emptyFolders, faults }: Listing,
): string {
	const rest = JSON.stringify([readBuildId(), flags, file, config, emptyFolders, faults]);
	return digestBytes(
		`${rest}\n${files.map(({ path, version }) => `${path}\0${version}`).join("\n")}`,
	);
}
