import type { Article, Crumb } from "../articles/article.ts";
import type { SectionSettings, SiteSettings } from "../settings/settings.ts";
import { compareText } from "../text/compare-text.ts";
import { type ArticleGroup, emptyGroup, type GroupLabel } from "./article-groups.ts";
import { listGroup, wasShown } from "./list-articles.ts";
import type { Section } from "./section.ts";

export interface SectionSource {
	/** Where its root stands: empty for the site itself, `["ja"]` for the tree of a language. */
	readonly path: readonly string[];
	readonly site: SiteSettings;
	/** Of a section, by its whole path. */
	settingsFor(path: readonly string[]): SectionSettings;
	/** Every section that exists, with or without articles; counted from the root. */
	readonly sectionPaths: readonly (readonly Crumb[])[];
	/** Articles by the section that they stand in or below: slugs counted from the root, joined with `/`. */
	readonly groups: ReadonlyMap<string, ArticleGroup>;
}

/** The sections that an article stands in, from the root down, by the slugs of their paths. */
export function sectionLabels({ section }: Article): readonly GroupLabel[] {
	const labels = [{ key: "", name: "" }];
	for (const { slug, name } of section) {
		const above = labels.at(-1)?.key;
		labels.push({ key: above ? `${above}/${slug}` : slug, name });
	}
	return labels;
}

interface Branch {
	readonly key: string;
	readonly crumbs: readonly Crumb[];
	readonly children: Map<string, Branch>;
}

/**
 * The tree of sections at one instant; the root is the whole site, or a language's part of it. A parent lists everything below it. A section that
 * only an article names does not exist before that article is shown. `before` is the tree of the instant before: what
 * did not change is the same object.
 */
export function buildSections(source: SectionSource, now: Date, before?: Section): Section {
	const root: Branch = { key: "", crumbs: [], children: new Map() };
	for (const crumbs of source.sectionPaths) growBranches(root, crumbs);
	const named = [...source.groups].map(([key, group]) => ({ key, group, depth: depthOf(key) }));
	named.sort((a, b) => a.depth - b.depth || compareText(a.key, b.key));
	for (const { group, depth } of named) {
		const witness = group.articles.find((article) => wasShown(article, now));
		if (witness) growBranches(root, witness.section.slice(0, depth));
	}
	return buildSection(root, source, now, before);
}

function depthOf(key: string): number {
	return key === "" ? 0 : key.split("/").length;
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
			key: branch.key === "" ? crumb.slug : `${branch.key}/${crumb.slug}`,
			crumbs: crumbs.slice(0, depth + 1),
			children: new Map(),
		};
		branch.children.set(crumb.slug, child);
		branch = child;
	}
}

function buildSection(
	branch: Branch,
	source: SectionSource,
	now: Date,
	before: Section | undefined,
): Section {
	const path = [...source.path, ...branch.crumbs.map((crumb) => crumb.slug)];
	const settings = branch.crumbs.length === 0 ? source.site : source.settingsFor(path);
	const former = new Map(before?.children.map((child) => [child.path.at(-1), child]));
	const children = [...branch.children].map(([slug, child]) =>
		buildSection(child, source, now, former.get(slug)),
	);
	const section = {
		path,
		title: settings.title ?? readableName(branch.crumbs.at(-1)?.name ?? ""),
		settings,
		children: children.sort(compareSections),
		articles: listGroup(source.groups.get(branch.key) ?? emptyGroup, now),
	};
	return before && isSame(before, section) ? before : section;
}

function isSame(a: Section, b: Section): boolean {
	return (
		a.title === b.title &&
		a.settings === b.settings &&
		a.articles === b.articles &&
		a.children.length === b.children.length &&
		a.children.every((child, number) => child === b.children[number])
	);
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
