import { buildSections } from "../sections/build-sections.ts";
import { buildAuthors, buildTags } from "../sections/build-terms.ts";
import type { Section, Term } from "../sections/section.ts";
import { type List, listOfSection, listOfTerm } from "./build-list.ts";
import type { Contents } from "./contents.ts";
import type { RememberedArticles } from "./remember-articles.ts";

/** Everything that has a feed, at one instant. */
export interface Lists {
	readonly root: Section;
	readonly tags: readonly Term[];
	readonly authors: readonly Term[];
	readonly site: List;
	/** The site, the sections from the top down, the tags, the authors. */
	readonly all: readonly List[];
	/** The list of a section, by its slugs joined with `/`. */
	readonly bySection: ReadonlyMap<string, List>;
}

/** Groups what is shown at an instant into the site, its sections, tags and authors. */
export function buildLists(contents: Contents, remembered: RememberedArticles, now: Date): Lists {
	const { articles, site } = contents;
	const root = buildSections(contents, now);
	const tags = buildTags(articles, now);
	const authors = buildAuthors(articles, now);
	const sections = listSections(root, []);

	function listSections(section: Section, above: readonly Section[]): List[] {
		const below = section.path.length === 0 ? [] : [...above, section];
		return [
			listOfSection(section, above, site.title, remembered),
			...section.children.flatMap((child) => listSections(child, below)),
		];
	}

	const terms = [
		...tags.map((tag) => listOfTerm(tag, "tag", contents, remembered)),
		...authors.map((author) => listOfTerm(author, "author", contents, remembered)),
	];
	return {
		root,
		tags,
		authors,
		site: listOfSection(root, [], site.title, remembered),
		all: [...sections, ...terms],
		bySection: new Map(sections.map((list) => [list.path.join("/"), list])),
	};
}
