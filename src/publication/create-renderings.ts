import type { Article } from "../articles/article.ts";
import { sectionPathOf } from "../articles/section-path.ts";
import type { Entry, FeedFormat, FormatName } from "../feeds/feed.ts";
import { feedFormats } from "../feeds/formats.ts";
import type { Contents } from "./contents.ts";
import { noTranslations, type Translations } from "./find-translations.ts";
import { type RenderedArticle, type Rendering, renderArticle } from "./render-article.ts";
import type { ReferenceTargets } from "./resolve-references.ts";

/** The renderings of one reading's articles, each made when first asked for. */
export interface Renderings {
	of(article: Article): RenderedArticle;
	/** An article's entry in one format, as it stands in every feed that shows it. */
	entryText(article: Article, format: FeedFormat): string;
	/** Bytes of the entry in the format in which it is largest. */
	entryBytes(article: Article): number;
}

interface RenderedEntry {
	readonly texts: ReadonlyMap<FormatName, string>;
	readonly bytes: number;
}

/** Keeps renderings from one reading to the next: an article that did not change is not rendered again. */
export function createRenderings(): (
	contents: Contents,
	idOf: (article: Article) => string,
	translations?: Translations,
) => Renderings {
	const renderings = new WeakMap<Article, Rendering>();
	const entries = new WeakMap<Entry, RenderedEntry>();
	const encoder = new TextEncoder();

	function renderEntry(entry: Entry): RenderedEntry {
		const known = entries.get(entry);
		if (known) return known;
		const texts = new Map(feedFormats.map((format) => [format.name, format.renderEntry(entry)]));
		const bytes = Math.max(...[...texts.values()].map((text) => encoder.encode(text).length));
		const rendered = { texts, bytes };
		entries.set(entry, rendered);
		return rendered;
	}

	return (contents, idOf, translations = noTranslations) => {
		const targets = buildTargets(contents, idOf, translations);
		const checked = new WeakSet<Article>();
		function of(article: Article): RenderedArticle {
			const known = renderings.get(article);
			if (known && checked.has(article)) return known;
			const settings = contents.settingsFor(sectionPathOf(article));
			const rendering = known?.isCurrent(settings, targets)
				? known
				: renderArticle(article, settings, targets);
			renderings.set(article, rendering);
			checked.add(article);
			return rendering;
		}
		return {
			of,
			entryText: (article, format) => renderEntry(of(article).entry).texts.get(format.name) ?? "",
			entryBytes: (article) => renderEntry(of(article).entry).bytes,
		};
	};
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
