import type { Article } from "./article.ts";

/** The whole path of an article's section, as it stands in addresses: its language's tree, then the section's slugs. */
export function sectionPathOf({ tree, section }: Pick<Article, "tree" | "section">): string[] {
	return [...(tree === undefined ? [] : [tree]), ...section.map((crumb) => crumb.slug)];
}
