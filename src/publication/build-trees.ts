import type { Article, Crumb } from "../articles/article.ts";
import type { ListedFile } from "../articles/article-file.ts";
import { treeOfLanguage } from "../articles/find-language.ts";
import { languageName } from "../pages/language-name.ts";
import type { SectionSettings } from "../settings/settings.ts";
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
	const root: Tree = {
		path: [],
		site,
		feedTitle: site.title,
		settingsFor,
		sectionPaths: sections.get(undefined) ?? [],
		articles: articles.filter(({ tree }) => tree === undefined),
		media,
	};
	const names = site.languages.flatMap(
		(language) => treeOfLanguage(language, site.languages) ?? [],
	);
	const others = [...new Set(names)].map((name): Tree => {
		const own = settingsFor([name]);
		const { description: _, ...inherited } = site;
		return {
			path: [name],
			site: { ...inherited, ...own, title: own.title ?? site.title },
			feedTitle: nameTree(own, site.title),
			settingsFor,
			sectionPaths: sections.get(name) ?? [],
			articles: articles.filter(({ tree }) => tree === name),
			media,
		};
	});
	return [root, ...others];
}

/** A language without a title of its own is told from the others by its name. */
function nameTree({ title, language }: SectionSettings, siteTitle: string): string {
	return title ?? `${languageName(language)} – ${siteTitle}`;
}
