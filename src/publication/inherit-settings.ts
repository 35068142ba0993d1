import { treeOfLanguage } from "../articles/find-language.ts";
import { resolveSection } from "../settings/resolve-settings.ts";
import type { SectionValues, SiteValues } from "../settings/schema.ts";
import type { SectionSettings, SiteSettings } from "../settings/settings.ts";

/** What says something of sections, by their whole paths (slugs joined with `/`). */
export interface SectionSources {
	/** The site's own settings. */
	readonly site: SiteValues;
	/** Files of the folder. */
	readonly files: ReadonlyMap<string, SectionValues>;
	/** The configuration of the site's generator. */
	readonly config: SiteValues;
}

/**
 * The settings of any section, by its whole path: its own, then its parent's. In a language's tree a section also has
 * what is said of the section of that path in the first language, but for texts and addresses.
 */
export function inheritSettings(
	site: SiteSettings,
	sources: SectionSources,
): (section: readonly string[]) => SectionSettings {
	const resolved = new Map<string, SectionSettings>([["", site]]);
	const indexes = [indexSections(sources.site), sources.files, indexSections(sources.config)];
	const languages = new Map(
		site.languages.map((language) => [treeOfLanguage(language, site.languages), language]),
	);

	function layersOf(path: string): SectionValues[] {
		return indexes.map((index) => index.get(path)).filter((layer) => layer !== undefined);
	}

	function settingsFor(section: readonly string[]): SectionSettings {
		const path = section.join("/");
		const known = resolved.get(path);
		if (known) return known;
		const language = languages.get(section[0]);
		const general =
			language === undefined || section.length === 1
				? [{ ...(language !== undefined && { language }) }]
				: layersOf(section.slice(1).join("/")).map(withoutWords);
		const parent = settingsFor(section.slice(0, -1));
		const settings = resolveSection(parent, [...layersOf(path), ...general]);
		resolved.set(path, settings);
		return settings;
	}
	return settingsFor;
}

/** What holds of a section in any language. */
function withoutWords(values: SectionValues): SectionValues {
	const {
		title: _,
		description: __,
		language: ___,
		aliases: ____,
		retired: _____,
		...rest
	} = values;
	return rest;
}

function indexSections({ sections = {} }: SiteValues): ReadonlyMap<string, SectionValues> {
	return new Map(Object.entries(sections).map(([path, values]) => [trimSlashes(path), values]));
}

function trimSlashes(path: string): string {
	return path.replaceAll(/^\/+|\/+$/g, "");
}
