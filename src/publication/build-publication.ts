import { max } from "date-fns/max";
import { min } from "date-fns/min";
import type { Article } from "../articles/article.ts";
import { feedFormats } from "../feeds/formats.ts";
import { pageAssets } from "../pages/assets.ts";
import { epoch } from "../sections/list-articles.ts";
import { addressOf, opmlAddress, pageAddress, wellKnownAddress } from "./addresses.ts";
import type { List } from "./build-list.ts";
import type { Lists } from "./build-lists.ts";
import { type ListedTree, renderFeedList } from "./build-opml.ts";
import type { Contents, Tree } from "./contents.ts";
import type { Renderings } from "./create-renderings.ts";
import { type Publication, type TextPlan, wholeDocument } from "./document-plan.ts";
import { feedAddresses } from "./feed-addresses.ts";
import { findFiles } from "./find-files.ts";
import type { Translations } from "./find-translations.ts";
import type { Memory } from "./memory.ts";
import { movedFeeds, movedGeneratorFeeds, movedPages } from "./moved-addresses.ts";
import { planTree, type TreePlan } from "./plan-tree.ts";
import { noProgress } from "./progress.ts";
import type { RememberedArticles } from "./remember-articles.ts";

/** OPML has no registered media type; readers know this one (requirement 138). */
const opmlType = "text/x-opml; charset=utf-8";
/** A stylesheet changes with Broadsheet itself, a few times a year. */
const assetMaxAge = 24 * 60 * 60;

/** What a publication is made of. */
export interface PublicationSource {
	readonly contents: Contents;
	readonly remembered: RememberedArticles;
	readonly renderings: Renderings;
	readonly memory: Memory;
	readonly translations: Translations;
	/** What the tree of a language shows. */
	listsOf(tree: Tree): Lists;
	/** A hash of a text. */
	digest(text: string): string;
}

/** Plans everything that is served at one instant; nothing is rendered before it is asked for. */
export function buildPublication(source: PublicationSource, now: Date): Publication {
	const { contents, remembered, renderings } = source;
	const { site } = contents;
	const listed = contents.trees.map((tree) => ({
		tree,
		lists: source.listsOf(tree),
	}));
	const trees = listed.map((one) => planTree(one, listed, source, now));
	const live = trees.flatMap((tree) => tree.live);
	const plans = [
		...pageAssetPlans.filter(({ address }) => !contents.media.has(address.slice(1))),
		...planFeedList(listed, contents),
		...trees.flatMap((tree) => tree.listPlans),
	];
	// Of two plans for one address the later counts: a list's own address is never an article's.
	const documents = new Map(plans.map((plan) => [plan.address, plan]));
	const allLists = listed.map(({ lists }) => lists);
	const files = findFiles(contents, allLists, renderings);
	const instants = allLists.flatMap((lists) => lists.site.articles.nextChange ?? []);
	/** What the first tree gives that has something at an address. */
	function findFirst<Result>(
		findIn: (tree: TreePlan, address: string) => Result | undefined,
	): (address: string) => Result | undefined {
		return (address) => {
			for (const tree of trees) {
				const found = findIn(tree, address);
				if (found) return found;
			}
			return undefined;
		};
	}
	const findPage = findFirst(({ articlePages }, address) => articlePages.find(address));
	const findArchive = findFirst(({ archives }, address) => archives.find(address));
	return {
		instant: now,
		find: (address) =>
			documents.get(address) ?? findPage(address) ?? findArchive(address) ?? files.find(address),
		all: () => [
			...trees
				.flatMap(({ articlePages }) => articlePages.all())
				.filter(({ address }) => !documents.has(address)),
			...documents.values(),
			...trees.flatMap(({ archives }) => archives.all()),
			...files.all(),
		],
		prepare: (progress = noProgress) => renderings.prepare(listShown(listed), progress),
		// There may be thousands of tags and authors, most of them never asked for.
		sectionFeeds: live
			.filter((list) => list.section)
			.flatMap((list) => Object.values(feedAddresses(list.path))),
		// Of two for one address the later counts: what somebody wrote down, over what is usual.
		moved: new Map(
			[
				...trees.flatMap((tree) => movedGeneratorFeeds(tree.live, tree.tree)),
				...allLists.flatMap((lists) => movedPages(lists, site)),
				...movedArticles(contents, remembered),
				...live.flatMap(movedFeeds),
			].filter(([from]) => !documents.has(from) && !findPage(from)),
		),
		findCatalog: findFirst(({ catalogs }, address) => catalogs.find(address)),
		catalogs: () => trees.flatMap(({ catalogs }) => catalogs.all()),
		gone: new Set([
			...trees.flatMap((tree) => tree.ended).flatMap(listAddresses),
			...goneArticles(allLists, contents, remembered),
		]),
		...(instants.length > 0 && { nextChange: min(instants) }),
		articleCount: allLists.reduce((sum, lists) => sum + lists.site.articles.visible.length, 0),
		feedCount: live.length * feedFormats.length,
		documentCount: documents.size,
		changed: max(allLists.map((lists) => lists.site.articles.changed)),
	};
}

function planFeedList(trees: readonly ListedTree[], { site }: Contents): TextPlan[] {
	return [opmlAddress, wellKnownAddress].map((address) => ({
		kind: "opml",
		address,
		contentType: opmlType,
		maxAgeInSeconds: site.maxAge * 60,
		changed: max(trees.map(({ lists }) => lists.site.articles.changed)),
		render: () => wholeDocument(renderFeedList(trees, site.title)),
	}));
}

const pageAssetPlans: readonly TextPlan[] = Object.values(pageAssets).map(
	({ address, contentType, text }) => ({
		kind: "asset",
		address,
		contentType,
		maxAgeInSeconds: assetMaxAge,
		changed: epoch,
		render: () => wholeDocument(text),
	}),
);

function listAddresses(list: List): string[] {
	return [pageAddress(list.path), ...Object.values(feedAddresses(list.path))];
}

/** Pages of articles that were taken away, or whose time is over (requirement 97). */
function goneArticles(
	trees: readonly Lists[],
	contents: Contents,
	remembered: RememberedArticles,
): string[] {
	const { pages, url } = contents.site;
	if (!pages) return [];
	const expired = trees.flatMap((lists) => lists.site.articles.expired);
	return [
		...expired.flatMap((article) => addressOf(article.url, url) ?? []),
		...remembered.withdrawn.flatMap(({ address, formerAddresses }) => [
			address,
			...formerAddresses,
		]),
	];
}

/** Every article that some document shows. */
function listShown(trees: readonly ListedTree[]): readonly Article[] {
	const shown = new Set<Article>();
	for (const { tree, lists } of trees) {
		const isWhole = tree.site.pages || tree.site.archives;
		for (const { articles, settings } of isWhole ? [lists.site] : lists.all) {
			const isAll = isWhole || settings.limit === "all";
			const newest = isAll ? articles.visible : articles.visible.slice(0, Number(settings.limit));
			for (const article of newest) shown.add(article);
		}
	}
	return [...shown];
}

/** Where articles stood before they were renamed. */
function movedArticles(contents: Contents, remembered: RememberedArticles): [string, string][] {
	return contents.site.pages ? [...remembered.movedAddresses] : [];
}
