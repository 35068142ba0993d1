import type { Article } from "../articles/article.ts";
import type { ArticleFile } from "../articles/article-file.ts";
import { parseArticle } from "../articles/parse-article.ts";
import type { SectionSettings } from "../settings/settings.ts";
import type { Reading } from "./file-memory.ts";
import type { SettingsReading } from "./read-settings.ts";

/** What an article is read under, besides its own file. */
export interface Circumstances {
	readonly settings: SettingsReading;
	/** Every file of the folder. */
	readonly paths: ReadonlySet<string>;
}

/**
 * Parses an article and remembers under which settings, and which neighbours it asked for: while these are the same, its
 * reading holds. `circumstancesNow` gives those in force when that is asked.
 */
export function readArticle(
	file: ArticleFile,
	circumstances: Circumstances,
	circumstancesNow: () => Circumstances,
): Reading<Article> {
	const { settings } = circumstances;
	const consulted = new Map<readonly string[], SectionSettings>();
	const neighbours = new Map<string, boolean>();
	const { article, faults } = parseArticle(file, {
		site: settings.site,
		hasFile(path) {
			const answer = circumstances.paths.has(path);
			neighbours.set(path, answer);
			return answer;
		},
		settingsFor(section) {
			const found = settings.settingsFor(section);
			consulted.set(section, found);
			return found;
		},
	});
	return {
		...(article && { value: article }),
		faults,
		isCurrent() {
			const now = circumstancesNow();
			return (
				now.settings.site === settings.site &&
				[...consulted].every(([section, found]) => now.settings.settingsFor(section) === found) &&
				[...neighbours].every(([path, answer]) => now.paths.has(path) === answer)
			);
		},
	};
}
