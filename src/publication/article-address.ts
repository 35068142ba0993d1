import type { Article } from "../articles/article.ts";
import { addressOf } from "./addresses.ts";

/** Addresses are asked for at every publication, and articles are many. */
const known = new WeakMap<
	Article,
	{ readonly base: string; readonly address: string | undefined }
>();

/** The address of an article below the site's root; undefined for one that stands elsewhere. */
export function articleAddress(article: Article, base: string): string | undefined {
	const entry = known.get(article);
	if (entry?.base === base) return entry.address;
	const address = addressOf(article.url, base);
	known.set(article, { base, address });
	return address;
}
