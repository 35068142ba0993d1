import type { Article, Crumb } from "../articles/article.ts";
import type { ListedFile } from "../articles/article-file.ts";
import { treeOfLanguage } from "../articles/find-language.ts";
import { reservedSections } from "../articles/split-article.ts";
import { languageName } from "../pages/language-name.ts";
import type { SectionSettings, SiteSettings } from "../settings/settings.ts";
import type { Tree } from "./contents.ts";
import type { SettingsReading } from "./read-settings.ts";

/** What the trees of a folder are made of. */
export interface TreeSource {
	readonly settings: Pick<SettingsReading, "site" | "settingsFor">;
	/** By tree; `undefined` is the root's. */
	readonly sections: ReadonlyMap<string | undefined, readonly (readonly Crumb[])[]>;
	readonly articles: readonly Article[];
	readonly media: ReadonlyMap<string, ListedFile>;
}

/** The root's tree and one for each further language of the setting `languages`. */
export function buildTrees({ settings, sections, articles, media }: TreeSource): Tree[] {
	const { site, settingsFor } = settings;
	const reserved = reservedSections(site.languages);
	const sectionsOf = (tree: string | undefined) =>
		(sections.get(tree) ?? []).filter(([top]) => !reserved.includes(top?.slug ?? ""));
	const root: Tree = {
		path: [],
		site,
		feedTitle: site.title,
		settingsFor,
		sectionPaths: sectionsOf(undefined),
		articles: articles.filter(({ tree }) => tree === undefined),
		media,
	};
	const names = site.languages.flatMap(
		(language) => treeOfLanguage(language, site.languages) ?? [],
	);
	const others = [...new Set(names)].map((name): Tree => {
		const own = settingsFor([name]);
		return {
			path: [name],
			site: buildTreeSite(site, own),
			feedTitle: nameTree(own, site.title),
			settingsFor,
			sectionPaths: sectionsOf(name),
			articles: articles.filter(({ tree }) => tree === name),
			media,
		};
	});
	return [root, ...others];
}

/** The settings of a language's tree: the same object for the same settings, so that what was made under them is kept. */
function buildTreeSite(site: SiteSettings, own: SectionSettings): SiteSettings {
	const known = treeSites.get(own);
	if (known?.site === site) return known.treeSite;
	const { description: _, ...inherited } = site;
	const treeSite = { ...inherited, ...own, title: own.title ?? site.title };
	treeSites.set(own, { site, treeSite });
	return treeSite;
}

const treeSites = new WeakMap<
	SectionSettings,
	{ readonly site: SiteSettings; readonly treeSite: SiteSettings }
>();

/** A language without a title of its own is told from the others by its name. */
function nameTree({ title, language }: SectionSettings, siteTitle: string): string {
	return title ?? `${languageName(language)} – ${siteTitle}`;
}
