import type { Article } from "../articles/article.ts";
import { parsePath } from "../articles/file-path.ts";
import { markedPaths, treeOfLanguage } from "../articles/find-language.ts";
import type { ContentLookup } from "../articles/templates/content-reference.ts";
import { joinPath } from "./join-path.ts";
import type { ReferenceTargets } from "./resolve-references.ts";

const endings = [".md", ".mdx", ".markdown", ".html", "/index.md", "/index.mdx", "/_index.md"];

/**
 * Where a reference leads that a site's generator looks up in its content (`{{< ref >}}`, `@/a.md`, `{% post_url %}`). The
 * folder may be any part of the site's own, so the first folders of a path may be missing. Undefined where it names nothing
 * whose address is known.
 */
export function resolveContent(
	lookup: ContentLookup,
	path: string,
	article: Article,
	targets: ReferenceTargets,
): string | undefined {
	if (lookup === "post") return findByName(path, targets);
	const isAbsolute = path.startsWith("/");
	const beside = isAbsolute ? undefined : joinPath(article.path, path);
	const fromRoot = joinPath("", path.replace(/^\/+/, ""));
	return (
		(beside === undefined ? undefined : findPage(beside, article, targets)) ??
		(fromRoot === undefined ? undefined : findBelow(fromRoot, article, targets)) ??
		(path.includes("/") ? undefined : findByName(path, targets)) ??
		guessAddress(isAbsolute || beside === undefined ? (fromRoot ?? "") : beside, targets)
	);
}

function findBelow(path: string, article: Article, targets: ReferenceTargets): string | undefined {
	const segments = path.split("/");
	for (let first = 0; first < segments.length; first += 1) {
		const found = findPage(segments.slice(first).join("/"), article, targets);
		if (found !== undefined) return found;
	}
	return undefined;
}

/** Hugo looks a page up in the language of the page that names it ("Ref shortcode"). */
function findPage(
	path: string,
	{ tree }: Article,
	{ articleUrls, site }: ReferenceTargets,
): string | undefined {
	const bare = path.replace(/\/$/, "");
	const language = site.languages.find((one) => treeOfLanguage(one, site.languages) === tree);
	for (const ending of ["", ...endings]) {
		const file = bare + ending;
		const translations =
			tree === undefined || language === undefined || site.dialect !== "hugo"
				? []
				: markedPaths(file, language);
		for (const candidate of [...translations, file]) {
			const url = articleUrls.get(candidate);
			if (url !== undefined) return url;
		}
	}
	return undefined;
}

/** Each map of articles is looked through once. */
const names = new WeakMap<ReadonlyMap<string, string>, ReadonlyMap<string, string>>();

/** The article whose file has this name: with its date, as Jekyll has it, or without, as Hexo has it; folders may lead to it. */
function findByName(path: string, { articleUrls }: ReferenceTargets): string | undefined {
	const known = names.get(articleUrls) ?? indexByName(articleUrls);
	names.set(articleUrls, known);
	const { name, ending } = parsePath(path);
	const isEnding = endings.includes(ending);
	const wanted = (isEnding ? name : name + ending).normalize("NFC");
	return known.get(wanted) ?? known.get(wanted.replace(/^\d{4}-\d{1,2}-\d{1,2}-/, ""));
}

function indexByName(articleUrls: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
	const byName = new Map<string, string>();
	for (const [path, url] of articleUrls) {
		const { name, folders } = parsePath(path);
		const whole = name === "index" ? (folders.at(-1) ?? name) : name;
		if (!byName.has(whole)) byName.set(whole, url);
		const bare = whole.replace(/^\d{4}-\d{1,2}-\d{1,2}-/, "");
		if (!byName.has(bare)) byName.set(bare, url);
	}
	return byName;
}

/**
 * Content outside of the folder: Hugo's and Zola's pages stand where their files lie (Hugo, "URL management"; Zola,
 * "Page"), files that are no text keep their path. Of any other nobody can say.
 */
function guessAddress(path: string, { site }: ReferenceTargets): string | undefined {
	const isText = /\.(?:md|mdx|markdown|html?|rst|adoc|textile)$/i.test(path);
	const home = (address: string): string | undefined =>
		URL.canParse(`${site.url}/${address}`) ? new URL(`${site.url}/${address}`).href : undefined;
	if (site.dialect === "hugo" || site.dialect === "zola") {
		const page = path.replace(/\.(?:md|html?)$/i, "").replace(/(?:^|\/)_?index$/, "");
		const address = site.dialect === "hugo" ? page.toLowerCase() : page;
		return home(address === "" ? "" : `${address}/`);
	}
	return isText || !/\.\w+$/.test(path) ? undefined : home(path);
}
