import type { Article, Body } from "../articles/article.ts";
import { feedFormats } from "../feeds/formats.ts";
import type { SectionSettings } from "../settings/settings.ts";
import type { EntryFacts } from "./entry-facts.ts";
import { type RenderedArticle, renderArticle } from "./render-article.ts";
import type { ReferenceTargets } from "./resolve-references.ts";

/** An article as rendered, with its entry's text in each format (in the order of `feedFormats`, in UTF-8). */
export interface RenderedEntry {
	readonly rendered: RenderedArticle;
	readonly texts: readonly Uint8Array[];
}

const encoder = new TextEncoder();

/** Renders an article and its entry in every format. */
export function renderEntry(
	article: Article,
	body: Body,
	settings: SectionSettings,
	targets: ReferenceTargets,
): RenderedEntry {
	const rendered = renderArticle(article, body, settings, targets);
	return {
		rendered,
		texts: feedFormats.map((format) => encoder.encode(format.renderEntry(rendered.entry))),
	};
}

/** What is to be known of an entry; `under` are hashes of the settings under which it was rendered. */
export function buildFacts(
	{ rendered: { entry, files, asked, dropped }, texts }: RenderedEntry,
	under: string,
	settings: SectionSettings,
	digest: (content: Uint8Array | string) => string,
): EntryFacts {
	const key = digest(entry.id);
	return {
		under,
		id: entry.id,
		alternates: entry.alternates ?? [],
		asked,
		files,
		summary: entry.summary,
		language: entry.language ?? settings.language,
		enclosures: entry.enclosures,
		...(entry.image && { image: entry.image }),
		dropped: [...dropped],
		pieces: texts.map((text) => ({ key, hash: digest(text), lengthInBytes: text.length })),
	};
}
