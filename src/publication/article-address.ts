import type { Article } from "../articles/article.ts";
import type { SiteSettings } from "../settings/settings.ts";
import { addressOf } from "./addresses.ts";

/** Where an article stands below a site's address. */
export interface ArticlePlace {
	readonly base: string;
	/** Below the site's root; undefined for an article that stands elsewhere. */
	readonly address: string | undefined;
	/** The tag URI that was made of it last, and under which settings. */
	tagUri?: string;
	tagUriSite?: SiteSettings;
}

/** Places are asked for at every publication, and articles are many. */
const known = new WeakMap<Article, ArticlePlace>();

/** The place of an article: the same object for as long as the site's address is the same. */
export function articlePlace(article: Article, base: string): ArticlePlace {
	const before = known.get(article);
	if (before?.base === base) return before;
	const place = { base, address: addressOf(article.url, base) };
	known.set(article, place);
	return place;
}

/** The address of an article below the site's root; undefined for one that stands elsewhere. */
export function articleAddress(article: Article, base: string): string | undefined {
	return articlePlace(article, base).address;
}
