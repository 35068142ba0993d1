import type { SectionSettings, SiteSettings } from "../settings/settings.ts";

/** What an article is parsed under. */
export interface ParseContext {
	readonly site: SiteSettings;
	/** The settings of a section, by the slugs of its path. */
	settingsFor(section: readonly string[]): SectionSettings;
	/** Whether the folder has such a file. */
	hasFile(path: string): boolean;
	/** A hash of a text, of at least 128 bits. */
	digest(text: string): string;
}
