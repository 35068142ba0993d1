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
	return ({ site, settingsFor }, sections) => {
		let key = keyOf(site);
		for (const section of sections) key += ` ${keyOf(settingsFor(section))}`;
		return key;
	};
}
