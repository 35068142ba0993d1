import type { FeedAddress } from "../articles/dialects/dialect.ts";
import { findDialect } from "../articles/dialects/dialects.ts";
import type { SiteSettings } from "../settings/settings.ts";
import { addressOf, pageAddress } from "./addresses.ts";
import { articleAddress } from "./article-address.ts";
import { homeOfTree, type List } from "./build-list.ts";
import type { Lists } from "./build-lists.ts";
import type { Tree } from "./contents.ts";
import { feedAddresses } from "./feed-addresses.ts";

/** An old address and where its document stands, both decoded. */
export type Move = readonly [from: string, to: string];

/** Old addresses of a list's feeds (setting `aliases`) and the feed of the format that each one's name speaks of. */
export function movedFeeds(list: List): Move[] {
	const feeds = feedAddresses(list.path);
	return list.settings.aliases.map((alias) => {
		const address = canonicalAddress(alias);
		if (/json/i.test(address)) return [address, feeds.json];
		return [address, /atom/i.test(address) ? feeds.atom : feeds.rss];
	});
}

/**
 * Where the site's own generator usually has its feeds, and those that stand for them here: who subscribed there goes
 * on reading. Where two lists would have one address the site's wins, then a section's, then a tag's.
 */
export function movedGeneratorFeeds(
	lists: readonly List[],
	{ path, site }: Pick<Tree, "path" | "site">,
): Move[] {
	const { feedAddresses: patterns, languageAddresses } = findDialect(site.dialect);
	// Where addresses do not tell languages apart, only what names the language is this one's.
	const isOwn = ({ pattern }: FeedAddress): boolean =>
		path.length === 0 || languageAddresses !== undefined || pattern.includes(":language");
	const root = languageAddresses
		? (addressOf(homeOfTree(path, site), site.url) ?? pageAddress(path))
		: "/";
	const order = ["author", "tag", "section", "site"] as const;
	return order.flatMap((kind) =>
		lists
			.filter((list) => list.kind === kind)
			.flatMap((list) =>
				patterns[kind]
					.filter(isOwn)
					.map((address) => moveOf(address, list, path, site.language, root)),
			),
	);
}

function moveOf(
	{ pattern, format }: FeedAddress,
	list: List,
	tree: readonly string[],
	language: string,
	root: string,
): Move {
	const address = pattern
		.replaceAll(":path", list.path.slice(tree.length).join("/"))
		.replaceAll(":slug", list.path.at(-1) ?? "")
		.replaceAll(":language", language);
	return [canonicalAddress(root + address), feedAddresses(list.path)[format]];
}

/** Where pages of the articles stood before, as their authors say (`aliases`, `redirect_from`). */
export function movedPages(lists: Lists, site: SiteSettings): Move[] {
	if (!site.pages) return [];
	return lists.site.articles.visible.flatMap((article) => {
		if (article.aliases.length === 0) return [];
		const to = articleAddress(article, site.url);
		if (to === undefined) return [];
		return article.aliases.flatMap((alias): Move[] => {
			const isUrl = /^[a-z][a-z\d+.-]*:/i.test(alias);
			const from = isUrl
				? URL.canParse(alias) && addressOf(alias, site.url)
				: canonicalAddress(decodeAlias(alias));
			if (!from || from === to) return [];
			// An alias of a page stands for its folder too, as generators write `index.html` there.
			const twin = from.endsWith("/") ? from.slice(0, -1) : `${from}/`;
			const isFolder = !/\.[^/]+$/.test(from) && twin !== "" && twin !== to;
			return isFolder
				? [
						[twin, to],
						[from, to],
					]
				: [[from, to]];
		});
	});
}

function canonicalAddress(address: string): string {
	return `/${address}`.replaceAll(/\/+/g, "/").normalize("NFC");
}

function decodeAlias(alias: string): string {
	try {
		return decodeURI(alias.trim());
	} catch {
		return alias.trim();
	}
}
