import type { Article, Body } from "../articles/article.ts";
import { feedFormats } from "../feeds/formats.ts";
import { renderArticleBody, showsPicture } from "../pages/article-body.ts";
import type { SectionSettings } from "../settings/settings.ts";
import { encodeForNow } from "../text/encode-text.ts";
import type { EntryFacts } from "./entry-facts.ts";
import { type RenderedArticle, renderArticle } from "./render-article.ts";
import type { ReferenceTargets } from "./resolve-references.ts";

/** An article as rendered, and its texts in UTF-8, until the next one is rendered: their memory is then written to again. */
export interface RenderedEntry {
	readonly rendered: RenderedArticle;
	/** Its entry in each format, in the order of `feedFormats`; then its body as it stands in its page, if it has one. */
	readonly texts: readonly Uint8Array[];
}

/** The number of the page's body among an article's texts. */
export const bodyNumber = feedFormats.length;

/** Renders an article, its entry in every format, and the body of its page. */
export function renderEntry(
	article: Article,
	body: Body,
	settings: SectionSettings,
	targets: ReferenceTargets,
): RenderedEntry {
	const rendered = renderArticle(article, body, settings, targets);
	const { entry, html } = rendered;
	const texts = feedFormats.map((format) => format.renderEntry(entry));
	if (targets.site.pages) texts.push(renderArticleBody(html, entry.language ?? settings.language));
	return { rendered, texts: encodeForNow(texts) };
}

/** What is to be known of an entry; `under` are hashes of the settings under which it was rendered. */
export function buildFacts(
	{ rendered: { entry, html, files, asked, dropped }, texts }: RenderedEntry,
	under: string,
	settings: SectionSettings,
	digest: (content: Uint8Array | string) => string,
): EntryFacts {
	const key = digest(entry.id);
	const pieces = texts.map((text) => ({ key, hash: digest(text), lengthInBytes: text.length }));
	const body = pieces[bodyNumber];
	const { image } = entry;
	return {
		under,
		id: entry.id,
		alternates: entry.alternates ?? [],
		asked,
		files,
		summary: entry.summary,
		language: entry.language ?? settings.language,
		enclosures: entry.enclosures,
		...(image && { image }),
		dropped: [...dropped],
		pieces: pieces.slice(0, bodyNumber),
		...(body && {
			page: { body, showsPicture: image !== undefined && showsPicture(html, image.url) },
		}),
	};
}
