import type { Article } from "../articles/article.ts";
import { sectionPathOf } from "../articles/section-path.ts";
import { renderArticlePage } from "../pages/article-page.ts";
import { renderListPage } from "../pages/list-page.ts";
import { addSchedules, listArticles } from "../sections/list-articles.ts";
import { createOnce } from "../text/once.ts";
import { pageAddress } from "./addresses.ts";
import { articleAddress } from "./article-address.ts";
import type { List } from "./build-list.ts";
import type { ListedTree } from "./build-opml.ts";
import { buildArticlePage, buildListPage, pageLinkHeader } from "./build-pages.ts";
import type { PublicationSource } from "./build-publication.ts";
import { chooseArticles } from "./choose-articles.ts";
import type { PlanFinder, TextPlan } from "./document-plan.ts";
import { wholeDocument } from "./document-plan.ts";
import { fileArchive } from "./file-archive.ts";
import { findCatalogs } from "./find-catalogs.ts";
import { type FeedSource, findArchives, planFeeds } from "./plan-feeds.ts";

const htmlType = "text/html; charset=utf-8";

/** What one language's tree serves at one instant. */
export interface TreePlan extends ListedTree {
	readonly live: readonly List[];
	readonly ended: readonly List[];
	/** Articles' pages: of two plans for one address, that of a list counts. */
	readonly articlePages: PlanFinder<TextPlan>;
	/** Pages and feeds of the lists. */
	readonly listPlans: readonly TextPlan[];
	readonly archives: PlanFinder<TextPlan>;
	readonly catalogs: ReturnType<typeof findCatalogs>;
}

/** Plans the documents of a tree; `all` are those of every language. Nothing is rendered before it is asked for. */
export function planTree(
	{ tree, lists }: ListedTree,
	all: readonly ListedTree[],
	source: PublicationSource,
	now: Date,
): TreePlan {
	const { remembered, renderings, memory, translations, digest } = source;
	const { site } = tree;
	const shownIn = createOnce((list: List) => chooseArticles(list, tree, renderings));
	const archiveOf = createOnce((list: List) =>
		fileArchive(list, shownIn(list), memory, remembered),
	);
	const others = all.filter((other) => other.tree !== tree);
	const feedSource: FeedSource = {
		tree,
		renderings,
		root: lists.root,
		tags: lists.tags,
		authors: lists.authors,
		site: lists.site,
		shownIn,
		listsElsewhere: (list) => findElsewhere(list, tree.path, others),
		alternatesOf: translations.alternatesOf,
		idOf: remembered.idOf,
		digest,
		archiveOf: (list) => (site.archives && list.section ? archiveOf(list) : undefined),
	};
	const live = lists.all.filter((list) => !list.settings.retired);
	const liveSections = [...lists.bySection].filter(([, list]) => !list.settings.retired);
	return {
		tree,
		lists,
		live,
		ended: lists.all.filter((list) => list.settings.retired),
		articlePages: site.pages ? findArticlePages({ tree, lists }, feedSource, source, now) : noPages,
		listPlans: [
			...live.map((list) => planListPage(list, feedSource, others)),
			...live.flatMap((list) => planFeeds(list, feedSource)),
		],
		archives: findArchives(new Map(liveSections), feedSource),
		catalogs: findCatalogs(live, { lists, all }, feedSource),
	};
}

/** The lists that stand at the same place in other languages. */
function findElsewhere(
	list: List,
	path: readonly string[],
	others: readonly ListedTree[],
): ListedList[] {
	const below = list.path.slice(path.length).join("/");
	return others.flatMap(({ tree, lists }) => {
		const known = byPath(lists.all).get([...tree.path, below].filter(Boolean).join("/"));
		return known && !known.settings.retired ? [{ list: known, tree }] : [];
	});
}

type ListedList = ReturnType<FeedSource["listsElsewhere"]>[number];

/** Every list of a tree by its path: thousands of tags are looked through once. */
const byPath = createOnce(
	(lists: readonly List[]) => new Map(lists.map((list) => [list.path.join("/"), list])),
);

function planListPage(list: List, source: FeedSource, others: readonly ListedTree[]): TextPlan {
	const { changed } = list.articles;
	// A link to another language comes with that language's first article.
	const instants = [list, ...others.map(({ lists }) => lists.site)].flatMap(
		({ articles }) => articles.nextChange ?? [],
	);
	const [nextChange] = instants.toSorted((a, b) => a.getTime() - b.getTime());
	return {
		kind: "page",
		address: pageAddress(list.path),
		contentType: htmlType,
		changed,
		maxAgeInSeconds: list.settings.maxAge * 60,
		...(nextChange && { nextChange }),
		link: pageLinkHeader(list, source.tree),
		render: () => wholeDocument(renderListPage(buildListPage(list, source))),
	};
}

const noPages: PlanFinder<TextPlan> = { find: () => undefined, all: () => [] };

/** The pages of a tree's articles, each planned when first asked for. */
function findArticlePages(
	{ tree, lists }: ListedTree,
	source: FeedSource,
	{ translations }: PublicationSource,
	now: Date,
): PlanFinder<TextPlan> {
	const linkOf = createOnce((list: List) => ({ link: pageLinkHeader(list, tree) }));
	const known = createOnce((list: List) => {
		const byAddress = new Map<string, Article>();
		for (const article of list.articles.visible) {
			const address = articleAddress(article, tree.site.url);
			if (address !== undefined) byAddress.set(address, article);
		}
		return byAddress;
	});

	function planPage(address: string, article: Article): TextPlan {
		const list = lists.bySection.get(sectionPathOf(article).join("/")) ?? lists.site;
		const { changed, nextChange } = scheduleOf(article, translations.articlesOf(article), now);
		return {
			kind: "page",
			address,
			contentType: htmlType,
			maxAgeInSeconds: list.settings.maxAge * 60,
			changed,
			...(nextChange && { nextChange }),
			...linkOf(list),
			render: () => {
				const { before, after } = renderArticlePage(buildArticlePage(article, list, source));
				const pieces = [source.renderings.pageBody(article)];
				return { head: before, pieces, separator: "", tail: after };
			},
		};
	}

	return {
		find(address) {
			const article = known(lists.site).get(address);
			return article && planPage(address, article);
		},
		all: () => [...known(lists.site)].map(([address, article]) => planPage(address, article)),
	};
}

function scheduleOf(article: Article, others: readonly Article[], now: Date) {
	const own = listArticles([article], now);
	return others.length === 0 ? own : addSchedules(own, others, now);
}
