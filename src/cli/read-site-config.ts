import { openConfigFolders } from "../node/open-config-folders.ts";
import type { ParsedSettings } from "../settings/parse-settings.ts";
import type { SiteValues } from "../settings/schema.ts";
import { findSiteConfig } from "../site-config/find-site-config.ts";
import type { SiteConfig } from "../site-config/site-config.ts";

/** What a site's own configuration tells, and the warnings that are worth telling beside settings that were given. */
export interface ReadSiteConfig extends ParsedSettings<SiteValues> {
	readonly site: SiteConfig;
	/** From the folder that was named down to the folder of articles. */
	readonly content: string;
}

/**
 * Reads the configuration of the site that a folder belongs to; `given` are the settings that weigh more: what they say
 * need not be known. Undefined for a folder of Broadsheet's own, and for none that can be read.
 */
export async function readSiteConfig(
	folder: string,
	given: SiteValues,
): Promise<ReadSiteConfig | undefined> {
	const folders = await openConfigFolders(folder).catch(() => undefined);
	const site = folders && (await findSiteConfig(folders, given.dialect));
	if (!site) return undefined;
	const faults = site.faults
		.filter(({ setting }) => setting === undefined || !isGiven(setting, given))
		.map(({ fault }) => fault);
	return { site, content: site.content, values: site.values, faults };
}

function isGiven(setting: string, given: SiteValues): boolean {
	return Object.hasOwn(given, setting.split(".")[0] ?? "");
}

/** One line about what was recognised: `broadsheet: a Hugo site, by ../hugo.toml (title, url)`. */
export function describeSiteConfig({ site }: ReadSiteConfig): string {
	const files = site.files.map((file) => [site.root, file].filter(Boolean).join("/"));
	const source = files.length > 0 ? files.join(", ") : "the looks of the folder";
	const settings = [...new Set(site.findings.map(({ setting }) => setting[0] ?? ""))].filter(
		(setting) => setting !== "dialect",
	);
	const known = settings.length > 0 ? ` (${settings.join(", ")})` : "";
	const place = site.content === "" ? "" : `; its articles lie in ${site.content}`;
	return `broadsheet: a site of ${site.label}, by ${source}${known}${place}`;
}
