import type { Article } from "../articles/article.ts";
import { sectionPathOf } from "../articles/section-path.ts";
import { compareText } from "../text/compare-text.ts";
import { createOnce } from "../text/once.ts";
import { buildCatalog, type CatalogSource, languageOf } from "./build-catalog.ts";
import type { List } from "./build-list.ts";
import type { Lists } from "./build-lists.ts";
import type { ListedTree } from "./build-opml.ts";
import { feedAddresses } from "./feed-addresses.ts";
import type { ListCatalog } from "./list-catalog.ts";
import { placeArticles } from "./place-articles.ts";
import type { FeedSource } from "./plan-feeds.ts";
import { termPath } from "./selection.ts";

/** The catalogs of all lists that are served, each made when first asked for. */
export function findCatalogs(
	live: readonly List[],
	{ lists, all }: { readonly lists: Lists; readonly all: readonly ListedTree[] },
	source: FeedSource,
): { find(address: string): ListCatalog | undefined; all(): ListCatalog[] } {
	const { tree } = source;
	const byAddress = new Map(
		live.flatMap((list) =>
			Object.values(feedAddresses(list.path)).map((address) => [address, list] as const),
		),
	);
	const byPath = new Map(live.map((list) => [list.path.join("/"), list]));
	const filesByName = createOnce(groupFiles);
	const catalogSource: CatalogSource = {
		...source,
		lists,
		termList: (term) => byPath.get(termPath(term, tree.path).join("/")),
		placesIn: createOnce((list: List) =>
			placeArticles(list, source.shownIn(list), source.archiveOf(list)),
		),
		describeArticle: createOnce((article: Article) => {
			const files = filesByName(tree.media);
			const media = [...article.enclosures, ...(article.image ? [article.image] : [])];
			return JSON.stringify([
				article,
				tree.settingsFor(sectionPathOf(article)),
				media.map(({ reference }) => files.get(nameOf(reference))),
				...source.alternatesOf(article),
			]);
		}),
		get languages() {
			return languagesOf(all);
		},
	};
	const catalogOf = createOnce((list: List) => buildCatalog(list, catalogSource));
	return {
		find(address) {
			const list = byAddress.get(address);
			return list && catalogOf(list);
		},
		all: () => live.map(catalogOf),
	};
}

/** The languages of all entries of a site. */
const languagesOf = createOnce((all: readonly ListedTree[]) => {
	const languages = all.flatMap(({ tree, lists }) =>
		lists.site.articles.visible.map((article) => languageOf(article, { tree })),
	);
	return [...new Set(languages)].sort(compareText);
});

/** Paths and sizes of files by the last part of their paths: an entry tells the size of an enclosure. */
function groupFiles(
	media: ReadonlyMap<string, { readonly path: string; readonly sizeInBytes: number }>,
): ReadonlyMap<string, string> {
	const groups = new Map<string, string>();
	for (const { path, sizeInBytes } of media.values()) {
		const name = nameOf(path);
		groups.set(name, `${groups.get(name) ?? ""}${path} ${sizeInBytes}\n`);
	}
	return groups;
}

function nameOf(path: string): string {
	return path.slice(path.lastIndexOf("/") + 1);
}
