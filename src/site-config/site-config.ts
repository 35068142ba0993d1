import type { Fault } from "../faults/fault.ts";
import type { SiteValues } from "../settings/schema.ts";
import type { DialectName } from "../settings/settings.ts";
import type { Finding, Unread } from "./report.ts";

/** What a site's own configuration, or the looks of its folder, tell. */
export interface SiteConfig {
	readonly dialect: DialectName;
	/** The generator's name for people. */
	readonly label: string;
	/** From the folder that was named up to the site's root: `..`; empty where it is the root itself. */
	readonly root: string;
	/** From the folder that was named down to the folder of articles: `content`; empty where it is that itself. */
	readonly content: string;
	/** The files that were read, from the site's root; none where only the folder's looks told. */
	readonly files: readonly string[];
	/** As a settings file would give them. */
	readonly values: SiteValues;
	/** What the values are made of. */
	readonly findings: readonly Finding[];
	/** What could not be known, or what no setting can say. */
	readonly unread: readonly Unread[];
	/** Warnings, with places counted from the folder of articles. */
	readonly faults: readonly ConfigFault[];
}

/** A warning (SITE_CONFIG_UNREAD) about a setting, or about a file as a whole. */
export interface ConfigFault {
	readonly setting?: string;
	readonly fault: Fault;
}
