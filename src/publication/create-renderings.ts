import type { Article } from "../articles/article.ts";
import { sectionPathOf } from "../articles/section-path.ts";
import type { FeedFormat } from "../feeds/feed.ts";
import { feedFormats } from "../feeds/formats.ts";
import type { Contents } from "./contents.ts";
import type { DocumentPiece, PieceFacts } from "./document-plan.ts";
import { areCurrent, type EntryFacts } from "./entry-facts.ts";
import { noTranslations, type Translations } from "./find-translations.ts";
import { createSettingsKey } from "./key-settings.ts";
import type { Progress } from "./progress.ts";
import { bodyNumber, buildFacts, type RenderedEntry, renderEntry } from "./render-entry.ts";
import {
	createRenderingShelf,
	type HeldRendering,
	type RenderingShelf,
} from "./rendering-shelf.ts";
import type { ReferenceTargets } from "./resolve-references.ts";

/** The renderings of one reading's articles, each made when first asked for. */
export interface Renderings {
	/** An article's body as it stands in its page. Throws where articles have no pages. */
	pageBody(article: Article): DocumentPiece;
	/** What is known of an article's entry; it is rendered only where that is not known. */
	factsOf(article: Article): EntryFacts;
	/** An article's entry in one format, as it stands in every feed that shows it. */
	entryPiece(article: Article, format: FeedFormat): DocumentPiece;
	/** Its text in UTF-8. */
	readEntry(article: Article, format: FeedFormat): Uint8Array;
	/** Bytes of the entry in the format in which it is largest. */
	largestEntry(article: Article): number;
	/** Renders those of the articles of which nothing is known: all together, on as many threads as the runtime lends. */
	prepare(articles: readonly Article[], progress: Progress): Promise<void>;
}

/** What an earlier process knew of entries. */
export interface FactsIndex {
	/** Undefined where nothing is known of an article that says exactly this. */
	get(article: Article): EntryFacts | undefined;
	note(article: Article, facts: EntryFacts): void;
}

/** Renders many articles on several threads. */
export interface RenderingCrew {
	render(
		articles: readonly Article[],
		targets: ReferenceTargets,
		foreman: RenderingForeman,
	): Promise<void>;
}

/** Who has articles rendered. */
export interface RenderingForeman {
	/** Renders an article on this thread. */
	renderHere(article: Article): void;
	/** Takes the rendering of another thread. */
	done(article: Article, held: HeldRendering): void;
	readonly progress: Progress;
}

/** What a runtime lends for rendering. */
export interface RenderingRuntime {
	/** A hash of bytes, or of a text in UTF-8. */
	digest(content: Uint8Array | string): string;
	readonly index?: FactsIndex;
	/** Where renderings are kept; without it, some in memory. */
	readonly shelf?: RenderingShelf;
	readonly crew?: RenderingCrew;
}

/** Renders the articles of one reading after the other. */
export type Renderer = (
	contents: Contents,
	idOf: (article: Article) => string,
	translations?: Translations,
) => Renderings;

/**
 * Keeps what is known of entries from one reading to the next: an article that did not change is not rendered again. Of
 * the texts, some are at hand.
 */
export function createRenderings(runtime: RenderingRuntime): Renderer {
	const { digest, index, crew } = runtime;
	const known = new WeakMap<Article, EntryFacts>();
	const shelf = runtime.shelf ?? createRenderingShelf();
	const settingsKey = createSettingsKey(digest);

	return (contents, idOf, translations = noTranslations) => {
		const { site, settingsFor } = contents;
		const targets = buildTargets(contents, idOf, translations);
		const settingsOf = (article: Article) => settingsFor(sectionPathOf(article));
		const underOf = (article: Article) =>
			settingsKey({ site, settingsFor }, [sectionPathOf(article)]);
		const checked = new WeakMap<Article, EntryFacts>();

		function render(article: Article): RenderedEntry {
			return renderEntry(article, contents.readBody(article), settingsOf(article), targets);
		}

		function keep(article: Article, facts: EntryFacts): EntryFacts {
			known.set(article, facts);
			checked.set(article, facts);
			return facts;
		}

		function renderAnew(article: Article): EntryFacts {
			const made = render(article);
			const facts = buildFacts(made, underOf(article), settingsOf(article), digest);
			shelf.put(article, facts, made);
			index?.note(article, facts);
			return keep(article, facts);
		}

		/** What is known of an entry and holds; undefined where it is to be rendered. */
		function recallFacts(article: Article): EntryFacts | undefined {
			const facts = checked.get(article);
			if (facts) return facts;
			const last = known.get(article) ?? index?.get(article);
			if (!last || !areCurrent(last, article, underOf(article), targets)) return undefined;
			return keep(article, last);
		}

		const factsOf = (article: Article): EntryFacts => recallFacts(article) ?? renderAnew(article);

		function recall(article: Article): HeldRendering {
			const facts = factsOf(article);
			const held = shelf.get(article);
			return held?.facts === facts ? held : shelf.put(article, facts, render(article));
		}

		function pieceOf(
			article: Article,
			facts: PieceFacts | undefined,
			number: number,
		): DocumentPiece {
			if (!facts) throw new Error(`${article.path} has no text ${number}.`);
			return {
				...facts,
				copyTo: (target, start) => recall(article).copyText(number, target, start),
			};
		}

		function readEntry(article: Article, format: FeedFormat): Uint8Array {
			return recall(article).readText(feedFormats.indexOf(format));
		}

		return {
			pageBody: (article) => pieceOf(article, factsOf(article).page?.body, bodyNumber),
			factsOf,
			entryPiece(article, format) {
				const number = feedFormats.indexOf(format);
				return pieceOf(article, factsOf(article).pieces[number], number);
			},
			readEntry,
			largestEntry(article) {
				let largest = 0;
				for (const { lengthInBytes } of factsOf(article).pieces)
					largest = Math.max(largest, lengthInBytes);
				return largest;
			},
			async prepare(articles, progress) {
				const unknown = articles.filter((article) => !recallFacts(article));
				if (!crew || unknown.length === 0) return;
				await crew.render(unknown, targets, {
					renderHere: renderAnew,
					done(article, { facts }) {
						index?.note(article, facts);
						keep(article, facts);
					},
					progress,
				});
			},
		};
	};
}

function buildTargets(
	{ site, articles, media }: Contents,
	idOf: (article: Article) => string,
	{ alternatesOf }: Translations,
): ReferenceTargets {
	const articleUrls = new Map<string, string>();
	for (const { draft, path, url } of articles) if (!draft) articleUrls.set(path, url);
	return { site, media, idOf, alternatesOf, articleUrls };
}
