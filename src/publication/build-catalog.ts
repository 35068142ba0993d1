import type { Article } from "../articles/article.ts";
import { sectionPathOf } from "../articles/section-path.ts";
import type { FeedFormat, FormatName } from "../feeds/feed.ts";
import { feedFormat } from "../feeds/formats.ts";
import { buildFrameTemplate, type FrameTemplate } from "../feeds/frame-template.ts";
import { authorSlugs, categorySlugs } from "../sections/build-terms.ts";
import { pageAddress } from "./addresses.ts";
import { buildHead, type List } from "./build-list.ts";
import type { Lists } from "./build-lists.ts";
import type { CatalogHead } from "./catalog.ts";
import type { Shown } from "./choose-articles.ts";
import { feedAddresses } from "./feed-addresses.ts";
import type { HoldingDocument, ListCatalog } from "./list-catalog.ts";
import type { Place } from "./place-articles.ts";
import { changeOf, type FeedSource } from "./plan-feeds.ts";
import type { SelectedTerm, TermKind } from "./selection.ts";

/** What catalogs are made from, besides what feeds are. */
export interface CatalogSource extends FeedSource {
	readonly lists: Lists;
	termList(term: SelectedTerm): List | undefined;
	/** Where a list's articles stand (`placeArticles`). */
	placesIn(list: List): ReadonlyMap<Article, Place>;
	/** Text that differs whenever an article's entry may. */
	describeArticle(article: Article): string;
	/** The languages of all entries, in lower case. */
	readonly languages: readonly string[];
}

/** The catalog of a list: of an article that neither its feed nor an archive holds, it has no row. */
export function buildCatalog(list: List, source: CatalogSource): ListCatalog {
	const { tree, renderings } = source;
	const own = source.placesIn(list);
	const held = list.articles.visible.flatMap((article) => {
		const place = own.get(article) ?? findElsewhere(article, source);
		return place ? [{ article, place }] : [];
	});
	const articles = held.map(({ article }) => article);
	const terms = {
		tag: groupRows(articles, (article) => categorySlugs(article)),
		author: groupRows(articles, authorSlugs),
	};
	const ownDocuments = new Set(held.map(({ place }) => place.document));
	// Where one document holds everything there is nothing to save.
	const termFeeds =
		ownDocuments.size > 1
			? findTermFeeds(terms, articles, list, source)
			: new Map<string, TermFeed>();
	const documents = [...ownDocuments, ...[...termFeeds.values()].map(({ document }) => document)];
	const documentNumbers = new Map(documents.map((document, number) => [document, number]));
	const shown = source.shownIn(list);
	const head: CatalogHead = {
		templates: buildTemplates(list, shown, source),
		separators: mapFormats((format) => format.separator),
		limit: list.settings.limit,
		maxBytes: list.settings.maxBytes,
		updated: secondsOf(buildHead(list, { ...shown, articles: [] }, tree).updated),
		siteLanguages: source.languages,
		weights: documents.map(({ weight }) => weight),
		...(tree.path.length > 0 && { tree: tree.path }),
	};
	const names = { tag: namesOf(source.tags), author: namesOf(source.authors) };
	const at = (row: number) => {
		const found = held[row];
		if (!found) throw new RangeError(`The catalog has no row ${row}.`);
		return found;
	};
	const { nextChange } = list.articles;
	return {
		head,
		address: pageAddress(list.path),
		feeds: feedAddresses(list.path),
		changed: changeOf(list),
		...(nextChange && { nextChange }),
		rowCount: held.length,
		documents,
		find({ kind, slug }) {
			const rows = terms[kind].get(slug);
			if (!rows) return undefined;
			const feed = termFeeds.get(`${kind} ${slug}`);
			return {
				rows,
				name: names[kind].get(slug) ?? slug,
				...(feed && {
					feed: {
						document: documentNumbers.get(feed.document) ?? 0,
						held: feed.pieces.length,
					},
				}),
			};
		},
		languages: groupRows(articles, (article) => [languageOf(article, source)]),
		updatedOf: (row) => secondsOf(at(row).article.updated),
		bytesOf: (row) => renderings.largestEntry(at(row).article),
		documentOf: (row) => documentNumbers.get(at(row).place.document) ?? 0,
		pieceOf: (row) => at(row).place.piece,
		heldPieceOf: ({ term: { kind, slug }, index }) =>
			termFeeds.get(`${kind} ${slug}`)?.pieces[index] ?? 0,
		readEntry: (row, format) => renderings.readEntry(at(row).article, format),
		terms: (["tag", "author"] as const).flatMap((kind) =>
			[...terms[kind].keys()].map((slug) => ({ kind, slug })),
		),
		describe: () =>
			JSON.stringify([
				{ ...head, siteLanguages: [], weights: [] },
				articles.map((article) => [source.idOf(article), source.describeArticle(article)]),
				(["tag", "author"] as const).map((kind) =>
					[...terms[kind].keys()].map((slug) => names[kind].get(slug)),
				),
			]),
	};
}

