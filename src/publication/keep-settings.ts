import type { SectionSettings, SiteSettings } from "../settings/settings.ts";
import type { SettingsReading } from "./read-settings.ts";

/**
 * Gives, reading after reading, the same objects for settings that say the same: what was made under them is then
 * known to hold still.
 */
export function createSettingsKeeper(): (reading: SettingsReading) => SettingsReading {
	const keepSite = createKeeper<SiteSettings>();
	const keepSection = createKeeper<SectionSettings>();
	return (reading) => ({
		...reading,
		site: keepSite("", reading.site),
		settingsFor: (section) => keepSection(section.join("/"), reading.settingsFor(section)),
	});
}

function createKeeper<Settings>(): (name: string, settings: Settings) => Settings {
	const kept = new Map<string, { readonly text: string; readonly settings: Settings }>();
	const seen = new WeakMap<object, Settings>();
	return (name, settings) => {
		if (typeof settings !== "object" || settings === null) return settings;
		const known = seen.get(settings);
		if (known) return known;
		const text = JSON.stringify(settings);
		const last = kept.get(name);
		const result = last?.text === text ? last.settings : settings;
		kept.set(name, { text, settings: result });
		seen.set(settings, result);
		return result;
	};
}
