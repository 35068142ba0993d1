import type { Article, Crumb } from "../articles/article.ts";
import type { SectionSettings, SiteSettings } from "../settings/settings.ts";
import { compareText } from "../text/compare-text.ts";
import { listArticles, wasShown } from "./list-articles.ts";
import type { Section } from "./section.ts";

export interface SectionSource {
	/** Where its root stands: empty for the site itself, `["ja"]` for the tree of a language. */
	readonly path: readonly string[];
	readonly site: SiteSettings;
	/** Of a section, by its whole path. */
	settingsFor(path: readonly string[]): SectionSettings;
	/** Every section that exists, with or without articles; counted from the root. */
	readonly sectionPaths: readonly (readonly Crumb[])[];
	readonly articles: readonly Article[];
}

interface Branch {
	readonly crumbs: readonly Crumb[];
	readonly articles: Article[];
	readonly children: Map<string, Branch>;
}

/**
 * The tree of sections at one instant; the root is the whole site, or a language's part of it. A parent lists everything below it. A section that
 * only an article names does not exist before that article is shown.
 */
export function buildSections(source: SectionSource, now: Date): Section {
	const root: Branch = { crumbs: [], articles: [], children: new Map() };
	for (const crumbs of source.sectionPaths) growBranches(root, crumbs);
	for (const article of source.articles)
		if (wasShown(article, now)) growBranches(root, article.section);
	for (const article of source.articles)
		for (const branch of branchesAlong(root, article.section)) branch.articles.push(article);
	return buildSection(root, source, now);
}

/** A section and everything below it, parents first. */
export function flattenSections(section: Section): Section[] {
	return [section, ...section.children.flatMap(flattenSections)];
}

function growBranches(root: Branch, crumbs: readonly Crumb[]): void {
	let branch = root;
	for (const [depth, crumb] of crumbs.entries()) {
		const known = branch.children.get(crumb.slug);
		const child = known ?? {
			crumbs: crumbs.slice(0, depth + 1),
			articles: [],
			children: new Map(),
		};
		branch.children.set(crumb.slug, child);
		branch = child;
	}
}

/** The branches from the root along a path, as far as they exist. */
function branchesAlong(root: Branch, crumbs: readonly Crumb[]): Branch[] {
	const branches = [root];
	for (const crumb of crumbs) {
		const child = branches.at(-1)?.children.get(crumb.slug);
		if (!child) break;
		branches.push(child);
	}
	return branches;
}

function buildSection(branch: Branch, source: SectionSource, now: Date): Section {
	const path = [...source.path, ...branch.crumbs.map((crumb) => crumb.slug)];
	const settings = branch.crumbs.length === 0 ? source.site : source.settingsFor(path);
	const children = [...branch.children.values()].map((child) => buildSection(child, source, now));
	return {
		path,
		title: settings.title ?? readableName(branch.crumbs.at(-1)?.name ?? ""),
		settings,
		children: children.sort(compareSections),
		articles: listArticles(branch.articles, now),
	};
}

function compareSections(a: Section, b: Section): number {
	return compareText(a.title, b.title) || compareText(a.path.join("/"), b.path.join("/"));
}

/** A folder's name as a title: `us-politics` is `Us politics`; a name with capitals or blanks stays. */
function readableName(name: string): string {
	if (name !== name.toLowerCase() || name.includes(" ")) return name;
	const words = name.replaceAll(/[-_]+/g, " ").trim();
	return words.charAt(0).toUpperCase() + words.slice(1);
}
