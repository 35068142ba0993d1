import type { Article } from "../articles/article.ts";
import { buildTagUri } from "../feeds/ids.ts";
import type { SiteSettings } from "../settings/settings.ts";
import { articlePlace } from "./article-address.ts";

/** RFC 3987 §2.2: a scheme and something behind it, without what no IRI can hold. */
const absoluteIri = /^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`\p{Cc}]+$/iu;

/** Whether an id can stand in a feed as it is: RFC 4287 §4.2.6 asks for an absolute IRI. */
export function isAbsoluteIri(id: string): boolean {
	return absoluteIri.test(id);
}

/** The author's own id; one that is no IRI becomes part of a tag URI, which no other id can be like. */
function buildOwnId(id: string, authority: string): string {
	return isAbsoluteIri(id) ? id : `tag:${authority},2026:id:${encodeURIComponent(id)}`;
}

/**
 * An article's permanent id: the author's own, else that of its generator where the site keeps these
 * (`ids: permalink`), else a tag URI of authority, day (UTC) and path below the site's address.
 */
export function entryId(article: Article, site: SiteSettings): string {
	if (article.ownId !== undefined) return buildOwnId(article.ownId, site.authority);
	if (site.ids === "permalink") return article.generatorId;
	const place = articlePlace(article, site.url);
	if (place.tagUri !== undefined && place.tagUriSite === site) return place.tagUri;
	const path = place.address ?? new URL(article.url).pathname;
	const id = buildTagUri(site.authority, article.published.toISOString().slice(0, 10), path);
	place.tagUri = id;
	place.tagUriSite = site;
	return id;
}
