import type { Article } from "../articles/article.ts";
import type { ListedFile } from "../articles/article-file.ts";
import type { SiteSettings } from "../settings/settings.ts";
import { absoluteUrl } from "./addresses.ts";

/** What references are resolved against. */
export interface ReferenceTargets {
	readonly site: SiteSettings;
	idOf(article: Article): string;
	/** The address of every article that may be shown, by the path of its file. */
	readonly articleUrls: ReadonlyMap<string, string>;
	readonly media: ReadonlyMap<string, ListedFile>;
}

/** Where a reference leads: an absolute URL, and the file of the folder if it is one. */
export interface Target {
	readonly url: string;
	readonly file?: ListedFile;
}

const hasScheme = /^[a-z][a-z0-9+.-]*:/i;

/**
 * Where a reference in an article leads, as RFC 3986 §5 has it, except that a path to another file of the folder leads
 * to where that file is published. Undefined for what is no URL. A path with a leading `/` counts from the
 * site's origin, unless such a file lies in the folder.
 */
export function resolveReference(
	reference: string,
	article: Article,
	targets: ReferenceTargets,
): Target | undefined {
	const trimmed = reference.trim();
	if (hasScheme.test(trimmed) || trimmed.startsWith("//"))
		return parseTarget(trimmed, targets.site.url);
	const [, path = "", rest = ""] = /^([^?#]*)(.*)$/s.exec(trimmed) ?? [];
	return resolvePath(path, rest, article, targets) ?? parseTarget(trimmed, article.url);
}

function resolvePath(
	path: string,
	rest: string,
	article: Article,
	{ site, articleUrls, media }: ReferenceTargets,
): Target | undefined {
	const filePath = path === "" ? undefined : joinPath(article.path, path);
	if (filePath === undefined) return undefined;
	const articleUrl = articleUrls.get(filePath);
	if (articleUrl !== undefined) return { url: articleUrl + rest };
	const file = media.get(filePath);
	// Elsewhere the site's own generator decides where the files of its folder go.
	if (!file || !site.pages) return undefined;
	return { url: absoluteUrl(site.url, `/${file.path}`) + rest, file };
}

/** The path from the folder that a reference in a file means; undefined if it leads out of the folder. */
function joinPath(from: string, reference: string): string | undefined {
	const decoded = decodePath(reference);
	const segments = decoded.startsWith("/") ? [] : from.split("/").slice(0, -1);
	for (const segment of decoded.split("/")) {
		if (segment === "" || segment === ".") continue;
		if (segment !== "..") segments.push(segment);
		else if (segments.pop() === undefined) return undefined;
	}
	return segments.join("/").normalize("NFC");
}

function decodePath(path: string): string {
	try {
		return decodeURIComponent(path);
	} catch {
		return path;
	}
}

function parseTarget(reference: string, base: string): Target | undefined {
	return URL.canParse(reference, base) ? { url: new URL(reference, base).href } : undefined;
}