/** The feed of a tag or author, and the pieces of it that are a list's first rows under that. */
interface TermFeed {
	readonly document: HoldingDocument;
	readonly pieces: readonly number[];
}

/** Both lists are in the same order, so what the feed of a tag shows are the first rows under the tag. */
function findTermFeeds(
	terms: Readonly<Record<TermKind, ReadonlyMap<string, readonly number[]>>>,
	articles: readonly Article[],
	list: List,
	source: CatalogSource,
): ReadonlyMap<string, TermFeed> {
	const feeds = new Map<string, TermFeed>();
	for (const kind of ["tag", "author"] as const) {
		for (const [slug, rows] of terms[kind]) {
			const termList = source.termList({ kind, slug });
			if (!termList || termList === list) continue;
			const places = source.placesIn(termList);
			const held = rows.flatMap((row) => {
				const article = articles[row];
				const place = article && places.get(article);
				return place ? [place] : [];
			});
			const [first] = held;
			if (!first) continue;
			const pieces = held.map(({ piece }) => piece);
			feeds.set(`${kind} ${slug}`, { document: first.document, pieces });
		}
	}
	return feeds;
}

/** The language of an article's entry, in lower case. */
export function languageOf(article: Article, { tree }: Pick<FeedSource, "tree">): string {
	const { language } = tree.settingsFor(sectionPathOf(article));
	return (article.language ?? language).toLowerCase();
}

/** Where another list's documents hold an article: its own section's, else the next above that is served. */
function findElsewhere(article: Article, source: CatalogSource): Place | undefined {
	if (!source.tree.site.archives) return undefined;
	const slugs = sectionPathOf(article);
	for (let depth = slugs.length; depth >= 0; depth--) {
		const list = source.lists.bySection.get(slugs.slice(0, depth).join("/"));
		const place = list && !list.settings.retired && source.placesIn(list).get(article);
		if (place) return place;
	}
	return undefined;
}

/**
 * The frames of a list's selections. A selection is not the list's feed and has no archive (RFC 5005 §4), but says the
 * same of what was taken away.
 */
function buildTemplates(
	list: List,
	shown: Shown,
	{ tree }: FeedSource,
): Readonly<Record<FormatName, FrameTemplate>> {
	const head = buildHead(list, shown, tree);
	return mapFormats((format) => {
		const { tail, ...template } = buildFrameTemplate(format, head);
		const tombstones = shown.departed.map(({ id, when }) => format.renderTombstone({ id, when }));
		return { ...template, tail: tombstones.join("") + tail };
	});
}

function mapFormats<Value>(
	made: (format: FeedFormat) => Value,
): Readonly<Record<FormatName, Value>> {
	return {
		rss: made(feedFormat("rss")),
		atom: made(feedFormat("atom")),
		json: made(feedFormat("json")),
	};
}

function groupRows(
	articles: readonly Article[],
	keysOf: (article: Article) => readonly string[],
): Map<string, number[]> {
	const groups = new Map<string, number[]>();
	for (const [row, article] of articles.entries()) {
		for (const key of new Set(keysOf(article))) {
			if (key === "") continue;
			const rows = groups.get(key) ?? [];
			rows.push(row);
			groups.set(key, rows);
		}
	}
	return groups;
}

function namesOf(terms: FeedSource["tags"]): ReadonlyMap<string, string> {
	return new Map(terms.map(({ slug, name }) => [slug, name]));
}

function secondsOf(date: Date): number {
	return Math.floor(date.getTime() / 1000);
}
