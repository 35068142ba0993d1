import type { SectionSettings, SiteSettings } from "../settings/settings.ts";
import { createOnce } from "../text/once.ts";

/** Settings of a site and its sections. */
interface Settings {
	readonly site: SiteSettings;
	settingsFor(section: readonly string[]): SectionSettings;
}

/** Hashes of the settings of a site and some of its sections, joined. */
export type SettingsKey = (settings: Settings, sections: readonly (readonly string[])[]) => string;

/** Gives settings a text that is another wherever what they say is. `digest` hashes a text; each object is hashed once. */
export function createSettingsKey(digest: (text: string) => string): SettingsKey {
	const keyOf = createOnce((settings: SectionSettings | SiteSettings) =>
		digest(JSON.stringify(settings)),
	);
	/** Most articles stand under one section's settings: they share the text. */
	const pairOf = createOnce((site: SiteSettings) =>
		createOnce((section: SectionSettings) => `${keyOf(site)} ${keyOf(section)}`),
	);
	return ({ site, settingsFor }, sections) => {
		const [only] = sections;
		if (only && sections.length === 1) return pairOf(site)(settingsFor(only));
		let key = keyOf(site);
		for (const section of sections) key += ` ${keyOf(settingsFor(section))}`;
		return key;
	};
}
