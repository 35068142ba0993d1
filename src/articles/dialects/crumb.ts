import type { Crumb } from "../article.ts";
import { readableName } from "../readable-name.ts";
import { buildNameSlug } from "../slug.ts";

/** The step of a section's path that a folder stands for. */
export function buildFolderCrumb(folder: string): Crumb {
	return { slug: buildNameSlug(folder), name: readableName(folder) };
}
