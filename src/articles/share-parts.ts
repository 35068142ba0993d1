import { shareAlike } from "../text/share-alike.ts";
import type { Crumb, MediaReference, Person } from "./article.ts";

/** One section's crumbs for all of its articles. */
export const shareSection: (section: readonly Crumb[]) => readonly Crumb[] = shareAlike((section) =>
	JSON.stringify(section),
);

/** The same list for all articles of the same authors. */
export const sharePeople: (people: readonly Person[]) => readonly Person[] = shareAlike((people) =>
	JSON.stringify(people),
);

const noMedia: readonly MediaReference[] = [];

/** The same list for all articles that name no file. */
export function shareMedia(media: readonly MediaReference[]): readonly MediaReference[] {
	return media.length === 0 ? noMedia : media;
}
