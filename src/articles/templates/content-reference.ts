/** The scheme of references that a generator looks up in its content: no address of the web. */
export const contentScheme = "content";

/** How a generator looks a reference up: a file by its path, or an article by its file's name. */
export type ContentLookup = "page" | "post";

/**
 * Gives a reference to the site's own content as `ResolveReference` takes it: `content:page:blog/a.md`. A `#fragment`
 * or `?query` stays behind it.
 */
export function contentReference(lookup: ContentLookup, path: string): string {
	return `${contentScheme}:${lookup}:${path.trim()}`;
}

/** A reference's parts: the path decoded, `rest` is its query and fragment. Undefined for any other reference. */
export function parseContentReference(
	reference: string,
): { readonly lookup: ContentLookup; readonly path: string; readonly rest: string } | undefined {
	const match = /^content:(page|post):([^?#]*)(.*)$/s.exec(reference);
	if (match === null) return undefined;
	const [, lookup, path = "", rest = ""] = match;
	return { lookup: lookup === "post" ? "post" : "page", path: decode(path), rest };
}

function decode(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}
