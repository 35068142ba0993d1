import type { Article } from "../articles/article.ts";
import { buildTagUri } from "../feeds/ids.ts";
import type { SiteSettings } from "../settings/settings.ts";
import { addressOf } from "./addresses.ts";

/**
 * An article's permanent id: the author's own, else that of its generator where the site keeps these
 * (`ids: permalink`), else a tag URI of authority, day (UTC) and path below the site's address.
 */
export function entryId(article: Article, site: SiteSettings): string {
	if (article.ownId !== undefined) return article.ownId;
	if (site.ids === "permalink") return article.generatorId;
	const path = addressOf(article.url, site.url) ?? new URL(article.url).pathname;
	return buildTagUri(site.authority, article.published.toISOString().slice(0, 10), path);
}
