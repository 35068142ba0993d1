import type { Article } from "../articles/article.ts";
import { sectionPathOf } from "../articles/section-path.ts";
import type { FeedFormat } from "../feeds/feed.ts";
import { feedFormats } from "../feeds/formats.ts";
import type { SectionSettings } from "../settings/settings.ts";
import { createOnce } from "../text/once.ts";
import type { Contents } from "./contents.ts";
import { type DocumentPiece, factsOfPiece } from "./document-plan.ts";
import { areCurrent, type EntryFacts } from "./entry-facts.ts";
import { noTranslations, type Translations } from "./find-translations.ts";
import { createSettingsKey } from "./key-settings.ts";
import { type RenderedArticle, renderArticle } from "./render-article.ts";
import { createRenderingShelf, type HeldRendering } from "./rendering-shelf.ts";
import type { ReferenceTargets } from "./resolve-references.ts";

/** The renderings of one reading's articles, each made when first asked for. */
export interface Renderings {
	of(article: Article): RenderedArticle;
	/** What is known of an article's entry; it is rendered only where that is not known. */
	factsOf(article: Article): EntryFacts;
	/** An article's entry in one format, as it stands in every feed that shows it. */
	entryPiece(article: Article, format: FeedFormat): DocumentPiece;
	/** Its text in UTF-8. */
	readEntry(article: Article, format: FeedFormat): Uint8Array<ArrayBuffer>;
	/** Bytes of the entry in the format in which it is largest. */
	largestEntry(article: Article): number;
}

/** What an earlier process knew of entries. */
export interface FactsIndex {
	/** Undefined where nothing is known of an article that says exactly this. */
	get(article: Article): EntryFacts | undefined;
	note(article: Article, facts: EntryFacts): void;
}

/** Renders the articles of one reading after the other. */
export type Renderer = (
	contents: Contents,
	idOf: (article: Article) => string,
	translations?: Translations,
) => Renderings;

/**
 * Keeps what is known of entries from one reading to the next: an article that did not change is not rendered again.
 * Of the texts, those used last are at hand. `digest` hashes a text.
 */
export function createRenderings(digest: (text: string) => string, index?: FactsIndex): Renderer {
	const known = new WeakMap<Article, EntryFacts>();
	const shelf = createRenderingShelf();
	const settingsKey = createSettingsKey(digest);
	const encoder = new TextEncoder();

	return (contents, idOf, translations = noTranslations) => {
		const { site, settingsFor } = contents;
		const targets = buildTargets(contents, idOf, translations);
		const settingsOf = (article: Article) => settingsFor(sectionPathOf(article));
		const underOf = (article: Article) =>
			`${settingsKey(site)} ${settingsKey(settingsOf(article))}`;

		function render(article: Article): Rendered {
			const settings = settingsOf(article);
			const rendered = renderArticle(article, contents.readBody(article), settings, targets);
			const texts = feedFormats.map((format) => format.renderEntry(rendered.entry));
			return { rendered, texts };
		}

		function hold(
			article: Article,
			facts: EntryFacts,
			{ rendered, texts }: Rendered,
		): HeldRendering {
			const held = { facts, rendered, texts: texts.map((text) => encoder.encode(text)) };
			shelf.put(article, held);
			return held;
		}

		const factsOf = createOnce((article: Article): EntryFacts => {
			const last = known.get(article) ?? index?.get(article);
			if (last && areCurrent(last, article, underOf(article), targets)) {
				known.set(article, last);
				return last;
			}
			const made = render(article);
			const facts = buildFacts(made, underOf(article), settingsOf(article), digest);
			known.set(article, facts);
			hold(article, facts, made);
			index?.note(article, facts);
			return facts;
		});

		function recall(article: Article): HeldRendering {
			const facts = factsOf(article);
			const held = shelf.get(article);
			return held?.facts === facts ? held : hold(article, facts, render(article));
		}

		function readEntry(article: Article, format: FeedFormat): Uint8Array<ArrayBuffer> {
			return recall(article).texts[feedFormats.indexOf(format)] ?? fail(article);
		}

		return {
			of: (article) => recall(article).rendered,
			factsOf,
			entryPiece(article, format) {
				const facts = factsOf(article).pieces[feedFormats.indexOf(format)] ?? fail(article);
				return { ...facts, read: () => readEntry(article, format) };
			},
			readEntry,
			largestEntry: (article) =>
				Math.max(...factsOf(article).pieces.map(({ lengthInBytes }) => lengthInBytes)),
		};
	};
}

interface Rendered {
	readonly rendered: RenderedArticle;
	/** Its entry in each format. */
	readonly texts: readonly string[];
}

function buildFacts(
	{ rendered: { entry, files, asked }, texts }: Rendered,
	under: string,
	settings: SectionSettings,
	digest: (text: string) => string,
): EntryFacts {
	return {
		under,
		id: entry.id,
		alternates: entry.alternates ?? [],
		asked,
		files,
		summary: entry.summary,
		language: entry.language ?? settings.language,
		pieces: texts.map((text) => factsOfPiece(entry.id, text, digest)),
	};
}

function fail(article: Article): never {
	throw new Error(`${article.path} has not been rendered.`);
}

function buildTargets(
	{ site, articles, media }: Contents,
	idOf: (article: Article) => string,
	{ alternatesOf }: Translations,
): ReferenceTargets {
	const published = articles.filter((article) => !article.draft);
	return {
		site,
		media,
		idOf,
		alternatesOf,
		articleUrls: new Map(published.map((article) => [article.path, article.url])),
	};
}
