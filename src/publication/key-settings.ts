import type { SectionSettings, SiteSettings } from "../settings/settings.ts";
import { createOnce } from "../text/once.ts";

/** Gives settings a hash of what they say; it is worked out once for each object. `digest` hashes a text. */
export function createSettingsKey(
	digest: (text: string) => string,
): (settings: SectionSettings | SiteSettings) => string {
	return createOnce((settings: SectionSettings | SiteSettings) => digest(JSON.stringify(settings)));
}
