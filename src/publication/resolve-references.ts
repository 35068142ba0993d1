import type { Article } from "../articles/article.ts";
import type { ListedFile } from "../articles/article-file.ts";
import { parseContentReference } from "../articles/templates/content-reference.ts";
import type { Alternate } from "../feeds/feed.ts";
import type { SiteSettings } from "../settings/settings.ts";
import { isPlainUrl } from "../text/plain-url.ts";
import { absoluteUrl } from "./addresses.ts";
import { type DialectReference, readDialectReference } from "./dialect-references.ts";
import { joinPath } from "./join-path.ts";
import { resolveContent } from "./resolve-content.ts";

/** What references are resolved against. */
export interface ReferenceTargets {
	readonly site: SiteSettings;
	idOf(article: Article): string;
	/** Where its translations stand. */
	alternatesOf(article: Article): readonly Alternate[];
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
 * site's origin, unless such a file lies in the folder. What only the site's generator knows how to read (see
 * `readDialectReference`, `contentReference`) leads where it would lead there.
 */
export function resolveReference(
	reference: string,
	article: Article,
	targets: ReferenceTargets,
): Target | undefined {
	const trimmed = reference.trim();
	const content = parseContentReference(trimmed);
	if (content !== undefined) {
		const url = resolveContent(content.lookup, content.path, article, targets);
		return url === undefined ? undefined : { url: url + content.rest };
	}
	const own = readDialectReference(trimmed, targets.site.dialect);
	if (own !== undefined) return resolveOwn(own, article, targets);
	if (hasScheme.test(trimmed) || trimmed.startsWith("//"))
		return parseTarget(trimmed, targets.site.url);
	const [, path = "", rest = ""] = /^([^?#]*)(.*)$/s.exec(trimmed) ?? [];
	return resolvePath(path, rest, article, targets) ?? parseTarget(trimmed, article.url);
}

/** Whether what a reference leads to may change with the other files of the folder, or the dialect. */
export function dependsOnFolder(reference: string, { site }: ReferenceTargets): boolean {
	const trimmed = reference.trim();
	if (parseContentReference(trimmed) !== undefined) return true;
	if (readDialectReference(trimmed, site.dialect) !== undefined) return true;
	return !hasScheme.test(trimmed) && !trimmed.startsWith("//");
}

function resolveOwn(
	own: DialectReference,
	article: Article,
	targets: ReferenceTargets,
): Target | undefined {
	const { url } = targets.site;
	if ("content" in own) return resolveReference(own.content, article, targets);
	if ("fromHome" in own) return parseTarget(url + own.fromHome, url);
	if ("fromOrigin" in own) return parseTarget(own.fromOrigin, url);
	return "fromArticle" in own ? parseTarget(own.fromArticle, article.url) : undefined;
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

function parseTarget(reference: string, base: string): Target | undefined {
	if (isPlainUrl(reference)) return { url: reference };
	const url = URL.parse(reference, base);
	return url === null ? undefined : { url: url.href };
}
