import { shareAlike } from "../text/share-alike.ts";
import type { Crumb, MediaReference, Person } from "./article.ts";

/** One section's crumbs for all of its articles. */
export const shareSection = shareAlike((section: readonly Crumb[]) =>
	section.map(({ slug, name }) => `${slug}\0${name}`).join("\0"),
);

/** The same list for all articles of the same authors. */
export const sharePeople = shareAlike((people: readonly Person[]) =>
	people.map(({ name, email = "", url = "" }) => `${name}\0${email}\0${url}`).join("\0"),
);

const noMedia: readonly MediaReference[] = [];

/** The same list for all articles that name no file. */
export function shareMedia(media: readonly MediaReference[]): readonly MediaReference[] {
	return media.length === 0 ? noMedia : media;
}
