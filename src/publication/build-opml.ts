import { type Outline, renderOpml } from "../feeds/opml.ts";
import type { Section } from "../sections/section.ts";
import { buildHead, type List } from "./build-list.ts";
import type { Lists } from "./build-lists.ts";
import { nothingShown } from "./choose-articles.ts";
import type { Tree } from "./contents.ts";

/** A tree and its lists. */
export interface ListedTree {
	readonly tree: Tree;
	readonly lists: Lists;
}

/**
 * The OPML of all sections' feeds, nested as the sections are; the feed of a whole tree is the outermost (requirement
 * 138), so that each language is an outline of its own.
 */
export function renderFeedList(trees: readonly ListedTree[], title: string): string {
	function outline(section: Section, { tree, lists }: ListedTree): Outline[] {
		const list = lists.bySection.get(section.path.join("/"));
		const children = section.children.flatMap((child) => outline(child, { tree, lists }));
		return list && !list.settings.retired ? [buildOutline(list, children, tree)] : children;
	}
	return renderOpml(
		{ title },
		trees.flatMap((listed) => outline(listed.lists.root, listed)),
	);
}

function buildOutline(list: List, children: readonly Outline[], tree: Tree): Outline {
	const { description, language, homePageUrl, selfUrls } = buildHead(list, nothingShown, tree);
	return {
		title: list.kind === "site" ? tree.feedTitle : list.name,
		...(description !== undefined && { description }),
		xmlUrl: selfUrls.rss,
		htmlUrl: homePageUrl,
		...(language !== undefined && { language }),
		children,
	};
}
