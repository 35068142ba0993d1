import type { Article } from "../articles/article.ts";
import { parseArticle } from "../articles/parse-article.ts";
import type { SectionSettings } from "../settings/settings.ts";
import type { Reading } from "./file-memory.ts";
import type { SettingsReading } from "./read-settings.ts";

/**
 * Parses an article and remembers under which settings: while these are the same objects, its reading holds.
 * `settingsNow` gives the settings in force when that is asked.
 */
export function readArticle(
	path: string,
	bytes: Uint8Array,
	settings: SettingsReading,
	settingsNow: () => SettingsReading,
): Reading<Article> {
	const consulted = new Map<readonly string[], SectionSettings>();
	const { article, faults } = parseArticle(
		{ path, bytes },
		{
			site: settings.site,
			settingsFor(section) {
				const found = settings.settingsFor(section);
				consulted.set(section, found);
				return found;
			},
		},
	);
	return {
		...(article && { value: article }),
		faults,
		isCurrent() {
			const now = settingsNow();
			return (
				now.site === settings.site &&
				[...consulted].every(([section, found]) => now.settingsFor(section) === found)
			);
		},
	};
}
