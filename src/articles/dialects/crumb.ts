import { rememberAnswers } from "../../text/remember-answers.ts";
import type { Crumb } from "../article.ts";
import { readableName } from "../readable-name.ts";
import { buildNameSlug } from "../slug.ts";

/** The step of a section's path that a folder stands for. */
export const buildFolderCrumb: (folder: string) => Crumb = rememberAnswers((folder) => ({
	slug: buildNameSlug(folder),
	name: readableName(folder),
}));
