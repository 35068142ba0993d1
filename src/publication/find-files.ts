import mime from "mime";
import type { Article } from "../articles/article.ts";
import { findFileNames, mayNameFile } from "../articles/body/file-names.ts";
import { pageAssets } from "../pages/assets.ts";
import type { List } from "./build-list.ts";
import type { Lists } from "./build-lists.ts";
import type { Contents } from "./contents.ts";
import type { Renderings } from "./create-renderings.ts";
import type { FilePlan, PlanFinder } from "./document-plan.ts";

/** Where a file of the folder stands for one of Broadsheet's own: a publisher's stylesheet makes a theme. */
const themePaths: ReadonlySet<string> = new Set(
	Object.values(pageAssets).map(({ address }) => address.slice(1)),
);

/** The files that may be fetched at one instant: those that a list, an article or a page names, and no others. */
export function findFiles(
	contents: Contents,
	trees: readonly Lists[],
	renderings: Renderings,
): PlanFinder<FilePlan> {
	const { media, site } = contents;
	const articles = site.pages ? trees.flatMap((lists) => lists.site.articles.visible) : [];
	const all = trees.flatMap((lists) => lists.all);
	const known = new Map<string, FilePlan | undefined>();

	function plan(path: string): FilePlan | undefined {
		const file = media.get(path);
		if (!file) return undefined;
		const contentType = mime.getType(path) ?? "application/octet-stream";
		return {
			kind: "file",
			address: `/${path}`,
			contentType,
			maxAgeInSeconds: site.maxAge * 60,
			file,
		};
	}

	function isNamed(path: string): boolean {
		const byList = all.some((list) => imagePath(list) === path);
		return (
			byList ||
			themePaths.has(path) ||
			articles.some(
				(article) => mayName(article, path) && renderings.factsOf(article).files.includes(path),
			)
		);
	}

	return {
		find(address) {
			const path = address.slice(1);
			if (!media.has(path)) return undefined;
			if (!known.has(path)) known.set(path, isNamed(path) ? plan(path) : undefined);
			return known.get(path);
		},
		all() {
			const named = articles.flatMap((article) => [...renderings.factsOf(article).files]);
			const images = all.flatMap((list) => imagePath(list) ?? []);
			const theme = [...themePaths].filter((path) => media.has(path));
			return [...new Set([...named, ...images, ...theme])]
				.sort()
				.flatMap((path) => plan(path) ?? []);
		},
	};
}

/** The file that a list's `image` setting names, if it names one. */
function imagePath(list: List): string | undefined {
	return list.settings.image?.replace(/^\.?\//, "").normalize("NFC");
}

/** A cheap look before rendering: an article that names a file holds the file's name, as it is or percent-encoded. */
function mayName(article: Article, path: string): boolean {
	const references = [article.image?.reference, ...article.enclosures.map((one) => one.reference)];
	const found = references.flatMap((reference) => (reference ? findFileNames(reference) : []));
	return mayNameFile([...article.body.fileNames, ...found], path.slice(path.lastIndexOf("/") + 1));
}
